# Kills, outages and rude clients, on the real programs.
add_library(signalbox_baddays STATIC server/baddays.cpp server/baddays.h)
target_link_libraries(signalbox_baddays PUBLIC signalbox_options Qt6::Core PRIVATE signalbox_auth)

signalbox_test(server/tst_baddayskill.cpp LABEL server TIMEOUT 180
    LINK signalbox_baddays signalbox_program signalbox_storage signalbox_cluster)
add_dependencies(tst_server_baddayskill signalboxd signalboxctl)

signalbox_test(server/tst_baddaysoutage.cpp LABEL server FIXTURES pg TIMEOUT 180
    LINK signalbox_baddays signalbox_program signalbox_testsupport signalbox_storage)
add_dependencies(tst_server_baddaysoutage signalboxd)

signalbox_test(server/tst_baddaysclients.cpp LABEL server FIXTURES pg TIMEOUT 180
    LINK signalbox_baddays signalbox_program signalbox_testsupport)
add_dependencies(tst_server_baddaysclients signalboxd)

signalbox_test(server/tst_triagekill.cpp LABEL server FIXTURES pg TIMEOUT 180
    LINK signalbox_baddays signalbox_program signalbox_httpprobe signalbox_inboxdata signalbox_testsupport signalbox_auth)
add_dependencies(tst_server_triagekill signalboxd)

# A small disk of one's own needs a mount namespace: root outside of a locked-down container.
execute_process(COMMAND unshare --mount sh -c "mount -t tmpfs tmpfs /mnt" RESULT_VARIABLE signalbox_mounts ERROR_QUIET)
if(signalbox_mounts EQUAL 0)
    signalbox_test(server/tst_baddaysdisk.cpp LABEL server TIMEOUT 180 LINK signalbox_baddays signalbox_program)
    target_compile_definitions(tst_server_baddaysdisk PRIVATE SIGNALBOX_BIN_DIR="${CMAKE_BINARY_DIR}/bin")
    add_dependencies(tst_server_baddaysdisk signalboxd)
else()
    message(STATUS "No private mounts here (not root?): the test of a full disk is left out")
endif()
