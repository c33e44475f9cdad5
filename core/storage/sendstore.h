// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inbox/outboundsend.h"
#include "core/storage/triageaccess.h"

namespace signalbox {

/// Puts a message into the queue, to leave when the undo window is over (DESIGN §8.19–20). In the writer's
/// elevated transaction. Conflict with `LEAD_BLACKLISTED` for a lead that opted out, Invalid with field `to`
/// and `NO_ADDRESS` when the lead has none of that channel, naming body, subject or recipients otherwise.
Result<OutboundSend> enqueueSend(
    PgConnection &pg, const TriageWriter &writer, const NewMessage &message, std::optional<DraftId> draft);

/// A message written by hand, on a lead the writer entered by.
Result<OutboundSend> sendMessage(PgConnection &pg, const TriageWriter &writer, const NewMessage &message);

/// Takes a message back; one that was made of a draft reopens it. NotFound outside the person's scope,
/// Conflict with code `ALREADY_CLAIMED` when it is too late. Cancelled already: as it is.
Result<OutboundSend> cancelSend(PgConnection &pg, UserId user, SendId send, Instant now);
/// The queued message of a draft whose row is locked, cancelled; none when there is none to take back.
Result<std::optional<SendId>> cancelSendOfDraft(PgConnection &pg, const TriageWriter &writer, DraftId draft);

/// Where a message is, if the person sees it; NotFound otherwise. In the caller's transaction.
Result<WorkspaceId> findSendWorkspace(PgConnection &pg, SendId send);
Result<OutboundSend> loadSend(PgConnection &pg, WorkspaceId workspace, SendId send);
/// Of a lead: not sent yet, failed, or with unknown outcome; oldest first.
Result<QList<OutboundSend>> loadSends(PgConnection &pg, WorkspaceId workspace, LeadId lead);

/// A message a worker has taken.
struct ClaimedSend
{
    WorkspaceId workspace;
    OutboundSend send;
};
/// At most `maxRows` that are due, for the worker that delivers; any number of workers may ask at once. What
/// it was given is nobody else's and can no longer be taken back. Messages to leads that were blacklisted
/// meanwhile are cancelled, not returned.
Result<QList<ClaimedSend>> claimDueSends(PgConnection &pg, Instant now, int maxRows = 100);

/// How a delivery ended.
struct SendOutcome
{
    OutboundSend::State state = OutboundSend::State::Unknown; ///< Sent, Failed or Unknown
    QString error; ///< of Failed: a code
    QString providerMessageId;
};
/// Once a send: a second call changes nothing. Sent stores the message, which moves the lead; Failed gives a
/// draft back; Unknown leaves everything, for it is never sent again by itself (DESIGN D9).
Result<void> finishSend(
    PgConnection &pg, WorkspaceId workspace, SendId send, const SendOutcome &outcome, Instant now);

} // namespace signalbox
