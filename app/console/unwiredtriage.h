// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inbox/triagegateway.h"

namespace signalbox {

/// Says of every write that it cannot be done here.
class UnwiredTriage final : public TriageGateway
{
public:
    Reply<LeadOutcome> changeLead(WorkspaceId, LeadId, const LeadFields &, const LeadFields &, QUuid) override
    {
        return refuse<LeadOutcome>();
    }
    Reply<BulkOutcome> changeLeads(WorkspaceId, const LeadSelection &, const LeadFields &, QUuid) override
    {
        return refuse<BulkOutcome>();
    }
    Reply<DraftOutcome> approveDraft(DraftId, const std::optional<QString> &, Instant, QUuid) override
    {
        return refuse<DraftOutcome>();
    }
    Reply<DraftOutcome> unapproveDraft(DraftId, QUuid) override { return refuse<DraftOutcome>(); }
    Reply<DraftOutcome> rejectDraft(DraftId, Instant, QUuid) override { return refuse<DraftOutcome>(); }
    Reply<DraftOutcome> editDraft(DraftId, const QString &, Instant, QUuid) override
    {
        return refuse<DraftOutcome>();
    }
    Reply<OutboundSend> sendMessage(WorkspaceId, const NewMessage &, QUuid) override
    {
        return refuse<OutboundSend>();
    }
    Reply<OutboundSend> cancelSend(SendId, QUuid) override { return refuse<OutboundSend>(); }
    Reply<InternalNote> addNote(WorkspaceId, LeadId, const QString &, QUuid) override
    {
        return refuse<InternalNote>();
    }
    Reply<bool> markRead(WorkspaceId, LeadId, bool, QUuid) override { return refuse<bool>(); }
    Reply<QList<Assignee>> fetchAssignees(WorkspaceId) override { return refuse<QList<Assignee>>(); }
    Reply<QList<SavedView>> fetchViews(WorkspaceId) override { return refuse<QList<SavedView>>(); }
    Reply<SavedView> saveView(WorkspaceId, const SavedView &, QUuid) override { return refuse<SavedView>(); }
    Reply<bool> removeView(WorkspaceId, QUuid, QUuid) override { return refuse<bool>(); }
    Reply<QHash<LeadId, QString>> fetchLeadNames(WorkspaceId, const QList<LeadId> &) override
    {
        return refuse<QHash<LeadId, QString>>();
    }

private:
    template <typename T> static Reply<T> refuse()
    {
        return Reply<T>::ready(Error::unavailable(QStringLiteral("no writes over this connection")));
    }
};

} // namespace signalbox
