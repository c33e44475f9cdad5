foreach(unit pgoutput feedhistory feedassembler)
    signalbox_test(core/feed/tst_${unit}.cpp LABEL core LINK signalbox_feed)
endforeach()
