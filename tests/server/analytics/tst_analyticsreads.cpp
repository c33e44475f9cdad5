// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/analytics/analyticsreads.h"
#include "core/storage/cachestore.h"
#include "tests/storage/inboxdata.h"
#include "tests/support/manualclock.h"
#include "tests/support/testdatabase.h"

#include <QRegularExpression>
#include <QTest>

#include <atomic>
#include <mutex>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// What several services share, in a test.
class SharedShelf final : public CacheStore
{
public:
    std::optional<QByteArray> find(const QByteArray &key) override
    {
        const std::scoped_lock lock(m_mutex); // workers call
        if (answersWith)
            return answersWith;
        return kept.contains(key) ? std::optional(kept.value(key)) : std::nullopt;
    }
    void store(const QByteArray &key, const QByteArray &value, std::chrono::milliseconds) override
    {
        const std::scoped_lock lock(m_mutex);
        kept.insert(key, value);
    }
    void storeNewer(
        const QByteArray &key, const QByteArray &value, std::chrono::milliseconds timeToLive) override
    {
        const auto there = find(key);
        ++offered;
        if (!there || there->left(StampBytes) <= value.left(StampBytes))
            store(key, value, timeToLive);
    }

    QHash<QByteArray, QByteArray> kept;
    std::optional<QByteArray> answersWith;
    std::atomic<int> offered = 0;

private:
    std::mutex m_mutex;
};

} // namespace

/// The cache of analytics with a loader that counts: versions, holds, people, workspaces, failures.
class tst_AnalyticsReads : public QObject
{
    Q_OBJECT

private:
    /// One service: its pool, its memory, its reads.
    struct Instance
    {
        explicit Instance(const QString &conninfo, const ManualClock &clock, CacheStore *shared = nullptr)
            : pool(conninfo, {.size = 2})
            , cache(pool, shared, clock, metrics)
            , reads(pool, cache, clock, clock, metrics)
        { }
        Metrics metrics;
        PgPool pool;
        ReadCache cache;
        AnalyticsReads reads;
    };

    ManualClock m_clock;
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<PgConnection> m_admin;
    std::unique_ptr<Instance> m_service;
    UserId m_owner, m_setter, m_stranger;
    WorkspaceId m_workspace, m_foreign;
    int m_loads = 0;
    std::chrono::milliseconds m_timeToLive = 300s;
    std::chrono::milliseconds m_staleFor = 120s;

    InboxData data() { return InboxData(*m_admin); }
    AnalyticsReads::Read read(UserId user, WorkspaceId workspace, bool isRefresh = false)
    {
        return {.endpoint = "overview",
            .reader = {user, workspace, u"OWNER"_s},
            .filters = "window",
            .isPersonal = false,
            .isRefresh = isRefresh,
            .askedAt = m_clock.elapsed(),
            .load = [this] {
                const QByteArray text = "load " + QByteArray::number(++m_loads);
                return Reply<LoadedBody>::ready(
                    LoadedBody {text, '"' + text + '"', m_timeToLive, m_staleFor});
            }};
    }
    /// One whose reading the test ends itself.
    AnalyticsReads::Read slowRead(UserId user, const ReplySource<LoadedBody> &slow)
    {
        auto made = read(user, m_workspace);
        made.load = [this, slow] {
            ++m_loads;
            return slow.reply();
        };
        return made;
    }
    void failReread()
    {
        ReplySource<LoadedBody> slow;
        QCOMPARE(wait(m_service->reads.get(slowRead(m_owner, slow))), QByteArray("load 1 stale"));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"analytics_reread_failed"_s));
        slow.finish(Error::unavailable(u"gone"_s));
        QTRY_COMPARE(m_service->reads.flightsOpen(), 0);
    }
    AnalyticsReads::Read noCache(UserId user)
    {
        auto made = read(user, m_workspace);
        made.mayBeStale = false;
        return made;
    }
    static QByteArray wait(const Reply<HttpResponse> &reply)
    {
        if (!QTest::qWaitFor([&] { return reply.isFinished(); }))
            return "never answered";
        const auto result = reply.future().result();
        if (!result)
            return result.error().kind == Error::Kind::Internal
                ? describe(result.error()).toUtf8()
                : QByteArray(kindName(result.error().kind).data());
        return result->body + ' '
            + (result->staleAge ? QByteArray("stale") : QByteArray(wireName(result->cache).data()));
    }
    QByteArray get(UserId user, bool isRefresh = false)
    {
        return wait(m_service->reads.get(read(user, m_workspace, isRefresh)));
    }
    void write()
    {
        data().run("update lead set status = 'qualified', updated_at = now() where workspace_id = $1::uuid",
            PgParams() << m_workspace);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_database = newDatabase();
        m_admin = connectTo(m_database->adminConninfo());
        m_owner = data().addUser(u"owner@a.test"_s);
        m_setter = data().addUser(u"setter@a.test"_s);
        m_stranger = data().addUser(u"owner@b.test"_s);
        m_foreign = data().addWorkspace(u"B"_s, m_stranger);
    }
    void init()
    {
        m_clock = ManualClock();
        m_workspace = data().addWorkspace(u"A"_s, m_owner);
        data().addMember(m_workspace, m_setter, u"SETTER"_s);
        data().addLead(m_workspace, {});
        m_loads = 0;
        m_timeToLive = 300s;
        m_staleFor = 120s;
        m_service = std::make_unique<Instance>(m_database->appConninfo(), m_clock);
    }
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
