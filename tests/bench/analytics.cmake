signalbox_bench(analytics
    SOURCES bench/analyticscrowd.cpp bench/analyticscrowd.h bench/httpload.cpp bench/httpload.h
        server/analytics/analyticsservice.cpp server/analytics/analyticsservice.h
    LINK signalbox_benchdatabase signalbox_servertestsupport signalbox_inboxdata signalbox_testsupport)
signalbox_bench(analyticsday
    SOURCES bench/analyticscrowd.cpp bench/analyticscrowd.h bench/analyticsday.cpp bench/analyticsday.h
        bench/httpload.cpp bench/httpload.h
        server/analytics/analyticsservice.cpp server/analytics/analyticsservice.h
    LINK signalbox_benchdatabase signalbox_servertestsupport signalbox_inboxdata signalbox_testsupport)
signalbox_bench(analyticsoverview LINK signalbox_benchdatabase)
