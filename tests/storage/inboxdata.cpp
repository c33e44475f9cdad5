// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/storage/inboxdata.h"

#include "tests/support/testdatabase.h"
#include "tests/support/waitlimit.h"

#include <QDeadlineTimer>
#include <QtDebug>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

std::optional<Instant> atMinute(std::optional<int> minute)
{
    if (!minute)
        return std::nullopt;
    return *parseIso(u"2026-02-18T10:00:00Z") + std::chrono::minutes(*minute);
}

} // namespace

std::unique_ptr<TestDatabase> newDatabase(bool isMigrated)
{
    auto database = isMigrated ? TestDatabase::create() : TestDatabase::createBare();
    if (!database)
        qFatal("%s", qPrintable(describe(database.error())));
    return std::move(*database);
}

std::unique_ptr<PgConnection> connectTo(const QString &conninfo)
{
    auto connection = PgConnection::open(conninfo);
    if (!connection)
        qFatal("%s", qPrintable(describe(connection.error())));
    return std::move(*connection);
}

PgResult InboxData::run(const QByteArray &sql, const PgParams &params)
{
    const auto rows = m_pg.runSql(sql, params);
    if (!rows)
        qFatal("%s\n%s", qPrintable(describe(rows.error())), sql.constData());
    return *rows;
}

void InboxData::vacuum(const QByteArray &table)
{
    const QByteArray isDone
        = "select relallvisible = relpages from pg_class where oid = '" + table + "'::regclass";
    const QDeadlineTimer deadline(WaitLimit);
    do {
        run("vacuum (analyze) " + table);
        if (deadline.hasExpired())
            qFatal("%s is not all visible", table.constData());
    } while (!run(isDone).boolean(0, 0));
}

UserId InboxData::addUser(const QString &email)
{
    return UserId {run("insert into app_user (email, name) values ($1, $1) returning id", PgParams() << email)
                       .uuid(0, 0)};
}

WorkspaceId InboxData::addWorkspace(const QString &name, UserId owner)
{
    return WorkspaceId {run("insert into workspace (name, owner_user_id) values ($1, $2::uuid) returning id",
        PgParams() << name << owner)
                            .uuid(0, 0)};
}

void InboxData::addMember(WorkspaceId workspace, UserId user, const QString &role)
{
    run("insert into workspace_member (workspace_id, user_id, role) values ($1::uuid, $2::uuid, "
        "$3::workspace_role)",
        PgParams() << workspace << user << role);
}

LeadId InboxData::addLead(WorkspaceId workspace, const LeadSpec &spec)
{
    PgParams params;
    params << workspace << spec.status;
    params.addNullable(spec.tag);
    params << atMinute(spec.inbound) << atMinute(spec.outbound) << atMinute(spec.zrg);
    params.addNullable(spec.snooze);
    params << spec.assignee;
    params.addNullable(spec.firstName)
        .addNullable(spec.lastName)
        .addNullable(spec.email)
        .addNullable(spec.company);
    params << spec.score << spec.updatedAt;
    return LeadId {
        run("insert into lead (workspace_id, status, sentiment_tag, last_inbound_at, last_outbound_at,"
            " last_zrg_outbound_at, snoozed_until, assigned_to_user_id, first_name, last_name, email,"
            " company_name, overall_score, updated_at)"
            " values ($1::uuid, $2, $3, $4::timestamptz, $5::timestamptz, $6::timestamptz,"
            " now() + $7::interval, $8::uuid, $9, $10, $11, $12, $13::int,"
            " coalesce($14::timestamptz, clock_timestamp())) returning id",
            params)
            .uuid(0, 0)};
}

MessageId InboxData::addMessage(
    WorkspaceId workspace, LeadId lead, const QString &direction, const QString &body, const QString &channel)
{
    return MessageId {run("insert into message (workspace_id, lead_id, direction, body, channel)"
                          " values ($1::uuid, $2::uuid, $3, $4, $5) returning id",
        PgParams() << workspace << lead << direction << body << channel)
                          .uuid(0, 0)};
}

QList<LeadId> InboxData::addVectors(WorkspaceId workspace)
{
    const QString attention = u"Interested"_s;
    const QString other = u"Neutral"_s;
    const QList<LeadSpec> specs {
        {.outbound = 5},
        {.inbound = 10, .zrg = 5, .outbound = 5, .status = u"qualified"_s, .tag = attention},
        {.inbound = 10, .zrg = 10, .outbound = 10, .status = u"qualified"_s, .tag = attention},
        {.inbound = 10, .zrg = 5, .outbound = 20, .status = u"qualified"_s, .tag = attention},
        {.inbound = 10, .outbound = 20, .status = u"qualified"_s, .tag = attention},
        {.inbound = 10, .tag = other},
        {.inbound = 10, .zrg = 5, .outbound = 5, .status = u"blacklisted"_s, .tag = attention},
        {.inbound = 10, .zrg = 5, .outbound = 5, .status = u"unqualified"_s, .tag = attention},
        {.inbound = 10,
            .zrg = 5,
            .outbound = 5,
            .status = u"qualified"_s,
            .tag = attention,
            .snooze = u"1 hour"_s},
        {.inbound = 10,
            .zrg = 5,
            .outbound = 5,
            .status = u"qualified"_s,
            .tag = attention,
            .snooze = u"-1 hour"_s},
        {.inbound = 10, .zrg = 15, .outbound = 15, .status = u"qualified"_s, .tag = other},
        {.inbound = 10, .zrg = 5, .outbound = 5, .status = u"needs_repair"_s, .tag = attention},
    };
    QList<LeadId> leads;
    for (const LeadSpec &spec : specs)
        leads.append(addLead(workspace, spec));
    return leads;
}

} // namespace signalbox
