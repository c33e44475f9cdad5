# The campaigns, booking and response timing tabs, and what is kept for them: oracles in plain C++ walk the rows of a
# workspace.
add_library(signalbox_campaignworld STATIC storage/campaignworld.cpp storage/campaignworld.h)
target_link_libraries(signalbox_campaignworld PUBLIC signalbox_inboxdata signalbox_storage signalbox_testsupport)
target_precompile_headers(signalbox_campaignworld REUSE_FROM signalbox_pch_core)
foreach(unit analyticscampaigns analyticsdrafts analyticsbooking answerorder assigneefill)
    signalbox_test(storage/tst_${unit}.cpp LABEL storage FIXTURES pg LINK signalbox_campaignworld)
endforeach()
foreach(unit assigneeanswers assigneeraces)
    signalbox_test(storage/tst_${unit}.cpp LABEL storage FIXTURES pg LINK signalbox_campaignworld
        SOURCES storage/assigneestage.cpp storage/assigneestage.h)
endforeach()
signalbox_test(storage/tst_analyticstiming.cpp LABEL storage FIXTURES pg LINK signalbox_campaignworld
    SOURCES storage/timingoracle.cpp storage/timingoracle.h)
foreach(unit campaignfacts campaignraces)
    signalbox_test(storage/tst_${unit}.cpp LABEL storage FIXTURES pg LINK signalbox_campaignworld
        SOURCES storage/campaignfacts.cpp storage/campaignfacts.h storage/campaignstage.cpp storage/campaignstage.h
            storage/campaignwriter.cpp storage/campaignwriter.h)
endforeach()
