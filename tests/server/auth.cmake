add_library(signalbox_authtestsupport STATIC server/authservice.cpp server/authservice.h)
target_link_libraries(signalbox_authtestsupport PUBLIC signalbox_servertestsupport signalbox_inboxdata signalbox_testsupport)

foreach(unit authroutes authworkspaces)
    signalbox_test(server/tst_${unit}.cpp LABEL server FIXTURES pg LINK signalbox_authtestsupport)
endforeach()
signalbox_test(server/tst_heldanswers.cpp LABEL server LINK signalbox_base signalbox_testsupport)
