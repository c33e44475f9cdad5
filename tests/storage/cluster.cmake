foreach(unit embeddedcluster embeddedclusterdamage)
    signalbox_test(storage/tst_${unit}.cpp LABEL storage LINK signalbox_cluster signalbox_storage
        SOURCES storage/clusteryard.cpp storage/clusteryard.h)
endforeach()
