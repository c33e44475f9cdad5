// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"
#include "tests/storage/clusteryard.h"
#include "tests/storage/feedfixture.h"
#include "tests/support/racers.h"
#include "tests/support/waitlimit.h"

#include <QElapsedTimer>
#include <QTest>

#include <csignal>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

/// Another session's commit, which waits for a standby that is not there: in the log, and not visible.
class HeldCommit
{
public:
    HeldCommit(QString conninfo, WorkspaceId workspace)
        : m_conninfo(std::move(conninfo))
    {
        setStandby("nobody");
        m_writer.start([conninfo = m_conninfo, workspace]() -> Result<void> {
            const auto pg = PgConnection::open(conninfo);
            if (!pg)
                return pg.error();
            if (const auto set = (*pg)->runScript("set synchronous_commit = on"); !set)
                return set.error();
            const auto done
                = (*pg)->runSql("insert into lead (workspace_id, status) values ($1::uuid, 'waits')",
                    PgParams() << workspace);
            return done ? Result<void>() : done.error();
        });
    }
    ~HeldCommit() { letGo(); }
    Q_DISABLE_COPY_MOVE(HeldCommit)

    /// What the session failed with; empty: it has committed.
    QString letGo()
    {
        if (std::exchange(m_isHeld, false))
            setStandby({});
        return m_writer.join();
    }

private:
    void setStandby(const QByteArray &name)
    {
        for (const QByteArray &sql : {"alter system set synchronous_standby_names = '" + name + '\'',
                 QByteArray("select pg_reload_conf()")}) {
            if (const auto done = tell(m_conninfo, sql); !done)
                qFatal("%s", qPrintable(describe(done.error())));
        }
    }

    QString m_conninfo;
    bool m_isHeld = true;
    Racers m_writer;
};

} // namespace

