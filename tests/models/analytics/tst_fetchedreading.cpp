// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analytics/fetchedreading.h"
#include "tests/support/analyticsdemo.h"
#include "tests/support/fakeanalyticsgateway.h"
#include "tests/support/manualclock.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// One reading as a panel shows it.
class tst_FetchedReading : public QObject
{
    Q_OBJECT

    using Fetched = FetchedReading<OverviewData>;
    using Reading = AnalyticsReading<OverviewData>;

    ManualClock m_clock {parseIso(u"2026-03-02T14:00:20Z").value()};
    FakeAnalyticsGateway m_gateway;
    std::unique_ptr<AnalyticsMemory> m_memory;
    std::unique_ptr<AnalyticsSession> m_session;
    int m_changes = 0;
    std::function<void()> m_onChange;

    std::unique_ptr<Fetched> make(AnalyticsSession &session)
    {
        return std::make_unique<Fetched>(
            &session, session, u"overview"_s,
            [this](const AnalyticsRequest &request) {
                return m_gateway.fetchOverview(request, OverviewParts::Core);
            },
            [this] {
                ++m_changes;
                if (const auto react = m_onChange; react)
                    react();
            });
    }
    std::unique_ptr<AnalyticsSession> makeSession()
    {
        return std::make_unique<AnalyticsSession>(
            UserId(QUuid(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)), WorkspaceId(), m_gateway, *m_memory, m_clock);
    }
    Reading reading(qint64 leads, const QMap<QString, QString> &errors = {}) const
    {
        Reading one;
        one.data.core.totalLeads = leads;
        one.computedAt = m_clock.now();
        one.errors = errors;
        return one;
    }
    /// Read that long ago, and overtaken by a write.
    Reading staleReading(qint64 leads, std::chrono::seconds age) const
    {
        Reading one = reading(leads);
        one.computedAt -= age;
        one.isStale = true;
        return one;
    }
    void answer(size_t call, const Result<Reading> &with) const
    {
        m_gateway.overviews.at(call).source.finish(with);
    }
    size_t calls() const { return m_gateway.overviews.size(); }

private Q_SLOTS:
    void init()
    {
        m_gateway.forget();
        m_memory = std::make_unique<AnalyticsMemory>(m_clock);
        m_session = makeSession();
        m_session->setStalePause(0ms);
        m_changes = 0;
        m_onChange = {};
    }

    void firstQuestion_isLoading_thenReady()
    {
        const auto fetched = make(*m_session);
        QCOMPARE(fetched->state(), LoadState::Idle);
        fetched->load(u"core"_s);
        QCOMPARE(fetched->state(), LoadState::Loading);
        QVERIFY(!fetched->reading());
        answer(0, reading(5));
        QTRY_COMPARE(fetched->state(), LoadState::Ready);
        QCOMPARE(fetched->reading()->data.core.totalLeads, 5);
        QCOMPARE(m_changes, 2);
    }

    void askedTwice_asksOnce_whileLoadingAndForNinetySeconds()
    {
        const auto fetched = make(*m_session);
        fetched->load(u"core"_s);
        fetched->load(u"core"_s);
        QCOMPARE(calls(), 1);
        answer(0, reading(5));
        QTRY_COMPARE(fetched->state(), LoadState::Ready);
        m_clock.advance(89s);
        fetched->load(u"core"_s);
        QCOMPARE(calls(), 1);
        m_clock.advance(1s);
        fetched->load(u"core"_s);
        QCOMPARE(calls(), 2);
        QCOMPARE(fetched->state(), LoadState::Refreshing);
        QCOMPARE(fetched->reading()->data.core.totalLeads, 5);
    }

