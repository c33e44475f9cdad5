// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/analytics/gaps.h"
#include "core/storage/analytics/messagedays.h"
#include "core/storage/migrator.h"
#include "tests/storage/analyticsdata.h"
#include "tests/storage/analyticsoracle.h"
#include "tests/support/racers.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testseed.h"

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace {

/// To the microsecond: the sums are whole ones, and only their mean is rounded.
bool isSame(const ResponseGap &a, const ResponseGap &b)
{
    return a.samples == b.samples && a.meanMs.has_value() == b.meanMs.has_value()
        && (!a.meanMs || qFuzzyCompare(*a.meanMs, *b.meanMs));
}

} // namespace

/// The mean gaps between messages and the grid they are read from (migration 0018).
class tst_GapDays : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_database = newDatabase();
        m_admin = connectTo(m_database->adminConninfo());
        m_app = connectTo(m_database->appConninfo());
    }

    void gaps_ofAnyWindow_areTheRows_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("New York, clocks go forward")
            << u"America/New_York"_s << u"2026-02-28"_s << u"2026-03-18"_s;
        QTest::newRow("New York, clocks go back")
            << u"America/New_York"_s << u"2025-10-27"_s << u"2025-11-12"_s;
        QTest::newRow("Kolkata, midnight in business hours")
            << u"Asia/Kolkata"_s << u"2026-02-20"_s << u"2026-03-10"_s;
        QTest::newRow("Lord Howe, by half an hour")
            << u"Australia/Lord_Howe"_s << u"2026-03-28"_s << u"2026-04-15"_s;
        QTest::newRow("Havana, back over midnight")
            << u"America/Havana"_s << u"2025-10-28"_s << u"2025-11-08"_s;
        QTest::newRow("Kwajalein, without a day") << u"Kwajalein"_s << u"1993-08-13"_s << u"1993-08-30"_s;
    }
    void gaps_ofAnyWindow_areTheRows()
    {
        QFETCH(QString, zone);
        QFETCH(QString, from);
        QFETCH(QString, to);
        AnalyticsData data(*m_admin,
            {.timezone = zone, .from = *parseIso(from), .to = *parseIso(to), .leads = 25, .messages = 900},
            testSeed(18));
        const QTimeZone known = analyticsZone(zone);
        compareWindows(data, randomWindows(data, known, 12));
        data.churn(30);
        QVERIFY(*foldMessageDays(*m_app, 500) > 0);
        compareWindows(data, randomWindows(data, known, 12));
        data.churn(30);
        compareWindows(data, randomWindows(data, known, 6));
        QVERIFY(foldMessageDays(*m_app, 1 << 30));
        compareWindows(data, randomWindows(data, known, 12));
        QCOMPARE(verifyMessageDays(*m_app, data.workspace())->size(), 0);
    }

    void gapsOverMidnight_atTheVeryBounds()
    {
        // 18:30 UTC is midnight in Kolkata and half past one in New York.
        const Instant midnight = *parseIso(u"2026-03-04T18:30:00Z");
        AnalyticsData data(*m_admin,
            {.timezone = u"Asia/Kolkata"_s,
                .from = midnight - minutes(3),
                .to = midnight + minutes(3),
                .leads = 12,
                .messages = 250},
            21);
        QVERIFY(foldMessageDays(*m_app, 120));
        QList<AnalyticsWindow> windows;
        for (minutes from {-3}; from <= minutes(3); ++from) {
            windows.append({std::nullopt, midnight + from});
            windows.append({midnight + from, std::nullopt});
            for (minutes to = from; to <= minutes(3); ++to)
                windows.append({midnight + from, midnight + to});
            windows.append({midnight + from, midnight + hours(24)});
            windows.append({midnight - hours(24), midnight + from});
        }
        compareWindows(data, windows);
    }

    void whoAnsweredAnother_isCounted_andMakesNoChangeWhereNoGapIs()
    {
        AnalyticsData data(*m_admin, spring(10, 300), 22);
        QVERIFY(foldMessageDays(*m_app, 1 << 30));
        InboxData rows(*m_admin);
        const PgParams workspace = PgParams() << data.workspace();
        const QByteArray take = "update message set sent_by_user_id = $2::uuid where workspace_id = $1::uuid"
                                " and direction = 'outbound' and gap_from is ";
        const PgParams taken = PgParams() << data.workspace() << data.setters().at(1);
        rows.run(take + "null", taken);
        QCOMPARE(pending(data), 0);
        rows.run(take + "not null", taken);
        QVERIFY(pending(data) > 0);
        compareWindows(data, {{data.randomInstant(), std::nullopt}, {std::nullopt, data.randomInstant()}});
        QVERIFY(foldMessageDays(*m_app, 1 << 30));
        const auto senders = rows.run(
            "select count(distinct sender_key) from gap_day where workspace_id = $1::uuid and direction = "
            "'outbound'",
            workspace);
        QCOMPARE(senders.integer(0, 0), 1);
        // Somebody who is deleted has answered all the same.
        rows.run("delete from app_user where id = $1::uuid", PgParams() << data.setters().at(1));
        compareWindows(data, {{data.randomInstant(), std::nullopt}});
        QCOMPARE(verifyMessageDays(*m_app, data.workspace())->size(), 0);
    }

    void aWorkspaceThatMoves_isCutAnew_withWhatIsPending()
    {
        AnalyticsData data(*m_admin, spring(15, 300), 23);
        QVERIFY(foldMessageDays(*m_app, 150));
        InboxData(*m_admin).run("update workspace set timezone = 'Asia/Kolkata' where id = $1::uuid",
            PgParams() << data.workspace());
        data.addMessages(40);
        QCOMPARE(verifyMessageDays(*m_app, data.workspace())->size(), 0);
        compareWindows(data, randomWindows(data, QTimeZone("Asia/Kolkata"), 15));
    }

    void foldingWhileOthersRead_changesNoAnswer()
    {
        AnalyticsData data(*m_admin, spring(15, 600), 24);
        Racers folder;
        folder.start([&]() -> Result<void> {
            const auto pg = PgConnection::open(m_database->appConninfo());
            if (!pg)
                return pg.error();
            while (!folder.areOver()) {
                if (const auto folded = foldMessageDays(**pg, 10); !folded)
                    return folded.error();
            }
            return {};
        });
        compareWindows(data, randomWindows(data, QTimeZone("America/New_York"), 40));
        QCOMPARE(folder.join(), QString());
        QCOMPARE(verifyMessageDays(*m_app, data.workspace())->size(), 0);
    }

    void cellsThatAreWrong_areNamedAndRebuilt_data()
    {
        QTest::addColumn<QByteArray>("damage");
        QTest::addColumn<QString>("what");
        QTest::newRow("a gap too many") << QByteArray("update gap_day set n = n + 1") << u"gaps"_s;
        QTest::newRow("a microsecond too few")
            << QByteArray("update gap_day set total_us = total_us - 1") << u"microseconds"_s;
        QTest::newRow("a cell is missing") << QByteArray("delete from gap_day") << u"gaps microseconds"_s;
        QTest::newRow("a cell of nothing") << QByteArray("update gap_day set from_day = from_day - 1")
                                           << u"gaps gaps microseconds microseconds"_s;
    }
    void cellsThatAreWrong_areNamedAndRebuilt()
    {
        QFETCH(QByteArray, damage);
        QFETCH(QString, what);
        AnalyticsData data(*m_admin, spring(10, 300), 25);
        QVERIFY(foldMessageDays(*m_app, 200));
        InboxData(*m_admin).run(damage
                + " where (workspace_id, day, from_day, direction, sender_key) = (select workspace_id, day,"
                  " from_day, direction, sender_key from gap_day where workspace_id = $1::uuid"
                  " order by day, from_day, direction, sender_key limit 1)",
            PgParams() << data.workspace());
        const auto drift = verifyMessageDays(*m_app, data.workspace());
        QVERIFY(drift);
        QStringList found;
        for (const MessageDayDrift &row : *drift) {
            QVERIFY(!row.lead && row.channel.isEmpty() && row.sender && row.day.isValid());
            QVERIFY(row.expected != row.found);
            found.append(row.what);
        }
        QCOMPARE(found.join(u' '), what);
        QVERIFY(*recomputeMessageDays(*m_app, data.workspace()) > 0);
        QCOMPARE(verifyMessageDays(*m_app, data.workspace())->size(), 0);
        compareWindows(data, randomWindows(data, QTimeZone("America/New_York"), 5));
    }

    void migrating_fillsWhatIsThere_withWhatIsPending_whileOthersWrite()
    {
        const auto database = newDatabase();
        const auto admin = connectTo(database->adminConninfo());
        const auto writing = connectTo(database->adminConninfo());
        AnalyticsData data(*writing, spring(20, 400), 26);
        QVERIFY(foldMessageDays(*admin, 150));
        // Only this step is taken beside a writer: it must not be the one who loses a deadlock to another.
        QVERIFY(Migrator::rollBackTo(*admin, KeepGapDays));
        const Migration step = Migrator::builtIn()->at(KeepGapDays - 1);
        Racers writer;
        writer.start([&]() -> Result<void> {
            while (!writer.areOver()) {
                if (const auto done = data.churnOne(); !done)
                    return done;
            }
            return {};
        });
        const auto rolledBack = Migrator::rollBackTo(*admin, KeepGapDays - 1);
        const auto drift = admin->runSql(
            "select count(*) from verify_message_days($1::uuid)", PgParams() << data.workspace());
        const auto migrated
            = admin->transaction({.readOnly = false}, [&] { return admin->runScript(step.up); });
        QCOMPARE(writer.join(), QString());
        data.addMessages(1); // how much the writer left to be folded is luck
        QVERIFY(admin->run("MigrationClaim"_L1, PgParams() << step.version << step.name));
        QVERIFY(Migrator::migrate(*admin));
        QVERIFY2(rolledBack, rolledBack ? "" : qPrintable(describe(rolledBack.error())));
        QCOMPARE(drift->integer(0, 0), 0);
        QVERIFY2(migrated, migrated ? "" : qPrintable(describe(migrated.error())));
        QCOMPARE(verifyMessageDays(*admin, data.workspace())->size(), 0);
        QVERIFY(*foldMessageDays(*admin, 1 << 30) > 0);
        QCOMPARE(verifyMessageDays(*admin, data.workspace())->size(), 0);
        QCOMPARE(*recomputeMessageDays(*admin, data.workspace()), 0);
    }

