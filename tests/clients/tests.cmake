# Clients that others wrote: npm packages under a lock file, Node itself among them. `./dev setup` installs them; the fixture
# `npm` does when somebody runs ctest without it, and fails when they cannot be had.
set(SIGNALBOX_CLIENT_FOLDER ${CMAKE_SOURCE_DIR}/tests/clients)

add_test(NAME npm.install
    COMMAND ${CMAKE_COMMAND} -DFOLDER=${SIGNALBOX_CLIENT_FOLDER} -P ${SIGNALBOX_CLIENT_FOLDER}/install.cmake)
set_tests_properties(npm.install PROPERTIES FIXTURES_SETUP npm TIMEOUT 600 LABELS fixture)

include(${CMAKE_CURRENT_LIST_DIR}/auth.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/realtime.cmake)
