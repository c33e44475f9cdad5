foreach(unit crm crmcursor crmeditrules exports)
    signalbox_test(core/analytics/tst_${unit}.cpp LABEL core LINK signalbox_analytics)
endforeach()
