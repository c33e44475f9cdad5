// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/inbox/message.h"
#include "core/inbox/outboundsend.h"
#include "core/inbox/triage.h"

namespace signalbox {

/// What came of a write on a draft.
struct DraftOutcome
{
    bool isConflict = false; ///< the draft is another one by now: nothing was done
    std::optional<Draft> current; ///< the pending draft as it is; none: there is none any more
    std::optional<OutboundSend> send; ///< of an approval
};

/// The writes of triage (DESIGN D9, §8.19–20): HTTP in the console, a fake in tests.
///
/// Every write carries an idempotency key that its caller made for one intention: repeated with the same key,
/// also after a lost answer or from the offline queue, it is done once and answered as the first time. A
/// conflict is an outcome, not an error. Fails with Denied when the role may not (CLIENT_PORTAL: nothing;
/// SETTER: own leads, may hand away, may not take), NotFound when the lead is not in the session's scope,
/// Invalid naming the field.
class TriageGateway
{
public:
    virtual ~TriageGateway();

    /// Assigns, snoozes, sets status or sentiment: exactly one field of `set`, with its `expected` value. A
    /// sentiment changes the status with it (domain §1.3.2); undoing one sets both, expecting the sentiment.
    virtual Reply<LeadOutcome> changeLead(
        WorkspaceId workspace, LeadId lead, const LeadFields &set, const LeadFields &expected, QUuid key)
        = 0;
    /// One field on many leads, without expectations. Invalid with code `SELECTION_TOO_LARGE` above the
    /// service's limit.
    virtual Reply<BulkOutcome> changeLeads(
        WorkspaceId workspace, const LeadSelection &selection, const LeadFields &set, QUuid key)
        = 0;

    /// Sends a draft as it is or, with `content`, as the person edited it. `expectedUpdatedAt` is the version
    /// the person saw.
    virtual Reply<DraftOutcome> approveDraft(
        DraftId draft, const std::optional<QString> &content, Instant expectedUpdatedAt, QUuid key)
        = 0;
    /// Takes an approval back while its message was not claimed yet; a conflict when it is too late.
    virtual Reply<DraftOutcome> unapproveDraft(DraftId draft, QUuid key) = 0;
    virtual Reply<DraftOutcome> rejectDraft(DraftId draft, Instant expectedUpdatedAt, QUuid key) = 0;
    /// Stores an edited text without sending it.
    virtual Reply<DraftOutcome> editDraft(
        DraftId draft, const QString &content, Instant expectedUpdatedAt, QUuid key)
        = 0;

    virtual Reply<OutboundSend> sendMessage(WorkspaceId workspace, const NewMessage &message, QUuid key) = 0;
    /// Conflict (an Error with code `ALREADY_CLAIMED`) when it is too late.
    virtual Reply<OutboundSend> cancelSend(SendId send, QUuid key) = 0;

    virtual Reply<InternalNote> addNote(WorkspaceId workspace, LeadId lead, const QString &text, QUuid key)
        = 0;
    /// For this person alone. Read: everything up to now; unread: the newest inbound message again.
    virtual Reply<bool> markRead(WorkspaceId workspace, LeadId lead, bool isRead, QUuid key) = 0;

    virtual Reply<QList<Assignee>> fetchAssignees(WorkspaceId workspace) = 0;
    virtual Reply<QList<SavedView>> fetchViews(WorkspaceId workspace) = 0;
    /// A null id makes a new one; the answer has its id.
    virtual Reply<SavedView> saveView(WorkspaceId workspace, const SavedView &view, QUuid key) = 0;
    virtual Reply<bool> removeView(WorkspaceId workspace, QUuid view, QUuid key) = 0;
    /// Names of leads for the Live page (DESIGN §8.15); those out of scope are missing. At most 200 ids.
    virtual Reply<QHash<LeadId, QString>> fetchLeadNames(WorkspaceId workspace, const QList<LeadId> &leads)
        = 0;
};

} // namespace signalbox
