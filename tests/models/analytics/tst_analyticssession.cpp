// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analytics/analyticssession.h"
#include "tests/support/fakeanalyticsgateway.h"
#include "tests/support/manualclock.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Instant at(QStringView iso)
{
    return parseIso(iso).value();
}

AnalyticsPeriod custom(const QDate &first, const QDate &last)
{
    return {.days = 0, .first = first, .last = last};
}

} // namespace

/// Which window an analyst looks at.
class tst_AnalyticsSession : public QObject
{
    Q_OBJECT

    ManualClock m_clock;
    FakeAnalyticsGateway m_gateway;
    std::unique_ptr<AnalyticsMemory> m_memory;
    std::unique_ptr<AnalyticsSession> m_session;
    UserId m_user {QUuid::fromString(u"11111111-1111-4111-8111-111111111111"_s)};
    WorkspaceId m_workspace {QUuid::fromString(u"22222222-2222-4222-8222-222222222222"_s)};

    std::unique_ptr<AnalyticsSession> make()
    {
        return std::make_unique<AnalyticsSession>(m_user, m_workspace, m_gateway, *m_memory, m_clock);
    }

private Q_SLOTS:
    void init()
    {
        m_clock = ManualClock(at(u"2026-03-02T14:00:20Z"));
        m_memory = std::make_unique<AnalyticsMemory>(m_clock);
        m_session = make();
    }

    void window_isSettled_andStaysTheSame()
    {
        const AnalyticsWindow window = m_session->request().window;
        QCOMPARE(window.to, at(u"2026-03-02T14:05:00Z"));
        QCOMPARE(window.from, at(u"2026-01-31T14:05:00Z"));
        m_clock.advance(70s);
        QCOMPARE(m_session->request().window, window); // two panels ask for the same
        QCOMPARE(m_session->request().workspace, m_workspace);
        QCOMPARE(m_session->request().compare, Comparison::Previous);
    }

    void refresh_pinsAnew_forces_andForgetsTheHint()
    {
        m_session->hintNewData();
        m_clock.advance(5min);
        QList<AnalyticsRequest> asked;
        connect(m_session.get(), &AnalyticsSession::refreshed, m_session.get(),
            [&] { asked.append(m_session->request()); });
        m_session->refresh();
        QCOMPARE(asked.size(), 1);
        QVERIFY(asked.first().forceRefresh);
        QCOMPARE(asked.first().window.to, at(u"2026-03-02T14:10:00Z"));
        QVERIFY(!m_session->request().forceRefresh);
        QVERIFY(!m_session->hasNewData());
    }

    void hint_isToldOnce_andMovesNothing()
    {
        QSignalSpy hints(m_session.get(), &AnalyticsSession::newDataHinted);
        QSignalSpy changes(m_session.get(), &AnalyticsSession::requestChanged);
        const AnalyticsRequest before = m_session->request();
        m_session->hintNewData();
        m_session->hintNewData();
        QCOMPARE(hints.size(), 1);
        QCOMPARE(changes.size(), 0);
        QCOMPARE(m_session->request(), before);
    }

    void customDates_areLocalMidnights_endIncluded()
    {
        m_session->setZone(u"America/New_York"_s);
        m_session->setPeriod(custom({2026, 3, 7}, {2026, 3, 8})); // the second has 23 hours
        const AnalyticsWindow window = m_session->request().window;
        QCOMPARE(window.from, at(u"2026-03-07T05:00:00Z"));
        QCOMPARE(window.to, at(u"2026-03-09T04:00:00Z"));
    }

    void zone_movesCustomDates_notPresets()
    {
        QSignalSpy changes(m_session.get(), &AnalyticsSession::requestChanged);
        m_session->setZone(u"Europe/Berlin"_s);
        QCOMPARE(changes.size(), 0);
        m_session->setPeriod(custom({2026, 2, 1}, {2026, 2, 1}));
        QCOMPARE(changes.size(), 1);
        m_session->setZone(u"Asia/Kolkata"_s);
        QCOMPARE(changes.size(), 2);
        QCOMPARE(m_session->request().window.from, at(u"2026-01-31T18:30:00Z"));
        m_session->setZone(u"Asia/Kolkata"_s);
        QCOMPARE(changes.size(), 2);
        m_session->setZone(u"Nowhere/Town"_s);
        QCOMPARE(m_session->zone(), QTimeZone::utc());
    }

