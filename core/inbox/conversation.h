// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/inbox/inboxquery.h"
#include "core/inbox/message.h"
#include "core/inbox/outboundsend.h"
#include "core/inbox/triage.h"

#include <QStringList>

#include <optional>

namespace signalbox {

/// The lead of a conversation as the wire carries it (domain §3.5, the `lead` block). Empty text means null.
struct LeadSummary
{
    LeadId id;
    WorkspaceId workspace;
    QString firstName;
    QString lastName;
    QString email;
    QStringList alternateEmails;
    QString currentReplierEmail;
    QString currentReplierName;
    std::optional<Instant> currentReplierSince;
    QString phone;
    QString workspaceName; ///< on the wire `company`: the workspace's name, not the prospect's company
    QString jobTitle;
    QString companyName;
    QString companyWebsite;
    QString companyState;
    QString status; ///< domain §1.3.1; unknown values survive
    QString smsCampaignId;
    QString smsCampaignName;
    QString linkedinUrl;
    QString emailBisonLeadId;
    QString ghlContactId;
    QString ghlLocationId;
    bool autoReplyEnabled = false;
    bool autoFollowUpEnabled = false;
    bool autoBookMeetingsEnabled = true;
    bool smsDndActive = false;
    std::optional<Instant> smsLastBlockedAt;
    QString smsLastBlockedReason;
    int smsConsecutiveBlockedCount = 0;
    std::optional<Instant> smsLastSuccessAt;
    QString enrichmentStatus;
    QString followUpBlockedReason; ///< newest paused instance whose reason starts with `missing_`
    std::optional<int> overallScore; ///< 0…4; none: unscored
    std::optional<Instant> scoredAt;
    std::optional<UserId> assignedTo;
    QString assignedToEmail;
    std::optional<Instant> assignedAt;
    std::optional<Instant> snoozedUntil;

    bool operator==(const LeadSummary &) const = default;

    /// First and last name, or "Unknown".
    QString name() const;
};

/// One row of the inbox list (domain §3.5).
struct Conversation
{
    LeadSummary lead;
    QList<Channel> channels; ///< those its messages really use
    QList<Channel> availableChannels; ///< those its contact data allows
    std::optional<Channel> primaryChannel; ///< the newest message's
    QString classification; ///< slug of the sentiment tag (domain §1.3.2)
    QString lastMessage; ///< plain text, cut to 200 characters
    QString lastSubject;
    Instant lastMessageTime {}; ///< falls back to the lead's creation
    QString lastMessageDirection; ///< inbound, outbound or empty
    bool hasAiDraft = false;
    bool requiresAttention = false;
    bool isOpen = false; ///< the reply is ours to give (domain §2.2)
    bool isUnread = false; ///< this person has not seen its newest inbound message
    int categories = 0; ///< the lead's mask of CategoryBit, in force at the reader's snapshot
    QString sentimentTag;
    QString campaignId;
    QString campaignName;
    QString emailCampaignId;
    Instant updatedAt {}; ///< the list's order

    bool operator==(const Conversation &) const = default;
};

/// One page of the list. Cursors are empty at the ends.
struct InboxPage
{
    QList<Conversation> rows;
    QString nextCursor;
    QString prevCursor;
    bool hasMore = false;
    QString version; ///< the data version the page was read at (ETag); equal to the counts' when nothing
                     ///< moved between
    Instant readAt {};
};

/// A conversation opened (domain §3.6): its row, its messages oldest first, and its pending draft.
struct ConversationDetail
{
    Conversation conversation;
    QString viewerRole;
    QList<Message> messages;
    bool hasEarlier = false; ///< older messages exist; ask again with `before`
    std::optional<Draft> draft;
    QList<InternalNote> notes; ///< oldest first
    QList<OutboundSend> sends; ///< not sent yet, or failed, or unknown; oldest first
    Instant readAt {};
};

} // namespace signalbox
