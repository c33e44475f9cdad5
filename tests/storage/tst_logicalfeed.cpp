// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/feedmessage.h"
#include "tests/storage/feedfixture.h"
#include "tests/support/waitlimit.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// What a feed tells of what others commit (realtime §3.1, DESIGN §8.15).
class tst_LogicalFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_database = newDatabase();
        m_admin = connectFlushing(m_database->adminConninfo());
        m_data.emplace(*m_admin);
        m_owner = m_data->addUser(u"owner@a.test"_s);
        m_setter = m_data->addUser(u"setter@a.test"_s);
        m_workspace = m_data->addWorkspace(u"A"_s, m_owner);
        m_other = m_data->addWorkspace(u"B"_s, m_owner);
        m_talked = m_data->addLead(m_workspace, {.assignee = m_setter});
    }
    void init()
    {
        m_feed = std::make_unique<FollowedFeed>(feedOptions(m_database->feedConninfo()));
        QTRY_VERIFY2((*m_feed)->isLive(), qPrintable((*m_feed)->problem()));
        m_feed->forget();
    }
    void cleanup() { m_feed.reset(); }
    void cleanupTestCase()
    {
        m_data.reset();
        m_admin.reset();
        m_database.reset();
    }

    void insert_isToldWithItsColumns()
    {
        const LeadId lead = m_data->addLead(m_workspace,
            {.inbound = 10,
                .status = u"qualified"_s,
                .tag = u"Interested"_s,
                .assignee = m_setter,
                .score = 3});
        QTRY_COMPARE(m_feed->leads.size(), size_t(1));
        const LeadChange &change = *m_feed->leads.front();
        QCOMPARE(change.kind, LeadChange::Kind::Inserted);
        QCOMPARE(change.id, lead);
        QCOMPARE(change.scope, (LeadScope {m_workspace, m_setter}));
        QVERIFY(!change.before);
        QCOMPARE(change.position.ordinal, 1u);
        QCOMPARE(change.value(LeadColumn::Status), QByteArray("qualified"));
        QCOMPARE(change.value(LeadColumn::OverallScore), QByteArray("3"));
        QCOMPARE(change.value(LeadColumn::LastInboundAt), QByteArray("2026-02-18 10:10:00+00"));
        QCOMPARE(change.value(LeadColumn::Assignee), m_setter.toString().toLatin1());
        QVERIFY(!change.value(LeadColumn::SnoozedUntil));
        QVERIFY(m_feed->countsMoved.contains(m_workspace));
        QCOMPARE(m_feed->end, change.position);
        QCOMPARE((*m_feed)->head(), change.position);
    }

    void update_tellsTheRowWithoutItsPast()
    {
        const LeadId lead = m_data->addLead(m_workspace, {});
        m_data->run("update lead set status = 'qualified' where id = $1::uuid", PgParams() << lead);
        QTRY_COMPARE(m_feed->leads.size(), size_t(2));
        const LeadChange &change = *m_feed->leads.back();
        QCOMPARE(change.kind, LeadChange::Kind::Updated);
        QCOMPARE(change.value(LeadColumn::Status), QByteArray("qualified"));
        QVERIFY(!change.before);
        QVERIFY(change.committedAt > *parseIso(u"2020-01-01"));
        // A write that changes nothing moves the lead in the list all the same.
        m_data->run("update lead set status = status where id = $1::uuid", PgParams() << lead);
        QTRY_COMPARE(m_feed->leads.size(), size_t(3));
        QVERIFY(m_feed->hasNoDoubles());
    }

    void updateOfWhatIsNotPublished_tellsNoText()
    {
        const LeadId lead = m_data->addLead(m_workspace, {.email = u"secret@a.test"_s});
        m_data->run("update lead set first_name = 'Hidden' where id = $1::uuid", PgParams() << lead);
        QTRY_COMPARE(m_feed->leads.size(), size_t(2));
        for (const SharedLeadChange &change : m_feed->leads) {
            for (const auto &value : change->values)
                QVERIFY(!value || (!value->contains("secret") && !value->contains("Hidden")));
        }
    }

    void nobody_isNoAssignee()
    {
        m_data->addLead(m_workspace, {});
        QTRY_COMPARE(m_feed->leads.size(), size_t(1));
        QVERIFY(m_feed->leads.front()->scope.assignee.isNull());
        QVERIFY(!m_feed->leads.front()->value(LeadColumn::Assignee));
    }

    void move_tellsWhereItWas()
    {
        const LeadId lead = m_data->addLead(m_workspace, {});
        QTRY_COMPARE(m_feed->leads.size(), size_t(1));
        const auto update = [&](const QByteArray &what, const auto &value) {
            m_feed->forget();
            m_data->run(
                "update lead set " + what + " = $2::uuid where id = $1::uuid", PgParams() << lead << value);
        };
        update("assigned_to_user_id", m_setter);
        QTRY_COMPARE(m_feed->leads.size(), size_t(1));
        QVERIFY(m_feed->leads[0]->before == (LeadScope {m_workspace, {}}));
        QCOMPARE(m_feed->leads[0]->scope, (LeadScope {m_workspace, m_setter}));
        update("workspace_id", m_other);
        QTRY_COMPARE(m_feed->leads.size(), size_t(1));
        QVERIFY(m_feed->leads[0]->before == (LeadScope {m_workspace, m_setter}));
        QCOMPARE(m_feed->leads[0]->scope, (LeadScope {m_other, m_setter}));
        QVERIFY(m_feed->countsMoved.contains(m_workspace) && m_feed->countsMoved.contains(m_other));
        update("assigned_to_user_id", std::optional<UserId>());
        QTRY_COMPARE(m_feed->leads.size(), size_t(1));
        QVERIFY(m_feed->leads[0]->before == (LeadScope {m_other, m_setter}));
        QVERIFY(m_feed->leads[0]->scope.assignee.isNull());
    }

    void manyInOneCommit_areNumbered()
    {
        m_data->run("insert into lead (workspace_id) select $1::uuid from generate_series(1, 5000)",
            PgParams() << m_workspace);
        QTRY_COMPARE(m_feed->leads.size(), size_t(5000));
        QCOMPARE(m_feed->batches, 1);
        QVERIFY(m_feed->hasNoDoubles());
        for (quint32 i = 0; i < 5000; ++i)
            QCOMPARE(m_feed->leads[i]->position.ordinal, i + 1);
        const FeedPosition middle = m_feed->leads[2499]->position;
        QCOMPARE((*m_feed)->since(middle)->size(), size_t(2500));
        QCOMPARE((*m_feed)->since(m_feed->end)->size(), size_t(0));
    }

    void order_isThatOfTheCommits()
    {
        const auto slow = connectFlushing(m_database->adminConninfo());
        InboxData slowData(*slow);
        QVERIFY(slow->runScript("begin"));
        const LeadId begunFirst = slowData.addLead(m_workspace, {});
        const LeadId committedFirst = m_data->addLead(m_workspace, {});
        QVERIFY(slow->runScript("commit"));
        QTRY_COMPARE(m_feed->leads.size(), size_t(2));
        QCOMPARE(m_feed->leads[0]->id, committedFirst);
        QCOMPARE(m_feed->leads[1]->id, begunFirst);
        QVERIFY(m_feed->hasNoDoubles());
    }

    void rolledBack_tellsNothing()
    {
        QVERIFY(m_admin->runScript("begin"));
        m_data->addLead(m_workspace, {});
        QVERIFY(emitMessage(*m_admin, "test.lost", "x", FeedDelivery::WithCommit));
        QVERIFY(m_admin->runScript("rollback"));
        const LeadId kept = m_data->addLead(m_workspace, {});
        QTRY_COMPARE(m_feed->leads.size(), size_t(1));
        QCOMPARE(m_feed->leads[0]->id, kept);
        QVERIFY(m_feed->messages.isEmpty());
    }

    void delete_tellsThatCountsMoved()
    {
        const LeadId lead = m_data->addLead(m_other, {});
        QTRY_COMPARE(m_feed->leads.size(), size_t(1));
        m_feed->forget();
        m_data->run("delete from lead where id = $1::uuid", PgParams() << lead);
        QTRY_VERIFY(m_feed->countsMoved.contains(m_other));
        QVERIFY(m_feed->leads.empty());
    }

    void rename_tellsThatListsReadOtherwise()
    {
        m_data->run("update workspace set name = 'Renamed' where id = $1::uuid", PgParams() << m_other);
        QTRY_VERIFY(m_feed->countsMoved.contains(m_other));
        QVERIFY(m_feed->leads.empty());
    }

    void rights_areTold()
    {
        const auto tells = [this](WorkspaceId workspace, UserId user) {
            const bool isTold = QTest::qWaitFor([this] { return !m_feed->access.isEmpty(); }, WaitLimit);
            const auto access = m_feed->access;
            m_feed->forget();
            return isTold && access.size() == 1 && access[0].workspace == workspace && access[0].user == user;
        };
        const UserId person = m_data->addUser(u"person@a.test"_s);
        QVERIFY(tells({}, person));
        m_data->addMember(m_workspace, person, u"SETTER"_s);
        QVERIFY(tells(m_workspace, person));
        m_data->run(
            "update workspace_member set role = 'ADMIN' where user_id = $1::uuid", PgParams() << person);
        QVERIFY(tells(m_workspace, person));
        m_data->run("delete from workspace_member where user_id = $1::uuid", PgParams() << person);
        QVERIFY(tells(m_workspace, person));
        m_data->run("update workspace set owner_user_id = $2::uuid where id = $1::uuid",
            PgParams() << m_other << person);
        QVERIFY(tells(m_other, {}));
        m_data->run("update app_user set disabled_at = now() where id = $1::uuid", PgParams() << person);
        QVERIFY(tells({}, person));
    }

    void endOfASession_isTold_itsUseIsNot()
    {
        m_data->run("insert into auth_session (id, user_id, created_at, used_at)"
                    " values (gen_random_uuid(), $1::uuid, now(), now())",
            PgParams() << m_setter);
        m_data->run("update auth_session set used_at = now()");
        m_data->run("update auth_session set ended_at = now(), end_reason = 'signed_out'");
        QTRY_COMPARE(m_feed->access.size(), 1);
        QVERIFY(m_feed->access[0].workspace.isNull());
        QCOMPARE(m_feed->access[0].user, m_setter);
    }

    void message_arrives_data()
    {
        QTest::addColumn<FeedDelivery>("delivery");
        QTest::addRow("at once") << FeedDelivery::AtOnce;
        QTest::addRow("with the commit") << FeedDelivery::WithCommit;
    }
    void message_arrives()
    {
        QFETCH(const FeedDelivery, delivery);
        const auto app = connectFlushing(m_database->appConninfo()); // whoever serves may send
        const QByteArray content("zero \0 and \xff", 14);
        QVERIFY(emitMessage(*app, "test.note", content, delivery));
        QTRY_COMPARE(m_feed->messages.size(), 1);
        QCOMPARE(m_feed->messages[0].prefix, QByteArray("test.note"));
        QCOMPARE(m_feed->messages[0].content, content);
    }

    void notesAndSends_areToldByTheirLeadWhichStaysWhereItIs_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<int>("told");
        const QByteArray of = " where lead_id = $1::uuid";
        const QByteArray claim = "update outbound_send set state = 'sending', claimed_at = now()" + of;
        QTest::newRow("a note") << QByteArray(
            "insert into lead_note (workspace_id, lead_id, author_user_id, body)"
            " select workspace_id, id, assigned_to_user_id, 'x' from lead where id = $1::uuid")
                                << 1;
        QTest::newRow("written by hand")
            << QByteArray("insert into outbound_send (workspace_id, lead_id, author_user_id, channel, body,"
                          " recipients, run_at) select workspace_id, id, assigned_to_user_id, 'sms', 'x',"
                          " '{+4420}', now() from lead where id = $1::uuid")
            << 1;
        QTest::newRow("claimed") << claim << 1;
        QTest::newRow("nobody knows") << QByteArray("update outbound_send set state = 'unknown'" + of) << 1;
        QTest::newRow("nothing to see") << QByteArray("update outbound_send set attempts = 3" + of) << 0;
    }
    /// The rows build on each other.
    void notesAndSends_areToldByTheirLeadWhichStaysWhereItIs()
    {
        QFETCH(const QByteArray, sql);
        QFETCH(const int, told);
        const QByteArray version = "select updated_at from lead where id = $1::uuid";
        const Instant before = m_data->run(version, PgParams() << m_talked).instant(0, 0);
        m_feed->forget();
        m_data->run(sql, PgParams() << m_talked);
        const LeadId last = m_data->addLead(m_workspace, {}); // told after whatever was told of the first
        const auto ofTalked = [&] {
            return int(
                std::ranges::count(m_feed->leads, m_talked, [](const auto &change) { return change->id; }));
        };
        QTRY_VERIFY(!m_feed->leads.empty() && m_feed->leads.back()->id == last);
        QCOMPARE(ofTalked(), told);
        QVERIFY(m_data->run(version, PgParams() << m_talked).instant(0, 0) == before);
    }

    void sessionReplicationRoleOfABulkLoad_mustNameTheAssignee()
    {
        QVERIFY(m_admin->runScript("set session_replication_role = replica"));
        const auto refused = m_admin->runSql(
            "insert into lead (workspace_id, assigned_to_user_id) values ($1::uuid, $2::uuid)",
            PgParams() << m_workspace << m_setter);
        QVERIFY(m_admin->runScript("set session_replication_role = origin"));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"lead_assignee_key_ck"_s);
    }

    void stop_isPrompt_andTellsNothingMore()
    {
        QElapsedTimer timer;
        timer.start();
        (*m_feed)->stop();
        QVERIFY(timer.elapsed() < WaitLimit);
        QVERIFY(!(*m_feed)->isLive());
        m_data->addLead(m_workspace, {});
        QTest::qWait(50);
        QVERIFY(m_feed->leads.empty());
    }

private:
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<PgConnection> m_admin;
    std::optional<InboxData> m_data;
    std::unique_ptr<FollowedFeed> m_feed;
    UserId m_owner;
    UserId m_setter;
    WorkspaceId m_workspace;
    WorkspaceId m_other;
    LeadId m_talked;
};

QTEST_GUILESS_MAIN(tst_LogicalFeed)

#include "tst_logicalfeed.moc"
