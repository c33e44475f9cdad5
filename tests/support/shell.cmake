if(SIGNALBOX_WITH_UI)
    # The whole window over fakes, for the tests of the shell and for ./dev shots.
    add_library(signalbox_fakeshell STATIC support/fakeshell.cpp support/fakeshell.h support/stagepage.h)
    target_link_libraries(signalbox_fakeshell PUBLIC signalbox_options signalbox_fakeinbox signalbox_ui_shell signalbox_ui_desktop)
    target_precompile_headers(signalbox_fakeshell REUSE_FROM signalbox_pch_ui)
endif()
