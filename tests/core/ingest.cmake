foreach(unit mailparser htmltext mailsource csvreader ingestrecord)
    signalbox_test(core/ingest/tst_${unit}.cpp LABEL core LINK signalbox_ingest)
endforeach()
target_link_libraries(tst_core_ingest_mailsource PRIVATE ZLIB::ZLIB)
