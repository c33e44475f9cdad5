// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/analytics/readsfixture.h"

#include <QRegularExpression>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Answers that a write has overtaken: told, marked, and read again.
class tst_AnalyticsStale : public ReadsFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUpOnce(); }
    void init() { setUp(); }
    void cleanup() { m_service.reset(); }

    void stale_isToldWithItsAge_andReadOnceForFifty()
    {
        QCOMPARE(get(m_owner), QByteArray("load 1 miss"));
        write();
        m_clock.advance(40s);
        ReplySource<LoadedBody> slow;
        QList<Reply<HttpResponse>> replies;
        for (int i = 0; i < 50; ++i)
            replies.append(m_service->reads.get(slowRead(i % 2 ? m_owner : m_setter, slow)));
        for (const auto &reply : replies)
            QCOMPARE(wait(reply), QByteArray("load 1 stale"));
        QCOMPARE(replies.first().future().result()->staleAge, std::optional(40s));
        QCOMPARE(m_loads, 2);
        QCOMPARE(m_service->reads.flightsOpen(), 1);
        slow.finish(LoadedBody {"new", "\"new\"", 300s, 120s});
        QTRY_COMPARE(m_service->reads.flightsOpen(), 0);
        QCOMPARE(get(m_setter), QByteArray("new hit"));
        const QByteArray figures = m_service->metrics.exposition();
        QVERIFY(figures.contains("reads_total{endpoint=\"overview\",outcome=\"stale\"} 50"));
        QVERIFY(figures.contains("rereads_total{endpoint=\"overview\",outcome=\"done\"} 1"));
    }

    void stale_whoeverAskedLeaves_isReadAllTheSame()
    {
        QCOMPARE(get(m_owner), QByteArray("load 1 miss"));
        write();
        m_clock.advance(40s);
        ReplySource<LoadedBody> slow;
        auto reply = m_service->reads.get(slowRead(m_owner, slow));
        QCOMPARE(wait(reply), QByteArray("load 1 stale"));
        reply.cancel();
        auto current = m_service->reads.get(noCache(m_setter));
        QTRY_VERIFY(m_service->metrics.exposition().contains("outcome=\"joined\"} 1"));
        current.cancel();
        QVERIFY(!slow.isCancelled());
        slow.finish(LoadedBody {"new", "\"new\"", 300s, 120s});
        QTRY_COMPARE(m_service->reads.flightsOpen(), 0);
        QCOMPARE(get(m_owner), QByteArray("new hit"));
    }

    void noCache_waitsForWhatIsCurrent()
    {
        QCOMPARE(get(m_owner), QByteArray("load 1 miss"));
        QCOMPARE(wait(m_service->reads.get(noCache(m_owner))), QByteArray("load 1 hit")); // it is current
        write();
        m_clock.advance(40s);
        ReplySource<LoadedBody> slow;
        QCOMPARE(wait(m_service->reads.get(slowRead(m_owner, slow))), QByteArray("load 1 stale"));
        const auto current = m_service->reads.get(noCache(m_setter));
        QTRY_VERIFY(m_service->metrics.exposition().contains("outcome=\"joined\"} 1"));
        QVERIFY(!current.isFinished());
        slow.finish(LoadedBody {"new", "\"new\"", 300s, 120s});
        QCOMPARE(wait(current), QByteArray("new miss"));
        QCOMPARE(m_loads, 2);
        // Without one under way it reads itself.
        write();
        m_clock.advance(40s);
        QCOMPARE(wait(m_service->reads.get(noCache(m_owner))), QByteArray("load 3 miss"));
    }

    void stale_tooOld_isReadBeforeItIsTold()
    {
        QCOMPARE(get(m_owner), QByteArray("load 1 miss"));
        write();
        m_clock.advance(120s);
        QCOMPARE(get(m_owner), QByteArray("load 1 stale"));
        write();
        m_clock.advance(120s + 1us);
        QCOMPARE(get(m_owner), QByteArray("load 3 miss"));
    }

    void stale_whatMayNotBe_isRead()
    {
        m_timeToLive = 60s;
        m_staleFor = 0s; // as of a partial answer
        QCOMPARE(get(m_owner), QByteArray("load 1 miss"));
        write();
        m_clock.advance(10s);
        QCOMPARE(get(m_owner), QByteArray("load 2 miss"));
    }

    void unchangedButOld_isStaleToo()
    {
        m_timeToLive = 30s;
        QCOMPARE(get(m_owner), QByteArray("load 1 miss"));
        m_clock.advance(31s);
        QCOMPARE(get(m_owner), QByteArray("load 1 stale"));
        QCOMPARE(get(m_owner), QByteArray("load 2 hit"));
    }

    void rereadFails_theOldStays_andTheNextTries()
    {
        QCOMPARE(get(m_owner), QByteArray("load 1 miss"));
        write();
        m_clock.advance(40s);
        failReread();
        m_clock.advance(9s); // not again at once
        QCOMPARE(get(m_owner), QByteArray("load 1 stale"));
        QCOMPARE(m_loads, 2);
        m_clock.advance(1s);
        QCOMPARE(get(m_owner), QByteArray("load 1 stale"));
        QCOMPARE(m_loads, 3);
        QCOMPARE(get(m_owner), QByteArray("load 3 hit"));
        QVERIFY(m_service->metrics.exposition().contains(
            "rereads_total{endpoint=\"overview\",outcome=\"failed\"} 1"));
    }

    void rereadFails_untilItsTimeEnds()
    {
        QCOMPARE(get(m_owner), QByteArray("load 1 miss"));
        write();
        for (int i = 0; i < 3; ++i) {
            m_clock.advance(40s);
            failReread();
        }
        m_clock.advance(1s);
        ReplySource<LoadedBody> last;
        const auto reply = m_service->reads.get(slowRead(m_owner, last));
        QTRY_COMPARE(m_service->reads.flightsOpen(), 1);
        last.finish(Error::unavailable(u"gone"_s));
        QCOMPARE(wait(reply), QByteArray("unavailable")); // an error, never an old number
    }

    void shutdown_cancelsTheReread()
    {
        QCOMPARE(get(m_owner), QByteArray("load 1 miss"));
        write();
        m_clock.advance(40s);
        ReplySource<LoadedBody> slow;
        QCOMPARE(wait(m_service->reads.get(slowRead(m_owner, slow))), QByteArray("load 1 stale"));
        QVERIFY(!slow.isCancelled());
        m_service.reset();
        QVERIFY(slow.isCancelled() && slow.stopToken().stop_requested()); // which cancels the statement
    }

    void refresh_ofOne_leavesTheOthersAnswersTold()
    {
        auto other = read(m_owner, m_workspace);
        other.filters = "another window";
        QCOMPARE(wait(m_service->reads.get(other)), QByteArray("load 1 miss"));
        write();
        m_clock.advance(20s);
        QCOMPARE(get(m_owner, true), QByteArray("load 2 miss"));
        QCOMPARE(wait(m_service->reads.get(other)), QByteArray("load 1 stale"));
    }

    void shared_staleIsFoundByAnotherService()
    {
        SharedShelf shelf;
        Instance first(m_database->appConninfo(), m_clock, &shelf);
        QCOMPARE(wait(first.reads.get(read(m_owner, m_workspace))), QByteArray("load 1 miss"));
        QTRY_COMPARE(shelf.kept.size(), 1);
        write();
        m_clock.advance(40s);
        Instance second(m_database->appConninfo(), m_clock, &shelf);
        QCOMPARE(wait(second.reads.get(read(m_owner, m_workspace))), QByteArray("load 1 stale"));
        // What the second read is what the first finds now, although it has an older one of its own.
        QTRY_VERIFY(shelf.kept.cbegin()->contains("load 2"));
        QCOMPARE(wait(first.reads.get(read(m_owner, m_workspace))), QByteArray("load 2 hit"));
    }

    void shared_olderNeverReplacesNewer()
    {
        SharedShelf shelf;
        Instance first(m_database->appConninfo(), m_clock, &shelf);
        Instance second(m_database->appConninfo(), m_clock, &shelf);
        ReplySource<LoadedBody> slow; // begun first, and lands last
        const auto late = first.reads.get(slowRead(m_owner, slow));
        QTRY_COMPARE(m_loads, 1);
        write();
        m_clock.advance(1s);
        QCOMPARE(wait(second.reads.get(read(m_owner, m_workspace))), QByteArray("load 2 miss"));
        QTRY_COMPARE(shelf.kept.size(), 1);
        slow.finish(LoadedBody {"old", "\"old\"", 300s, 120s});
        QCOMPARE(wait(late), QByteArray("old miss"));
        QTRY_COMPARE(shelf.offered.load(), 2);
        QVERIFY(shelf.kept.cbegin()->contains("load 2"));
        m_clock.advance(40s);
        QCOMPARE(wait(first.reads.get(read(m_owner, m_workspace))), QByteArray("load 2 hit"));
    }

private:
    void failReread()
    {
        ReplySource<LoadedBody> slow;
        QCOMPARE(wait(m_service->reads.get(slowRead(m_owner, slow))), QByteArray("load 1 stale"));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"analytics_reread_failed"_s));
        slow.finish(Error::unavailable(u"gone"_s));
        QTRY_COMPARE(m_service->reads.flightsOpen(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_AnalyticsStale)
#include "tst_analyticsstale.moc"