    void step_goesByWholePeriods_neverBeyondToday()
    {
        QVERIFY(!m_session->canStep(1));
        m_session->step(1);
        QCOMPARE(m_session->period().days, 30);
        m_session->step(-1);
        QCOMPARE(m_session->period().days, 0);
        QCOMPARE(m_session->period().last, QDate(2026, 1, 31));
        QCOMPARE(m_session->period().first, QDate(2026, 1, 2));
        m_session->step(1);
        QCOMPARE(m_session->period().last, QDate(2026, 3, 2));
        QVERIFY(!m_session->canStep(1));
        m_session->setPeriod(custom({2026, 2, 20}, {2026, 2, 28}));
        m_session->step(1); // nine days, of which only two are over
        QCOMPARE(m_session->period().last, QDate(2026, 3, 2));
        QCOMPARE(m_session->period().first, QDate(2026, 2, 22));
    }

    void periodThatMakesNoSense_isNotTaken()
    {
        QSignalSpy changes(m_session.get(), &AnalyticsSession::requestChanged);
        m_session->setPeriod(custom({2026, 2, 2}, {2026, 2, 1}));
        m_session->setPeriod(custom({}, {2026, 2, 1}));
        m_session->setPeriod({});
        QCOMPARE(changes.size(), 0);
        QCOMPARE(m_session->period().days, 30);
    }

    void newSession_soonAfter_asksForTheSameWindow()
    {
        m_clock.advance(3min + 30s); // to 14:03:50
        m_memory = std::make_unique<AnalyticsMemory>(m_clock);
        m_session = make();
        const AnalyticsWindow window = m_session->request().window;
        m_clock.advance(80s);
        QCOMPARE(make()->request().window, window);
        m_clock.advance(11s);
        QVERIFY(make()->request().window != window);
    }

    void keys_tellUserWorkspaceTabPartsAndWindowApart()
    {
        const QString key = m_session->memoryKey(u"overview"_s, u"core"_s);
        QVERIFY(key.startsWith(
            u"zrg:analytics:%1:%2:overview:core:"_s.arg(m_user.toString(), m_workspace.toString())));
        QVERIFY(key.contains(u"2026-03-02T14:05:00.000Z"_s));
        QVERIFY(key != m_session->memoryKey(u"overview"_s, u"breakdowns"_s));
        m_session->setPeriod({.days = 30, .compare = Comparison::Year});
        QVERIFY(key != m_session->memoryKey(u"overview"_s, u"core"_s));
    }

    void link_carriesOnlyWhatDiffers_andComesBack_data()
    {
        QTest::addColumn<AnalyticsPeriod>("period");
        QTest::addColumn<qsizetype>("params");
        QTest::newRow("standard") << AnalyticsPeriod() << qsizetype(0);
        QTest::newRow("week") << AnalyticsPeriod {.days = 7} << qsizetype(1);
        QTest::newRow("nothing compared") << AnalyticsPeriod {.compare = Comparison::None} << qsizetype(1);
        QTest::newRow("dates, last year") << AnalyticsPeriod {.days = 0,
            .first = {2025, 2, 1},
            .last = {2025, 2, 28},
            .compare = Comparison::Year} << qsizetype(4);
    }
    void link_carriesOnlyWhatDiffers_andComesBack()
    {
        QFETCH(AnalyticsPeriod, period);
        QFETCH(qsizetype, params);
        QCOMPARE(encodePeriod(period).size(), params);
        QCOMPARE(decodePeriod(encodePeriod(period)), period);
    }

    void link_thatMakesNoSense_isTheStandard()
    {
        QCOMPARE(decodePeriod({{u"period"_s, u"13d"_s}, {u"compare"_s, u"moon"_s}}), AnalyticsPeriod());
        QCOMPARE(
            decodePeriod({{u"period"_s, u"custom"_s}, {u"first"_s, u"2026-02-30"_s}, {u"last"_s, u"x"_s}}),
            AnalyticsPeriod());
        QCOMPARE(decodePeriod({{u"period"_s, u"custom"_s}, {u"first"_s, u"2026-02-03"_s},
                     {u"last"_s, u"2026-02-01"_s}}),
            AnalyticsPeriod());
    }
};

QTEST_GUILESS_MAIN(tst_AnalyticsSession)
#include "tst_analyticssession.moc"
