signalbox_test(clients/tst_authclient.cpp LABEL server FIXTURES pg npm LINK signalbox_authtestsupport)
target_compile_definitions(tst_clients_authclient PRIVATE SIGNALBOX_TEST_CLIENTS="${SIGNALBOX_CLIENT_FOLDER}")
