foreach(unit csvsink xlsxsink exporttables)
    signalbox_test(core/export/tst_${unit}.cpp LABEL core LINK signalbox_export SOURCES core/export/office.h)
endforeach()
