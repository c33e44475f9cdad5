foreach(unit changefilter feedstate leadchange phoenixframe)
    signalbox_test(core/realtime/tst_${unit}.cpp LABEL core LINK signalbox_realtime)
endforeach()
