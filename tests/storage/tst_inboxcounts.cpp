// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inbox/sentiment.h"
#include "core/storage/countsstore.h"
#include "tests/storage/inboxdata.h"
#include "tests/support/testdatabase.h"

using namespace signalbox;
using namespace Qt::StringLiterals;

/// Counts by the acceptance vectors of domain §15, and the ledger's promises of DESIGN D2 and §8.4–8.5.
class tst_InboxCounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_database = newDatabase();
        m_admin = connectTo(m_database->adminConninfo());
        m_app = connectTo(m_database->appConninfo());
        InboxData data(*m_admin);
        m_owner = data.addUser(u"owner@a.test"_s);
        m_setter = data.addUser(u"setter@a.test"_s);
        m_second = data.addUser(u"second@a.test"_s);
        m_workspace = data.addWorkspace(u"A"_s, m_owner);
        data.addMember(m_workspace, m_setter, u"SETTER"_s);
        data.addMember(m_workspace, m_second, u"SETTER"_s);
    }
    void cleanup()
    {
        m_app.reset();
        m_admin.reset();
        m_database.reset();
    }

    void vectors_eachLead_hasItsCategories()
    {
        InboxData data(*m_admin);
        const auto leads = data.addVectors(m_workspace);
        // all, attention, previous, totalNonBlacklisted, total: the table of domain §15
        const QList<QList<int>> expected {{0, 0, 0, 1, 1}, {1, 1, 0, 1, 1}, {0, 0, 1, 1, 1}, {1, 1, 0, 1, 1},
            {0, 0, 1, 1, 1}, {1, 0, 0, 1, 1}, {1, 0, 0, 0, 1}, {1, 0, 0, 0, 1}, {0, 0, 0, 0, 0},
            {1, 1, 0, 1, 1}, {0, 0, 0, 1, 1}, {1, 1, 0, 1, 1}};
        for (int i = 0; i < leads.size(); ++i) {
            const int mask
                = int(data.run("select categories from lead where id = $1::uuid", PgParams() << leads[i])
                          .integer(0, 0));
            QList<int> found;
            for (const int bit : {ResponsesBit, AttentionBit, PreviousAttentionBit, EligibleBit, TotalBit})
                found.append(int((mask & bit) != 0));
            QVERIFY2(found == expected[i], qPrintable(u"vector %1: mask %2"_s.arg(i + 1).arg(mask)));
        }
    }

    void vectors_wholeWorkspace_isTheSum()
    {
        InboxData(*m_admin).addVectors(m_workspace);
        const InboxCounts counts = countsOf(manager());
        QCOMPARE(counts.allResponses, 7);
        QCOMPARE(counts.requiresAttention, 4);
        QCOMPARE(counts.previouslyRequiredAttention, 2);
        QCOMPARE(counts.totalNonBlacklisted, 9);
        QCOMPARE(counts.awaitingReply, 5);
        QCOMPARE(counts.needsRepair, 1);
        QCOMPARE(counts.total, 11);
    }

    void vectors_setterScope_followsTheAssignment()
    {
        InboxData data(*m_admin);
        const auto leads = data.addVectors(m_workspace);
        assign(data, leads[1], m_setter);
        assign(data, leads[2], m_setter);
        assign(data, leads[3], m_second);
        compare(countsOf(reader(m_setter)), {1, 1, 1, 2});
        compare(countsOf(reader(m_second)), {1, 1, 0, 1});
        QVERIFY(foldCounts(*m_app));
        assign(data, leads[3], m_setter);
        compare(countsOf(reader(m_second)), {0, 0, 0, 0});
        QVERIFY(foldCounts(*m_app));
        compare(countsOf(reader(m_second)), {0, 0, 0, 0});
        const PgParams second = PgParams() << m_second;
        QCOMPARE(data.run("select count(*) from inbox_counts where scope_user_id = $1::uuid", second)
                     .integer(0, 0),
            0);
        QVERIFY(verifyCounts(*m_app, m_workspace)->isEmpty());
    }

    void fold_changesNoFigure()
    {
        InboxData(*m_admin).addVectors(m_workspace);
        InboxCounts before = countsOf(manager());
        QVERIFY(*foldCounts(*m_app) > 0);
        QCOMPARE(*foldCounts(*m_app), 0);
        InboxCounts after = countsOf(manager());
        before.computedAt = after.computedAt = Instant {};
        QCOMPARE(after, before);
    }

    void fold_onAWorkspaceThatIsGone_dropsItsRows()
    {
        InboxData data(*m_admin);
        data.addVectors(m_workspace);
        data.run("delete from workspace where id = $1::uuid", PgParams() << m_workspace);
        QVERIFY(foldCounts(*m_app));
        QCOMPARE(data.run("select count(*) from inbox_counts_delta").integer(0, 0), 0);
    }

    void aiSentAndReview_followMessagesAndDrafts()
    {
        InboxData data(*m_admin);
        const LeadId lead = data.addLead(m_workspace, {});
        const QUuid draft
            = data.run("insert into ai_draft (workspace_id, lead_id, channel, content, auto_send_action)"
                       " values ($1::uuid, $2::uuid, 'email', 'hi', 'needs_review') returning id",
                      PgParams() << m_workspace << lead)
                  .uuid(0, 0);
        QCOMPARE(countsOf(manager()).aiReview, 1);
        data.run("update ai_draft set status = 'approved' where id = $1::uuid", PgParams() << draft);
        QCOMPARE(countsOf(manager()).aiReview, 0);
        data.run("insert into message (workspace_id, lead_id, channel, source, direction, sent_by, body, "
                 "ai_draft_id)"
                 " values ($1::uuid, $2::uuid, 'email', 'zrg', 'outbound', 'ai', 'hi', $3::uuid)",
            PgParams() << m_workspace << lead << draft);
        QCOMPARE(countsOf(manager()).aiSent, 1);
        data.run("delete from message where lead_id = $1::uuid", PgParams() << lead);
        QCOMPARE(countsOf(manager()).aiSent, 0);
        QVERIFY(verifyCounts(*m_app, m_workspace)->isEmpty());
    }

    void messages_moveTheRollups_inTheirOwnTransaction()
    {
        InboxData data(*m_admin);
        const LeadId lead = data.addLead(m_workspace, {.status = u"qualified"_s, .tag = u"Interested"_s});
        data.addMessage(m_workspace, lead, u"inbound"_s, u"Could you send the pricing?"_s);
        QCOMPARE(countsOf(manager()).requiresAttention, 1);
        const auto failed = m_admin->transaction({.readOnly = false}, [&]() -> Result<bool> {
            data.addMessage(m_workspace, lead, u"outbound"_s, u"Here it is."_s);
            return Error::internal(u"the sender gave up"_s);
        });
        QVERIFY(!failed);
        QCOMPARE(countsOf(manager()).requiresAttention, 1);
        data.addMessage(m_workspace, lead, u"outbound"_s, u"Here it is."_s);
        QCOMPARE(countsOf(manager()).requiresAttention, 0);
        QCOMPARE(countsOf(manager()).previouslyRequiredAttention, 1);
    }

    void snooze_thatRanOut_isCountedBeforeAndAfterTheWake()
    {
        InboxData data(*m_admin);
        const LeadId lead = data.addLead(m_workspace,
            {.inbound = 10, .status = u"qualified"_s, .tag = u"Interested"_s, .snooze = u"1 hour"_s});
        QCOMPARE(countsOf(manager()).total, 0);
        // The hour passes: the time moves, the stored mark stays, as it would until the job runs.
        data.run("alter table lead disable trigger lead_before_write");
        data.run("update lead set snoozed_until = now() - interval '1 second' where id = $1::uuid",
            PgParams() << lead);
        data.run("alter table lead enable trigger lead_before_write");
        QCOMPARE(countsOf(manager()).requiresAttention, 1);
        const QString before = *loadDataVersion(*m_app, manager());
        QCOMPARE(*wakeSnoozed(*m_app), 1);
        QCOMPARE(*wakeSnoozed(*m_app), 0);
        QCOMPARE(countsOf(manager()).requiresAttention, 1);
        QVERIFY(*loadDataVersion(*m_app, manager()) != before);
        const auto row = data.run("select snoozed_until is not null, updated_at >= snoozed_until from lead");
        QVERIFY(row.boolean(0, 0));
        QVERIFY(row.boolean(0, 1));
    }

    void version_commitsOutOfIdOrder_stillChangeIt()
    {
        InboxData data(*m_admin);
        const LeadId first = data.addLead(m_workspace, {});
        const LeadId second = data.addLead(m_workspace, {});
        QVERIFY(foldCounts(*m_app));
        const auto other = connectTo(m_database->adminConninfo());
        QVERIFY(other->runScript("begin"));
        InboxData(*other).run(
            "update lead set status = 'qualified' where id = $1::uuid", PgParams() << first);
        data.run("update lead set status = 'qualified' where id = $1::uuid", PgParams() << second);
        const QString afterHigherId = *loadDataVersion(*m_app, manager());
        QVERIFY(other->runScript("commit"));
        QVERIFY(*loadDataVersion(*m_app, manager()) != afterHigherId);
    }

    void version_visibleChangeWithoutACount_changesIt()
    {
        InboxData data(*m_admin);
        const LeadId lead = data.addLead(m_workspace, {.assignee = m_setter});
        for (const InboxReader &who : {manager(), reader(m_setter)}) {
            const QString before = *loadDataVersion(*m_app, who);
            const InboxCounts counts = countsOf(who);
            data.run(
                "update lead set first_name = first_name || 'x' where id = $1::uuid", PgParams() << lead);
            QVERIFY(*loadDataVersion(*m_app, who) != before);
            QCOMPARE(countsOf(who).total, counts.total);
        }
    }

    void version_anotherSettersChange_isNotMine()
    {
        InboxData data(*m_admin);
        const LeadId mine = data.addLead(m_workspace, {.assignee = m_setter});
        const LeadId theirs = data.addLead(m_workspace, {.assignee = m_second});
        Q_UNUSED(mine);
        const QString before = *loadDataVersion(*m_app, reader(m_setter));
        data.run("update lead set status = 'qualified' where id = $1::uuid", PgParams() << theirs);
        QCOMPARE(*loadDataVersion(*m_app, reader(m_setter)), before);
    }

    void recompute_afterABypass_findsTheDriftAndMendsIt()
    {
        InboxData data(*m_admin);
        data.run("set session_replication_role = replica");
        data.addVectors(m_workspace);
        data.run("set session_replication_role = origin");
        QVERIFY(!verifyCounts(*m_app, m_workspace)->isEmpty());
        QVERIFY(markCountsDirty(*m_app, m_workspace));
        const auto mended = reconcileDirty(*m_app);
        QCOMPARE(mended->workspaces, 1);
        QCOMPARE(mended->driftedScopes, 1);
        QVERIFY(verifyCounts(*m_app, m_workspace)->isEmpty());
        QCOMPARE(reconcileDirty(*m_app)->workspaces, 0);
    }

    void reconcile_whatDoesNotGetThrough_keepsTheMark_andTheCountsRight()
    {
        InboxData data(*m_admin);
        data.run("set session_replication_role = replica");
        data.addVectors(m_workspace);
        data.run("set session_replication_role = origin");
        QVERIFY(markCountsDirty(*m_app, m_workspace));
        data.run("revoke execute on function mend_draft_sends(uuid) from signalbox_app");
        const auto refused = reconcileDirty(*m_app);
        data.run("grant execute on function mend_draft_sends(uuid) to signalbox_app");
        QVERIFY(!refused);
        QVERIFY(verifyCounts(*m_app, m_workspace)->isEmpty());
        QCOMPARE(reconcileDirty(*m_app)->workspaces, 1); // all of it again
        QCOMPARE(reconcileDirty(*m_app)->workspaces, 0);
    }

    void recompute_markedDuringTheScan_staysDirty()
    {
        InboxData data(*m_admin);
        data.addVectors(m_workspace);
        QVERIFY(markCountsDirty(*m_app, m_workspace));
        // The recompute runs in a transaction that has begun; the mark comes from outside before it ends.
        const auto other = connectTo(m_database->adminConninfo());
        QVERIFY(other->runScript("begin isolation level repeatable read"));
        InboxData(*other).run("select 1 from inbox_counts_dirty");
        data.run("update inbox_counts_dirty set dirty_at = clock_timestamp()");
        const auto raced
            = other->runSql("select recompute_inbox_counts($1::uuid)", PgParams() << m_workspace);
        QVERIFY(!raced || raced->rowCount() == 1);
        QVERIFY(other->runScript("rollback"));
        QCOMPARE(data.run("select count(*) from inbox_counts_dirty").integer(0, 0), 1);
    }

    void sentimentSets_inTheProgramAndInTheSchema_areTheSame()
    {
        InboxData data(*m_admin);
        QStringList tags = sentimentTags();
        tags << u"Positive"_s << u"Something else"_s << QString();
        for (const QString &tag : tags) {
            PgParams params;
            params.addNullable(tag);
            const int mask
                = int(data.run("select lead_categories('new', $1, now(), null, null, false, false)", params)
                          .integer(0, 0));
            QVERIFY2(((mask & AttentionBit) != 0) == isAttentionTag(tag), qPrintable(tag));
        }
    }

private:
    InboxReader manager() const { return {m_owner, m_workspace, u"OWNER"_s}; }
    InboxReader reader(UserId setter) const { return {setter, m_workspace, u"SETTER"_s}; }
    InboxCounts countsOf(const InboxReader &who) { return loadCounts(*m_app, who)->counts; }
    static void assign(InboxData &data, LeadId lead, UserId user)
    {
        data.run(
            "update lead set assigned_to_user_id = $2::uuid where id = $1::uuid", PgParams() << lead << user);
    }
    static void compare(const InboxCounts &found, const QList<qint64> &expected)
    {
        QCOMPARE((QList<qint64> {found.allResponses, found.requiresAttention,
                     found.previouslyRequiredAttention, found.total}),
            expected);
    }

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<PgConnection> m_admin;
    std::unique_ptr<PgConnection> m_app;
    UserId m_owner;
    UserId m_setter;
    UserId m_second;
    WorkspaceId m_workspace;
};

QTEST_GUILESS_MAIN(tst_InboxCounts)
#include "tst_inboxcounts.moc"
