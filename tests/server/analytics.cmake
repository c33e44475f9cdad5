signalbox_test(server/analytics/tst_readflights.cpp LABEL server LINK signalbox_server signalbox_testsupport)
signalbox_test(server/analytics/tst_filebody.cpp LABEL server LINK signalbox_servertestsupport)
foreach(unit analyticsreads analyticsstale)
    signalbox_test(server/analytics/tst_${unit}.cpp LABEL server FIXTURES pg
        LINK signalbox_server signalbox_inboxdata signalbox_testsupport
        SOURCES server/analytics/readsfixture.cpp server/analytics/readsfixture.h)
endforeach()
signalbox_test(server/analytics/tst_exportservice.cpp LABEL server FIXTURES pg
    LINK signalbox_server signalbox_inboxdata signalbox_testsupport)
foreach(unit analyticsroutes analyticsstatements crmroutes exportroutes)
    signalbox_test(server/analytics/tst_${unit}.cpp LABEL server FIXTURES pg
        LINK signalbox_servertestsupport signalbox_inboxdata signalbox_testsupport
        SOURCES server/analytics/analyticsservice.cpp server/analytics/analyticsservice.h)
endforeach()
