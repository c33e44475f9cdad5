// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/analytics/assigneeanswers.h"
#include "core/storage/migrator.h"
#include "tests/storage/inboxdata.h"
#include "tests/support/testdatabase.h"

#include <QTest>

#include <random>
#include <thread>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

constexpr int Leads = 4;

/// A connection that finds a deadlock at once.
std::unique_ptr<PgConnection> rivalOf(const TestDatabase &database)
{
    auto pg = connectTo(database.adminConninfo());
    if (!pg->runScript("set deadlock_timeout = '10ms'"))
        qFatal("no deadlock timeout");
    return pg;
}

/// What the mark of each lead must be, from nothing but the rows, walked one by one.
QSet<QUuid> answeredLeads(InboxData data, WorkspaceId workspace)
{
    const PgParams params = PgParams() << workspace;
    const PgResult leads
        = data.run("select id, assigned_to_user_id from lead where workspace_id = $1::uuid", params);
    const PgResult messages = data.run(
        "select lead_id, direction, sent_by_user_id from message where workspace_id = $1::uuid", params);
    QSet<QUuid> answered;
    for (int lead = 0; lead < leads.rowCount(); ++lead) {
        for (int row = 0; row < messages.rowCount(); ++row) {
            if (!leads.isNull(lead, 1) && messages.uuid(row, 0) == leads.uuid(lead, 0)
                && messages.text(row, 1) == u"outbound"_s && !messages.isNull(row, 2)
                && messages.uuid(row, 2) == leads.uuid(lead, 1))
                answered.insert(leads.uuid(lead, 0));
        }
    }
    return answered;
}

QSet<QUuid> markedLeads(InboxData data, WorkspaceId workspace)
{
    const PgResult rows
        = data.run("select id from lead where workspace_id = $1::uuid and is_answered_by_assignee",
            PgParams() << workspace);
    QSet<QUuid> marked;
    for (int row = 0; row < rows.rowCount(); ++row)
        marked.insert(rows.uuid(row, 0));
    return marked;
}

/// One connection that assigns few leads to few people, and writes, edits and deletes their messages.
class Writer
{
public:
    Writer(const TestDatabase &database, WorkspaceId workspace, const QList<UserId> &people, unsigned seed)
        : m_pg(rivalOf(database))
        , m_workspace(workspace)
        , m_people(people)
        , m_random(seed)
    { }

    /// A deadlock is the database's honest answer; the writer goes on.
    void writeOne()
    {
        PgParams params = PgParams() << m_workspace << pick(Leads);
        params << (pick(4) == 0 ? std::nullopt : std::optional(m_people.at(pick(int(m_people.size())))));
        const auto done = m_pg->runSql(statement(), params);
        if (!done && done.error().kind != Error::Kind::Conflict)
            qFatal("%s", qPrintable(describe(done.error())));
    }

private:
    int pick(int n) { return int(m_random() % unsigned(n)); }

    QByteArray statement()
    {
        static const QByteArray lead = "(select id from lead where workspace_id = $1::uuid order by id"
                                       " offset $2::int limit 1)";
        static const QByteArray some = "(select id from message where workspace_id = $1::uuid and lead_id = "
            + lead + " order by random() limit 2)";
        switch (pick(10)) {
        case 0:
        case 1:
        case 2:
            return "update lead set assigned_to_user_id = $3::uuid where id = " + lead;
        case 3:
        case 4:
            return "delete from message where id in " + some + " and $3::uuid is not null";
        case 5:
            return "update message set sent_by_user_id = $3::uuid where id in " + some;
        case 6:
            return "update message set direction = case direction when 'inbound' then 'outbound' else"
                   " 'inbound' end where id in "
                + some + " and $3::uuid is not null";
        case 7: // over all leads at once
            return "insert into message (workspace_id, lead_id, direction, body, sent_by_user_id)"
                   " select l.workspace_id, l.id, 'outbound', 'x', $3::uuid from lead l"
                   " where l.workspace_id = $1::uuid and $2::int > 0";
        default:
            return "insert into message (workspace_id, lead_id, direction, body, sent_by_user_id)"
                   " select $1::uuid, "
                + lead + ", 'outbound', 'x', $3::uuid";
        }
    }

    std::unique_ptr<PgConnection> m_pg;
    WorkspaceId m_workspace;
    QList<UserId> m_people;
    std::mt19937 m_random;
};

} // namespace

