// Owner of the precompiled standard headers (cmake/rooms.cmake).
