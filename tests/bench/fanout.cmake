add_executable(bench_fanout bench/bench_fanout.cpp
    bench/fanoutload.cpp bench/fanoutload.h
    bench/fanoutservers.cpp bench/fanoutservers.h
    bench/processfigures.h)
target_compile_definitions(bench_fanout PRIVATE SIGNALBOX_TEST_CLIENTS="${CMAKE_SOURCE_DIR}/tests/clients")
target_link_libraries(bench_fanout PRIVATE signalbox_options signalbox_program signalbox_servertestsupport
    Qt6::Network Qt6::WebSockets)
set_target_properties(bench_fanout PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin/bench)
