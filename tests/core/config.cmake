signalbox_test(core/config/tst_configuration.cpp LABEL core LINK signalbox_config)
