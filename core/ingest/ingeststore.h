// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/ingest/ingestrecord.h"

namespace signalbox {

class PgConnection;

/// What became of a record.
enum class IngestOutcome
{
    Added,
    Changed,
    Unchanged
};

/// Where a lead stands in the list after a message came in.
enum class IngestOrder
{
    ByMessageTime, ///< history: where its newest message was sent
    ByWriteTime, ///< live: on top, as any write does (domain §1.4.3)
};

/// Writes records of one workspace. Every call is inside a transaction of the caller's, begun with
/// TenantScope::serviceWorkspace and prepare().
class IngestStore
{
public:
    IngestStore(PgConnection &pg, WorkspaceId workspace, IngestOrder order)
        : m_pg(pg)
        , m_workspace(workspace)
        , m_order(order)
    { }

    /// First in each transaction: takes the workspace's turn. NotFound when there is no such workspace.
    Result<void> prepare();

    /// Idempotent: what is there already is Unchanged. The lead a record names is made when it is not there,
    /// unless it is named by our own id alone (NotFound). A record that the database refuses leaves the
    /// transaction usable.
    Result<IngestOutcome> write(const IngestRecord &record);

    qint64 leadsAdded() const { return m_leadsAdded; }

private:
    Result<IngestOutcome> dispatch(const IngestRecord &record);
    Result<std::optional<QUuid>> findLead(const LeadReference &lead);
    Result<QUuid> resolveLead(const IngestRecord &record);
    Result<QUuid> insertLead(const QJsonObject &columns);
    Result<IngestOutcome> writeLead(const IngestRecord &record);
    Result<IngestOutcome> writeMessage(const IngestRecord &record);
    Result<void> writeAttachments(const IngestRecord &record, QUuid message, QUuid lead);
    Result<IngestOutcome> writeDraft(const IngestRecord &record);
    Result<IngestOutcome> writeAppointment(const IngestRecord &record);
    Result<IngestOutcome> writeFollowUp(const IngestRecord &record);
    Result<IngestOutcome> writeOfLead(QLatin1StringView query, const IngestRecord &record);
    Result<IngestOutcome> writeTask(const IngestRecord &record);
    Result<IngestOutcome> writeProgress(const IngestRecord &record);
    Result<IngestOutcome> writeReactivation(const IngestRecord &record);
    Result<IngestOutcome> writeAvailability(const IngestRecord &record);
    /// The thing of this name, made if it is new.
    Result<QUuid> findOrAdd(QLatin1StringView find, QLatin1StringView add, const QString &name);

    PgConnection &m_pg;
    WorkspaceId m_workspace;
    IngestOrder m_order;
    qint64 m_leadsAdded = 0;
};

} // namespace signalbox
