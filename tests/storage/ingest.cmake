signalbox_test(storage/tst_seed.cpp LABEL storage LINK signalbox_ingest signalbox_testsupport FIXTURES pg)
