# Clients that others wrote: npm packages under a lock file, Node itself among them. They are installed beside a copy of
# the scripts in the build directory, where Node looks for them; the fixture `npm` fails when they cannot be had.
set(SIGNALBOX_CLIENT_FOLDER ${CMAKE_BINARY_DIR}/tests/clients)

function(signalbox_client_files)
    foreach(file ${ARGN})
        configure_file(${CMAKE_SOURCE_DIR}/tests/clients/${file} ${SIGNALBOX_CLIENT_FOLDER}/${file} COPYONLY)
    endforeach()
endfunction()

signalbox_client_files(package.json package-lock.json .npmrc install.cmake)
add_test(NAME npm.install
    COMMAND ${CMAKE_COMMAND} -DFOLDER=${SIGNALBOX_CLIENT_FOLDER} -P ${SIGNALBOX_CLIENT_FOLDER}/install.cmake)
set_tests_properties(npm.install PROPERTIES FIXTURES_SETUP npm TIMEOUT 600 LABELS fixture)

include(${CMAKE_CURRENT_LIST_DIR}/auth.cmake)
