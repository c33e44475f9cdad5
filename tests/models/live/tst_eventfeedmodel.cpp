// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/eventfeedmodel.h"
#include "models/live/leadnames.h"
#include "models/live/liveexport.h"
#include "tests/support/feedevents.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

#include <random>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A model with a tester on it from the start.
struct Stand
{
    explicit Stand(int capacity = 100)
        : names(gateway)
        , model(names, capacity)
    {
        names.setWorkspace(feedWorkspace());
    }

    void append(int count, const EventOf &what = {})
    {
        std::vector<LiveRecord> records;
        for (int i = 0; i < count; ++i) {
            EventOf one = what;
            one.lead = what.lead + i;
            records.push_back(recordOf(feedEvent(clock.now(), one)));
        }
        model.append(std::move(records));
    }
    void filter(const QString &text) { model.setFilter(*LiveFilter::parse(text)); }
    QStringList column(int column) const
    {
        QStringList lines;
        for (int row = 0; row < model.rowCount(); ++row)
            lines.append(model.index(row, column).data().toString());
        return lines;
    }

    ManualClock clock;
    FakeTriageGateway gateway;
    LeadNames names;
    EventFeedModel model;
    QAbstractItemModelTester tester {&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

} // namespace

class tst_EventFeedModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void batch_isOneTransaction()
    {
        Stand stand;
        QSignalSpy inserted(&stand.model, &QAbstractItemModel::rowsInserted);
        stand.append(50);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(stand.model.rowCount(), 50);
        QCOMPARE(stand.model.matchCount(), 50);
    }

