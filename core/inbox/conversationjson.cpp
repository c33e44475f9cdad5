// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The rows, messages and drafts of inboxjson.h.
#include "core/inbox/inboxjson.h"
#include "core/inbox/jsonfields.h"

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

QJsonArray encodeChannels(const QList<Channel> &channels)
{
    QJsonArray names;
    for (const Channel channel : channels)
        names.append(QString(wireName(channel)));
    return names;
}

QList<Channel> decodeChannels(const QStringList &names)
{
    QList<Channel> channels;
    for (const QString &name : names) {
        if (const auto channel = parseChannel(name))
            channels.append(*channel);
    }
    return channels;
}

QJsonObject encodeLead(const LeadSummary &lead)
{
    return {
        {u"id"_s, lead.id.toString()},
        {u"clientId"_s, lead.workspace.toString()},
        {u"name"_s, lead.name()},
        {u"firstName"_s, nullableText(lead.firstName)},
        {u"lastName"_s, nullableText(lead.lastName)},
        {u"email"_s, nullableText(lead.email)},
        {u"alternateEmails"_s, QJsonArray::fromStringList(lead.alternateEmails)},
        {u"currentReplierEmail"_s, nullableText(lead.currentReplierEmail)},
        {u"currentReplierName"_s, nullableText(lead.currentReplierName)},
        {u"currentReplierSince"_s, nullableInstant(lead.currentReplierSince)},
        {u"phone"_s, nullableText(lead.phone)},
        {u"company"_s, lead.workspaceName},
        {u"title"_s, QString()}, // always empty in the web product's rows; its clients read it
        {u"jobTitle"_s, nullableText(lead.jobTitle)},
        {u"companyName"_s, nullableText(lead.companyName)},
        {u"companyWebsite"_s, nullableText(lead.companyWebsite)},
        {u"companyState"_s, nullableText(lead.companyState)},
        {u"status"_s, lead.status},
        {u"smsCampaignId"_s, nullableText(lead.smsCampaignId)},
        {u"smsCampaignName"_s, nullableText(lead.smsCampaignName)},
        {u"linkedinUrl"_s, nullableText(lead.linkedinUrl)},
        {u"emailBisonLeadId"_s, nullableText(lead.emailBisonLeadId)},
        {u"ghlContactId"_s, nullableText(lead.ghlContactId)},
        {u"ghlLocationId"_s, nullableText(lead.ghlLocationId)},
        {u"autoReplyEnabled"_s, lead.autoReplyEnabled},
        {u"autoFollowUpEnabled"_s, lead.autoFollowUpEnabled},
        {u"autoBookMeetingsEnabled"_s, lead.autoBookMeetingsEnabled},
        {u"smsDndActive"_s, lead.smsDndActive},
        {u"smsLastBlockedAt"_s, nullableInstant(lead.smsLastBlockedAt)},
        {u"smsLastBlockedReason"_s, nullableText(lead.smsLastBlockedReason)},
        {u"smsConsecutiveBlockedCount"_s, lead.smsConsecutiveBlockedCount},
        {u"smsLastSuccessAt"_s, nullableInstant(lead.smsLastSuccessAt)},
        {u"enrichmentStatus"_s, nullableText(lead.enrichmentStatus)},
        {u"followUpBlockedReason"_s, nullableText(lead.followUpBlockedReason)},
        {u"overallScore"_s,
            lead.overallScore ? QJsonValue(*lead.overallScore) : QJsonValue(QJsonValue::Null)},
        {u"scoredAt"_s, nullableInstant(lead.scoredAt)},
        {u"assignedToUserId"_s, nullableText(lead.assignedTo ? lead.assignedTo->toString() : QString())},
        {u"assignedToEmail"_s, nullableText(lead.assignedToEmail)},
        {u"assignedAt"_s, nullableInstant(lead.assignedAt)},
        {u"snoozedUntil"_s, nullableInstant(lead.snoozedUntil)},
    };
}

