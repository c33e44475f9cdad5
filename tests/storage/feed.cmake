foreach(unit logicalfeed)
    signalbox_test(storage/tst_${unit}.cpp LABEL storage FIXTURES pg
        LINK signalbox_feed signalbox_inboxdata signalbox_testsupport)
endforeach()
