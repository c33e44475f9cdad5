# The real programs, started as a person would start them.
add_library(signalbox_program STATIC server/program.cpp server/program.h)
target_link_libraries(signalbox_program PUBLIC signalbox_options Qt6::Core)
target_compile_definitions(signalbox_program PRIVATE SIGNALBOX_BIN_DIR="${CMAKE_BINARY_DIR}/bin")

signalbox_test(server/tst_signalboxd.cpp LABEL server FIXTURES pg TIMEOUT 300
    LINK signalbox_program signalbox_client signalbox_testsupport signalbox_storage signalbox_cluster)
add_dependencies(tst_server_signalboxd signalboxd)
signalbox_test(server/tst_ctl.cpp LABEL server FIXTURES pg
    LINK signalbox_program signalbox_testsupport signalbox_storage)
add_dependencies(tst_server_ctl signalboxctl)
add_library(signalbox_httpprobe STATIC server/httpprobe.cpp server/httpprobe.h)
target_link_libraries(signalbox_httpprobe PUBLIC signalbox_options PRIVATE Qt6::Network Qt6::Test)

signalbox_test(server/tst_feedservice.cpp LABEL server FIXTURES pg
    LINK signalbox_program signalbox_testsupport signalbox_storage signalbox_httpprobe)
add_dependencies(tst_server_feedservice signalboxd)
signalbox_test(server/tst_tenancy.cpp LABEL server FIXTURES pg TIMEOUT 300
    LINK signalbox_program signalbox_httpprobe signalbox_inboxdata signalbox_testsupport signalbox_auth)
add_dependencies(tst_server_tenancy signalboxd)

if(SIGNALBOX_WITH_UI)
    signalbox_test(server/tst_console.cpp LABEL server TIMEOUT 180 LINK signalbox_program)
    add_dependencies(tst_server_console signalbox signalboxd)
endif()
