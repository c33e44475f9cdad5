// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/analytics/assigneeanswers.h"
#include "tests/storage/assigneestage.h"
#include "tests/support/racers.h"
#include "tests/support/testseed.h"

#include <QTest>

#include <random>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

/// A connection that finds a deadlock at once.
Result<std::unique_ptr<PgConnection>> rivalOf(const AssigneeStage &stage)
{
    auto pg = PgConnection::open(stage.database->adminConninfo());
    if (pg) {
        if (const auto set = (*pg)->runScript("set deadlock_timeout = '10ms'"); !set)
            return set.error();
    }
    return pg;
}

/// One connection that assigns few leads to few people, and writes, edits and deletes their messages.
class Writer
{
public:
    Writer(PgConnection &pg, const AssigneeStage &stage, unsigned seed)
        : m_pg(pg)
        , m_workspace(stage.workspace)
        , m_people {stage.ada, stage.ben}
        , m_random(seed)
    { }

    /// A deadlock is the database's honest answer; the writer goes on.
    Result<void> writeOne()
    {
        PgParams params = PgParams() << m_workspace << pick(AssigneeStage::Leads);
        params << (pick(4) == 0 ? std::nullopt : std::optional(m_people.at(pick(int(m_people.size())))));
        const auto done = m_pg.runSql(statement(), params);
        if (!done && done.error().kind != Error::Kind::Conflict)
            return done.error();
        return {};
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

    PgConnection &m_pg;
    WorkspaceId m_workspace;
    QList<UserId> m_people;
    std::mt19937 m_random;
};

} // namespace

/// Writers of the same lead at the same time: whether the assignee has written to it is kept all the same
/// (migration 0019).
class tst_AssigneeRaces : public QObject
{
    Q_OBJECT

private:
    qint64 waiting()
    {
        return m_stage->data()
            .run("select count(*) from pg_stat_activity where datname = current_database()"
                 " and wait_event_type = 'Lock'")
            .integer(0, 0);
    }
    /// What one of two writers does, by name.
    Result<void> act(PgConnection &pg, const QByteArray &what)
    {
        if (what == "assign")
            return m_stage->assign(pg, m_stage->ben);
        if (what == "send")
            return m_stage->send(pg, m_stage->ben, u"outbound"_s);
        if (what == "delete")
            return m_stage->change(pg, "delete from message", "true");
        const QByteArray edit
            = "update message set sent_by_user_id = '" + m_stage->ben.toString().toUtf8() + '\'';
        return m_stage->change(pg, edit, "true");
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
        PgConnection &admin = *m_stage->admin;
        QVERIFY(m_stage->assign(admin, m_stage->ada));
        if (first == "delete" || second == "delete")
            QVERIFY(m_stage->send(admin, m_stage->ben, u"outbound"_s));
        if (first == "edit" || second == "edit")
            QVERIFY(m_stage->send(admin, m_stage->ada, u"outbound"_s));
    }

private Q_SLOTS:
    void initTestCase() { m_stage = std::make_unique<AssigneeStage>(); }

    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_stage->open(QString::fromLatin1(QTest::currentTestFunction()));
    }

    /// Whatever the writers did: the marks are what the rows say, and the verifier says so too.
    void cleanup()
    {
        QCOMPARE(m_stage->markedLeads(), m_stage->answeredLeads());
        const auto drift = verifyAssigneeAnswers(*m_stage->app, m_stage->workspace);
        QVERIFY(drift);
        QCOMPARE(drift->size(), 0);
    }

    /// The second writer comes while the first has not committed, and waits.
    void twoWriters_oneAfterTheOther_data() { addPairs(); }
    void twoWriters_oneAfterTheOther()
    {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        QFETCH(bool, isAnsweredThen);
        prepare(first, second);
        const auto two = rivalOf(*m_stage);
        QVERIFY(two);
        Racers racers;
        const auto one = rivalOf(*m_stage);
        QVERIFY(one);
        QVERIFY((*one)->runScript("begin"));
        QVERIFY(act(**one, first));
        racers.start([&] { return act(**two, second); });
        QTRY_COMPARE(waiting(), 1);
        QVERIFY((*one)->runScript("commit"));
        QCOMPARE(racers.join(), QString());
        QCOMPARE(m_stage->isAnswered(), isAnsweredThen);
    }

    /// Both have begun, and wait for somebody else who has the lead.
    void twoWriters_behindAThird_data() { addPairs(); }
    void twoWriters_behindAThird()
    {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        QFETCH(bool, isAnsweredThen);
        prepare(first, second);
        const auto one = rivalOf(*m_stage);
        const auto two = rivalOf(*m_stage);
        QVERIFY(one && two);
        Racers racers;
        const auto holder = connectTo(m_stage->database->adminConninfo());
        QVERIFY(holder->runScript("begin"));
        QVERIFY(holder->runSql(
            "select from lead where id = $1::uuid for no key update", PgParams() << m_stage->lead));
        racers.start([&] { return act(**one, first); });
        QTRY_COMPARE(waiting(), 1);
        racers.start([&] { return act(**two, second); });
        QTRY_COMPARE(waiting(), 2);
        QVERIFY(holder->runScript("rollback"));
        QCOMPARE(racers.join(), QString());
        QCOMPARE(m_stage->isAnswered(), isAnsweredThen);
    }

    void manyWriters_leaveNoDrift()
    {
        const unsigned seed = testSeed(19);
        Racers writers;
        for (unsigned i = 0; i < 4; ++i) {
            writers.start([&, i]() -> Result<void> {
                const auto pg = rivalOf(*m_stage);
                if (!pg)
                    return pg.error();
                Writer writer(**pg, *m_stage, seed + i);
                for (int n = 0; n < 150; ++n) {
                    if (const auto done = writer.writeOne(); !done)
                        return done;
                }
                return {};
            });
        }
        QCOMPARE(writers.join(), QString());
        // What the race leaves is luck: this answer is certain.
        QVERIFY(m_stage->assign(*m_stage->admin, m_stage->ada));
        QVERIFY(m_stage->send(*m_stage->admin, m_stage->ada, u"outbound"_s));
        QVERIFY(m_stage->isAnswered());
    }

private:
    std::unique_ptr<AssigneeStage> m_stage;
};

QTEST_GUILESS_MAIN(tst_AssigneeRaces)
#include "tst_assigneeraces.moc"
