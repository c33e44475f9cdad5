// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/feedmessage.h"
#include "tests/storage/feedfixture.h"
#include "tests/support/racers.h"
#include "tests/support/waitlimit.h"

#include <QTest>

#include <atomic>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What breaks between the log and a feed, and what nobody may notice of it (realtime §3.5, §3.6).
class tst_FeedBreaks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_database = newDatabase();
        m_admin = connectFlushing(m_database->adminConninfo());
        m_data.emplace(*m_admin);
        m_workspace = m_data->addWorkspace(u"A"_s, m_data->addUser(u"owner@a.test"_s));
    }
    void cleanup()
    {
        m_data.reset();
        m_admin.reset();
        m_database.reset();
    }

    void senderEnded_midStream_losesAndDoublesNothing()
    {
        const auto feed = liveFeed();
        std::atomic<int> commits = 0;
        Racers writer;
        writer.start([&, pg = connectFlushing(m_database->adminConninfo())]() -> Result<void> {
            for (; !writer.areOver(); ++commits) {
                const auto done
                    = pg->runSql("insert into lead (workspace_id, overall_score) values ($1::uuid, $2::int)",
                        PgParams() << m_workspace << commits % 5);
                if (!done)
                    return done.error();
            }
            return {};
        });
        constexpr int Times = 4;
        for (int i = 1; i <= Times; ++i) {
            QTRY_VERIFY((*feed)->isLive() && feed->leads.size() > size_t(i * 60));
            endSenders();
            QTRY_COMPARE((*feed)->figures().reconnects, quint64(i)); // it may be live again by now
        }
        QTRY_VERIFY((*feed)->isLive());
        QCOMPARE(writer.join(), QString());
        QTRY_COMPARE(feed->leads.size(), size_t(commits.load()));
        QVERIFY(feed->hasNoDoubles());
        QCOMPARE(feed->epochChanges, 0);
        QCOMPARE((*feed)->figures().reconnects, quint64(Times));
        QCOMPARE((*feed)->since(feed->leads.front()->position)->size(), feed->leads.size() - 1);
    }

    void restart_readsTheLastMinutesAgain_andServesWhoResumes()
    {
        std::vector<SharedLeadChange> before;
        FeedPosition known;
        QByteArray epoch;
        {
            const auto feed = liveFeed();
            addLeads(3);
            QVERIFY(emitMessage(*m_admin, "test.note", "old"));
            QTRY_COMPARE(feed->leads.size(), size_t(3));
            QTRY_COMPARE(feed->messages.size(), 1);
            before = feed->leads;
            known = (*feed)->head();
            epoch = (*feed)->epoch();
        }
        addLeads(2); // while nobody reads
        const auto feed = liveFeed();
        QCOMPARE((*feed)->epoch(), epoch);
        QTRY_COMPARE(feed->leads.size(), size_t(5));
        for (size_t i = 0; i < 3; ++i)
            QCOMPARE(feed->leads[i]->position, before[i]->position);
        const auto missed = (*feed)->since(known);
        QVERIFY(missed.has_value());
        QCOMPARE(missed->size(), size_t(2));
        QCOMPARE((*feed)->since(before[0]->position)->size(), size_t(4));
        QVERIFY(feed->messages.isEmpty()); // of the moment, and that has passed
        addLeads(1);
        QTRY_COMPARE(feed->leads.size(), size_t(6));
        QVERIFY(feed->hasNoDoubles());
    }

    void window_whenItHasPassed_isForgotten()
    {
        FeedOptions options = feedOptions(m_database->feedConninfo());
        options.resumeWindow = 0s;
        FeedPosition first;
        {
            FollowedFeed feed(options);
            QTRY_VERIFY(feed->isLive());
            addLeads(2);
            QTRY_COMPARE(feed.leads.size(), size_t(2));
            first = feed.leads[0]->position;
            QTRY_VERIFY(confirmed() >= feed.end.lsn);
        }
        FollowedFeed feed(options);
        QTRY_VERIFY(feed->isLive());
        QVERIFY(feed.leads.empty());
        QVERIFY(!feed->since(first));
        addLeads(1);
        QTRY_COMPARE(feed.leads.size(), size_t(1));
    }

    void confirmed_staysBehindTheWindow()
    {
        const auto feed = liveFeed(); // two minutes
        const quint64 start = confirmed();
        addLeads(2);
        QTRY_COMPARE(feed->leads.size(), size_t(2));
        QTest::qWait(300); // three status intervals
        QCOMPARE(confirmed(), start);
    }

    void slotDropped_isANewHistory()
    {
        const auto feed = liveFeed();
        addLeads(1);
        QTRY_COMPARE(feed->leads.size(), size_t(1));
        const QByteArray epoch = (*feed)->epoch();
        const FeedPosition known = (*feed)->head();
        dropSlot();
        QTRY_COMPARE(feed->epochChanges, 1);
        QTRY_VERIFY((*feed)->isLive());
        QVERIFY((*feed)->epoch() != epoch);
        QVERIFY(!(*feed)->since(known));
        QCOMPARE((*feed)->figures().historiesLost, 1u);
        addLeads(1);
        QTRY_COMPARE(feed->leads.size(), size_t(2));
        QVERIFY(feed->hasNoDoubles());
        QCOMPARE((*feed)->since((*feed)->head())->size(), size_t(0));
    }

    void commitLargerThanTheHistory_endsIt()
    {
        FeedOptions options = feedOptions(m_database->feedConninfo());
        options.ringChanges = 100;
        FollowedFeed feed(options);
        QTRY_VERIFY(feed->isLive());
        addLeads(1);
        QTRY_COMPARE(feed.leads.size(), size_t(1));
        const FeedPosition known = feed->head();
        const QByteArray epoch = feed->epoch();
        feed.forget();
        m_data->run("insert into lead (workspace_id) select $1::uuid from generate_series(1, 101)",
            PgParams() << m_workspace);
        QTRY_COMPARE(feed.epochChanges, 1);
        QVERIFY(feed.leads.empty());
        QVERIFY(feed.countsMoved.contains(m_workspace));
        QVERIFY(feed->epoch() != epoch);
        QVERIFY(!feed->since(known));
        addLeads(1);
        QTRY_COMPARE(feed.leads.size(), size_t(1));
        QCOMPARE(feed->since(feed->head())->size(), size_t(0));
        QVERIFY(feed->isLive());
    }

    void twoInstances_tellTheSamePositions()
    {
        const auto one = liveFeed();
        const auto two = liveFeed(u"Two.example"_s);
        one->forget();
        two->forget();
        addLeads(20);
        QTRY_COMPARE(one->leads.size(), size_t(20));
        QTRY_COMPARE(two->leads.size(), size_t(20));
        QCOMPARE(one->positions(), two->positions());
        QCOMPARE((*one)->epoch(), (*two)->epoch());
        // Who was with one can go on with the other.
        QCOMPARE((*two)->since(one->leads[4]->position)->size(), size_t(15));
    }

    void sameInstanceTwice_sharesTheName()
    {
        const auto one = liveFeed();
        const auto two = liveFeed();
        addLeads(1);
        QTRY_COMPARE(one->leads.size(), size_t(1));
        QTRY_COMPARE(two->leads.size(), size_t(1));
        QCOMPARE(m_data->run("select count(*) from feed_instance").integer(0, 0), 2);
    }

    void janitor_dropsTheSlotsOfTheDeadOnly()
    {
        for (const char *name : {"signalbox_dead_1", "signalbox_alive_1", "somebody_elses"}) {
            const QString slot = QString::fromLatin1(name) + m_database->name().right(8);
            m_data->run("select pg_create_logical_replication_slot($1, 'pgoutput')", PgParams() << slot);
        }
        m_data->run(
            "insert into feed_instance (slot_name, instance, heartbeat_at)"
            " select slot_name, 'x', now() - case when slot_name like '%alive%' then interval '9 min'"
            " else interval '11 min' end"
            " from pg_replication_slots where database = current_database() and slot_name like 'signalbox%'");
        const auto feed = liveFeed();
        const auto slotCount = [this](const QString &pattern) {
            return m_data
                ->run("select count(*) from pg_replication_slots"
                      " where database = current_database() and slot_name like $1",
                    PgParams() << pattern)
                .integer(0, 0);
        };
        QTRY_COMPARE(slotCount(u"signalbox_dead%"_s), 0);
        QCOMPARE(slotCount(u"signalbox_alive%"_s), 1);
        QCOMPARE(slotCount(u"somebody%"_s), 1);
        QCOMPARE(slotCount(u"signalbox_one%"_s), 1);
        QTRY_COMPARE(m_data->run("select count(*) from feed_instance where instance = 'x'").integer(0, 0), 1);
    }

    void loginThatMayNotReplicate_isNotLiveAndSaysWhy()
    {
        FollowedFeed feed(feedOptions(m_database->appConninfo()));
        QTRY_COMPARE(feed->problemCode(), u"FEED_RIGHTS"_s);
        QVERIFY(!feed->isLive());
        QVERIFY(feed->epoch().isEmpty());
        QVERIFY(!feed->since({}));
        QCOMPARE(feed->figures().lagBytes, -1);
    }

    void serverOutOfReach_isNotLiveAndStopsAtOnce()
    {
        FollowedFeed feed(feedOptions(u"host=/nonexistent user=signalbox_feed"_s));
        QTRY_COMPARE(feed->problemCode(), u"unavailable"_s);
        QVERIFY(!feed->isLive());
    }

