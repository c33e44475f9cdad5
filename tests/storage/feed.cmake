foreach(unit logicalfeed feedbreaks)
    signalbox_test(storage/tst_${unit}.cpp LABEL storage FIXTURES pg
        LINK signalbox_feed signalbox_inboxdata signalbox_testsupport)
endforeach()
# Servers of its own, which it kills and stops.
signalbox_test(storage/tst_feedserver.cpp LABEL storage TIMEOUT 300
    LINK signalbox_cluster signalbox_feed signalbox_inboxdata signalbox_testsupport
    SOURCES storage/clusteryard.cpp storage/clusteryard.h)
