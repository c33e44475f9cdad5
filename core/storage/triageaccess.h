// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/inbox/triage.h"
#include "core/storage/inboxreader.h"

#include <QJsonObject>

namespace signalbox {

/// Somebody who may write in a workspace, in a transaction that runs as this person (idempotencystore.h).
///
/// A write first selects what it is about under the person's own policies, then elevates the transaction to
/// the workspace and writes by the ids it saw, within the scope of the role (DESIGN §8.1, §8.19).
struct TriageWriter
{
    InboxReader reader;
    Instant now {};

    WorkspaceId workspace() const { return reader.workspace; }
    UserId user() const { return reader.user; }
    std::optional<UserId> scope() const { return reader.scope(); }
};

/// The role is read in this transaction. Denied for CLIENT_PORTAL and for who has no role at all.
Result<TriageWriter> enterWorkspace(PgConnection &pg, UserId user, WorkspaceId workspace, Instant now);
/// By a lead alone: NotFound when the person does not see it, also when `expected` is another workspace.
Result<TriageWriter> enterLead(
    PgConnection &pg, UserId user, LeadId lead, std::optional<WorkspaceId> expected, Instant now);

/// Of `leads`, those the person sees. Before elevate() only.
Result<QList<LeadId>> visibleLeads(PgConnection &pg, const TriageWriter &writer, const QList<LeadId> &leads);
/// From here on the transaction writes in the writer's workspace.
Result<void> elevate(PgConnection &pg, const TriageWriter &writer);
/// Back to what the person sees.
Result<void> stepDown(PgConnection &pg);

/// Locks leads that are still in the writer's scope, in key order; the others are missing.
Result<QList<LeadState>> lockLeads(PgConnection &pg, const TriageWriter &writer, const QList<LeadId> &leads);
Result<LeadState> readLeadState(PgConnection &pg, const TriageWriter &writer, LeadId lead);

/// One line of the audit.
struct TriageRecord
{
    LeadId lead;
    QJsonObject before;
    QJsonObject after;
};
Result<void> record(
    PgConnection &pg, const TriageWriter &writer, const QString &action, const QList<TriageRecord> &records);

} // namespace signalbox
