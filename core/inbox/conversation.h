// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/inbox/inboxquery.h"

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
    QString version; ///< the data version the page was read at (ETag); equal to the counts' when nothing moved between
    Instant readAt {};
};

/// Who wrote a message (domain §3.6): the lead, the machine, or a person of ours.
enum class Sender { Lead, Ai, Human };

struct Attachment
{
    QUuid id;
    QString name;
    QString contentType;
    qint64 sizeBytes = 0;
    QString contentId; ///< for `cid:` images, without angle brackets

    bool operator==(const Attachment &) const = default;
};

struct Message
{
    MessageId id;
    Sender sender = Sender::Lead;
    QString content; ///< plain text; links hidden behind other text are listed after it
    QString subject;
    QString rawHtml;
    QString rawText;
    QStringList cc;
    QStringList bcc;
    QString source; ///< `zrg` (ours) or `inboxxia_campaign` (a scripted step)
    QString fromEmail;
    QString fromName;
    QString toEmail;
    QString toName;
    QString emailBisonReplyId;
    Channel channel = Channel::Sms;
    QString direction; ///< inbound or outbound
    Instant timestamp {};
    QList<Attachment> attachments;

    bool operator==(const Message &) const = default;
};

/// The pending draft of an AI for this conversation, read-only for now.
struct Draft
{
    DraftId id;
    Channel channel = Channel::Email;
    QString content;
    QString autoSendAction; ///< send_immediate, send_delayed, needs_review, skip, error or empty
    QString autoSendReason;
    std::optional<double> confidence; ///< 0…1
    std::optional<double> threshold; ///< 0…1
    Instant createdAt {};
    Instant updatedAt {};

    bool operator==(const Draft &) const = default;
};

/// A conversation opened (domain §3.6): its row, its messages oldest first, and its pending draft.
struct ConversationDetail
{
    Conversation conversation;
    QString viewerRole;
    QList<Message> messages;
    bool hasEarlier = false; ///< older messages exist; ask again with `before`
    std::optional<Draft> draft;
    Instant readAt {};
};

} // namespace signalbox
