// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/analytics/assigneeanswers.h"
#include "core/storage/migrator.h"
#include "tests/storage/inboxdata.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

constexpr int Step = 19;

/// Everything that a schema consists of, one line a thing, in an order of its own.
QStringList schemaOf(PgConnection &pg)
{
    const PgResult rows = InboxData(pg).run(
        "select 'function ' || pg_get_functiondef(p.oid) || coalesce(array_to_string(p.proacl, ' '), '')"
        "  from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prokind = 'f'"
        "   and p.proowner = 'signalbox_owner'::regrole"
        " union all select 'index ' || pg_get_indexdef(i.indexrelid) || i.indisreplident::text"
        "  from pg_index i join pg_class c on c.oid = i.indrelid where c.relnamespace = "
        "'public'::regnamespace"
        " union all select 'trigger ' || pg_get_triggerdef(t.oid) || t.tgenabled::text from pg_trigger t"
        "  where not t.tgisinternal"
        " union all select 'constraint ' || c.conrelid::regclass || ' ' || pg_get_constraintdef(c.oid)"
        "  from pg_constraint c where c.connamespace = 'public'::regnamespace"
        " union all select 'column ' || c.oid::regclass || '.' || a.attname || ' '"
        "   || format_type(a.atttypid, a.atttypmod) || a.attnotnull::text"
        "   || coalesce(pg_get_expr(d.adbin, d.adrelid), '')"
        "  from pg_attribute a join pg_class c on c.oid = a.attrelid"
        "  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum"
        "  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0"
        " order by 1");
    QStringList lines;
    for (int row = 0; row < rows.rowCount(); ++row) {
        if (!rows.text(row, 0).contains(u"pg.dropped"_s)) // what was a column leaves its place behind
            lines.append(rows.text(row, 0));
    }
    return lines;
}

/// The steps before this one, on a database that has none.
void migrateUpToStep(PgConnection &pg)
{
    const auto steps = Migrator::builtIn();
    for (const Migration &step : *steps) {
        const auto done = step.version < Step
            ? pg.transaction({.readOnly = false}, [&] { return pg.runScript(step.up); })
            : Result<void>();
        if (!done)
            qFatal("%d: %s", step.version, qPrintable(describe(done.error())));
    }
}

const Migration &thisStep(const QList<Migration> &steps)
{
    return *std::find_if(
        steps.begin(), steps.end(), [](const Migration &step) { return step.version == Step; });
}

} // namespace

/// Migration 0019 on a database with data in it, and its way back.
class tst_AssigneeFill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void up_marksWhatIsThere_andMovesNothing()
    {
        const auto database = newDatabase(false);
        const auto pg = connectTo(database->adminConninfo());
        migrateUpToStep(*pg);
        InboxData data(*pg);
        const UserId ada = data.addUser(u"ada@a.test"_s);
        const UserId ben = data.addUser(u"ben@a.test"_s);
        const WorkspaceId workspace = data.addWorkspace(u"A"_s, ada);
        QSet<QUuid> answered;
        for (int i = 0; i < 60; ++i) {
            // A third is nobody's; Ada and Ben write to different ones, to some nobody does.
            const std::optional<UserId> assignee
                = i % 3 == 0 ? std::nullopt : std::optional(i % 3 == 1 ? ada : ben);
            const LeadId lead = data.addLead(workspace, {.assignee = assignee});
            const std::optional<UserId> sender
                = i % 4 == 0 ? std::nullopt : std::optional(i % 4 == 1 ? ada : ben);
            const bool isOutbound = i % 5 != 0;
            data.run("insert into message (workspace_id, lead_id, direction, body, sent_by_user_id)"
                     " values ($1::uuid, $2::uuid, $3, 'x', $4::uuid)",
                PgParams() << workspace << lead << (isOutbound ? "outbound"_L1 : "inbound"_L1) << sender);
            if (assignee && assignee == sender && isOutbound)
                answered.insert(lead.value);
        }
        const QByteArray rest = "select md5(string_agg((to_jsonb(l) - 'is_answered_by_assignee')::text, '|'"
                                " order by l.id)) || (select count(*) from inbox_counts_delta) from lead l";
        const QString before = data.run(rest).text(0, 0);

        data.run("select pg_create_logical_replication_slot(current_database(), 'pgoutput')");
        const auto steps = Migrator::builtIn();
        const auto done
            = pg->transaction({.readOnly = false}, [&] { return pg->runScript(thisStep(*steps).up); });
        const qint64 told
            = data.run("select count(*) filter (where get_byte(data, 0) in (ascii('I'), ascii('U')))"
                       " from pg_logical_slot_get_binary_changes(current_database(), null, null,"
                       " 'proto_version', '1', 'publication_names', 'signalbox_lead')")
                  .integer(0, 0);
        data.run("select pg_drop_replication_slot(current_database())");
        QVERIFY2(done, done ? "" : qPrintable(describe(done.error())));
        QCOMPARE(told, 0);
        QCOMPARE(data.run(rest).text(0, 0), before);
        const PgResult marked = data.run("select id from lead where is_answered_by_assignee");
        QSet<QUuid> found;
        for (int row = 0; row < marked.rowCount(); ++row)
            found.insert(marked.uuid(row, 0));
        QVERIFY(answered.size() > 5);
        QCOMPARE(found, answered);
        QCOMPARE(verifyAssigneeAnswers(*pg, workspace)->size(), 0);
    }

    void down_leavesExactlyWhatWas()
    {
        const auto database = newDatabase(false);
        const auto pg = connectTo(database->adminConninfo());
        migrateUpToStep(*pg);
        const QStringList before = schemaOf(*pg);
        QVERIFY(before.size() > 500);
        const auto steps = Migrator::builtIn();
        QStringList between;
        const auto done = pg->transaction({.readOnly = false}, [&]() -> Result<void> {
            if (const auto up = pg->runScript(thisStep(*steps).up); !up)
                return up;
            between = schemaOf(*pg);
            return pg->runScript(thisStep(*steps).down);
        });
        QVERIFY2(done, done ? "" : qPrintable(describe(done.error())));
        QVERIFY(between != before);
        QVERIFY(between.contains(u"index CREATE UNIQUE INDEX lead_scope ON public.lead USING btree (id, "
                                 "workspace_id, assignee_key)true"_s));
        QCOMPARE(schemaOf(*pg), before);
    }
};

QTEST_GUILESS_MAIN(tst_AssigneeFill)
#include "tst_assigneefill.moc"
