# Compiler, linker and warnings: one place, the same for every room.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS ON)   # TRY is a statement expression (result/result.h)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE OFF)

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -g1")

option(ANMIN_PCH "Use one precompiled header of standard headers" ON)
set(ANMIN_SANITIZE "" CACHE STRING "empty, 'address' (with undefined behaviour) or 'thread'")

add_compile_options(-Wall -Wextra -Wpedantic -Werror -Wshadow -Wconversion -Wsign-conversion -Wswitch-enum
  -Wnon-virtual-dtor -Woverloaded-virtual)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # These warn inside the standard library's own templates (optional, string) at -O2 of GCC 12.
  add_compile_options(-Wno-restrict -Wno-maybe-uninitialized -Wno-array-bounds
    -Wno-stringop-overflow -Wno-stringop-overread)
else()
  # The first is TRY; the second is said inside libstdc++ 12's own stable_sort (GCC watches our code).
  add_compile_options(-Wno-gnu-statement-expression-from-macro-expansion -Wno-deprecated-declarations)
endif()

if(ANMIN_SANITIZE STREQUAL "address")
  add_compile_options(-fsanitize=address
    -fsanitize=signed-integer-overflow,shift,bounds,integer-divide-by-zero,float-cast-overflow,bool,enum,return
    -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
elseif(ANMIN_SANITIZE STREQUAL "thread")
  add_compile_options(-fsanitize=thread -fno-omit-frame-pointer)
  add_link_options(-fsanitize=thread)
endif()

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env
    CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime "${CCACHE}")
endif()
find_program(MOLD mold)
if(MOLD)
  add_link_options(-fuse-ld=mold)
endif()
