// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/triageaccess.h"

#include <QJsonDocument>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

QList<QUuid> plainIds(const QList<LeadId> &leads)
{
    QList<QUuid> ids;
    ids.reserve(leads.size());
    for (const LeadId &lead : leads)
        ids.append(lead.value);
    return ids;
}

LeadState readState(const PgResult &rows, int row)
{
    LeadState state;
    state.lead = LeadId {rows.uuid(row, 0)};
    if (!rows.isNull(row, 1))
        state.assignedTo = UserId {rows.uuid(row, 1)};
    state.assignedToName = rows.text(row, 2);
    state.snoozedUntil = rows.optionalInstant(row, 3);
    state.status = rows.text(row, 4);
    state.sentimentTag = rows.text(row, 5);
    state.updatedAt = rows.instant(row, 6);
    return state;
}

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

Result<TriageWriter> enterWorkspace(PgConnection &pg, UserId user, WorkspaceId workspace, Instant now)
{
    const auto rows = pg.run("TriageRoleOf"_L1, PgParams() << user << workspace);
    if (!rows)
        return rows.error();
    if (rows->rowCount() == 0)
        return Error::denied(u"not a workspace of this session"_s);
    const QString role = rows->text(0, 0);
    if (role == "CLIENT_PORTAL"_L1)
        return Error::denied(u"this role only reads"_s);
    return TriageWriter {{user, workspace, role}, now};
}

Result<TriageWriter> enterLead(
    PgConnection &pg, UserId user, LeadId lead, std::optional<WorkspaceId> expected, Instant now)
{
    const auto rows = pg.run("InboxLeadWorkspace"_L1, PgParams() << lead);
    if (!rows)
        return rows.error();
    if (rows->rowCount() == 0 || (expected && expected->value != rows->uuid(0, 0)))
        return Error::notFound(u"Lead not found"_s);
    return enterWorkspace(pg, user, WorkspaceId {rows->uuid(0, 0)}, now);
}

Result<QList<LeadId>> visibleLeads(PgConnection &pg, const TriageWriter &writer, const QList<LeadId> &leads)
{
    const auto rows = pg.run("TriageVisibleLeads"_L1, PgParams() << writer.workspace() << plainIds(leads));
    if (!rows)
        return rows.error();
    QList<LeadId> visible;
    visible.reserve(rows->rowCount());
    for (int row = 0; row < rows->rowCount(); ++row)
        visible.append(LeadId {rows->uuid(row, 0)});
    return visible;
}

Result<void> elevate(PgConnection &pg, const TriageWriter &writer)
{
    if (const auto elevated = pg.run("TriageElevate"_L1, PgParams() << writer.workspace()); !elevated)
        return elevated.error();
    return {};
}

Result<void> stepDown(PgConnection &pg)
{
    if (const auto lowered = pg.run("TriageStepDown"_L1); !lowered)
        return lowered.error();
    return {};
}

Result<QList<LeadState>> lockLeads(PgConnection &pg, const TriageWriter &writer, const QList<LeadId> &leads)
{
    const auto rows
        = pg.run("TriageLockLeads"_L1, PgParams() << writer.workspace() << plainIds(leads) << writer.scope());
    if (!rows)
        return rows.error();
    QList<LeadState> states;
    states.reserve(rows->rowCount());
    for (int row = 0; row < rows->rowCount(); ++row)
        states.append(readState(*rows, row));
    return states;
}

Result<LeadState> readLeadState(PgConnection &pg, const TriageWriter &writer, LeadId lead)
{
    const auto rows
        = pg.run("TriageReadLeads"_L1, PgParams() << writer.workspace() << QList<QUuid> {lead.value});
    if (!rows)
        return rows.error();
    if (rows->rowCount() == 0)
        return Error::notFound(u"Lead not found"_s);
    return readState(*rows, 0);
}

Result<void> record(
    PgConnection &pg, const TriageWriter &writer, const QString &action, const QList<TriageRecord> &records)
{
    QList<QUuid> leads;
    QStringList before;
    QStringList after;
    for (const TriageRecord &line : records) {
        leads.append(line.lead.value);
        before.append(compact(line.before));
        after.append(compact(line.after));
    }
    const auto written = pg.run("TriageRecord"_L1,
        PgParams() << writer.workspace() << leads << writer.user() << before << after << action);
    if (!written)
        return written.error();
    return {};
}

} // namespace signalbox
