add_library(signalbox_inboxfixture INTERFACE)
target_link_libraries(signalbox_inboxfixture INTERFACE signalbox_ui_inbox signalbox_fakeinbox)

signalbox_test(ui/inbox/tst_inboxlistview.cpp LABEL ui LINK signalbox_inboxfixture)
signalbox_test(ui/inbox/tst_inboxdesk.cpp LABEL ui LINK signalbox_inboxfixture)
signalbox_test(ui/inbox/tst_documentquote.cpp LABEL ui LINK signalbox_ui_inbox)
signalbox_test(ui/inbox/tst_livecontract_conversation.cpp LABEL ui LINK signalbox_inboxfixture)
signalbox_test(ui/inbox/tst_triagedesk.cpp LABEL ui LINK signalbox_inboxfixture)
