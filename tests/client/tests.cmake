add_library(signalbox_scriptedserver STATIC client/scriptedserver.cpp client/scriptedserver.h)
target_link_libraries(signalbox_scriptedserver PUBLIC signalbox_options Qt6::Core PRIVATE Qt6::Network)

signalbox_test(client/tst_answercache.cpp LABEL core LINK signalbox_client)
signalbox_test(client/tst_apiclient.cpp LABEL core LINK signalbox_client signalbox_scriptedserver)
signalbox_test(client/tst_remotegateways.cpp LABEL core LINK signalbox_client signalbox_scriptedserver)
signalbox_test(client/tst_remotetriagegateway.cpp LABEL core LINK signalbox_client signalbox_scriptedserver)
