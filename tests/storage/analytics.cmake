# Analytics against real PostgreSQL: an oracle in plain C++ walks the rows, the statements must agree with it.
add_library(signalbox_analyticsdata STATIC storage/analyticsdata.cpp storage/analyticsdata.h)
target_link_libraries(signalbox_analyticsdata PUBLIC signalbox_inboxdata signalbox_storage)
target_precompile_headers(signalbox_analyticsdata REUSE_FROM signalbox_pch_core)

foreach(unit analyticsoverview gapdays messagedays)
    signalbox_test(storage/tst_${unit}.cpp LABEL storage FIXTURES pg
        LINK signalbox_analyticsdata signalbox_testsupport
        SOURCES storage/analyticsoracle.cpp storage/analyticsoracle.h)
endforeach()
signalbox_test(storage/tst_analyticsworkflows.cpp LABEL storage FIXTURES pg
    LINK signalbox_analyticsdata signalbox_testsupport)
