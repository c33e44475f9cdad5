# What tests lean on. PostgreSQL is real: one throw-away cluster a ctest run, one cloned database a test program.
add_library(signalbox_testsupport STATIC
    support/manualclock.h
    support/redisserver.cpp support/redisserver.h
    support/testcluster.cpp support/testcluster.h
    support/testdatabase.cpp support/testdatabase.h)
target_link_libraries(signalbox_testsupport PUBLIC signalbox_options signalbox_base PRIVATE signalbox_cluster signalbox_storage)
target_compile_definitions(signalbox_testsupport PRIVATE SIGNALBOX_TEST_STATE="${CMAKE_BINARY_DIR}/tests/testcluster")
target_precompile_headers(signalbox_testsupport REUSE_FROM signalbox_pch_core)
include(${CMAKE_CURRENT_LIST_DIR}/inbox.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/crm.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/shell.cmake)

add_executable(testpg support/testpg.cpp)
target_link_libraries(testpg PRIVATE signalbox_testsupport)
set_target_properties(testpg PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin/tests)

add_test(NAME pg.start COMMAND testpg start)
add_test(NAME pg.stop COMMAND testpg stop)
set_tests_properties(pg.start PROPERTIES FIXTURES_SETUP pg TIMEOUT 120 LABELS fixture)
set_tests_properties(pg.stop PROPERTIES FIXTURES_CLEANUP pg TIMEOUT 120 LABELS fixture)
signalbox_test(support/tst_redisserver.cpp LABEL storage LINK signalbox_testsupport)