    void fullRing_losesAtTheFrontWhatComesAtTheEnd()
    {
        Stand stand(10);
        stand.append(10);
        QSignalSpy removed(&stand.model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy reset(&stand.model, &QAbstractItemModel::modelReset);
        stand.append(4, {.lead = 100});
        QCOMPARE(removed.size(), 1);
        QCOMPARE(removed.first().at(1).toInt(), 0);
        QCOMPARE(removed.first().at(2).toInt(), 3);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(stand.model.rowCount(), 10);
        QCOMPARE(stand.model.record(9)->lead->lead, feedLead(103));
        QCOMPARE(stand.model.record(0)->lead->lead, feedLead(5));
    }

    void whatIsRead_isHeldOverTheTrimming()
    {
        Stand stand(10);
        stand.append(10);
        stand.model.setHold(3);
        stand.append(6, {.lead = 100});
        QCOMPARE(stand.model.ring().first(), 3u);
        QCOMPARE(stand.model.rowOf(3), 0);
        stand.model.setHold(std::nullopt);
        stand.append(1, {.lead = 200});
        QCOMPARE(stand.model.ring().size(), 10);
    }

    void pause_holdsTheRowsNotTheRecording()
    {
        Stand stand;
        stand.append(5);
        QSignalSpy inserted(&stand.model, &QAbstractItemModel::rowsInserted);
        stand.model.setPaused(true);
        stand.append(7, {.lead = 50});
        stand.append(1, {.lead = 90, .status = u"closed"_s});
        QCOMPARE(inserted.size(), 0);
        QCOMPARE(stand.model.held(), 8);
        QCOMPARE(stand.model.matchCount(), 13);
        stand.filter(u"status:open"_s);
        QCOMPARE(stand.model.rowCount(), 5); // a filter while paused looks at what was shown
        QCOMPARE(stand.model.held(), 7);
        stand.model.setPaused(false);
        QCOMPARE(stand.model.rowCount(), 12);
        QCOMPARE(stand.model.held(), 0);
    }

    void pause_longerThanTheRing_losesTheOldestOnly()
    {
        Stand stand(10);
        stand.append(10);
        stand.model.setPaused(true);
        stand.append(15, {.lead = 100});
        QCOMPARE(stand.model.rowCount(), 0); // nobody read them
        stand.model.setPaused(false);
        QCOMPARE(stand.model.rowCount(), 10);
    }

    void filter_showsWhatMatches_oldAndNew()
    {
        Stand stand;
        stand.append(5, {.status = u"open"_s});
        stand.append(3, {.status = u"qualified"_s});
        stand.filter(u"status:qualified"_s);
        QCOMPARE(stand.model.rowCount(), 3);
        QCOMPARE(stand.model.matchCount(), 3);
        QVERIFY(stand.model.isFiltering());
        stand.append(2, {.status = u"open"_s});
        stand.append(1, {.status = u"qualified"_s});
        QCOMPARE(stand.model.rowCount(), 4);
        stand.model.setKinds(std::bitset<LiveKindCount>().set(size_t(LiveKind::Heartbeat)));
        QCOMPARE(stand.model.rowCount(), 0);
        stand.model.setKinds(std::bitset<LiveKindCount>().set());
        stand.filter({});
        QCOMPARE(stand.model.rowCount(), 11);
        QVERIFY(!stand.model.isFiltering());
    }

    void names_comeLater_andAreFoundByTheFilter()
    {
        Stand stand;
        answerFeedNames(stand.gateway);
        stand.append(5);
        stand.filter(u"\"lead 3\""_s);
        QCOMPARE(stand.model.rowCount(), 0);
        QTRY_COMPARE(stand.model.rowCount(), 1);
        QCOMPARE(stand.model.record(0)->lead->lead, feedLead(3));
        QCOMPARE(stand.gateway.names.size(), 1u);
    }

    void aboveTwoHundredASecond_rowsAreGroups()
    {
        Stand stand(5000);
        stand.append(150);
        QCOMPARE(stand.model.rowCount(), 150); // not above
        stand.clock.advance(1s);
        stand.append(300, {.lead = 1000});
        QCOMPARE(stand.model.rowCount(), 150 + 200 + 1);
        const LiveRow &group = stand.model.row(350);
        QVERIFY(group.isGroup);
        QCOMPARE(group.count, 100);
        stand.clock.advance(1s);
        QSignalSpy inserted(&stand.model, &QAbstractItemModel::rowsInserted);
        stand.append(100, {.lead = 2000});
        stand.append(120, {.lead = 3000, .kind = LeadEvent::Kind::Inserted});
        stand.append(30, {.lead = 4000});
        QCOMPARE(stand.model.rowCount(), 351 + 2); // a row for each kind, from the start of the second
        QCOMPARE(inserted.size(), 2); // the third batch grew a row
        QCOMPARE(stand.model.row(351).count, 130);
        stand.clock.advance(1s);
        stand.append(1, {.lead = 5000});
        QVERIFY(stand.model.row(353).isGroup); // the second before was that busy
        stand.clock.advance(1s);
        stand.append(1, {.lead = 6000});
        QVERIFY(!stand.model.row(354).isGroup);
    }

    void group_isExpandedInPlace()
    {
        Stand stand(5000);
        stand.append(250);
        QCOMPARE(stand.model.rowCount(), 201);
        stand.model.setExpanded(200, true);
        QCOMPARE(stand.model.rowCount(), 251);
        QVERIFY(stand.model.row(201).isChild);
        QCOMPARE(stand.model.record(250)->lead->lead, feedLead(250));
        stand.append(2, {.lead = 900}); // the same second: not into rows behind an open group
        QCOMPARE(stand.model.rowCount(), 252);
        stand.model.setExpanded(200, false);
        QCOMPARE(stand.model.rowCount(), 202);
        QCOMPARE(stand.model.row(201).count, 2);
    }

    void trimming_ofAnOpenGroup_takesItsOldestRows()
    {
        Stand stand(260);
        stand.append(260);
        stand.model.setExpanded(200, true);
        QCOMPARE(stand.model.rowCount(), 261);
        stand.clock.advance(2s);
        stand.append(230, {.lead = 2000}); // 200 single, a group of 30
        QCOMPARE(stand.model.ring().first(), 231u);
        QVERIFY(stand.model.row(0).isGroup);
        QCOMPARE(stand.model.row(1).first, 231u);
        QCOMPARE(stand.model.rowCount(), 1 + 30 + 200 + 1);
        stand.clock.advance(2s);
        stand.append(100, {.lead = 5000});
        QVERIFY(!stand.model.row(0).isGroup);
        for (int row = 0; row < stand.model.rowCount(); ++row)
            stand.model.index(row, EventFeedModel::Change).data();
    }

    void moment_isFoundAmongGroupsAndRows()
    {
        Stand stand(5000);
        stand.append(250);
        QCOMPARE(stand.model.rowOf(5), 4);
        QCOMPARE(stand.model.rowOf(230), 200);
        stand.model.setExpanded(200, true);
        QCOMPARE(stand.model.rowOf(230), 230);
        QCOMPARE(stand.model.rowOf(9999), stand.model.rowCount());
    }

    void clearing_forgetsEverything_butNotTheFilter()
    {
        Stand stand;
        stand.append(5);
        stand.filter(u"status:qualified"_s);
        stand.model.clear();
        QCOMPARE(stand.model.rowCount(), 0);
        QCOMPARE(stand.model.ring().bytes(), 0);
        stand.append(1, {.status = u"open"_s});
        stand.append(1, {.status = u"qualified"_s});
        QCOMPARE(stand.model.rowCount(), 1);
    }

    void destroying_whileNamesArePending_isSafe()
    {
        auto stand = std::make_unique<Stand>();
        stand->append(5);
        stand->filter(u"ortiz"_s);
        QTRY_COMPARE(stand->gateway.names.size(), 1u);
        const auto asked = stand->gateway.names.back();
        stand.reset();
        asked.source.finish(QHash<LeadId, QString> {});
        QCoreApplication::processEvents();
    }

    void export_holdsWhatMatches()
    {
        Stand stand;
        stand.append(2, {.status = u"=cmd()"_s});
        stand.append(1, {.status = u"on, hold"_s});
        stand.append(1, {.status = u"open"_s});
        stand.filter(u"-status:open"_s);
        const QJsonArray json = QJsonDocument::fromJson(exportJson(stand.model, stand.names)).array();
        QCOMPARE(json.size(), 3);
        QCOMPARE(json.at(0).toObject().value("leadId"_L1).toString(), feedLead(1).toString());
        QCOMPARE(json.at(0).toObject().value("latencyMs"_L1).toInt(), 80);
        const QByteArrayList csv = exportCsv(stand.model, stand.names).split('\n');
        QCOMPARE(csv.size(), 5);
        QVERIFY(csv.at(1).contains(",'=cmd(),")); // not a formula
        QVERIFY(csv.at(3).contains(",\"on, hold\","));
    }

    void random_appendingTrimmingExpanding_keepsTheRules()
    {
        constexpr uint Seed = 20260218;
        qInfo("seed %u", Seed);
        std::mt19937 random(Seed);
        Stand stand(300);
        for (int turn = 0; turn < 400; ++turn) {
            stand.append(int(random() % 120),
                {.lead = int(random() % 500), .status = random() % 2 ? u"open"_s : u"closed"_s});
            if (random() % 3 == 0)
                stand.clock.advance(std::chrono::milliseconds(random() % 900));
            if (stand.model.rowCount() > 0 && random() % 4 == 0)
                stand.model.setExpanded(int(random() % uint(stand.model.rowCount())), random() % 2);
            if (random() % 20 == 0)
                stand.filter(random() % 2 ? u"status:open"_s : QString());
            if (random() % 15 == 0)
                stand.model.setPaused(random() % 2);
            stand.model.setHold(random() % 3 ? std::nullopt : std::optional(stand.model.ring().first() + 5));
            int matches = 0;
            stand.model.forEachMatch([&](quint64, const LiveRecord &) { ++matches; });
            QCOMPARE(stand.model.matchCount(), matches);
            for (int row = 0; row < stand.model.rowCount(); ++row)
                QVERIFY(stand.model.row(row).last >= stand.model.ring().first());
        }
    }
};

QTEST_GUILESS_MAIN(tst_EventFeedModel)
#include "tst_eventfeedmodel.moc"
