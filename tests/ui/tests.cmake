include(${CMAKE_CURRENT_LIST_DIR}/inbox.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/crm.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/live.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/shell.cmake)
