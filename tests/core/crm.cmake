foreach(unit crm crmcursor crmeditrules)
    signalbox_test(core/analytics/tst_${unit}.cpp LABEL core LINK signalbox_analytics)
endforeach()
# The request of an export holds that of response timing.
if(EXISTS ${CMAKE_SOURCE_DIR}/core/analytics/responsetiming.cpp)
    signalbox_test(core/analytics/tst_exports.cpp LABEL core LINK signalbox_analytics)
endif()
