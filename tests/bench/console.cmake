if(SIGNALBOX_WITH_UI)
    signalbox_bench(console LINK signalbox_program)
    add_dependencies(bench_console signalbox)
endif()
