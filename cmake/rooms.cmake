# anmin_room(NAME SOURCES a.cc ... USES room ... [LIBRARIES lib ...] [TESTS a_test.cc ...] [TEST_USES room ...])
#
# A room is a folder src/<shelf>/<name> = a namespace = a library anmin_<name>. USES names the rooms it
# links; rooms.toml is the law on which it may name (checked by `make check`). Sources are listed by name.
# TESTS become the program test_<name>; TEST_USES are further rooms that only its tests need.
add_library(anmin_pch OBJECT ${CMAKE_SOURCE_DIR}/cmake/pch.cc)
if(ANMIN_PCH)
  target_precompile_headers(anmin_pch PRIVATE
    <algorithm> <array> <chrono> <cstdint> <functional> <map> <memory> <optional> <set> <span>
    <string> <string_view> <unordered_map> <utility> <variant> <vector>)
endif()

function(anmin_headers target)
  target_include_directories(${target} PUBLIC
    ${CMAKE_SOURCE_DIR}/src/atoms ${CMAKE_SOURCE_DIR}/src/engines ${CMAKE_SOURCE_DIR}/src/office
    ${CMAKE_SOURCE_DIR}/src ${CMAKE_SOURCE_DIR}/src/outside ${CMAKE_SOURCE_DIR}/src/programs)
  if(ANMIN_PCH)
    target_precompile_headers(${target} REUSE_FROM anmin_pch)
  endif()
endfunction()

function(anmin_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;USES;LIBRARIES;TESTS;TEST_USES" ${ARGN})
  list(TRANSFORM ROOM_USES PREPEND anmin_)
  list(TRANSFORM ROOM_TEST_USES PREPEND anmin_)
  if(ROOM_SOURCES)
    add_library(anmin_${name} STATIC ${ROOM_SOURCES})
    anmin_headers(anmin_${name})
    target_link_libraries(anmin_${name} PUBLIC ${ROOM_USES} ${ROOM_LIBRARIES})
  else()
    add_library(anmin_${name} INTERFACE)
    target_include_directories(anmin_${name} INTERFACE ${CMAKE_SOURCE_DIR}/src/atoms)
    target_link_libraries(anmin_${name} INTERFACE ${ROOM_USES} ${ROOM_LIBRARIES})
  endif()
  if(ROOM_TESTS)
    add_executable(test_${name} ${ROOM_TESTS})
    anmin_headers(test_${name})
    target_compile_definitions(test_${name} PRIVATE ANMIN_ROOT="${CMAKE_SOURCE_DIR}")
    target_link_libraries(test_${name} PRIVATE anmin_${name} ${ROOM_TEST_USES} GTest::gtest GTest::gmock
      GTest::gtest_main)
    add_test(NAME ${name} COMMAND test_${name})
    set_property(GLOBAL APPEND PROPERTY ANMIN_TEST_PROGRAMS test_${name})
  endif()
endfunction()

# anmin_program(NAME SOURCES main.cc USES room ...): the program NAME at the top of the build folder.
function(anmin_program name)
  cmake_parse_arguments(PROGRAM "" "" "SOURCES;USES;LIBRARIES" ${ARGN})
  list(TRANSFORM PROGRAM_USES PREPEND anmin_)
  add_executable(${name} ${PROGRAM_SOURCES})
  anmin_headers(${name})
  target_link_libraries(${name} PRIVATE ${PROGRAM_USES} ${PROGRAM_LIBRARIES})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})
endfunction()

# Writes the file `test-programs`: one line `name path` for each test program, for tools/run-tests.
function(anmin_list_test_programs)
  get_property(programs GLOBAL PROPERTY ANMIN_TEST_PROGRAMS)
  set(lines "")
  foreach(program IN LISTS programs)
    string(APPEND lines "${program} $<TARGET_FILE:${program}>\n")
  endforeach()
  file(GENERATE OUTPUT ${CMAKE_BINARY_DIR}/test-programs CONTENT "${lines}")
endfunction()
