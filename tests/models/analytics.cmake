signalbox_test(models/analytics/tst_readingtables.cpp LABEL models LINK signalbox_models)