LeadSummary decodeLead(JsonFields &fields)
{
    LeadSummary lead;
    lead.id = LeadId {fields.uuid("id"_L1)};
    lead.workspace = WorkspaceId {fields.uuid("clientId"_L1)};
    lead.firstName = fields.optionalText("firstName"_L1);
    lead.lastName = fields.optionalText("lastName"_L1);
    lead.email = fields.optionalText("email"_L1);
    lead.alternateEmails = fields.texts("alternateEmails"_L1);
    lead.currentReplierEmail = fields.optionalText("currentReplierEmail"_L1);
    lead.currentReplierName = fields.optionalText("currentReplierName"_L1);
    lead.currentReplierSince = fields.optionalInstant("currentReplierSince"_L1);
    lead.phone = fields.optionalText("phone"_L1);
    lead.workspaceName = fields.optionalText("company"_L1);
    lead.jobTitle = fields.optionalText("jobTitle"_L1);
    lead.companyName = fields.optionalText("companyName"_L1);
    lead.companyWebsite = fields.optionalText("companyWebsite"_L1);
    lead.companyState = fields.optionalText("companyState"_L1);
    lead.status = fields.text("status"_L1);
    lead.smsCampaignId = fields.optionalText("smsCampaignId"_L1);
    lead.smsCampaignName = fields.optionalText("smsCampaignName"_L1);
    lead.linkedinUrl = fields.optionalText("linkedinUrl"_L1);
    lead.emailBisonLeadId = fields.optionalText("emailBisonLeadId"_L1);
    lead.ghlContactId = fields.optionalText("ghlContactId"_L1);
    lead.ghlLocationId = fields.optionalText("ghlLocationId"_L1);
    lead.autoReplyEnabled = fields.flag("autoReplyEnabled"_L1, false);
    lead.autoFollowUpEnabled = fields.flag("autoFollowUpEnabled"_L1, false);
    lead.autoBookMeetingsEnabled = fields.flag("autoBookMeetingsEnabled"_L1, true);
    lead.smsDndActive = fields.flag("smsDndActive"_L1, false);
    lead.smsLastBlockedAt = fields.optionalInstant("smsLastBlockedAt"_L1);
    lead.smsLastBlockedReason = fields.optionalText("smsLastBlockedReason"_L1);
    lead.smsConsecutiveBlockedCount
        = int(fields.optionalInteger("smsConsecutiveBlockedCount"_L1).value_or(0));
    lead.smsLastSuccessAt = fields.optionalInstant("smsLastSuccessAt"_L1);
    lead.enrichmentStatus = fields.optionalText("enrichmentStatus"_L1);
    lead.followUpBlockedReason = fields.optionalText("followUpBlockedReason"_L1);
    if (const auto score = fields.optionalInteger("overallScore"_L1))
        lead.overallScore = int(*score);
    lead.scoredAt = fields.optionalInstant("scoredAt"_L1);
    if (const auto assignee = fields.optionalUuid("assignedToUserId"_L1))
        lead.assignedTo = UserId {*assignee};
    lead.assignedToEmail = fields.optionalText("assignedToEmail"_L1);
    lead.assignedAt = fields.optionalInstant("assignedAt"_L1);
    lead.snoozedUntil = fields.optionalInstant("snoozedUntil"_L1);
    return lead;
}

QJsonObject encodeAttachment(const Attachment &attachment)
{
    return {
        {u"id"_s, attachment.id.toString(QUuid::WithoutBraces)},
        {u"name"_s, attachment.name},
        {u"contentType"_s, attachment.contentType},
        {u"sizeBytes"_s, attachment.sizeBytes},
        {u"contentId"_s, nullableText(attachment.contentId)},
    };
}

Attachment decodeAttachment(JsonFields &fields)
{
    return {
        .id = fields.uuid("id"_L1),
        .name = fields.text("name"_L1),
        .contentType = fields.text("contentType"_L1),
        .sizeBytes = fields.integer("sizeBytes"_L1),
        .contentId = fields.optionalText("contentId"_L1),
    };
}

// Null is a legacy SMS (domain §1.3.3).
Channel decodeMessageChannel(JsonFields &fields)
{
    const QString name = fields.optionalText("channel"_L1);
    const auto channel = name.isEmpty() ? std::optional(Channel::Sms) : parseChannel(name);
    if (!channel)
        fields.fail("channel"_L1, u"is no known channel"_s);
    return channel.value_or(Channel::Sms);
}

} // namespace