private:
    std::unique_ptr<FollowedFeed> liveFeed(const QString &instance = u"one"_s)
    {
        auto feed = std::make_unique<FollowedFeed>(feedOptions(m_database->feedConninfo(), instance));
        if (!QTest::qWaitFor([&] { return (*feed)->isLive(); }, WaitLimit))
            qWarning("not live: %s", qPrintable((*feed)->problem()));
        return feed;
    }
    void addLeads(int count)
    {
        for (int i = 0; i < count; ++i)
            m_data->addLead(m_workspace, {});
    }
    void endSenders()
    {
        m_data->run("select pg_terminate_backend(active_pid) from pg_replication_slots"
                    " where database = current_database() and active_pid is not null");
    }
    void dropSlot()
    {
        QVERIFY(m_admin->runScript("do $$ begin for i in 1..1000 loop"
                                   " perform pg_terminate_backend(active_pid) from pg_replication_slots"
                                   "  where database = current_database() and active_pid is not null;"
                                   " begin"
                                   "  perform pg_drop_replication_slot(slot_name) from pg_replication_slots"
                                   "   where database = current_database();"
                                   "  exit;"
                                   " exception when object_in_use then perform pg_sleep(0.002); end;"
                                   " end loop; end $$"));
    }
    quint64 confirmed()
    {
        return quint64(
            m_data
                ->run("select pg_wal_lsn_diff(confirmed_flush_lsn, '0/0')::bigint from pg_replication_slots"
                      " where database = current_database()")
                .integer(0, 0));
    }

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<PgConnection> m_admin;
    std::optional<InboxData> m_data;
    WorkspaceId m_workspace;
};

QTEST_GUILESS_MAIN(tst_FeedBreaks)

#include "tst_feedbreaks.moc"
