include(${CMAKE_CURRENT_LIST_DIR}/http.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/websocket.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/auth.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/programs.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/baddays.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/console.cmake)

include(${CMAKE_CURRENT_LIST_DIR}/realtime.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/analytics.cmake)
