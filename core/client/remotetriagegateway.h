// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/apiclient.h"
#include "core/inbox/triagegateway.h"

namespace signalbox {

/// The writes of triage over HTTP. A 409 with the current state is an outcome; any other one is an error.
class RemoteTriageGateway final : public TriageGateway
{
public:
    explicit RemoteTriageGateway(ApiClient &client);

    Reply<LeadOutcome> changeLead(WorkspaceId workspace, LeadId lead, const LeadFields &set,
        const LeadFields &expected, QUuid key) override;
    Reply<BulkOutcome> changeLeads(
        WorkspaceId workspace, const LeadSelection &selection, const LeadFields &set, QUuid key) override;
    Reply<DraftOutcome> approveDraft(
        DraftId draft, const std::optional<QString> &content, Instant expectedUpdatedAt, QUuid key) override;
    Reply<DraftOutcome> unapproveDraft(DraftId draft, QUuid key) override;
    Reply<DraftOutcome> rejectDraft(DraftId draft, Instant expectedUpdatedAt, QUuid key) override;
    Reply<DraftOutcome> editDraft(
        DraftId draft, const QString &content, Instant expectedUpdatedAt, QUuid key) override;
    Reply<OutboundSend> sendMessage(WorkspaceId workspace, const NewMessage &message, QUuid key) override;
    Reply<OutboundSend> cancelSend(SendId send, QUuid key) override;
    Reply<InternalNote> addNote(WorkspaceId workspace, LeadId lead, const QString &text, QUuid key) override;
    Reply<bool> markRead(WorkspaceId workspace, LeadId lead, bool isRead, QUuid key) override;
    Reply<QList<Assignee>> fetchAssignees(WorkspaceId workspace) override;
    Reply<QList<SavedView>> fetchViews(WorkspaceId workspace) override;
    Reply<SavedView> saveView(WorkspaceId workspace, const SavedView &view, QUuid key) override;
    Reply<bool> removeView(WorkspaceId workspace, QUuid view, QUuid key) override;
    Reply<QHash<LeadId, QString>> fetchLeadNames(WorkspaceId workspace, const QList<LeadId> &leads) override;

private:
    ApiClient &m_client;
};

} // namespace signalbox
