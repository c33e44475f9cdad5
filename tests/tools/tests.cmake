# The rules of the house, and proof that the checks can fail.
set(signalbox_tools ${CMAKE_SOURCE_DIR}/tests/tools)
get_target_property(signalbox_qt_includes Qt6::Core INTERFACE_INCLUDE_DIRECTORIES)
list(FILTER signalbox_qt_includes EXCLUDE REGEX "QtCore|mkspecs")
list(GET signalbox_qt_includes 0 signalbox_qt_headers)
set(signalbox_gui_libraries "libQt6Gui|libQt6Widgets|libQt6Charts")

function(signalbox_arch_test name)
    add_test(NAME arch.${name} COMMAND ${CMAKE_COMMAND} ${ARGN})
    set_tests_properties(arch.${name} PROPERTIES LABELS arch TIMEOUT 120)
endfunction()

signalbox_arch_test(layers -DROOT=${CMAKE_SOURCE_DIR} -DQT_HEADERS=${signalbox_qt_headers} -P ${signalbox_tools}/check_layers.cmake)
signalbox_arch_test(migrations -DDIRECTORY=${CMAKE_SOURCE_DIR}/resources/sql/migrations -P ${signalbox_tools}/check_migrations.cmake)
foreach(check layers migrations)
    signalbox_arch_test(${check}_check_can_fail -DCHECK=${check} -DTOOLS=${signalbox_tools}
        -DWORK=${CMAKE_BINARY_DIR}/tests/selftest_${check} -DQT_HEADERS=${signalbox_qt_headers} -P ${signalbox_tools}/selftest.cmake)
endforeach()

foreach(program signalboxd signalboxctl)
    string(REPLACE "signalboxd" "service" what ${program})
    string(REPLACE "signalboxctl" "ctl" what ${what})
    signalbox_arch_test(${what}_is_headless -DBINARIES=${CMAKE_BINARY_DIR}/bin/${program} "-DFORBIDDEN=${signalbox_gui_libraries}"
        -P ${signalbox_tools}/check_needed.cmake)
endforeach()
signalbox_arch_test(tests_are_headless "-DBINARY_GLOB=${CMAKE_BINARY_DIR}/bin/tests/tst_core_*;${CMAKE_BINARY_DIR}/bin/tests/tst_models_*"
    "-DFORBIDDEN=${signalbox_gui_libraries}" -P ${signalbox_tools}/check_needed.cmake)
# Seeded violations: a library named by the program itself, and one that only a library of it needs.
foreach(library "libQt6Core" "libicuuc")
    signalbox_arch_test(headless_check_can_fail_on_${library} -DBINARIES=$<TARGET_FILE:testpg> -DFORBIDDEN=${library}
        -P ${signalbox_tools}/check_needed.cmake)
    set_tests_properties(arch.headless_check_can_fail_on_${library} PROPERTIES PASS_REGULAR_EXPRESSION "loads what it must not.*${library}")
endforeach()
