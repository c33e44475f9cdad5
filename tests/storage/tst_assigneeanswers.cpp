// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/analytics/assigneeanswers.h"
#include "tests/storage/assigneestage.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// Whether the assignee has written to a lead, kept on the lead (migration 0019).
class tst_AssigneeAnswers : public QObject
{
    Q_OBJECT

private:
    InboxData data() { return m_stage->data(); }
    static void must(const Result<void> &done)
    {
        if (!done)
            qFatal("%s", qPrintable(describe(done.error())));
    }
    void assign(std::optional<UserId> person) { must(m_stage->assign(*m_stage->admin, person)); }
    void send(std::optional<UserId> person, const QString &direction = u"outbound"_s)
    {
        must(m_stage->send(*m_stage->admin, person, direction));
    }
    void change(const QByteArray &what, const QByteArray &which = "true")
    {
        must(m_stage->change(*m_stage->admin, what, which));
    }
    qsizetype marked() { return m_stage->markedLeads().size(); }
    bool isAnswered() { return m_stage->isAnswered(); }
    qint64 number(const QByteArray &sql)
    {
        return data().run(sql, PgParams() << m_stage->workspace).integer(0, 0);
    }

private Q_SLOTS:
    void initTestCase() { m_stage = std::make_unique<AssigneeStage>(); }

    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_stage->open(QString::fromLatin1(QTest::currentTestFunction()));
    }

    /// Whatever a test did: the marks are what the rows say, and the verifier says so too.
    void cleanup()
    {
        QCOMPARE(m_stage->markedLeads(), m_stage->answeredLeads());
        const auto drift = verifyAssigneeAnswers(*m_stage->app, m_stage->workspace);
        QVERIFY(drift);
        QCOMPARE(drift->size(), 0);
    }

    void assigned_thenSent_isAnswered()
    {
        assign(m_stage->ada);
        QVERIFY(!isAnswered());
        send(m_stage->ada);
        QVERIFY(isAnswered());
        QCOMPARE(marked(), 1);
    }

    void sent_thenAssigned_isAnswered()
    {
        send(m_stage->ada);
        QVERIFY(!isAnswered());
        assign(m_stage->ada);
        QVERIFY(isAnswered());
    }

    void assignedToAndFro_followsThePerson()
    {
        assign(m_stage->ada);
        send(m_stage->ada);
        assign(m_stage->ben);
        QVERIFY(!isAnswered());
        assign(m_stage->ada);
        QVERIFY(isAnswered());
        assign(std::nullopt);
        QVERIFY(!isAnswered());
        send(m_stage->ben);
        assign(m_stage->ben);
        QVERIFY(isAnswered());
    }

    void whatOthersSend_isNoAnswer()
    {
        assign(m_stage->ada);
        send(m_stage->ben);
        send(std::nullopt);
        send(m_stage->ada, u"inbound"_s);
        QVERIFY(!isAnswered());
        assign(std::nullopt);
        send(std::nullopt);
        QVERIFY(!isAnswered());
    }

    void laterMessagesOfOthers_takeNothingAway()
    {
        assign(m_stage->ada);
        send(m_stage->ada);
        send(m_stage->ben);
        send(std::nullopt, u"inbound"_s);
        QVERIFY(isAnswered());
    }

    void deleted_lastsAsLongAsOneIsLeft()
    {
        assign(m_stage->ada);
        send(m_stage->ada);
        send(m_stage->ada);
        send(m_stage->ben);
        change("delete from message",
            "id = (select min(id::text)::uuid from message where lead_id = $2::uuid and sent_by_user_id = '"
                + m_stage->ada.toString().toUtf8() + "')");
        QVERIFY(isAnswered());
        change("delete from message");
        QVERIFY(!isAnswered());
    }

    void edited_isReadAgain()
    {
        assign(m_stage->ada);
        send(m_stage->ben);
        change("update message set sent_by_user_id = '" + m_stage->ada.toString().toUtf8() + "'");
        QVERIFY(isAnswered());
        change("update message set direction = 'inbound'");
        QVERIFY(!isAnswered());
        change("update message set direction = 'outbound'");
        QVERIFY(isAnswered());
        change("update message set sent_by_user_id = null");
        QVERIFY(!isAnswered());
    }

    void movedToAnotherLead_countsThere()
    {
        data().run("update lead set assigned_to_user_id = $2::uuid where workspace_id = $1::uuid",
            PgParams() << m_stage->workspace << m_stage->ada);
        send(m_stage->ada);
        QVERIFY(isAnswered());
        change("update message set lead_id = (select min(id::text)::uuid from lead where"
               " workspace_id = message.workspace_id and id <> message.lead_id)");
        QVERIFY(!isAnswered());
        QCOMPARE(marked(), 1);
    }

    void oneStatementOverManyLeads_marksEachByItsOwn()
    {
        data().run(
            "update lead l set assigned_to_user_id = case when n.n % 2 = 0 then $2::uuid else $3::uuid end"
            " from (select id, row_number() over (order by id) as n from lead where workspace_id = $1::uuid) "
            "n"
            " where l.id = n.id",
            PgParams() << m_stage->workspace << m_stage->ada << m_stage->ben);
        data().run("insert into message (workspace_id, lead_id, direction, body, sent_by_user_id)"
                   " select l.workspace_id, l.id, 'outbound', 'x', p.person from lead l,"
                   " (values (null::uuid), ($2::uuid), ($3::uuid)) p (person)"
                   " where l.workspace_id = $1::uuid and p.person is distinct from $3::uuid",
            PgParams() << m_stage->workspace << m_stage->ada << m_stage->ben);
        QCOMPARE(marked(), AssigneeStage::Leads / 2);
    }

    /// Messages keep the id of a person who is gone; leads do not.
    void personDeleted_leadIsNobodys()
    {
        const UserId gone = data().addUser(u"gone@a.test"_s);
        assign(gone);
        send(gone);
        QVERIFY(isAnswered());
        data().run("delete from app_user where id = $1::uuid", PgParams() << gone);
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
        assign(m_stage->ada);
        send(isOfAssignee ? m_stage->ben : m_stage->ada); // the first outbound moves counts
        const QByteArray ledger = "select count(*) from inbox_counts_delta where workspace_id = $1::uuid";
        const qint64 before = number(ledger);
        const auto written = [&] {
            return data().run("select pg_stat_get_xact_tuples_updated('lead'::regclass)").integer(0, 0);
        };
        QVERIFY(m_stage->admin->runScript("begin"));
        const qint64 already = written();
        send(isOfAssignee ? m_stage->ada : m_stage->ben);
        const qint64 bySend = written() - already;
        assign(m_stage->ben);
        const qint64 byAssignment = written() - already - bySend;
        QVERIFY(m_stage->admin->runScript("commit"));
        QCOMPARE(bySend, 1);
        QCOMPARE(byAssignment, 1);
        QCOMPARE(number(ledger) - before, 3); // an assignment takes it from one scope and gives it to another
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
        assign(m_stage->ada);
        send(m_stage->ada);
        const LeadId answered = m_stage->lead;
        m_stage->lead = data().addLead(m_stage->workspace, {.assignee = m_stage->ben});
        QVERIFY(m_stage->admin->runScript("set session_replication_role = replica"));
        data().run("update lead set is_answered_by_assignee = not is_answered_by_assignee"
                   " where workspace_id = $1::uuid and id in ($2::uuid, $3::uuid)",
            PgParams() << m_stage->workspace << answered << m_stage->lead);
        QVERIFY(m_stage->admin->runScript("set session_replication_role = origin"));
        const QByteArray order = "select string_agg(updated_at::text, ' ' order by id) from lead"
                                 " where workspace_id = $1::uuid";
        const QString before = data().run(order, PgParams() << m_stage->workspace).text(0, 0);

        auto drift = verifyAssigneeAnswers(*m_stage->app, m_stage->workspace);
        QVERIFY(drift);
        QCOMPARE(drift->size(), 2);
        QVERIFY(drift->contains({answered, true, false}));
        QVERIFY(drift->contains({m_stage->lead, false, true}));
        if (repair.isEmpty())
            QCOMPARE(*recomputeAssigneeAnswers(*m_stage->app, m_stage->workspace), 2);
        else
            data().run(repair, PgParams() << m_stage->workspace);
        QCOMPARE(*recomputeAssigneeAnswers(*m_stage->app, m_stage->workspace), 0);
        QCOMPARE(data().run(order, PgParams() << m_stage->workspace).text(0, 0), before);
    }

private:
    std::unique_ptr<AssigneeStage> m_stage;
};

QTEST_GUILESS_MAIN(tst_AssigneeAnswers)
#include "tst_assigneeanswers.moc"