/// Whether the assignee has written to a lead, kept on the lead (migration 0019).
class tst_AssigneeAnswers : public QObject
{
    Q_OBJECT

private:
    InboxData data() { return InboxData(*m_admin); }
    /// A deadlock is the database's honest answer; whoever gets it asks again.
    static void run(PgConnection &pg, const QByteArray &sql, const PgParams &params)
    {
        auto done = pg.runSql(sql, params);
        while (!done && done.error().detail.contains(u"40P01"_s))
            done = pg.runSql(sql, params);
        if (!done)
            qFatal("%s", qPrintable(describe(done.error())));
    }
    void assign(PgConnection &pg, std::optional<UserId> person)
    {
        run(pg,
            "update lead set assigned_to_user_id = $3::uuid where workspace_id = $1::uuid and id = $2::uuid",
            PgParams() << m_workspace << m_lead << person);
    }
    void assign(std::optional<UserId> person) { assign(*m_admin, person); }
    void send(PgConnection &pg, std::optional<UserId> person, const QString &direction = u"outbound"_s)
    {
        run(pg,
            "insert into message (workspace_id, lead_id, direction, body, sent_by_user_id)"
            " values ($1::uuid, $2::uuid, $4, 'x', $3::uuid)",
            PgParams() << m_workspace << m_lead << person << direction);
    }
    void send(std::optional<UserId> person, const QString &direction = u"outbound"_s)
    {
        send(*m_admin, person, direction);
    }
    /// Of the messages of the lead, all or those for which `which` holds.
    void change(PgConnection &pg, const QByteArray &what, const QByteArray &which = "true")
    {
        run(pg, what + " where workspace_id = $1::uuid and lead_id = $2::uuid and " + which,
            PgParams() << m_workspace << m_lead);
    }
    bool isAnswered() { return markedLeads(data(), m_workspace).contains(m_lead.value); }
    qint64 number(const QByteArray &sql) { return data().run(sql, PgParams() << m_workspace).integer(0, 0); }
    qint64 waiting()
    {
        return data()
            .run("select count(*) from pg_stat_activity where datname = current_database()"
                 " and wait_event_type = 'Lock'")
            .integer(0, 0);
    }
    /// What one of two writers does, by name.
    void act(PgConnection &pg, const QByteArray &what)
    {
        if (what == "assign")
            assign(pg, m_ben);
        else if (what == "send")
            send(pg, m_ben);
        else if (what == "delete")
            change(pg, "delete from message");
        else
            change(pg, "update message set sent_by_user_id = '" + m_ben.toString().toUtf8() + "'");
    }
    static void addPairs()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<bool>("isAnsweredThen");
        QTest::newRow("assigned, then sent") << QByteArray("assign") << QByteArray("send") << true;
        QTest::newRow("sent, then assigned") << QByteArray("send") << QByteArray("assign") << true;
        QTest::newRow("deleted, then assigned") << QByteArray("delete") << QByteArray("assign") << false;
        QTest::newRow("assigned, then deleted") << QByteArray("assign") << QByteArray("delete") << false;
        QTest::newRow("edited, then assigned") << QByteArray("edit") << QByteArray("assign") << true;
        QTest::newRow("assigned, then edited") << QByteArray("assign") << QByteArray("edit") << true;
    }
    /// The messages that the two writers find there.
    void prepare(const QByteArray &first, const QByteArray &second)
    {
        assign(m_ada);
        if (first == "delete" || second == "delete")
            send(m_ben);
        if (first == "edit" || second == "edit")
            send(m_ada);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_database = newDatabase();
        m_admin = connectTo(m_database->adminConninfo());
        m_app = connectTo(m_database->appConninfo());
        m_owner = data().addUser(u"owner@a.test"_s);
        m_ada = data().addUser(u"ada@a.test"_s);
        m_ben = data().addUser(u"ben@a.test"_s);
    }

    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_workspace = data().addWorkspace(QString::fromLatin1(QTest::currentTestFunction()), m_owner);
        for (int i = 0; i < Leads; ++i)
            m_lead = data().addLead(m_workspace, {});
    }

    /// Whatever a test did: the marks are what the rows say, and the verifier says so too.
    void cleanup()
    {
        QCOMPARE(markedLeads(data(), m_workspace), answeredLeads(data(), m_workspace));
        const auto drift = verifyAssigneeAnswers(*m_app, m_workspace);
        QVERIFY(drift);
        QCOMPARE(drift->size(), 0);
    }

    void assigned_thenSent_isAnswered()
    {
        assign(m_ada);
        QVERIFY(!isAnswered());
        send(m_ada);
        QVERIFY(isAnswered());
        QCOMPARE(markedLeads(data(), m_workspace).size(), 1);
    }

    void sent_thenAssigned_isAnswered()
    {
        send(m_ada);
        QVERIFY(!isAnswered());
        assign(m_ada);
        QVERIFY(isAnswered());
    }

    void assignedToAndFro_followsThePerson()
    {
        assign(m_ada);
        send(m_ada);
        assign(m_ben);
        QVERIFY(!isAnswered());
        assign(m_ada);
        QVERIFY(isAnswered());
        assign(std::nullopt);
        QVERIFY(!isAnswered());
        send(m_ben);
        assign(m_ben);
        QVERIFY(isAnswered());
    }

    void whatOthersSend_isNoAnswer()
    {
        assign(m_ada);
        send(m_ben);
        send(std::nullopt);
        send(m_ada, u"inbound"_s);
        QVERIFY(!isAnswered());
        assign(std::nullopt);
        send(std::nullopt);
        QVERIFY(!isAnswered());
    }

    void laterMessagesOfOthers_takeNothingAway()
    {
        assign(m_ada);
        send(m_ada);
        send(m_ben);
        send(std::nullopt, u"inbound"_s);
        QVERIFY(isAnswered());
    }

    void deleted_lastsAsLongAsOneIsLeft()
    {
        assign(m_ada);
        send(m_ada);
        send(m_ada);
        send(m_ben);
        change(*m_admin, "delete from message",
            "id = (select min(id::text)::uuid from message where lead_id = $2::uuid and sent_by_user_id = '"
                + m_ada.toString().toUtf8() + "')");
        QVERIFY(isAnswered());
        change(*m_admin, "delete from message");
        QVERIFY(!isAnswered());
    }

    void edited_isReadAgain()
    {
        assign(m_ada);
        send(m_ben);
        change(*m_admin, "update message set sent_by_user_id = '" + m_ada.toString().toUtf8() + "'");
        QVERIFY(isAnswered());
        change(*m_admin, "update message set direction = 'inbound'");
        QVERIFY(!isAnswered());
        change(*m_admin, "update message set direction = 'outbound'");
        QVERIFY(isAnswered());
        change(*m_admin, "update message set sent_by_user_id = null");
        QVERIFY(!isAnswered());
    }

    void movedToAnotherLead_countsThere()
    {
        run(*m_admin, "update lead set assigned_to_user_id = $2::uuid where workspace_id = $1::uuid",
            PgParams() << m_workspace << m_ada);
        send(m_ada);
        QVERIFY(isAnswered());
        change(*m_admin,
            "update message set lead_id = (select min(id::text)::uuid from lead where"
            " workspace_id = message.workspace_id and id <> message.lead_id)");
        QVERIFY(!isAnswered());
        QCOMPARE(markedLeads(data(), m_workspace).size(), 1);
    }

    void oneStatementOverManyLeads_marksEachByItsOwn()
    {
        run(*m_admin,
            "update lead l set assigned_to_user_id = case when n.n % 2 = 0 then $2::uuid else $3::uuid end"
            " from (select id, row_number() over (order by id) as n from lead where workspace_id = $1::uuid) "
            "n"
            " where l.id = n.id",
            PgParams() << m_workspace << m_ada << m_ben);
        run(*m_admin,
            "insert into message (workspace_id, lead_id, direction, body, sent_by_user_id)"
            " select l.workspace_id, l.id, 'outbound', 'x', p.person from lead l,"
            " (values (null::uuid), ($2::uuid), ($3::uuid)) p (person)"
            " where l.workspace_id = $1::uuid and p.person is distinct from $3::uuid",
            PgParams() << m_workspace << m_ada << m_ben);
        QCOMPARE(markedLeads(data(), m_workspace).size(), Leads / 2);
    }

    /// Messages keep the id of a person who is gone; leads do not.
    void personDeleted_leadIsNobodys()
    {
        const UserId gone = data().addUser(u"gone@a.test"_s);
        assign(gone);
        send(gone);
        QVERIFY(isAnswered());
        run(*m_admin, "delete from app_user where id = $1::uuid", PgParams() << gone);
        QVERIFY(!isAnswered());
    }

    /// The mark rides on writes that are made anyway: no further event of the feed, no further ledger row.
    void marking_writesTheLeadNoSecondTime_data()
    {
        QTest::addColumn<bool>("isOfAssignee");
        QTest::newRow("somebody else's message") << false;
        QTest::newRow("the assignee's first answer") << true;
    }
    void marking_writesTheLeadNoSecondTime()
    {
        QFETCH(bool, isOfAssignee);
        assign(m_ada);
        send(isOfAssignee ? m_ben : m_ada); // the first outbound moves counts
        const QByteArray ledger = "select count(*) from inbox_counts_delta where workspace_id = $1::uuid";
        const qint64 before = number(ledger);
        const auto written = [&] {
            return data().run("select pg_stat_get_xact_tuples_updated('lead'::regclass)").integer(0, 0);
        };
        QVERIFY(m_admin->runScript("begin"));
        const qint64 already = written();
        send(isOfAssignee ? m_ada : m_ben);
        const qint64 bySend = written() - already;
        assign(m_ben);
        const qint64 byAssignment = written() - already - bySend;
        QVERIFY(m_admin->runScript("commit"));
        QCOMPARE(bySend, 1);
        QCOMPARE(byAssignment, 1);
        QCOMPARE(number(ledger) - before, 3); // an assignment takes it from one scope and gives it to another
    }

    /// The second writer comes while the first has not committed, and waits.
    void twoWriters_oneAfterTheOther_data() { addPairs(); }
    void twoWriters_oneAfterTheOther()
    {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        QFETCH(bool, isAnsweredThen);
        prepare(first, second);
        const auto one = rivalOf(*m_database);
        const auto two = rivalOf(*m_database);
        QVERIFY(one->runScript("begin"));
        act(*one, first);
        std::thread other([&] { act(*two, second); });
        QTRY_COMPARE(waiting(), 1);
        QVERIFY(one->runScript("commit"));
        other.join();
        QCOMPARE(isAnswered(), isAnsweredThen);
    }

    /// Both have begun, and wait for somebody else who has the lead.
    void twoWriters_behindAThird_data() { addPairs(); }
    void twoWriters_behindAThird()
    {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        QFETCH(bool, isAnsweredThen);
        prepare(first, second);
        const auto holder = connectTo(m_database->adminConninfo());
        const auto one = rivalOf(*m_database);
        const auto two = rivalOf(*m_database);
        QVERIFY(holder->runScript("begin"));
        run(*holder, "select from lead where id = $1::uuid for no key update", PgParams() << m_lead);
        std::thread early([&] { act(*one, first); });
        QTRY_COMPARE(waiting(), 1);
        std::thread late([&] { act(*two, second); });
        QTRY_COMPARE(waiting(), 2);
        QVERIFY(holder->runScript("rollback"));
        early.join();
        late.join();
        QCOMPARE(isAnswered(), isAnsweredThen);
    }

    void manyWriters_leaveNoDrift()
    {
        const unsigned seed = std::random_device()();
        qInfo("seed %u", seed);
        std::vector<std::thread> writers;
        for (unsigned i = 0; i < 4; ++i) {
            writers.emplace_back([&, i] {
                Writer writer(*m_database, m_workspace, {m_ada, m_ben}, seed + i);
                for (int n = 0; n < 150; ++n)
                    writer.writeOne();
            });
        }
        for (std::thread &writer : writers)
            writer.join();
        QVERIFY(number("select count(*) from message where workspace_id = $1::uuid") > 0);
    }

    /// Bulk loads bypass the triggers: found lead by lead, and put right without moving the list.
    void plantedDrift_isFoundAndPutRight_data()
    {
        QTest::addColumn<QByteArray>("repair");
        QTest::newRow("alone") << QByteArray();
        QTest::newRow("with the workspace") << QByteArray("select rebuild_workspace($1::uuid)");
    }
    void plantedDrift_isFoundAndPutRight()
    {
        QFETCH(QByteArray, repair);
        assign(m_ada);
        send(m_ada);
        const LeadId answered = m_lead;
        m_lead = data().addLead(m_workspace, {.assignee = m_ben});
        QVERIFY(m_admin->runScript("set session_replication_role = replica"));
        run(*m_admin,
            "update lead set is_answered_by_assignee = not is_answered_by_assignee"
            " where workspace_id = $1::uuid and id in ($2::uuid, $3::uuid)",
            PgParams() << m_workspace << answered << m_lead);
        QVERIFY(m_admin->runScript("set session_replication_role = origin"));
        const QByteArray order = "select string_agg(updated_at::text, ' ' order by id) from lead"
                                 " where workspace_id = $1::uuid";
        const QString before = data().run(order, PgParams() << m_workspace).text(0, 0);

        auto drift = verifyAssigneeAnswers(*m_app, m_workspace);
        QVERIFY(drift);
        QCOMPARE(drift->size(), 2);
        QVERIFY(drift->contains({answered, true, false}));
        QVERIFY(drift->contains({m_lead, false, true}));
        if (repair.isEmpty())
            QCOMPARE(*recomputeAssigneeAnswers(*m_app, m_workspace), 2);
        else
            run(*m_admin, repair, PgParams() << m_workspace);
        QCOMPARE(*recomputeAssigneeAnswers(*m_app, m_workspace), 0);
        QCOMPARE(data().run(order, PgParams() << m_workspace).text(0, 0), before);
    }

private:
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<PgConnection> m_admin, m_app;
    UserId m_owner, m_ada, m_ben;
    WorkspaceId m_workspace;
    LeadId m_lead;
};

QTEST_GUILESS_MAIN(tst_AssigneeAnswers)
#include "tst_assigneeanswers.moc"
