add_library(signalbox_scriptedserver STATIC
    client/fakepeer.cpp client/fakepeer.h
    client/scriptedserver.cpp client/scriptedserver.h)
target_link_libraries(signalbox_scriptedserver PUBLIC signalbox_options signalbox_realtime Qt6::Core
    PRIVATE Qt6::Network Qt6::WebSockets Qt6::Test)

signalbox_test(client/tst_answercache.cpp LABEL core LINK signalbox_client)
signalbox_test(client/tst_apiclient.cpp LABEL core LINK signalbox_client signalbox_scriptedserver)
signalbox_test(client/tst_remotegateways.cpp LABEL core LINK signalbox_client signalbox_scriptedserver)
signalbox_test(client/tst_websocketfeed.cpp LABEL core LINK signalbox_client signalbox_scriptedserver)
signalbox_test(client/tst_remotetriagegateway.cpp LABEL core LINK signalbox_client signalbox_scriptedserver)
signalbox_test(client/tst_remoteanalyticsgateway.cpp LABEL core LINK signalbox_client signalbox_scriptedserver)
