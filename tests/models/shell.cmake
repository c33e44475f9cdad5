signalbox_test(models/shell/tst_membersmodel.cpp LABEL models LINK signalbox_shell_models)
signalbox_test(models/shell/tst_workspacemodel.cpp LABEL models LINK signalbox_shell_models)
signalbox_test(models/tst_allmodels.cpp LABEL models LINK signalbox_models signalbox_shell_models signalbox_fakeinbox)
target_compile_definitions(tst_models_allmodels PRIVATE SIGNALBOX_MODELS="${CMAKE_SOURCE_DIR}/models")
