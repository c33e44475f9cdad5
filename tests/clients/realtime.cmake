add_library(signalbox_changeemitter STATIC clients/changeemitter.cpp clients/changeemitter.h)
target_link_libraries(signalbox_changeemitter PUBLIC signalbox_options signalbox_storage PRIVATE Qt6::HttpServer)

signalbox_test(clients/tst_realtimeclient.cpp LABEL server FIXTURES pg npm TIMEOUT 400
    LINK signalbox_program signalbox_changeemitter signalbox_inboxdata signalbox_testsupport signalbox_auth)
target_compile_definitions(tst_clients_realtimeclient PRIVATE SIGNALBOX_TEST_CLIENTS="${SIGNALBOX_CLIENT_FOLDER}")
add_dependencies(tst_clients_realtimeclient signalboxd)
