foreach(unit seed import)
    signalbox_test(storage/tst_${unit}.cpp LABEL storage LINK signalbox_ingest signalbox_testsupport FIXTURES pg)
endforeach()
signalbox_test(storage/tst_responsetimingfill.cpp LABEL storage FIXTURES pg
    LINK signalbox_ingest signalbox_inboxdata signalbox_testsupport)
signalbox_test(storage/tst_responsetimingmend.cpp LABEL storage FIXTURES pg LINK signalbox_inboxdata signalbox_testsupport
    SOURCES storage/threadstage.cpp storage/threadstage.h)
