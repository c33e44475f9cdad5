add_library(signalbox_websocketyard STATIC
    support/maskedframes.h
    server/realtime/websocketyard.cpp server/realtime/websocketyard.h)
target_link_libraries(signalbox_websocketyard PUBLIC signalbox_servertestsupport PRIVATE Qt6::WebSockets Qt6::Network Qt6::Test)

foreach(unit websocketreader pollset)
    signalbox_test(server/realtime/tst_${unit}.cpp LABEL server LINK signalbox_server)
endforeach()
foreach(unit websocketconnection websocketserver)
    signalbox_test(server/realtime/tst_${unit}.cpp LABEL server LINK signalbox_websocketyard)
endforeach()
