signalbox_test(ui/live/tst_liveview.cpp LABEL ui LINK signalbox_ui_live signalbox_fakeinbox)
signalbox_test(ui/live/tst_livepage.cpp LABEL ui SOURCES support/windowtest.h LINK signalbox_ui_live signalbox_fakeshell)
