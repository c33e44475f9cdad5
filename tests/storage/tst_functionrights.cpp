// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"
#include "tests/storage/inboxdata.h"
#include "tests/support/testdatabase.h"

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

constexpr int Narrowed = 22; // the migration

/// The functions of the owner that `role` may run, by name; `condition` on pg_proc p.
QString runnable(PgConnection &admin, const QByteArray &role, const QByteArray &condition = "true")
{
    const auto rows = admin.runSql("select distinct p.proname from pg_proc p"
                                   " where p.pronamespace = 'public'::regnamespace"
                                   " and p.proowner = 'signalbox_owner'::regrole"
                                   " and has_function_privilege('"
        + role + "', p.oid, 'execute') and (" + condition + ") order by 1");
    QStringList names;
    for (int row = 0; rows && row < rows->rowCount(); ++row)
        names.append(rows->text(row, 0));
    return names.join(u' ');
}

/// Every right on every function of the owner, and the rights of those to come.
QStringList allRights(PgConnection &admin)
{
    const auto rows = admin.runSql(
        "select p.oid::regprocedure::text || ' ' || case a.grantee when 0 then 'public' else"
        " a.grantee::regrole::text end from pg_proc p,"
        " aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a"
        " where p.pronamespace = 'public'::regnamespace and p.proowner = 'signalbox_owner'::regrole"
        " union all select 'default ' || d.defaclnamespace::regnamespace::text || d.defaclacl::text"
        " from pg_default_acl d where d.defaclobjtype = 'f' order by 1");
    QStringList rights;
    for (int row = 0; rows && row < rows->rowCount(); ++row)
        rights.append(rows->text(row, 0));
    return rights;
}

/// A connection as a login of the server that is a member of nothing, for as long as it is held.
class Stranger
{
public:
    explicit Stranger(const TestDatabase &database)
        : connection(connectTo(database.adminConninfo()))
        , m_name("stranger_" + database.name().right(12).toUtf8())
    {
        run("create role " + m_name + " login; set session authorization " + m_name);
    }
    ~Stranger() { run("reset session authorization; drop role " + m_name); }
    Q_DISABLE_COPY_MOVE(Stranger)

    const std::unique_ptr<PgConnection> connection;

private:
    void run(const QByteArray &sql)
    {
        if (const auto done = connection->runScript(sql); !done)
            qFatal("%s", qPrintable(describe(done.error())));
    }

    QByteArray m_name;
};

} // namespace

