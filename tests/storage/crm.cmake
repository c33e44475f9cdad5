# The CRM table against an oracle that knows only the raw rows and the definitions.
add_library(signalbox_crmdata STATIC storage/crmdata.cpp storage/crmdata.h storage/crmoracle.cpp)
target_link_libraries(signalbox_crmdata PUBLIC signalbox_inboxdata signalbox_testsupport)
target_precompile_headers(signalbox_crmdata REUSE_FROM signalbox_pch_core)

foreach(unit crmrows crmsummary crmanswers crmfacts crmkeys crmedit crmexport)
    signalbox_test(storage/tst_${unit}.cpp LABEL storage FIXTURES pg LINK signalbox_crmdata)
endforeach()
