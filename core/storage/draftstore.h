// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inbox/triagegateway.h"
#include "core/storage/triageaccess.h"

namespace signalbox {

/// The newest draft of a lead that waits for a person, in the caller's transaction.
Result<std::optional<Draft>> loadPendingDraft(PgConnection &pg, WorkspaceId workspace, LeadId lead);

/// Where a draft is, if the person sees it; NotFound otherwise. In the caller's transaction.
Result<WorkspaceId> findDraftWorkspace(PgConnection &pg, DraftId draft);

/// Those of the drafts that the person sees, in the order in which a transaction that decides about several
/// must take them: that of their leads, which every write locks in. In the caller's transaction.
Result<QList<DraftId>> draftsInLockOrder(PgConnection &pg, const QList<DraftId> &drafts);

// The four writes on a draft, in a transaction that runs as `user` (idempotencystore.h). NotFound when the
// person does not see the draft's lead, Denied for CLIENT_PORTAL. A conflict when the draft is not pending
// any more or was changed after `expected`, with the lead's pending draft as it is now.

/// The draft leaves the queue of reviews at once, so that the counts move, and its message waits for the undo
/// window. `content` is what the person made of it; the disposition is EDITED when what is sent is not what
/// the machine wrote, else APPROVED (domain §1.4.4). Fails as enqueueSend().
Result<DraftOutcome> approveDraft(PgConnection &pg, UserId user, DraftId draft,
    const std::optional<QString> &content, Instant expected, Instant now);
/// Takes the message back and opens the draft again, as it was; a conflict once a worker has claimed it.
Result<DraftOutcome> unapproveDraft(PgConnection &pg, UserId user, DraftId draft, Instant now);
Result<DraftOutcome> rejectDraft(PgConnection &pg, UserId user, DraftId draft, Instant expected, Instant now);
/// Stores the text without sending it; Invalid naming `content`.
Result<DraftOutcome> editDraft(
    PgConnection &pg, UserId user, DraftId draft, const QString &content, Instant expected, Instant now);

} // namespace signalbox
