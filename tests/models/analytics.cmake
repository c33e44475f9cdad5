signalbox_test(models/analytics/tst_analyticsmemory.cpp LABEL models LINK signalbox_models signalbox_fakeinbox)
signalbox_test(models/analytics/tst_analyticssession.cpp LABEL models LINK signalbox_models signalbox_fakeinbox)
signalbox_test(models/analytics/tst_fetchedreading.cpp LABEL models LINK signalbox_models signalbox_fakeinbox)
signalbox_test(models/analytics/tst_readingtables.cpp LABEL models LINK signalbox_models)
