// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/conversationrow.h"

#include "core/inbox/sentiment.h"

#include <QRegularExpression>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int PreviewLength = 200;

LeadSummary readLead(const PgResult &rows, int row, WorkspaceId workspace)
{
    const auto text = [&](const char *name) { return rows.text(row, rows.column(name)); };
    const auto flag = [&](const char *name) { return rows.boolean(row, rows.column(name)); };
    const auto time = [&](const char *name) { return rows.optionalInstant(row, rows.column(name)); };
    LeadSummary lead;
    lead.id = LeadId {rows.uuid(row, rows.column("id"))};
    lead.workspace = workspace;
    lead.firstName = text("first_name");
    lead.lastName = text("last_name");
    lead.email = text("email");
    lead.alternateEmails = rows.textList(row, rows.column("alternate_emails"));
    lead.currentReplierEmail = text("current_replier_email");
    lead.currentReplierName = text("current_replier_name");
    lead.currentReplierSince = time("current_replier_since");
    lead.phone = text("phone");
    lead.workspaceName = text("workspace_name");
    lead.jobTitle = text("job_title");
    lead.companyName = text("company_name");
    lead.companyWebsite = text("company_website");
    lead.companyState = text("company_state");
    lead.status = text("status");
    lead.smsCampaignId = text("sms_campaign_id");
    lead.smsCampaignName = text("sms_campaign_name");
    lead.linkedinUrl = text("linkedin_url");
    lead.emailBisonLeadId = text("email_bison_lead_id");
    lead.ghlContactId = text("ghl_contact_id");
    lead.ghlLocationId = text("ghl_location_id");
    lead.autoReplyEnabled = flag("auto_reply_enabled");
    lead.autoFollowUpEnabled = flag("auto_follow_up_enabled");
    lead.autoBookMeetingsEnabled = flag("auto_book_meetings_enabled");
    lead.smsDndActive = flag("sms_dnd_active");
    lead.smsLastBlockedAt = time("sms_last_blocked_at");
    lead.smsLastBlockedReason = text("sms_last_blocked_reason");
    lead.smsConsecutiveBlockedCount = int(rows.integer(row, rows.column("sms_consecutive_blocked_count")));
    lead.smsLastSuccessAt = time("sms_last_success_at");
    lead.enrichmentStatus = text("enrichment_status");
    lead.followUpBlockedReason = text("paused_reason");
    if (const int score = rows.column("overall_score"); !rows.isNull(row, score))
        lead.overallScore = int(rows.integer(row, score));
    lead.scoredAt = time("scored_at");
    if (const int assignee = rows.column("assigned_to_user_id"); !rows.isNull(row, assignee))
        lead.assignedTo = UserId {rows.uuid(row, assignee)};
    lead.assignedToEmail = text("assigned_to_email");
    lead.assignedAt = time("assigned_at");
    lead.snoozedUntil = time("snoozed_until");
    return lead;
}

// The id alone is not enough to write to somebody; a profile's address is (domain §3.5).
bool isLinkedInProfile(const QString &url)
{
    static const QRegularExpression profile(
        u"^(?:https?://)?(?:[a-z]{2,3}\\.)?linkedin\\.com/in/[^/?#\\s]+"_s,
        QRegularExpression::CaseInsensitiveOption);
    return profile.match(url.trimmed()).hasMatch();
}

QList<Channel> availableChannels(const LeadSummary &lead)
{
    QList<Channel> channels;
    if (!lead.phone.isEmpty() || !lead.ghlContactId.isEmpty())
        channels.append(Channel::Sms);
    if (!lead.email.isEmpty())
        channels.append(Channel::Email);
    if (isLinkedInProfile(lead.linkedinUrl))
        channels.append(Channel::LinkedIn);
    return channels;
}

