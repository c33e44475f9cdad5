foreach(unit sessionstore workspacestore)
    signalbox_test(storage/tst_${unit}.cpp LABEL storage FIXTURES pg LINK signalbox_inboxdata signalbox_testsupport)
endforeach()
signalbox_test(storage/tst_rediscache.cpp LABEL storage LINK signalbox_storage signalbox_auth signalbox_testsupport)
