signalbox_test(core/base/tst_clock.cpp LABEL core LINK signalbox_base)
signalbox_test(core/base/tst_async.cpp LABEL core LINK signalbox_base)
include(${CMAKE_CURRENT_LIST_DIR}/inbox.cmake)
