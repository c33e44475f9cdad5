# The hub over fakes of feed, sockets and database.
add_library(signalbox_fakerealtime STATIC support/fakerealtime.cpp support/fakerealtime.h
    server/realtime/realtimetestbed.cpp server/realtime/realtimetestbed.h)
target_link_libraries(signalbox_fakerealtime PUBLIC signalbox_options signalbox_server PRIVATE Qt6::Test)
target_precompile_headers(signalbox_fakerealtime REUSE_FROM signalbox_pch_core)

foreach(unit hub join limits presence resume)
    signalbox_test(server/realtime/tst_realtime${unit}.cpp LABEL server LINK signalbox_fakerealtime)
endforeach()

# Many real clients of a real service.
add_library(signalbox_realtimeclient STATIC support/maskedframes.h
    server/realtime/realtimeclient.cpp server/realtime/realtimeclient.h)
target_link_libraries(signalbox_realtimeclient PUBLIC signalbox_options signalbox_base PRIVATE Qt6::Network)

foreach(unit isolation nogap services)
    signalbox_test(server/realtime/tst_realtime${unit}.cpp LABEL server FIXTURES pg TIMEOUT 300
        LINK signalbox_program signalbox_realtimeclient signalbox_httpprobe signalbox_inboxdata signalbox_testsupport signalbox_auth
             signalbox_cluster signalbox_storage)
    add_dependencies(tst_server_realtime_realtime${unit} signalboxd)
    # The long forms take longer than Qt Test lets one function.
    set_tests_properties(server.realtime.realtime${unit} PROPERTIES ENVIRONMENT "QTEST_FUNCTION_TIMEOUT=900000")
endforeach()

signalbox_test(server/realtime/tst_realtimegate.cpp LABEL server FIXTURES pg
    LINK signalbox_server signalbox_inboxdata signalbox_testsupport)
signalbox_test(storage/tst_sightstore.cpp LABEL storage FIXTURES pg
    LINK signalbox_storage signalbox_inboxdata signalbox_testsupport)