    void anotherPanel_showsWhatIsInMemory_atOnce()
    {
        auto fetched = make(*m_session);
        fetched->load(u"core"_s);
        answer(0, reading(5));
        QTRY_COMPARE(fetched->state(), LoadState::Ready);
        fetched.reset();
        m_session.reset(); // the page was left
        m_clock.advance(60s);
        m_session = makeSession();
        const auto later = make(*m_session);
        later->load(u"core"_s);
        QCOMPARE(later->state(), LoadState::Ready);
        QCOMPARE(later->reading()->data.core.totalLeads, 5);
        QCOMPARE(calls(), 1);
    }

    void memoryOlderThanNinetySeconds_isShownAndReadAgain()
    {
        auto fetched = make(*m_session);
        fetched->load(u"core"_s);
        answer(0, reading(5));
        QTRY_COMPARE(fetched->state(), LoadState::Ready);
        fetched.reset();
        m_clock.advance(5min);
        m_session = makeSession();
        const auto later = make(*m_session);
        later->load(u"core"_s);
        QCOMPARE(later->state(), LoadState::Refreshing);
        QCOMPARE(later->reading()->data.core.totalLeads, 5);
        QVERIFY(!later->isOfOtherRequest()); // still the last 30 days
        QCOMPARE(calls(), 2);
    }

    void otherPeriod_keepsTheOldNumbers_marked_untilTheNewAreThere()
    {
        const auto fetched = make(*m_session);
        fetched->load(u"core"_s);
        answer(0, reading(5));
        QTRY_COMPARE(fetched->state(), LoadState::Ready);
        m_session->setPeriod({.days = 7});
        fetched->load(u"core"_s);
        QCOMPARE(fetched->state(), LoadState::Refreshing);
        QVERIFY(fetched->isOfOtherRequest());
        QCOMPARE(fetched->reading()->data.core.totalLeads, 5);
        answer(1, reading(2));
        QTRY_COMPARE(fetched->state(), LoadState::Ready);
        QVERIFY(!fetched->isOfOtherRequest());
        m_session->setPeriod({});
        fetched->load(u"core"_s); // and back: from memory
        QCOMPARE(fetched->reading()->data.core.totalLeads, 5);
        QVERIFY(!fetched->isOfOtherRequest());
        QCOMPARE(calls(), 2);
    }

    void failure_keepsTheOldNumbers_andTheNextQuestionClearsIt()
    {
        const auto fetched = make(*m_session);
        fetched->load(u"core"_s);
        answer(0, reading(5));
        QTRY_COMPARE(fetched->state(), LoadState::Ready);
        m_clock.advance(2min);
        fetched->load(u"core"_s);
        answer(1, Error::unavailable(u"down"_s));
        QTRY_COMPARE(fetched->state(), LoadState::Failed);
        QCOMPARE(fetched->reading()->data.core.totalLeads, 5);
        QVERIFY(fetched->error());
        fetched->load(u"core"_s);
        QVERIFY(!fetched->error());
        QCOMPARE(calls(), 3);
    }

    void latestQuestion_wins()
    {
        const auto fetched = make(*m_session);
        fetched->load(u"core"_s);
        m_session->setPeriod({.days = 7});
        fetched->load(u"core"_s);
        QVERIFY(m_gateway.overviews.at(0).source.isCancelled());
        answer(1, reading(7));
        answer(0, reading(30));
        QTRY_COMPARE(fetched->state(), LoadState::Ready);
        QCOMPARE(fetched->reading()->data.core.totalLeads, 7);
        QCoreApplication::processEvents();
        QCOMPARE(fetched->reading()->data.core.totalLeads, 7);
    }

    void cancel_givesUpTheQuestion_andKeepsWhatIsShown()
    {
        const auto fetched = make(*m_session);
        fetched->load(u"core"_s);
        fetched->cancel();
        QCOMPARE(fetched->state(), LoadState::Idle);
        QVERIFY(m_gateway.overviews.at(0).source.isCancelled());
        fetched->load(u"core"_s);
        answer(1, reading(5));
        QTRY_COMPARE(fetched->state(), LoadState::Ready);
        m_clock.advance(2min);
        fetched->load(u"core"_s);
        fetched->cancel();
        QCOMPARE(fetched->state(), LoadState::Ready);
        QCOMPARE(fetched->reading()->data.core.totalLeads, 5);
    }

