// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faketriagegateway.h"

namespace signalbox {

namespace {

template <typename T>
Reply<T> note(std::vector<FakeTriageGateway::Asked<T>> &asked, FakeTriageGateway::Asked<T> call,
    const FakeTriageGateway::Answer<T> &answer)
{
    asked.push_back(call);
    if (answer)
        call.source.finish(answer(call)); // which may make further calls
    return call.source.reply();
}

} // namespace

int FakeTriageGateway::writeCount() const
{
    return static_cast<int>(changes.size() + bulkChanges.size() + approvals.size() + unapprovals.size()
        + rejections.size() + edits.size() + messages.size() + cancellations.size() + notes.size()
        + readMarks.size() + savedViews.size() + removedViews.size());
}

void FakeTriageGateway::forget()
{
    changes.clear();
    bulkChanges.clear();
    approvals.clear();
    unapprovals.clear();
    rejections.clear();
    edits.clear();
    messages.clear();
    cancellations.clear();
    notes.clear();
    readMarks.clear();
    assignees.clear();
    views.clear();
    savedViews.clear();
    removedViews.clear();
    names.clear();
}

Reply<LeadOutcome> FakeTriageGateway::changeLead(
    WorkspaceId workspace, LeadId lead, const LeadFields &set, const LeadFields &expected, QUuid key)
{
    return note(changes, {.workspace = workspace, .lead = lead, .set = set, .expected = expected, .key = key},
        answerChange);
}

Reply<BulkOutcome> FakeTriageGateway::changeLeads(
    WorkspaceId workspace, const LeadSelection &selection, const LeadFields &set, QUuid key)
{
    return note(bulkChanges, {.workspace = workspace, .selection = selection, .set = set, .key = key},
        answerBulkChange);
}

Reply<DraftOutcome> FakeTriageGateway::approveDraft(
    DraftId draft, const std::optional<QString> &content, Instant expectedUpdatedAt, QUuid key)
{
    return note(approvals,
        {.draft = draft, .content = content, .expectedUpdatedAt = expectedUpdatedAt, .key = key},
        answerApproval);
}

Reply<DraftOutcome> FakeTriageGateway::unapproveDraft(DraftId draft, QUuid key)
{
    return note(unapprovals, {.draft = draft, .key = key}, answerUnapproval);
}

Reply<DraftOutcome> FakeTriageGateway::rejectDraft(DraftId draft, Instant expectedUpdatedAt, QUuid key)
{
    return note(
        rejections, {.draft = draft, .expectedUpdatedAt = expectedUpdatedAt, .key = key}, answerRejection);
}

Reply<DraftOutcome> FakeTriageGateway::editDraft(
    DraftId draft, const QString &content, Instant expectedUpdatedAt, QUuid key)
{
    return note(edits,
        {.draft = draft, .content = content, .expectedUpdatedAt = expectedUpdatedAt, .key = key}, answerEdit);
}

Reply<OutboundSend> FakeTriageGateway::sendMessage(
    WorkspaceId workspace, const NewMessage &message, QUuid key)
{
    return note(messages, {.workspace = workspace, .lead = message.lead, .message = message, .key = key},
        answerMessage);
}

Reply<OutboundSend> FakeTriageGateway::cancelSend(SendId send, QUuid key)
{
    return note(cancellations, {.send = send, .key = key}, answerCancellation);
}

Reply<InternalNote> FakeTriageGateway::addNote(
    WorkspaceId workspace, LeadId lead, const QString &text, QUuid key)
{
    return note(notes, {.workspace = workspace, .lead = lead, .content = text, .key = key}, answerNote);
}

Reply<bool> FakeTriageGateway::markRead(WorkspaceId workspace, LeadId lead, bool isRead, QUuid key)
{
    return note(
        readMarks, {.workspace = workspace, .lead = lead, .isRead = isRead, .key = key}, answerReadMark);
}

Reply<QList<Assignee>> FakeTriageGateway::fetchAssignees(WorkspaceId workspace)
{
    return note(assignees, {.workspace = workspace}, answerAssignees);
}

Reply<QList<SavedView>> FakeTriageGateway::fetchViews(WorkspaceId workspace)
{
    return note(views, {.workspace = workspace}, answerViews);
}

Reply<SavedView> FakeTriageGateway::saveView(WorkspaceId workspace, const SavedView &view, QUuid key)
{
    return note(savedViews, {.workspace = workspace, .view = view, .key = key}, answerSavedView);
}

Reply<bool> FakeTriageGateway::removeView(WorkspaceId workspace, QUuid view, QUuid key)
{
    return note(removedViews, {.workspace = workspace, .view = {.id = view}, .key = key}, answerRemovedView);
}

Reply<QHash<LeadId, QString>> FakeTriageGateway::fetchLeadNames(
    WorkspaceId workspace, const QList<LeadId> &leads)
{
    return note(names, {.workspace = workspace, .leads = leads}, answerNames);
}

} // namespace signalbox
