foreach(unit websocketreader pollset)
    signalbox_test(server/realtime/tst_${unit}.cpp LABEL server LINK signalbox_server)
endforeach()
