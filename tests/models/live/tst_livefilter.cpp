// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/leadnames.h"
#include "models/live/livefilter.h"
#include "tests/support/feedevents.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// The language of the Live page's filter.
class tst_LiveFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void words_chooseRecords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isMatch");
        const auto row = [](const char *text, bool isMatch) {
            QTest::addRow("%s", text) << QString::fromUtf8(text) << isMatch;
        };
        row("", true);
        row("   ", true);
        row("kind:lead.updated", true);
        row("KIND:Lead.Updated", true);
        row("kind:lead", true);
        row("kind:lead.inserted", false);
        row("kind:lead.inserted,lead.updated", true);
        row("kind:counts kind:lead.updated", true);
        row("-kind:lead.updated", false);
        row("-kind:heartbeat", true);
        row("setter:dana", true);
        row("setter:jonas", false);
        row("setter:none", false);
        row("-setter:none", true);
        row("latency:>500", true);
        row("latency:>612", false);
        row("latency:>=612", true);
        row("latency:<612", false);
        row("latency:<=612", true);
        row("latency:612", true);
        row("latency:612ms", true);
        row("latency:100..500", false);
        row("latency:500..700,5", true);
        row("status:qualified", true);
        row("status:\"Qualified\"", true);
        row("status:on", false);
        row("status:none", false);
        row("sentiment:\"Meeting Requested\"", true);
        row("sentiment:meeting", true);
        row("lead:ortiz", true);
        row("ortiz", true);
        row("vanessa meeting", true);
        row("\"Vanessa Ortiz\"", true);
        row("\"Ortiz Vanessa\"", false);
        row("nobody", false);
        row("-nobody", true);
        row("is:replay", false);
        row("-is:replay", true);
        row("kind:lead.updated setter:dana latency:>500 status:qualified vanessa", true);
        row("kind:lead.updated setter:dana latency:>500 status:qualified bernd", false);
    }
    void words_chooseRecords()
    {
        QFETCH(QString, text);
        QFETCH(bool, isMatch);
        FakeTriageGateway gateway;
        answerFeedNames(gateway);
        gateway.answerNames = [](const auto &) -> Result<QHash<LeadId, QString>> {
            return QHash<LeadId, QString> {{feedLead(1), u"Vanessa Ortiz"_s}};
        };
        LeadNames names(gateway);
        names.setWorkspace(feedWorkspace());
        names.want(feedLead(1));
        names.wantUser(feedUser(1));
        QTRY_COMPARE(names.known(feedLead(1)), u"Vanessa Ortiz"_s);
        QTRY_COMPARE(names.knownUser(feedUser(1)), u"Dana Okafor"_s);
        const LiveRecord record = recordOf(feedEvent(ManualClock().now(),
            {.status = u"qualified"_s, .sentiment = u"Meeting Requested"_s, .setter = 1, .latencyMs = 612}));
        const auto filter = LiveFilter::parse(text);
        QVERIFY(filter);
        QCOMPARE(filter->matches(record, names), isMatch);
    }

    void idOfALead_isFoundByItsBeginning()
    {
        FakeTriageGateway gateway;
        const LeadNames names(gateway);
        const LiveRecord record = recordOf(feedEvent(ManualClock().now()));
        const auto filter = LiveFilter::parse(u"lead:"_s + feedLead(1).toString().left(8));
        QVERIFY(filter && filter->matches(record, names));
    }

    void recordWithoutALead_hasNoneOfItsFields()
    {
        FakeTriageGateway gateway;
        const LeadNames names(gateway);
        const LiveRecord heartbeat {.kind = LiveKind::Heartbeat, .latency = std::chrono::milliseconds(12)};
        for (const auto &text : {u"status:open"_s, u"status:none"_s, u"setter:none"_s, u"is:replay"_s})
            QVERIFY2(!LiveFilter::parse(text)->matches(heartbeat, names), qPrintable(text));
        QVERIFY(LiveFilter::parse(u"latency:<20"_s)->matches(heartbeat, names));
        QVERIFY(LiveFilter::parse(u"kind:heartbeat"_s)->matches(heartbeat, names));
    }

    void mistakes_nameTheWord_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("word");
        const auto row = [](const char *text, const char *code, const char *word) {
            QTest::addRow("%s", text)
                << QString::fromUtf8(text) << QString::fromUtf8(code) << QString::fromUtf8(word);
        };
        row("colour:red", "UNKNOWN_FIELD", "colour");
        row(":red", "UNKNOWN_FIELD", "");
        row("kind:lead.moved", "UNKNOWN_KIND", "lead.moved");
        row("kind:le", "UNKNOWN_KIND", "le");
        row("is:new", "UNKNOWN_FLAG", "new");
        row("latency:fast", "NOT_A_LATENCY", "fast");
        row("latency:>", "NOT_A_LATENCY", ">");
        row("latency:-5", "NOT_A_LATENCY", "-5");
        row("latency:5..", "NOT_A_LATENCY", "5..");
        row("status:", "NO_VALUE", "status:");
        row("text kind:", "NO_VALUE", "kind:");
        row("a \"b", "OPEN_QUOTE", "\"b");
    }
    void mistakes_nameTheWord()
    {
        QFETCH(QString, text);
        QFETCH(QString, code);
        QFETCH(QString, word);
        const auto filter = LiveFilter::parse(text);
        QVERIFY(!filter);
        QCOMPARE(filter.error().code, code);
        QCOMPARE(filter.error().field, word);
    }

    void word_isReadAsItWasMeant()
    {
        QCOMPARE(LiveFilter::word("status"_L1, u"open"_s), u"status:open"_s);
        QCOMPARE(LiveFilter::word("status"_L1, u"on hold"_s), u"status:\"on hold\""_s);
        QVERIFY(LiveFilter::parse(LiveFilter::word("status"_L1, u"on hold"_s)));
    }
};

QTEST_GUILESS_MAIN(tst_LiveFilter)
#include "tst_livefilter.moc"
