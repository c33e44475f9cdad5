// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/inbox/conversation.h"
#include "core/inbox/inboxgateway.h"
#include "core/storage/inboxreader.h"

namespace signalbox {

/// At most `limit` rows (clamped to 1…200) from `position` on, with the scope's data version, in one
/// snapshot.
///
/// Invalid with code `INVALID_CURSOR` when the cursor belongs to another list (DESIGN §8.10), with field
/// `search` when a search has more than ten terms. Name and score have indexes for the whole workspace;
/// combined with a category or a setter's scope they sort the smaller set.
Result<InboxPage> loadInboxPage(PgConnection &pg, const InboxReader &reader, const InboxQuery &query,
    const PagePosition &position, int limit);

/// What part of a conversation to read.
struct ConversationPart
{
    std::optional<Instant> before; ///< only messages older than this
    std::optional<Channel> channel;
    int limit = 200; ///< and any message of the very same instant as the oldest of them
};
/// A conversation with its newest `limit` messages, oldest first. NotFound outside the reader's scope (domain
/// §3.6).
Result<ConversationDetail> loadConversation(
    PgConnection &pg, const InboxReader &reader, LeadId lead, const ConversationPart &part);

/// The workspace of a lead the person may see. NotFound otherwise: unknown and foreign look the same (DESIGN
/// §8.2).
Result<WorkspaceId> findLeadWorkspace(PgConnection &pg, UserId user, LeadId lead);

struct AttachmentContent
{
    QString name;
    QString contentType;
    QByteArray bytes;
};
Result<AttachmentContent> loadAttachment(
    PgConnection &pg, const InboxReader &reader, LeadId lead, QUuid attachment);

/// The workspace's SMS campaigns by name, then the leads without one (null id).
Result<QList<SmsCampaign>> loadSmsCampaigns(PgConnection &pg, const InboxReader &reader);

} // namespace signalbox
