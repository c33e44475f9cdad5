# Real PostgreSQL throughout: the fixture `pg`.
add_library(signalbox_inboxdata STATIC storage/inboxdata.cpp storage/inboxdata.h)
target_link_libraries(signalbox_inboxdata PUBLIC signalbox_storage PRIVATE signalbox_testsupport)
target_precompile_headers(signalbox_inboxdata REUSE_FROM signalbox_pch_core)

foreach(unit sqlcatalog migrator pgconnection sideread inboxcounts inboxlist conversation isolation countsrandom
        analyticsfacts functionrights)
    signalbox_test(storage/tst_${unit}.cpp LABEL storage FIXTURES pg LINK signalbox_inboxdata signalbox_testsupport)
endforeach()
foreach(unit triagestore draftstore idempotencystore)
    signalbox_test(storage/tst_${unit}.cpp LABEL storage FIXTURES pg LINK signalbox_inboxdata signalbox_testsupport
        SOURCES storage/triagedata.h)
endforeach()
