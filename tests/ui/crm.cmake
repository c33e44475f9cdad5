# The CRM tab and the exports.
signalbox_test(ui/analytics/tst_crmtable.cpp LABEL ui LINK signalbox_ui_analytics signalbox_fakecrm)
signalbox_test(ui/analytics/tst_crmtab.cpp LABEL ui LINK signalbox_ui_analytics signalbox_fakecrm signalbox_fakeshell)
signalbox_test(ui/analytics/tst_analyticskeyboard.cpp LABEL ui SOURCES support/windowtest.h
    LINK signalbox_ui_analytics signalbox_fakecrm signalbox_fakeshell)
signalbox_test(ui/analytics/tst_exportcenter.cpp LABEL ui LINK signalbox_ui_analytics signalbox_fakeinbox signalbox_fakeshell)
