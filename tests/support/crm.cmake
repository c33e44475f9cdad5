# CRM rows and a service over them, for the tests of the table and for ./dev shots.
add_library(signalbox_fakecrm STATIC support/fakecrm.cpp support/fakecrm.h)
target_link_libraries(signalbox_fakecrm PUBLIC signalbox_options signalbox_fakeinbox signalbox_models)
target_precompile_headers(signalbox_fakecrm REUSE_FROM signalbox_pch_core)
