include(${CMAKE_CURRENT_LIST_DIR}/http.cmake)
