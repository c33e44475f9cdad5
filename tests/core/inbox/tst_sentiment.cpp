// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inbox/sentiment.h"

using namespace signalbox;
using namespace Qt::StringLiterals;

class tst_Sentiment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tag_hasItsSets_data()
    {
        QTest::addColumn<QString>("tag");
        QTest::addColumn<bool>("positive");
        QTest::addColumn<bool>("attention");
        QTest::addColumn<bool>("disqualified");
        QTest::addColumn<QString>("slug");
        QTest::addColumn<QString>("status");
        const auto row = [](const char *tag, bool positive, bool attention, bool disqualified,
                             const char *slug, const char *status) {
            QTest::newRow(*tag ? tag : "no tag")
                << QString::fromLatin1(tag) << positive << attention << disqualified
                << QString::fromLatin1(slug) << QString::fromLatin1(status);
        };
        row("", false, false, false, "new", "new");
        row("New", false, false, false, "new", "new");
        row("Meeting Booked", false, true, false, "meeting-booked", "meeting-booked");
        row("Meeting Requested", true, true, false, "meeting-requested", "meeting-requested");
        row("Call Requested", true, true, false, "call-requested", "qualified");
        row("Information Requested", true, true, false, "follow-up", "qualified");
        row("Objection", false, false, false, "new", "new");
        row("Not Interested", false, false, false, "not-interested", "not-interested");
        row("Blacklist", false, false, true, "not-interested", "blacklisted");
        row("Follow Up", false, true, false, "follow-up", "new");
        row("Out of Office", false, false, false, "out-of-office", "new");
        row("Automated Reply", false, false, false, "automated-reply", "new");
        row("Interested", true, true, false, "interested", "qualified");
        row("Positive", true, true, false, "interested", "qualified");
        row("Neutral", false, false, false, "new", "new");
        row("Snoozed", false, false, false, "new", "new");
        row("Unsubscribed", false, false, true, "new", "new");
        row("Bounce", false, false, true, "new", "new");
        row("interested", false, false, false, "new", "new");
        row("A tag of tomorrow", false, false, false, "new", "new");
    }
    void tag_hasItsSets()
    {
        QFETCH(QString, tag);
        QTEST(isPositiveTag(tag), "positive");
        QTEST(isAttentionTag(tag), "attention");
        QTEST(isDisqualifiedTag(tag), "disqualified");
        QTEST(QString(classificationSlug(tag)), "slug");
        QTEST(QString(statusForTag(tag)), "status");
    }

    void offeredTags_areTheCanonicalFourteen()
    {
        QCOMPARE(sentimentTags().size(), 14);
        QCOMPARE(sentimentTags().first(), u"New"_s);
        QCOMPARE(sentimentTags().last(), u"Snoozed"_s);
        QVERIFY(!sentimentTags().contains(u"Positive"_s));
        QCOMPARE(attentionTags().size(), 7);
        QCOMPARE(disqualifiedTags().size(), 7);
    }
};

QTEST_APPLESS_MAIN(tst_Sentiment)
#include "tst_sentiment.moc"
