// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/analytics/analyticsreader.h"
#include "core/storage/analytics/messagedays.h"
#include "tests/storage/analyticsdata.h"
#include "tests/storage/analyticsoracle.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testseed.h"

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono;

/// The whole overview against an oracle that walks the rows, around changes of the clock, with changes that
/// are still pending in the ledger, partly and wholly folded.
class tst_AnalyticsOverview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_database = newDatabase();
        m_admin = connectTo(m_database->adminConninfo());
        m_app = connectTo(m_database->appConninfo());
    }

    void overview_ofAnyWindow_isTheOracles_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("New York, clocks go forward")
            << u"America/New_York"_s << u"2026-02-20"_s << u"2026-03-24"_s;
        QTest::newRow("New York, clocks go back")
            << u"America/New_York"_s << u"2025-10-20"_s << u"2025-11-20"_s;
        QTest::newRow("Lord Howe, by half an hour")
            << u"Australia/Lord_Howe"_s << u"2026-03-25"_s << u"2026-04-15"_s;
        QTest::newRow("Havana, back over midnight")
            << u"America/Havana"_s << u"2025-10-28"_s << u"2025-11-06"_s;
        QTest::newRow("no zone that anybody knows")
            << u"Mars/Olympus"_s << u"2026-01-05"_s << u"2026-01-25"_s;
    }
    void overview_ofAnyWindow_isTheOracles()
    {
        QFETCH(QString, zone);
        QFETCH(QString, from);
        QFETCH(QString, to);
        AnalyticsData data(*m_admin,
            {.timezone = zone, .from = *parseIso(from), .to = *parseIso(to), .leads = 70, .messages = 700},
            testSeed(12));
        data.churn(40);
        const QTimeZone known = analyticsZone(zone);
        compareWindows(data, known, randomWindows(data, known, 12));
        QVERIFY(*foldMessageDays(*m_app, 400) > 0);
        data.churn(20);
        compareWindows(data, known, randomWindows(data, known, 8));
        QVERIFY(foldMessageDays(*m_app, 1 << 30));
        compareWindows(data, known, randomWindows(data, known, 12));
        QCOMPARE(verifyMessageDays(*m_app, data.workspace())->size(), 0);
    }

    void messagesOfOneInstant_atTheBounds_countOnce()
    {
        const Instant first = *parseIso(u"2026-03-04T15:00:00Z");
        constexpr minutes Span {4};
        AnalyticsData data(
            *m_admin, {.from = first, .to = first + Span, .leads = 15, .messages = 200}, testSeed(13));
        QList<AnalyticsWindow> windows;
        for (minutes from {0}; from <= Span; ++from) {
            windows.append({first + from, std::nullopt});
            windows.append({std::nullopt, first + from});
            for (minutes to = from; to <= Span; ++to)
                windows.append({first + from, first + to});
        }
        compareWindows(data, QTimeZone("America/New_York"), windows);
    }

    void parts_leaveTheOtherHalfEmpty()
    {
        AnalyticsData data(*m_admin, options(), 7);
        const AnalyticsScope scope = data.scope(data.owner(), *parseIso(u"2026-03-20"), QTimeZone::utc());
        const AnalyticsWindow window = lastDays(10, scope.now);
        const auto all = loadOverview(*m_app, scope, window, OverviewParts::All);
        const auto core = loadOverview(*m_app, scope, window, OverviewParts::Core);
        const auto breakdowns = loadOverview(*m_app, scope, window, OverviewParts::Breakdowns);
        QVERIFY(all && core && breakdowns);
        QVERIFY(all->core.responses > 0);
        QVERIFY(core->core == all->core);
        QVERIFY(core->breakdowns == OverviewBreakdowns());
        QVERIFY(breakdowns->breakdowns == all->breakdowns);
        QVERIFY(breakdowns->core == OverviewCore());
        QCOMPARE(all->breakdowns.topClients.size(), 1);
        QCOMPARE(all->breakdowns.topClients.constFirst().leads, all->core.totalLeads);
        QCOMPARE(all->breakdowns.topClients.constFirst().meetings, all->core.meetingsBooked);
        double sum = 0;
        for (const SentimentShare &share : all->breakdowns.sentiments)
            sum += share.percentage;
        QVERIFY(std::abs(sum - 100) < 1e-6);
    }

    // The workspace has more statuses than the window.
    void statuses_areThoseOfTheWindow()
    {
        AnalyticsData data(*m_admin, options(), 11);
        const auto added = m_admin->runSql(
            "insert into lead (workspace_id, status, created_at) values ($1::uuid, 'zest', '2027-01-05Z'),"
            " ($1::uuid, 'apex', '2027-01-05Z'), ($1::uuid, 'apex', '2027-01-06Z')",
            PgParams() << data.workspace());
        QVERIFY(added);
        const AnalyticsScope scope
            = data.scope(data.owner(), *parseIso(u"2027-02-01"), QTimeZone("America/New_York"));
        const auto statuses = [&](const AnalyticsWindow &window) {
            QStringList told;
            const auto overview = loadOverview(*m_app, scope, window, OverviewParts::All);
            for (const StatusShare &share : overview->breakdowns.statuses)
                told.append(u"%1 %2 %3"_s.arg(share.status).arg(share.count).arg(share.percentage));
            told.append(u"%1 leads"_s.arg(overview->core.totalLeads));
            return told;
        };
        const Instant first = *parseIso(u"2027-01-05");
        QCOMPARE(statuses({first, first + hours(24)}),
            (QStringList {u"apex 1 50"_s, u"zest 1 50"_s, u"2 leads"_s}));
        QCOMPARE(
            statuses({first, std::nullopt}), (QStringList {u"apex 2 67"_s, u"zest 1 33"_s, u"3 leads"_s}));
        QCOMPARE(statuses({first + hours(25), first + hours(48)}), QStringList {u"0 leads"_s});
    }

    // A status is any text: beyond 50 of them the leads are counted in one walk.
    void manyStatuses_areCountedLikeFew_data()
    {
        QTest::addColumn<int>("statuses");
        QTest::addRow("a range each") << 50;
        QTest::addRow("one walk") << 51;
    }
    void manyStatuses_areCountedLikeFew()
    {
        QFETCH(int, statuses);
        AnalyticsData data(*m_admin, options(), 19);
        const auto set = m_admin->runSql(
            "update lead l set status = 'status ' || x.n % $2::int from"
            " (select id, row_number() over (order by id) as n from lead where workspace_id = $1::uuid) x"
            " where l.id = x.id returning l.status",
            PgParams() << data.workspace() << statuses);
        QVERIFY(set);
        QSet<QString> told;
        for (int row = 0; row < set->rowCount(); ++row)
            told.insert(set->text(row, 0));
        QCOMPARE(told.size(), statuses);
        const QTimeZone zone("America/New_York");
        compareWindows(data, zone, randomWindows(data, zone, 12));
    }

    void labels_areWeekdaysForAWeek_datesBeyond()
    {
        AnalyticsData data(*m_admin, options(), 8);
        const AnalyticsScope scope
            = data.scope(data.owner(), *parseIso(u"2026-03-18T12:00:00Z"), QTimeZone::utc());
        const auto week = loadOverview(*m_app, scope, lastDays(7, scope.now), OverviewParts::Core);
        QCOMPARE(week->core.days.size(), 8); // both ends are cut
        QCOMPARE(week->core.days.constFirst().label, u"Wed"_s);
        QVERIFY(week->core.days.constFirst().isPartial);
        QVERIFY(!week->core.days.at(1).isPartial);
        const auto month = loadOverview(*m_app, scope, lastDays(30, scope.now), OverviewParts::Core);
        QCOMPARE(month->core.days.constFirst().label, u"Feb 16"_s);
        const auto ages
            = loadOverview(*m_app, scope, lastDays(20'000, *parseIso(u"2026-04-01")), OverviewParts::Core);
        QVERIFY(ages->core.days.isEmpty());
        QCOMPARE(ages->core.totalLeads, 60);
    }

    void labels_ofAWeekWithAnHourMore_areWeekdays()
    {
        AnalyticsData data(*m_admin, options(), 11);
        const QTimeZone newYork("America/New_York");
        const AnalyticsWindow autumn {parseIso(u"2025-10-27T04:00:00Z"), parseIso(u"2025-11-03T05:00:00Z")};
        QCOMPARE(*autumn.to - *autumn.from, hours(169));
        const auto week = loadOverview(
            *m_app, data.scope(data.owner(), *autumn.to + hours(9), newYork), autumn, OverviewParts::All);
        QCOMPARE(week->core.days.size(), 7);
        QCOMPARE(week->core.days.constFirst().label, u"Mon"_s);
        QCOMPARE(week->core.days.constLast().label, u"Sun"_s);
        // Without a window the last seven days are drawn, today among them.
        const Instant late = *parseIso(u"2025-11-03T04:58:00Z");
        const auto ever
            = loadOverview(*m_app, data.scope(data.owner(), late, newYork), {}, OverviewParts::Breakdowns);
        QCOMPARE(ever->breakdowns.week.size(), 7);
        QCOMPARE(ever->breakdowns.week.constFirst().label, u"Mon"_s);
    }

    void day_thatIsNotOver_isPartial()
    {
        AnalyticsData data(*m_admin, options(), 10);
        const AnalyticsScope scope
            = data.scope(data.owner(), *parseIso(u"2026-03-19T03:57:00Z"), QTimeZone("America/New_York"));
        const AnalyticsWindow window = lastDays(7, scope.now); // ends with the day
        QCOMPARE(window.to, parseIso(u"2026-03-19T04:00:00Z"));
        const auto week = loadOverview(*m_app, scope, window, OverviewParts::Core);
        QCOMPARE(week->core.days.size(), 7);
        QVERIFY(!week->core.days.constFirst().isPartial);
        QVERIFY(week->core.days.constLast().isPartial);
    }

    void aggregates_areForTheRolesThatHoldThem()
    {
        AnalyticsData data(*m_admin, options(), 9);
        const Instant now = *parseIso(u"2026-03-20");
        const AnalyticsWindow window = lastDays(20, now);
        const auto owner
            = loadOverview(*m_app, data.scope(data.owner(), now, {}), window, OverviewParts::All);
        const auto setter = loadOverview(
            *m_app, data.scope(data.setters().constFirst(), now, {}), window, OverviewParts::All);
        QVERIFY(owner && setter);
        QVERIFY(*owner == *setter);
        for (const UserId &user : {data.portal(), data.foreigner(), data.setters().constLast()}) {
            const AnalyticsScope scope = data.scope(user, now, {});
            QCOMPARE(
                loadOverview(*m_app, scope, window, OverviewParts::All).error().kind, Error::Kind::Denied);
            QCOMPARE(loadWorkflows(*m_app, scope, window).error().kind, Error::Kind::Denied);
            QCOMPARE(loadAnalyticsContext(*m_app, scope).error().kind, Error::Kind::Denied);
            // And the tables below do not show a cell, whatever is asked of them.
            const auto cells = m_app->transaction(scope.tenantScope(), [&] {
                return m_app->runSql("select (select count(*) from message_day)"
                                     " + (select count(*) from gap_day)"
                                     " + (select count(*) from message_day_delta)");
            });
            QCOMPARE(cells->integer(0, 0), 0);
        }
    }

    void context_saysZoneProviderAndVersion()
    {
        AnalyticsData data(*m_admin, options(), 10);
        const AnalyticsScope scope = data.scope(data.setters().constFirst(), *parseIso(u"2026-03-20"), {});
        const auto before = loadAnalyticsContext(*m_app, scope);
        QVERIFY2(before, before ? "" : qPrintable(describe(before.error())));
        QCOMPARE(before->zone.id(), QByteArray("America/New_York"));
        QCOMPARE(before->provider, u"GHL"_s);
        QVERIFY(before->workspaceName.startsWith(u"Analytics "_s));
        data.addMessages(1);
        const auto written = loadAnalyticsContext(*m_app, scope);
        QVERIFY(written->version != before->version);
        InboxData(*m_admin).run("update workspace set timezone = 'Europe/London' where id = $1::uuid",
            PgParams() << data.workspace());
        const auto moved = loadAnalyticsContext(*m_app, scope);
        QCOMPARE(moved->zone.id(), QByteArray("Europe/London"));
        QVERIFY(moved->version != written->version);
        QCOMPARE(loadAnalyticsContext(*m_app, scope)->version, moved->version);
    }

private:
    static AnalyticsData::Options options()
    {
        return {
            .from = *parseIso(u"2026-02-20"), .to = *parseIso(u"2026-03-24"), .leads = 60, .messages = 400};
    }

    /// Some with two bounds, and some with one or none.
    static QList<AnalyticsWindow> randomWindows(AnalyticsData &data, const QTimeZone &zone, int count)
    {
        QList<AnalyticsWindow> windows {{}};
        for (int i = 0; i < count; ++i) {
            const auto [from, to] = data.randomWindow(zone);
            windows.append({from, to});
        }
        windows.append({std::nullopt, windows.constLast().to});
        windows.append({windows.at(1).from, std::nullopt});
        return windows;
    }

    void compareWindows(AnalyticsData &data, const QTimeZone &zone, const QList<AnalyticsWindow> &windows)
    {
        const AnalyticsFacts facts = data.facts();
        const Instant now = data.randomInstant() + seconds(1);
        const AnalyticsOracle oracle(facts, zone, now);
        for (const AnalyticsWindow &window : windows) {
            const auto overview
                = loadOverview(*m_app, data.scope(data.owner(), now, zone), window, OverviewParts::All);
            QVERIFY2(overview, overview ? "" : qPrintable(describe(overview.error())));
            const QString difference = differenceToOracle(*overview, oracle, data, window, now);
            QVERIFY2(difference.isEmpty(), qPrintable(describeWindow(window) + u": "_s + difference));
        }
    }

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<PgConnection> m_admin;
    std::unique_ptr<PgConnection> m_app;
};

QTEST_GUILESS_MAIN(tst_AnalyticsOverview)
#include "tst_analyticsoverview.moc"
