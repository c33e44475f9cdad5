// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inbox/departure.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

using Why = Departure::Why;
using Went = std::optional<Departure>;

/// Where a row went, from what it is now.
class tst_Departure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rows_data()
    {
        QTest::addColumn<InboxQuery>("query");
        QTest::addColumn<Conversation>("row");
        QTest::addColumn<Went>("went");
        const auto row = [](int categories) {
            Conversation conversation;
            conversation.categories = categories;
            conversation.sentimentTag = u"Interested"_s;
            conversation.lead.overallScore = 3;
            return conversation;
        };
        const InboxQuery attention {.category = InboxCategory::Attention};
        QTest::addRow("still there") << attention << row(TotalBit | AttentionBit) << Went();
        QTest::addRow("all shows everything awake") << InboxQuery() << row(TotalBit) << Went();
        QTest::addRow("answered by the AI") << attention << row(TotalBit | AiSentBit)
                                            << Went(Departure {Why::Category, InboxCategory::AiSent});
        QTest::addRow("of several, the one that asks for something")
            << attention << row(TotalBit | ResponsesBit | AiSentBit | AiReviewBit)
            << Went(Departure {Why::Category, InboxCategory::AiReview});
        QTest::addRow("in none") << attention << row(TotalBit | EligibleBit)
                                 << Went(Departure {Why::Category});
        Conversation snoozed = row(EligibleBit);
        snoozed.lead.snoozedUntil = Instant(std::chrono::seconds(2000));
        QTest::addRow("snoozed") << attention << snoozed << Went(Departure {Why::Snoozed});
        snoozed.categories = TotalBit | AttentionBit;
        snoozed.lead.snoozedUntil = Instant(std::chrono::seconds(500));
        QTest::addRow("a snooze that has run out") << attention << snoozed << Went();
        InboxQuery tagged = attention;
        tagged.sentimentTags = {u"Follow Up"_s};
        QTest::addRow("another sentiment than asked for")
            << tagged << row(TotalBit | AttentionBit) << Went(Departure {Why::Filter});
        InboxQuery scored = attention;
        scored.score = ScoreFilter::AtLeast3;
        QTest::addRow("score enough") << scored << row(TotalBit | AttentionBit) << Went();
        scored.score = ScoreFilter::Exactly4;
        QTest::addRow("score too low")
            << scored << row(TotalBit | AttentionBit) << Went(Departure {Why::Filter});
        scored.score = ScoreFilter::Unscored;
        QTest::addRow("scored now") << scored << row(TotalBit | AttentionBit)
                                    << Went(Departure {Why::Filter});
    }
    void rows()
    {
        QFETCH(InboxQuery, query);
        QFETCH(Conversation, row);
        QFETCH(Went, went);
        QCOMPARE(departureFrom(query, row, Instant(std::chrono::seconds(1000))), went);
    }
};

QTEST_APPLESS_MAIN(tst_Departure)
#include "tst_departure.moc"
