add_executable(bench_http bench/bench_http.cpp bench/httpload.cpp bench/httpload.h)
target_link_libraries(bench_http PRIVATE signalbox_options signalbox_program Qt6::HttpServer)
set_target_properties(bench_http PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin/bench)
add_dependencies(bench_http signalboxd)
