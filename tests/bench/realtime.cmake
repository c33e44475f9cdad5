signalbox_bench(realtime SOURCES bench/processfigures.h
    LINK signalbox_program signalbox_realtimeclient signalbox_auth signalbox_cluster signalbox_storage)
add_dependencies(bench_realtime signalboxd)
