// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/analytics/readsfixture.h"

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The cache of analytics: versions, holds, people, workspaces, failures.
class tst_AnalyticsReads : public ReadsFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUpOnce(); }
    void init() { setUp(); }
    void cleanup() { m_service.reset(); }

    void get_again_isAHitForTheWholeWorkspace()
    {
        QCOMPARE(get(m_owner), QByteArray("load 1 miss"));
        QCOMPARE(get(m_owner), QByteArray("load 1 hit"));
        QCOMPARE(get(m_setter), QByteArray("load 1 hit"));
        QCOMPARE(wait(m_service->reads.get(read(m_stranger, m_foreign))), QByteArray("load 2 miss"));
        m_clock.advance(301s);
        QCOMPARE(get(m_owner), QByteArray("load 3 miss"));
        QVERIFY(m_service->metrics.exposition().contains(
            "signalbox_analytics_reads_total{endpoint=\"overview\",outcome=\"hit\"} 2"));
    }

    void personal_isKeptForThatPerson()
    {
        const auto getOwn = [this](UserId user) {
            auto own = read(user, m_workspace);
            own.isPersonal = true;
            return wait(m_service->reads.get(own));
        };
        QCOMPARE(getOwn(m_owner), QByteArray("load 1 miss"));
        QCOMPARE(getOwn(m_setter), QByteArray("load 2 miss"));
        QCOMPARE(getOwn(m_owner), QByteArray("load 1 hit"));
        QCOMPARE(getOwn(m_setter), QByteArray("load 2 hit"));
        QCOMPARE(get(m_owner), QByteArray("load 3 miss")); // nor is it everybody's
    }

    void write_showsInLessThanTheHold()
    {
        QCOMPARE(get(m_owner), QByteArray("load 1 miss"));
        write();
        m_clock.advance(9'900ms);
        QCOMPARE(get(m_owner), QByteArray("load 1 hit"));
        m_clock.advance(100ms);
        QCOMPARE(get(m_owner), QByteArray("load 1 stale")); // and is marked from now on
        QCOMPARE(get(m_owner), QByteArray("load 2 hit"));
        // Nothing moved since: the next sample is the same version.
        m_clock.advance(11s);
        QCOMPARE(get(m_owner), QByteArray("load 2 hit"));
    }

    void write_hereIsSeenAtOnce()
    {
        QCOMPARE(get(m_owner), QByteArray("load 1 miss"));
        write();
        m_service->reads.forget(m_workspace);
        QCOMPARE(get(m_owner), QByteArray("load 2 miss")); // not the stale one either
    }

    void refresh_rewritesWhatIsKept()
    {
        ReplySource<LoadedBody> slow; // begun before, and lands last
        const auto late = m_service->reads.get(slowRead(m_owner, slow));
        QTRY_COMPARE(m_loads, 1);
        m_clock.advance(1s);
        QCOMPARE(get(m_owner, true), QByteArray("load 2 miss"));
        slow.finish(LoadedBody {"old", "\"old\"", 300s, 120s});
        QCOMPARE(wait(late), QByteArray("old miss"));
        QCOMPARE(get(m_owner), QByteArray("load 2 hit"));
    }

    void partial_isKeptForItsOwnTime()
    {
        m_timeToLive = 10s;
        m_staleFor = 0s;
        QCOMPARE(get(m_owner), QByteArray("load 1 miss"));
        m_clock.advance(9'900ms);
        QCOMPARE(get(m_owner), QByteArray("load 1 hit"));
        m_clock.advance(200ms);
        QCOMPARE(get(m_owner), QByteArray("load 2 miss"));
    }

    void notKept_isReadEveryTime()
    {
        auto page = read(m_owner, m_workspace);
        page.isKept = false;
        QCOMPARE(wait(m_service->reads.get(page)), QByteArray("load 1 miss"));
        QCOMPARE(wait(m_service->reads.get(page)), QByteArray("load 2 miss"));
    }

    void crowd_ofManyPeople_isOneLoad()
    {
        ReplySource<LoadedBody> slow;
        QList<Reply<HttpResponse>> replies;
        for (int i = 0; i < 50; ++i) {
            auto each = read(i % 2 ? m_owner : m_setter, m_workspace);
            each.load = [this, slow] {
                ++m_loads;
                return slow.reply();
            };
            replies.append(m_service->reads.get(each));
        }
        QTRY_COMPARE(m_loads, 1);
        slow.finish(LoadedBody {"x", "\"x\"", 120s});
        for (const auto &reply : replies)
            QCOMPARE(wait(reply), QByteArray("x miss"));
        QCOMPARE(m_loads, 1);
        QCOMPARE(get(m_owner), QByteArray("x hit"));
        QCOMPARE(get(m_setter), QByteArray("x hit"));
    }

    void version_ofNoMember_isDenied()
    {
        QCOMPARE(wait(m_service->reads.get(read(m_stranger, m_workspace))), QByteArray("denied"));
        QCOMPARE(m_loads, 0);
        // And says nothing about who is one.
        const auto refused = m_service->reads.get(read(m_stranger, m_workspace));
        const auto other = m_service->reads.get(read(m_owner, m_workspace));
        QCOMPARE(wait(refused), QByteArray("denied"));
        QCOMPARE(wait(other), QByteArray("load 1 miss"));
    }

    void database_gone_isAnErrorAndNeverOld()
    {
        QCOMPARE(get(m_owner), QByteArray("load 1 miss"));
        Instance lost(u"host=/nonexistent dbname=none"_s, m_clock);
        QCOMPARE(wait(lost.reads.get(read(m_owner, m_workspace))), QByteArray("unavailable"));
        QCOMPARE(m_loads, 1);
    }

    void shared_isFoundByAnotherService()
    {
        SharedShelf shelf;
        Instance first(m_database->appConninfo(), m_clock, &shelf);
        Instance second(m_database->appConninfo(), m_clock, &shelf);
        QCOMPARE(wait(first.reads.get(read(m_owner, m_workspace))), QByteArray("load 1 miss"));
        QTRY_COMPARE(shelf.kept.size(), 1);
        QVERIFY(shelf.kept.keys().first().startsWith(
            "analytics:v1:00000000-0000-0000-0000-000000000000:" + m_workspace.toString().toLatin1() + ':'));
        QCOMPARE(wait(second.reads.get(read(m_owner, m_workspace))), QByteArray("load 1 hit"));
        QCOMPARE(wait(second.reads.get(read(m_setter, m_workspace))), QByteArray("load 1 hit"));
    }

    void shared_nonsense_isAMiss()
    {
        SharedShelf shelf;
        Instance service(m_database->appConninfo(), m_clock, &shelf);
        for (const QByteArray &nonsense :
            {QByteArray(), QByteArray("\n\n"), QByteArray("00000000000000000001 x 1 v\n\"e\"\nbody"),
                QByteArray("00000000000000000001 1 1 v\nbody")}) {
            shelf.answersWith = nonsense;
            auto asked = read(m_owner, m_workspace);
            asked.filters = nonsense;
            QVERIFY(wait(service.reads.get(asked)).endsWith(" miss"));
        }
        QCOMPARE(m_loads, 4);
    }
};

QTEST_GUILESS_MAIN(tst_AnalyticsReads)
#include "tst_analyticsreads.moc"
