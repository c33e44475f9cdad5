foreach(unit campaignsjson responsetiming)
    signalbox_test(core/analytics/tst_${unit}.cpp LABEL core LINK signalbox_analytics)
endforeach()
