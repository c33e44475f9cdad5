# Benchmarks print one JSON line a figure; ./dev bench runs them. They are not tests: timings never fail anything.
function(signalbox_bench name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINK")
    add_executable(bench_${name} bench/bench_${name}.cpp bench/benchreport.h ${arg_SOURCES})
    target_link_libraries(bench_${name} PRIVATE signalbox_options Qt6::Core ${arg_LINK})
    target_precompile_headers(bench_${name} REUSE_FROM signalbox_pch_core)
    set_target_properties(bench_${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin/bench)
endfunction()

add_library(signalbox_benchdatabase STATIC bench/benchdatabase.cpp bench/benchdatabase.h)
target_link_libraries(signalbox_benchdatabase
    PUBLIC signalbox_options signalbox_storage PRIVATE signalbox_cluster signalbox_ingest)
target_compile_definitions(signalbox_benchdatabase PRIVATE SIGNALBOX_BENCH_DATA="${CMAKE_BINARY_DIR}/bench-data")
target_precompile_headers(signalbox_benchdatabase REUSE_FROM signalbox_pch_core)

signalbox_bench(counts LINK signalbox_benchdatabase)
signalbox_bench(inboxread LINK signalbox_benchdatabase)