    void refresh_reachesWhoeverLoadsLater_past_memory()
    {
        const auto fetched = make(*m_session);
        fetched->load(u"core"_s);
        answer(0, reading(5));
        QTRY_COMPARE(fetched->state(), LoadState::Ready);
        m_session->refresh();
        fetched->load(u"core"_s); // after the signal: the numbers of others had to be painted first
        QCOMPARE(calls(), 2);
        QVERIFY(m_gateway.overviews.at(1).request.forceRefresh);
        answer(1, reading(6));
        QTRY_COMPARE(fetched->state(), LoadState::Ready);
        fetched->load(u"core"_s);
        QCOMPARE(calls(), 2);
    }

    void partialAnswer_isShown_andNotKept()
    {
        auto fetched = make(*m_session);
        fetched->load(u"core"_s);
        answer(0, reading(5, {{u"capacity"_s, u"timeout"_s}}));
        QTRY_COMPARE(fetched->state(), LoadState::Ready);
        QCOMPARE(fetched->reading()->errors.size(), 1);
        fetched = make(*m_session);
        fetched->load(u"core"_s);
        QCOMPARE(fetched->state(), LoadState::Loading);
        QCOMPARE(calls(), 2);
    }

    void staleAnswer_isShownAtOnce_andAskedAgain()
    {
        const auto fetched = make(*m_session);
        fetched->load(u"core"_s);
        QVERIFY(m_gateway.overviews.at(0).request.mayBeStale);
        answer(0, staleReading(5, 40s));
        QTRY_VERIFY(fetched->reading());
        QCOMPARE(fetched->reading()->data.core.totalLeads, 5);
        QCOMPARE(fetched->state(), LoadState::Refreshing);
        QVERIFY(fetched->isAskingAgain());
        QTRY_COMPARE(calls(), 2);
        QVERIFY(!m_gateway.overviews.at(1).request.mayBeStale);
        QVERIFY(!m_gateway.overviews.at(1).request.forceRefresh);
        QCOMPARE(m_gateway.overviews.at(1).request.window, m_gateway.overviews.at(0).request.window);
        fetched->load(u"core"_s); // it is on its way
        QCOMPARE(calls(), 2);
        answer(1, reading(6));
        QTRY_COMPARE(fetched->state(), LoadState::Ready);
        QCOMPARE(fetched->reading()->data.core.totalLeads, 6);
        QVERIFY(!fetched->isAskingAgain());
        fetched->load(u"core"_s);
        QCOMPARE(calls(), 2);
    }

    void staleAnswer_toTheSecondQuestion_isNoThird()
    {
        const auto fetched = make(*m_session);
        fetched->load(u"core"_s);
        answer(0, staleReading(5, 40s));
        QTRY_COMPARE(calls(), 2);
        answer(1, staleReading(6, 10s));
        QTRY_COMPARE(fetched->state(), LoadState::Ready);
        QCoreApplication::processEvents(); // the pause takes no time: it would be over
        QCOMPARE(calls(), 2);
        fetched->load(u"core"_s); // but it does not count as fresh
        QCOMPARE(calls(), 3);
    }

    void staleAnswer_olderThanWhatIsShown_isNotShown()
    {
        const auto fetched = make(*m_session);
        fetched->load(u"core"_s);
        answer(0, reading(5));
        QTRY_COMPARE(fetched->state(), LoadState::Ready);
        m_clock.advance(95s);
        fetched->load(u"core"_s);
        answer(1, staleReading(4, 110s));
        QTRY_COMPARE(calls(), 3);
        QCOMPARE(fetched->reading()->data.core.totalLeads, 5);
        QCOMPARE(fetched->state(), LoadState::Refreshing);
        answer(2, reading(7));
        QTRY_COMPARE(fetched->state(), LoadState::Ready);
        QCOMPARE(fetched->reading()->data.core.totalLeads, 7);
    }

