include(${CMAKE_CURRENT_LIST_DIR}/inbox.cmake)
