signalbox_test(models/analytics/tst_readingtablemodel.cpp LABEL models LINK signalbox_models)
signalbox_test(models/analytics/tst_readingtables.cpp LABEL models LINK signalbox_models)