/// Who may run which function (migration 0022). What a statement or a policy calls and nobody granted is
/// found by the tests of the stores: they run as the service does.
class tst_FunctionRights : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_database = newDatabase();
        m_admin = connectTo(m_database->adminConninfo());
    }

    void everybody_mayRunNothing()
    {
        QVERIFY(runnable(*m_admin, "signalbox_owner").count(u' ') > 50);
        QCOMPARE(runnable(*m_admin, "public"), QString());
        QCOMPARE(runnable(*m_admin, "signalbox_feed"), QString());
    }

    void functionsMadeLater_areNobodys()
    {
        const auto able = m_admin->transaction({.readOnly = false}, [&]() -> Result<QString> {
            if (const auto made
                = m_admin->runScript("set local role signalbox_owner;"
                                     " create function made_later() returns int language sql return 1;"
                                     " set local role none");
                !made)
                return made.error();
            const QString names = runnable(*m_admin, "public")
                + runnable(*m_admin, "signalbox_app", "p.proname = 'made_later'");
            const auto dropped = m_admin->runScript("drop function made_later()");
            return dropped ? Result<QString>(names) : dropped.error();
        });
        QVERIFY2(able.has_value(), able ? "" : qPrintable(describe(able.error())));
        QCOMPARE(*able, QString());
    }

    void triggerFunctions_areTheOwnersAlone()
    {
        // Who may run one can hang it on a table of his own.
        for (const char *role : {"signalbox_app", "signalbox_analyst"})
            QCOMPARE(runnable(*m_admin, role, "p.prorettype = 'trigger'::regtype"), QString());
    }

    void theAnalyst_runsFormulasAndItsCapability()
    {
        QCOMPARE(
            runnable(*m_admin, "signalbox_analyst", "p.prosecdef"), u"analytics_workspace workspace_roles"_s);
        QCOMPARE(runnable(*m_admin, "signalbox_analyst", "not p.prosecdef"),
            u"booking_outcome campaign_cells channel_bit crm_answer_mode crm_response_type crm_sort_key "
            "current_user_id "
            u"day_begin "
            "gap_sender gap_start has_booking has_provider_booking interval_us is_ai_sent is_business_hour "
            "is_kept is_positive "
            "is_review_draft lead_addresses lead_categories like_pattern local_day response_delay "
            "role_weight service_workspace sum_inbox_counts utc_day utc_day_after utc_day_begin "
            "utc_days_begin utc_days_end"_s);
        QCOMPARE(runnable(*m_admin, "signalbox_analyst", "p.provolatile = 'v'"), QString());
    }

    void theService_runsWithTheOwnersRightsOnlyThese()
    {
        // Sight and search read their scope from the settings of the transaction; the rest is the service's
        // own upkeep, of any workspace, since it serves all of them.
        QCOMPARE(runnable(*m_admin, "signalbox_app", "p.prosecdef"),
            u"analytics_workspace caller_scope claim_due_sends fill_response_timing fold_campaign_days "
            "fold_inbox_counts "
            "fold_message_days full_workspaces mark_inbox_counts_dirty may_administer mend_crm_answers "
            "mend_draft_sends mend_reactivations own_workspaces "
            "purge_idempotency_keys recompute_answer_order recompute_assignee_answers "
            "recompute_campaign_days recompute_crm_facts "
            "recompute_inbox_counts recompute_message_days response_timing_due search_lead_ids "
            "search_message_lead_ids team_workspaces verify_answer_order verify_assignee_answers "
            "verify_campaign_days "
            "verify_crm_answers "
            "verify_crm_facts verify_draft_sends verify_inbox_counts verify_message_days "
            "verify_reactivations "
            "wake_snoozed workspace_roles"_s);
    }

    void aLoginOfNoMembership_isRefused()
    {
        InboxData data(*m_admin);
        const UserId owner = data.addUser(u"owner@a.test"_s);
        const WorkspaceId workspace = data.addWorkspace(u"A"_s, owner);
        const Stranger stranger(*m_database);
        for (const char *name : {"recompute_message_days", "recompute_inbox_counts", "rebuild_workspace",
                 "verify_message_days", "workspace_roles"}) {
            const auto done = stranger.connection->runSql(
                QByteArray("select ") + name + "($1::uuid)", PgParams() << workspace);
            QVERIFY2(!done, name);
            QCOMPARE(done.error().kind, Error::Kind::Denied);
        }
    }

    void goingBack_restoresEveryRight()
    {
        const auto database = newDatabase(false);
        const auto admin = connectTo(database->adminConninfo());
        const auto steps = Migrator::builtIn();
        QVERIFY(steps.has_value());
        const auto apply = [&](const QByteArray &script) {
            const auto done
                = admin->transaction({.readOnly = false}, [&] { return admin->runScript(script); });
            if (!done)
                qWarning("%s", qPrintable(describe(done.error())));
        };
        for (const Migration &step : *steps) {
            if (step.version < Narrowed)
                apply(step.up);
            if (step.version != Narrowed)
                continue;
            const QStringList before = allRights(*admin);
            apply(step.up);
            QVERIFY(allRights(*admin) != before);
            apply(step.down);
            QCOMPARE(allRights(*admin), before);
            return;
        }
        QFAIL("there is no such migration");
    }

private:
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<PgConnection> m_admin;
};

QTEST_GUILESS_MAIN(tst_FunctionRights)
#include "tst_functionrights.moc"
