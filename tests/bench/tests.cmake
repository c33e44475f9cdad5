include(${CMAKE_CURRENT_LIST_DIR}/inbox.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/start.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/read.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/http.cmake)
