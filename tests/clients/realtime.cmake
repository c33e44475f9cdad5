signalbox_test(clients/tst_realtimeclient.cpp LABEL server FIXTURES pg npm TIMEOUT 400
    LINK signalbox_program signalbox_inboxdata signalbox_testsupport signalbox_auth)
target_compile_definitions(tst_clients_realtimeclient PRIVATE SIGNALBOX_TEST_CLIENTS="${SIGNALBOX_CLIENT_FOLDER}")
add_dependencies(tst_clients_realtimeclient signalboxd)
