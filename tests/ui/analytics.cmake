foreach(tab workflows campaigns booking responsetiming)
    signalbox_test(ui/analytics/tst_${tab}tab.cpp LABEL ui SOURCES ui/analytics/tabfixture.h
        LINK signalbox_ui_analytics signalbox_inboxfixture)
endforeach()