QJsonObject encodeConversation(const Conversation &conversation)
{
    const auto &primary = conversation.primaryChannel;
    return {
        {u"id"_s, conversation.lead.id.toString()},
        {u"lead"_s, encodeLead(conversation.lead)},
        {u"channels"_s, encodeChannels(conversation.channels)},
        {u"availableChannels"_s, encodeChannels(conversation.availableChannels)},
        {u"primaryChannel"_s, nullableText(primary ? QString(wireName(*primary)) : QString())},
        {u"classification"_s, conversation.classification},
        {u"lastMessage"_s, conversation.lastMessage},
        {u"lastSubject"_s, nullableText(conversation.lastSubject)},
        {u"lastMessageTime"_s, wireInstant(conversation.lastMessageTime)},
        {u"lastMessageDirection"_s, nullableText(conversation.lastMessageDirection)},
        {u"hasAiDraft"_s, conversation.hasAiDraft},
        {u"requiresAttention"_s, conversation.requiresAttention},
        {u"isOpen"_s, conversation.isOpen},
        {u"isUnread"_s, conversation.isUnread},
        {u"categories"_s, conversation.categories},
        {u"sentimentTag"_s, nullableText(conversation.sentimentTag)},
        {u"campaignId"_s, nullableText(conversation.campaignId)},
        {u"campaignName"_s, nullableText(conversation.campaignName)},
        {u"emailCampaignId"_s, nullableText(conversation.emailCampaignId)},
        {u"updatedAt"_s, wireInstant(conversation.updatedAt)},
    };
}

Result<Conversation> decodeConversation(const QJsonObject &object, const QString &path)
{
    JsonFields fields(object, path);
    JsonFields lead(fields.object("lead"_L1), fields.pathOf("lead"_L1));
    Conversation conversation;
    if (!fields.error())
        conversation.lead = decodeLead(lead);
    fields.adopt(lead.error());
    conversation.channels = decodeChannels(fields.texts("channels"_L1));
    conversation.availableChannels = decodeChannels(fields.texts("availableChannels"_L1));
    conversation.primaryChannel = parseChannel(fields.optionalText("primaryChannel"_L1));
    conversation.classification = fields.text("classification"_L1);
    conversation.lastMessage = fields.text("lastMessage"_L1);
    conversation.lastSubject = fields.optionalText("lastSubject"_L1);
    conversation.lastMessageTime = fields.instant("lastMessageTime"_L1);
    conversation.lastMessageDirection = fields.optionalText("lastMessageDirection"_L1);
    conversation.hasAiDraft = fields.flag("hasAiDraft"_L1);
    conversation.requiresAttention = fields.flag("requiresAttention"_L1);
    conversation.isOpen = fields.flag("isOpen"_L1);
    conversation.isUnread = fields.flag("isUnread"_L1, false);
    conversation.categories = int(fields.integer("categories"_L1));
    conversation.sentimentTag = fields.optionalText("sentimentTag"_L1);
    conversation.campaignId = fields.optionalText("campaignId"_L1);
    conversation.campaignName = fields.optionalText("campaignName"_L1);
    conversation.emailCampaignId = fields.optionalText("emailCampaignId"_L1);
    conversation.updatedAt = fields.instant("updatedAt"_L1);
    if (fields.error())
        return *fields.error();
    return conversation;
}

QJsonObject encodeMessage(const Message &message)
{
    QJsonArray attachments;
    for (const Attachment &attachment : message.attachments)
        attachments.append(encodeAttachment(attachment));
    return {
        {u"id"_s, message.id.toString()},
        {u"sender"_s, QString(wireName(message.sender))},
        {u"content"_s, message.content},
        {u"subject"_s, nullableText(message.subject)},
        {u"rawHtml"_s, nullableText(message.rawHtml)},
        {u"rawText"_s, nullableText(message.rawText)},
        {u"cc"_s, QJsonArray::fromStringList(message.cc)},
        {u"bcc"_s, QJsonArray::fromStringList(message.bcc)},
        {u"source"_s, message.source},
        {u"fromEmail"_s, nullableText(message.fromEmail)},
        {u"fromName"_s, nullableText(message.fromName)},
        {u"toEmail"_s, nullableText(message.toEmail)},
        {u"toName"_s, nullableText(message.toName)},
        {u"emailBisonReplyId"_s, nullableText(message.emailBisonReplyId)},
        {u"channel"_s, QString(wireName(message.channel))},
        {u"direction"_s, message.direction},
        {u"timestamp"_s, wireInstant(message.timestamp)},
        {u"attachments"_s, attachments},
    };
}

