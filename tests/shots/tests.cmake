if(SIGNALBOX_WITH_UI)
    # ./dev shots: every page and state of the console as a picture. Fakes stay out of the product, so it is a program of its own.
    add_executable(signalbox_shots
        shots/analyticsscenes.cpp
        shots/crmscenes.cpp
        shots/livescenes.cpp
        shots/sceneanalytics.h
        shots/sceneinbox.h
        shots/shellscenes.cpp
        shots/shotlist.h
        shots/shots_main.cpp
        shots/stagescenes.cpp
        shots/tabscenes.cpp
        shots/triagescenes.cpp)
    target_link_libraries(signalbox_shots PRIVATE signalbox_fakeshell signalbox_fakeinbox signalbox_fakecrm signalbox_ui_inbox signalbox_ui_live signalbox_ui_analytics Qt6::Test)
endif()