    void staleAnswer_inMemory_neverReplacesAFresherOne()
    {
        auto fetched = make(*m_session);
        fetched->load(u"core"_s);
        answer(0, reading(5));
        QTRY_COMPARE(fetched->state(), LoadState::Ready);
        m_clock.advance(95s);
        auto other = make(*m_session); // has nothing to show but what is kept
        other->load(u"core"_s);
        answer(1, staleReading(4, 110s));
        QTRY_COMPARE(calls(), 3);
        answer(2, Error::unavailable(u"down"_s));
        QTRY_COMPARE(other->state(), LoadState::Failed);
        QCOMPARE(other->reading()->data.core.totalLeads, 5);
        const auto later = make(*m_session);
        later->load(u"core"_s);
        QCOMPARE(later->reading()->data.core.totalLeads, 5);
        // A stale one in memory is shown, and asked for although it is young.
        answer(3, staleReading(8, 20s));
        QTRY_COMPARE(calls(), 5);
        const auto last = make(*m_session);
        last->load(u"core"_s);
        QCOMPARE(last->reading()->data.core.totalLeads, 8);
        QCOMPARE(calls(), 6);
    }

    void staleAnswer_successorFails_staysAndIsMarked()
    {
        const auto fetched = make(*m_session);
        fetched->load(u"core"_s);
        answer(0, staleReading(5, 40s));
        QTRY_COMPARE(calls(), 2);
        answer(1, Error::unavailable(u"down"_s));
        QTRY_COMPARE(fetched->state(), LoadState::Failed);
        QVERIFY(fetched->reading()->isStale);
        QVERIFY(fetched->error());
    }

    void cancelledPause_asksNothing()
    {
        const auto fetched = make(*m_session);
        const auto whenItPauses = [&](const std::function<void()> &act) {
            m_onChange = [&fetched, act] {
                if (fetched->isAskingAgain())
                    act();
            };
        };
        whenItPauses([&] { fetched->cancel(); });
        fetched->load(u"core"_s);
        answer(0, staleReading(5, 40s));
        QTRY_COMPARE(fetched->state(), LoadState::Ready);
        QCoreApplication::processEvents(); // the pause takes no time: it would be over
        QCOMPARE(calls(), 1);
        // Nor does what was asked for before come back once another period is shown.
        whenItPauses([&] {
            m_session->setPeriod({.days = 7});
            fetched->load(u"core"_s);
        });
        fetched->load(u"core"_s);
        answer(1, staleReading(5, 41s));
        QTRY_COMPARE(calls(), 3);
        QCoreApplication::processEvents();
        QCOMPARE(calls(), 3);
        QVERIFY(m_gateway.overviews.at(2).request.mayBeStale);
    }

    void zoneOfAnAnswer_movesCustomDates_andIsReadAgain()
    {
        const auto fetched = make(*m_session);
        connect(m_session.get(), &AnalyticsSession::requestChanged, m_session.get(),
            [&] { fetched->load(u"core"_s); });
        m_session->setPeriod({.days = 0, .first = {2026, 2, 1}, .last = {2026, 2, 3}});
        QCOMPARE(calls(), 1);
        Reading one = reading(5);
        one.timezone = u"America/New_York"_s;
        answer(0, one);
        QTRY_COMPARE(calls(), 2);
        QCOMPARE(m_gateway.overviews.at(1).request.window.from, parseIso(u"2026-02-01T05:00:00Z").value());
        QVERIFY(fetched->isLoading());
        answer(1, one);
        QTRY_COMPARE(fetched->state(), LoadState::Ready);
        QCOMPARE(calls(), 2);
    }
};

QTEST_GUILESS_MAIN(tst_FetchedReading)
#include "tst_fetchedreading.moc"
