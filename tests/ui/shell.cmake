if(SIGNALBOX_WITH_UI)
    signalbox_test(ui/base/tst_theme.cpp LABEL ui LINK signalbox_ui_base)
    signalbox_test(ui/base/tst_statepanel.cpp LABEL ui LINK signalbox_ui_base)
    # Not with the others' precompiled header: Qt6::DBus brings a definition of its own.
    signalbox_test(ui/base/tst_busnotifications.cpp LABEL ui LINK signalbox_ui_desktop)
    set_target_properties(tst_ui_base_busnotifications PROPERTIES DISABLE_PRECOMPILE_HEADERS ON)
    signalbox_test(ui/shell/tst_commandregistry.cpp LABEL ui LINK signalbox_ui_shell)
    signalbox_test(ui/shell/tst_preferences.cpp LABEL ui LINK signalbox_ui_shell)
    signalbox_test(ui/shell/tst_deeplink.cpp LABEL ui LINK signalbox_ui_shell)
    signalbox_test(ui/shell/tst_errorboundary.cpp LABEL ui LINK signalbox_fakeshell)
    signalbox_test(ui/shell/tst_linkwatch.cpp LABEL ui LINK signalbox_fakeshell)
    signalbox_test(ui/shell/tst_mainwindow.cpp LABEL ui SOURCES support/windowtest.h LINK signalbox_fakeshell)
    signalbox_test(ui/shell/tst_notifier.cpp LABEL ui LINK signalbox_fakeshell)
    signalbox_test(ui/shell/tst_renderloopguard.cpp LABEL ui LINK signalbox_ui_shell)
    signalbox_test(ui/shell/tst_settingspage.cpp LABEL ui SOURCES support/windowtest.h LINK signalbox_fakeshell)
    signalbox_test(ui/shell/tst_signinview.cpp LABEL ui SOURCES support/windowtest.h LINK signalbox_fakeshell)
    signalbox_test(ui/shell/tst_translations.cpp LABEL ui LINK signalbox_fakeshell)
    target_compile_definitions(tst_ui_shell_translations PRIVATE
        SIGNALBOX_SOURCE="${CMAKE_SOURCE_DIR}"
        SIGNALBOX_TS_SOURCES="${CMAKE_BINARY_DIR}/translations/sources.lst"
        SIGNALBOX_LUPDATE="$<TARGET_FILE:Qt6::lupdate>")
endif()
