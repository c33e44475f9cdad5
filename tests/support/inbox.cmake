# A gateway answered by hand and an inbox of any size, for the tests of models and widgets: no server, no QtGui.
add_library(signalbox_fakeinbox STATIC
    support/analyticsdemo.cpp support/analyticsdemo.h
    support/fakeanalyticsgateway.cpp support/fakeanalyticsgateway.h
    support/fakeinbox.cpp support/fakeinbox.h
    support/fakeinboxgateway.cpp support/fakeinboxgateway.h
    support/fakerealtimefeed.cpp support/fakerealtimefeed.h
    support/faketriagegateway.cpp support/faketriagegateway.h
    support/fakethread.cpp
    support/modeltext.h
    support/tabreadings.cpp support/tabreadings.h)
target_link_libraries(signalbox_fakeinbox PUBLIC signalbox_options signalbox_domain signalbox_analytics signalbox_realtime)
target_precompile_headers(signalbox_fakeinbox REUSE_FROM signalbox_pch_core)
