if(SIGNALBOX_WITH_UI)
    signalbox_bench(console LINK signalbox_program)
    add_dependencies(bench_console signalbox)

    # The page of the tests under load, so with their precompiled header.
    add_executable(bench_consoleburst bench/bench_consoleburst.cpp bench/benchreport.h ui/inbox/livestage.h)
    target_link_libraries(bench_consoleburst PRIVATE signalbox_options Qt6::Test signalbox_inboxfixture)
    target_precompile_headers(bench_consoleburst REUSE_FROM signalbox_pch_test_ui)
    set_target_properties(bench_consoleburst PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin/bench)
endif()