// A draft shows where it would be sent, and not for a lead nobody may write to (domain §3.5).
bool hasDraft(const Conversation &row, const QString &draftChannel)
{
    return !draftChannel.isEmpty() && row.primaryChannel && parseChannel(draftChannel) == row.primaryChannel
        && row.lead.status != "blacklisted"_L1 && row.lead.status != "unqualified"_L1
        && row.sentimentTag != "Blacklist"_L1;
}

Sender senderOf(const Message &message, const QString &sentBy, bool hasUser)
{
    if (message.direction == "inbound"_L1)
        return Sender::Lead;
    if (message.source == "inboxxia_campaign"_L1)
        return Sender::Ai;
    return sentBy == "setter"_L1 || hasUser ? Sender::Human : Sender::Ai;
}

} // namespace

QList<Channel> channelsOf(int mask)
{
    QList<Channel> channels;
    for (const Channel channel : {Channel::Sms, Channel::Email, Channel::LinkedIn}) {
        if ((mask & (1 << int(channel))) != 0)
            channels.append(channel);
    }
    return channels;
}

Conversation readConversation(const PgResult &rows, int row, WorkspaceId workspace)
{
    const auto text = [&](const char *name) { return rows.text(row, rows.column(name)); };
    Conversation result;
    result.lead = readLead(rows, row, workspace);
    result.channels = channelsOf(int(rows.integer(row, rows.column("channel_mask"))));
    result.availableChannels = availableChannels(result.lead);
    result.sentimentTag = text("sentiment_tag");
    result.classification = classificationSlug(result.sentimentTag);
    if (const int sentAt = rows.column("message_sent_at"); !rows.isNull(row, sentAt)) {
        result.primaryChannel = parseChannel(text("message_channel"));
        result.lastMessage = text("message_body").simplified().left(PreviewLength);
        result.lastSubject = text("message_subject").simplified();
        result.lastMessageTime = rows.instant(row, sentAt);
    } else {
        result.lastMessage = u"No messages yet"_s;
        result.lastMessageTime = rows.instant(row, rows.column("created_at"));
    }
    result.lastMessageDirection = text("last_message_direction");
    result.categories = int(rows.integer(row, rows.column("mask")));
    result.isOpen = (result.categories & ResponsesBit) != 0;
    result.requiresAttention = (result.categories & AttentionBit) != 0;
    result.isUnread = rows.boolean(row, rows.column("is_unread"));
    result.hasAiDraft = hasDraft(result, text("draft_channel"));
    result.emailCampaignId = text("email_campaign_id");
    const QString campaign = text("campaign_id");
    const bool emailFirst = result.primaryChannel == Channel::Email && !result.emailCampaignId.isEmpty();
    result.campaignId = emailFirst || campaign.isEmpty() ? result.emailCampaignId : campaign;
    result.campaignName = text("campaign_name");
    result.updatedAt = rows.instant(row, rows.column("list_at"));
    return result;
}

Message readMessage(const PgResult &rows, int row)
{
    const auto text = [&](const char *name) { return rows.text(row, rows.column(name)); };
    Message message;
    message.id = MessageId {rows.uuid(row, rows.column("id"))};
    message.content = text("body");
    message.subject = text("subject");
    message.rawHtml = text("raw_html");
    message.rawText = text("raw_text");
    message.cc = rows.textList(row, rows.column("cc"));
    message.bcc = rows.textList(row, rows.column("bcc"));
    message.source = text("source");
    message.fromEmail = text("from_email");
    message.fromName = text("from_name");
    message.toEmail = text("to_email");
    message.toName = text("to_name");
    message.emailBisonReplyId = text("email_bison_reply_id");
    message.channel = parseChannel(text("channel")).value_or(Channel::Sms);
    message.direction = text("direction");
    message.timestamp = rows.instant(row, rows.column("sent_at"));
    message.sender = senderOf(message, text("sent_by"), !rows.isNull(row, rows.column("sent_by_user_id")));
    return message;
}

} // namespace signalbox
