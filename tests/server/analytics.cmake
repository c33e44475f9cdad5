signalbox_test(server/analytics/tst_readflights.cpp LABEL server LINK signalbox_server signalbox_testsupport)
foreach(unit analyticsreads exportservice)
    signalbox_test(server/analytics/tst_${unit}.cpp LABEL server FIXTURES pg
        LINK signalbox_server signalbox_inboxdata signalbox_testsupport)
endforeach()