/// What a server does to a feed: it dies, it shuts down, it lets a commit wait, it cannot feed at all. Each
/// test has a server of its own.
class tst_FeedServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        VERIFY_DONE(m_yard.prepare());
        const QString directory = m_yard.base() + "/original"_L1;
        auto cluster = EmbeddedCluster::start(throwaway(directory));
        VERIFY_DONE(cluster);
        const auto admin = PgConnection::open((*cluster)->adminConninfo());
        VERIFY_DONE(admin);
        VERIFY_DONE(Migrator::migrate(**admin));
        InboxData data(**admin);
        m_workspace = data.addWorkspace(u"A"_s, data.addUser(u"owner@a.test"_s));
    }
    void init()
    {
        m_directory = m_yard.copy(QString::fromLatin1(QTest::currentTestFunction()).left(12));
        startServer();
    }
    void cleanup()
    {
        m_cluster.reset();
        m_yard.killAll();
    }
    void cleanupTestCase() { QVERIFY(m_yard.remove()); }

    void killedServer_startsAgain_feedGoesOn()
    {
        FollowedFeed feed(feedOptions(feedConninfo()));
        QTRY_VERIFY(feed->isLive());
        addLeads(3);
        QTRY_COMPARE(feed.leads.size(), size_t(3));
        ::kill(pid_t(postmasterOf(m_directory)), SIGKILL);
        QTRY_VERIFY(!feed->isLive());
        m_cluster->leaveRunning();
        startServer();
        addLeads(2);
        QTRY_COMPARE(feed.leads.size(), size_t(5));
        QTRY_VERIFY(feed->isLive());
        QVERIFY(feed.hasNoDoubles());
        QCOMPARE(feed.epochChanges, 0);
        QCOMPARE(feed->since(feed.leads.front()->position)->size(), size_t(4));
    }

    // A server that shuts down waits for what readers have confirmed, and ours confirm two minutes late.
    void shutdown_isNotHeldUp_feedGoesOn()
    {
        FeedOptions options = feedOptions(feedConninfo());
        options.statusInterval = std::chrono::minutes(1); // it does not notice by asking
        FollowedFeed feed(options);
        QTRY_VERIFY(feed->isLive());
        addLeads(2);
        QTRY_COMPARE(feed.leads.size(), size_t(2));
        QElapsedTimer timer;
        timer.start();
        VERIFY_DONE(m_cluster->stop());
        QVERIFY2(timer.elapsed() < WaitLimit, qPrintable(QString::number(timer.elapsed())));
        QTRY_VERIFY(!feed->isLive());
        startServer();
        addLeads(1);
        QTRY_COMPARE(feed.leads.size(), size_t(3));
        QVERIFY(feed.hasNoDoubles());
        QCOMPARE(feed.epochChanges, 0);
    }

    void slotThatFellBehind_isANewHistory()
    {
        FollowedFeed feed(feedOptions(feedConninfo()));
        QTRY_VERIFY(feed->isLive());
        addLeads(1);
        QTRY_COMPARE(feed.leads.size(), size_t(1));
        const FeedPosition known = feed->head();
        setServer("max_slot_wal_keep_size = '1MB'"); // and ours holds two minutes
        while (feed.epochChanges == 0) { // a segment after the other, until the server gives the slot up
            for (const char *sql : {"select pg_logical_emit_message(false, 'x', repeat('x', 1000))",
                     "select pg_switch_wal()", "checkpoint"})
                VERIFY_DONE(tell(m_cluster->adminConninfo(), sql));
            QCoreApplication::processEvents();
        }
        setServer("max_slot_wal_keep_size = '1GB'");
        QTRY_VERIFY(feed->isLive());
        QVERIFY(!feed->since(known));
        addLeads(1);
        QTRY_COMPARE(feed.leads.size(), size_t(2));
        QVERIFY(feed.hasNoDoubles());
    }

    void commitThatWaitsForAStandby_isToldWhenOthersSeeIt()
    {
        FollowedFeed feed(feedOptions(feedConninfo()));
        QTRY_VERIFY(feed->isLive());
        HeldCommit waiting(m_cluster->adminConninfo(), m_workspace);
        const auto admin = connectTo(m_cluster->adminConninfo());
        InboxData data(*admin);
        QTRY_COMPARE(
            data.run("select count(*) from pg_stat_activity where wait_event = 'SyncRep'").integer(0, 0), 1);
        // It is committed in the log, and nobody sees it; what is committed after it comes after it.
        QVERIFY(admin->runScript("set synchronous_commit = local"));
        data.addLead(m_workspace, {.status = u"comes later"_s});
        QTRY_VERIFY(feed->figures().lagBytes > 0);
        QTest::qWait(200);
        QVERIFY(feed.leads.empty());
        QCOMPARE(data.run("select count(*) from lead where status = 'waits'").integer(0, 0), 0);
        qint64 seen = -1;
        connect(&*feed, &ChangeFeed::batchRead, this, [&] {
            if (seen < 0)
                seen = data.run("select count(*) from lead where status = 'waits'").integer(0, 0);
        });
        QCOMPARE(waiting.letGo(), QString());
        QTRY_COMPARE(feed.leads.size(), size_t(2));
        QCOMPARE(seen, 1);
        QCOMPARE(feed.leads[0]->value(LeadColumn::Status), QByteArray("waits"));
        QCOMPARE(feed.leads[1]->value(LeadColumn::Status), QByteArray("comes later"));
    }

    void stopWhileACommitWaits_isPrompt()
    {
        FollowedFeed feed(feedOptions(feedConninfo()));
        QTRY_VERIFY(feed->isLive());
        HeldCommit waiting(m_cluster->adminConninfo(), m_workspace);
        QTRY_VERIFY(feed->figures().lagBytes > 0);
        QElapsedTimer timer;
        timer.start();
        feed->stop();
        QVERIFY(timer.elapsed() < WaitLimit);
        QCOMPARE(waiting.letGo(), QString());
        QVERIFY(feed.leads.empty());
    }

    void serverWithoutLogicalLog_isNotLiveAndSaysWhy_untilItHasOne()
    {
        setServer("wal_level = 'replica'");
        VERIFY_DONE(m_cluster->stop());
        startServer();
        FollowedFeed feed(feedOptions(feedConninfo()));
        QTRY_COMPARE(feed->problemCode(), u"FEED_WAL_LEVEL"_s);
        QVERIFY(feed->problem().contains(u"wal_level = logical"_s));
        QVERIFY(!feed->isLive());
        QVERIFY(!feed->since({}));
        addLeads(1); // everything else works
        setServer("wal_level = 'logical'");
        VERIFY_DONE(m_cluster->stop());
        startServer();
        QTRY_VERIFY(feed->isLive());
        QVERIFY(feed->problem().isEmpty());
    }

private:
    void startServer()
    {
        auto cluster = EmbeddedCluster::start(throwaway(m_directory));
        if (!cluster)
            qFatal("%s", qPrintable(describe(cluster.error())));
        m_cluster = std::move(*cluster);
    }
    QString feedConninfo() const { return m_cluster->conninfo(u"signalbox_feed"_s); }
    void addLeads(int count)
    {
        const auto pg = connectTo(m_cluster->adminConninfo());
        for (int i = 0; i < count; ++i)
            InboxData(*pg).addLead(m_workspace, {});
    }
    void setServer(const QByteArray &setting)
    {
        VERIFY_DONE(tell(m_cluster->adminConninfo(), "alter system set " + setting));
        VERIFY_DONE(tell(m_cluster->adminConninfo(), "select pg_reload_conf()"));
    }

    ClusterYard m_yard;
    QString m_directory;
    std::unique_ptr<EmbeddedCluster> m_cluster;
    WorkspaceId m_workspace;
};

QTEST_GUILESS_MAIN(tst_FeedServer)

#include "tst_feedserver.moc"
