add_library(signalbox_inboxfixture INTERFACE)
target_link_libraries(signalbox_inboxfixture INTERFACE signalbox_ui_inbox signalbox_fakeinbox)

signalbox_test(ui/inbox/tst_inboxlistview.cpp LABEL ui LINK signalbox_inboxfixture)
signalbox_test(ui/inbox/tst_inboxdesk.cpp LABEL ui LINK signalbox_inboxfixture)
signalbox_test(ui/inbox/tst_livecontract.cpp LABEL ui SOURCES ui/inbox/livestage.h LINK signalbox_inboxfixture)
signalbox_test(ui/inbox/tst_livepace.cpp LABEL ui SOURCES ui/inbox/livestage.h LINK signalbox_inboxfixture)
signalbox_test(ui/inbox/tst_documentquote.cpp LABEL ui LINK signalbox_ui_inbox)
