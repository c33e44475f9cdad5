add_library(signalbox_servertestsupport STATIC
    support/rawclient.cpp support/rawclient.h
    server/testservice.cpp server/testservice.h)
target_link_libraries(signalbox_servertestsupport PUBLIC signalbox_options signalbox_server
    PRIVATE Qt6::Network Qt6::WebSockets Qt6::Test)

signalbox_test(server/tst_httpparser.cpp LABEL server LINK signalbox_server)
signalbox_test(server/tst_httpguard.cpp LABEL server LINK signalbox_servertestsupport)
signalbox_test(server/tst_requestpipeline.cpp LABEL server LINK signalbox_servertestsupport)
foreach(unit routetable runtimeflags limits)
    signalbox_test(server/tst_${unit}.cpp LABEL server LINK signalbox_server)
endforeach()
signalbox_test(server/tst_inboxroutes.cpp LABEL server FIXTURES pg
    LINK signalbox_servertestsupport signalbox_inboxdata signalbox_testsupport
    SOURCES server/inboxservice.cpp server/inboxservice.h)
signalbox_test(server/tst_triageroutes.cpp LABEL server FIXTURES pg
    LINK signalbox_servertestsupport signalbox_inboxdata signalbox_testsupport
    SOURCES server/inboxservice.cpp server/inboxservice.h)
signalbox_test(server/tst_openapi.cpp LABEL server LINK signalbox_servertestsupport signalbox_storage
    SOURCES server/inboxservice.cpp server/inboxservice.h)