Result<Message> decodeMessage(const QJsonObject &object, const QString &path)
{
    JsonFields fields(object, path);
    Message message;
    message.id = MessageId {fields.uuid("id"_L1)};
    const auto sender = parseSender(fields.text("sender"_L1));
    if (!sender)
        fields.fail("sender"_L1, u"is no known sender"_s);
    message.sender = sender.value_or(Sender::Lead);
    message.content = fields.text("content"_L1);
    message.subject = fields.optionalText("subject"_L1);
    message.rawHtml = fields.optionalText("rawHtml"_L1);
    message.rawText = fields.optionalText("rawText"_L1);
    message.cc = fields.texts("cc"_L1);
    message.bcc = fields.texts("bcc"_L1);
    message.source = fields.text("source"_L1);
    message.fromEmail = fields.optionalText("fromEmail"_L1);
    message.fromName = fields.optionalText("fromName"_L1);
    message.toEmail = fields.optionalText("toEmail"_L1);
    message.toName = fields.optionalText("toName"_L1);
    message.emailBisonReplyId = fields.optionalText("emailBisonReplyId"_L1);
    message.channel = decodeMessageChannel(fields);
    message.direction = fields.text("direction"_L1);
    message.timestamp = fields.instant("timestamp"_L1);
    const QJsonArray attachments
        = fields.has("attachments"_L1) ? fields.array("attachments"_L1) : QJsonArray();
    for (qsizetype i = 0; i < attachments.size(); ++i) {
        JsonFields attachment(
            attachments.at(i).toObject(), fields.pathOf("attachments"_L1) + u'[' + QString::number(i) + u']');
        message.attachments.append(decodeAttachment(attachment));
        fields.adopt(attachment.error());
    }
    if (fields.error())
        return *fields.error();
    return message;
}

QJsonObject encodeDraft(const Draft &draft)
{
    const auto nullableNumber = [](const std::optional<double> &number) {
        return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Null);
    };
    return {
        {u"id"_s, draft.id.toString()},
        {u"channel"_s, QString(wireName(draft.channel))},
        {u"content"_s, draft.content},
        {u"autoSendAction"_s, nullableText(draft.autoSendAction)},
        {u"autoSendReason"_s, nullableText(draft.autoSendReason)},
        {u"confidence"_s, nullableNumber(draft.confidence)},
        {u"threshold"_s, nullableNumber(draft.threshold)},
        {u"createdAt"_s, wireInstant(draft.createdAt)},
        {u"updatedAt"_s, wireInstant(draft.updatedAt)},
    };
}

Result<Draft> decodeDraft(const QJsonObject &object, const QString &path)
{
    JsonFields fields(object, path);
    const Draft draft {
        .id = DraftId {fields.uuid("id"_L1)},
        .channel = decodeMessageChannel(fields),
        .content = fields.text("content"_L1),
        .autoSendAction = fields.optionalText("autoSendAction"_L1),
        .autoSendReason = fields.optionalText("autoSendReason"_L1),
        .confidence = fields.optionalNumber("confidence"_L1),
        .threshold = fields.optionalNumber("threshold"_L1),
        .createdAt = fields.instant("createdAt"_L1),
        .updatedAt = fields.instant("updatedAt"_L1),
    };
    if (fields.error())
        return *fields.error();
    return draft;
}

QLatin1StringView wireName(Sender sender)
{
    switch (sender) {
    case Sender::Lead:
        return "lead"_L1;
    case Sender::Ai:
        return "ai"_L1;
    case Sender::Human:
        return "human"_L1;
    }
    Q_UNREACHABLE();
}

std::optional<Sender> parseSender(QStringView text)
{
    for (const Sender sender : {Sender::Lead, Sender::Ai, Sender::Human}) {
        if (text == wireName(sender))
            return sender;
    }
    return std::nullopt;
}

} // namespace signalbox