private:
    static constexpr int KeepGapDays = 18; // the migration

    static AnalyticsData::Options spring(int leads, int messages)
    {
        return {.from = *parseIso(u"2026-02-27"),
            .to = *parseIso(u"2026-03-19"),
            .leads = leads,
            .messages = messages};
    }

    qint64 pending(const AnalyticsData &data)
    {
        return InboxData(*m_admin)
            .run("select count(*) from message_day_delta where workspace_id = $1::uuid",
                PgParams() << data.workspace())
            .integer(0, 0);
    }

    /// Cut anywhere; some open, some of a day or less, some from the begin of a day.
    static QList<AnalyticsWindow> randomWindows(AnalyticsData &data, const QTimeZone &zone, int count)
    {
        QList<AnalyticsWindow> windows;
        for (int i = 0; i < count; ++i) {
            const auto [from, to] = data.randomWindow(zone);
            windows.append({from, to});
            windows.append({from, from + minutes(data.pick(24 * 60))});
            windows.append({from, from + hours(24 + data.pick(60))});
        }
        windows.append({std::nullopt, windows.constFirst().to});
        windows.append({windows.constFirst().from, std::nullopt});
        return windows;
    }

    void compareWindows(const AnalyticsData &data, const QList<AnalyticsWindow> &windows)
    {
        const AnalyticsFacts facts = data.facts();
        const AnalyticsOracle oracle(facts, QTimeZone::utc(), Instant());
        const AnalyticsScope scope = data.scope(data.owner(), Instant(), {});
        qint64 samples = 0;
        for (const AnalyticsWindow &window : windows) {
            const auto gaps = m_app->transaction(scope.tenantScope(), [&]() -> Result<GapFigures> {
                if (const auto done = admitAnalytics(*m_app, scope); !done)
                    return done.error();
                return loadGaps(*m_app, scope, window);
            });
            QVERIFY2(gaps, gaps ? "" : qPrintable(describe(gaps.error())));
            QVERIFY2(isSame(gaps->setters, oracle.gap(true, std::nullopt, window)),
                qPrintable(describeWindow(window)));
            QVERIFY2(isSame(gaps->clients, oracle.gap(false, std::nullopt, window)),
                qPrintable(describeWindow(window)));
            qsizetype people = 0;
            for (const UserId &user : data.setters()) {
                const ResponseGap right = oracle.gap(true, user, window);
                const auto found = std::find_if(gaps->people.begin(), gaps->people.end(),
                    [&](const SetterResponse &person) { return person.user == user; });
                QVERIFY2(isSame(found == gaps->people.end() ? ResponseGap() : found->gap, right),
                    qPrintable(describeWindow(window)));
                people += right.samples > 0 ? 1 : 0;
            }
            QCOMPARE(gaps->people.size(), people);
            samples += gaps->setters.samples + gaps->clients.samples;
        }
        QVERIFY(samples > 0);
    }

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<PgConnection> m_admin;
    std::unique_ptr<PgConnection> m_app;
};

QTEST_GUILESS_MAIN(tst_GapDays)
#include "tst_gapdays.moc"
