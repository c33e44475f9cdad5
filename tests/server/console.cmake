if(SIGNALBOX_WITH_UI)
    signalbox_test(server/tst_consoleswitch.cpp LABEL ui TIMEOUT 300
        LINK signalbox_program signalbox_httpprobe signalbox_fakeinbox signalbox_client signalbox_ui_inbox signalbox_ui_desktop)
    add_dependencies(tst_server_consoleswitch signalboxd)
    signalbox_test(server/tst_consolelive.cpp LABEL ui FIXTURES pg TIMEOUT 300
        LINK signalbox_program signalbox_inboxdata signalbox_testsupport signalbox_auth signalbox_fakeinbox signalbox_client
        signalbox_ui_inbox signalbox_ui_desktop)
    add_dependencies(tst_server_consolelive signalboxd)
endif()
