// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inbox/triagegateway.h"

#include <functional>
#include <vector>

namespace signalbox {

/// A gateway that writes down what it is told to do. A test answers each call by hand through its `source`,
/// or sets a function that answers all of a kind at once.
class FakeTriageGateway final : public TriageGateway
{
public:
    /// One call, with whatever of this it was made with.
    template <typename T> struct Asked
    {
        WorkspaceId workspace;
        LeadId lead;
        LeadSelection selection;
        LeadFields set;
        LeadFields expected;
        DraftId draft;
        std::optional<QString> content; ///< of a draft; the text of a note
        Instant expectedUpdatedAt {};
        NewMessage message;
        SendId send;
        bool isRead = false;
        SavedView view; ///< also the id of one to remove
        QList<LeadId> leads;
        QUuid key;
        ReplySource<T> source;
    };
    template <typename T> using Answer = std::function<Result<T>(const Asked<T> &)>;

    std::vector<Asked<LeadOutcome>> changes;
    std::vector<Asked<BulkOutcome>> bulkChanges;
    std::vector<Asked<DraftOutcome>> approvals;
    std::vector<Asked<DraftOutcome>> unapprovals;
    std::vector<Asked<DraftOutcome>> rejections;
    std::vector<Asked<DraftOutcome>> edits;
    std::vector<Asked<OutboundSend>> messages;
    std::vector<Asked<OutboundSend>> cancellations;
    std::vector<Asked<InternalNote>> notes;
    std::vector<Asked<bool>> readMarks;
    std::vector<Asked<QList<Assignee>>> assignees;
    std::vector<Asked<QList<SavedView>>> views;
    std::vector<Asked<SavedView>> savedViews;
    std::vector<Asked<bool>> removedViews;
    std::vector<Asked<QHash<LeadId, QString>>> names;

    Answer<LeadOutcome> answerChange;
    Answer<BulkOutcome> answerBulkChange;
    Answer<DraftOutcome> answerApproval;
    Answer<DraftOutcome> answerUnapproval;
    Answer<DraftOutcome> answerRejection;
    Answer<DraftOutcome> answerEdit;
    Answer<OutboundSend> answerMessage;
    Answer<OutboundSend> answerCancellation;
    Answer<InternalNote> answerNote;
    Answer<bool> answerReadMark;
    Answer<QList<Assignee>> answerAssignees;
    Answer<QList<SavedView>> answerViews;
    Answer<SavedView> answerSavedView;
    Answer<bool> answerRemovedView;
    Answer<QHash<LeadId, QString>> answerNames;

    /// Writes since the last forget(), of every kind.
    int writeCount() const;
    void forget();

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
};

} // namespace signalbox
