add_library(signalbox_inboxfixture INTERFACE)
target_link_libraries(signalbox_inboxfixture INTERFACE signalbox_ui_inbox signalbox_fakeinbox)

add_executable(inboxshots ui/inbox/inboxshots.cpp)
target_link_libraries(inboxshots PRIVATE signalbox_inboxfixture Qt6::Test)
set_target_properties(inboxshots PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin/tests)

signalbox_test(ui/inbox/tst_inboxlistview.cpp LABEL ui LINK signalbox_inboxfixture)
signalbox_test(ui/inbox/tst_inboxdesk.cpp LABEL ui LINK signalbox_inboxfixture)
