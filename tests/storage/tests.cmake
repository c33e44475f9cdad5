include(${CMAKE_CURRENT_LIST_DIR}/cluster.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/inbox.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/sessions.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/ingest.cmake)
