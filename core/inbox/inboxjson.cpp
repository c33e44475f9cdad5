// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inbox/inboxjson.h"

#include "core/inbox/jsonfields.h"
#include "core/inbox/triagejson.h"

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

QString element(const QString &list, qsizetype index)
{
    return list + u'[' + QString::number(index) + u']';
}

// A list that an older service does not send is empty.
template <typename T>
std::optional<Error> decodeOptionalList(JsonFields &fields, QLatin1StringView key,
    Result<T> (*decode)(const QJsonObject &, const QString &), QList<T> &list)
{
    const QJsonArray array = fields.has(key) ? fields.array(key) : QJsonArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        auto item = decode(array.at(i).toObject(), element(fields.pathOf(key), i));
        if (!item)
            return item.error();
        list.append(*std::move(item));
    }
    return std::nullopt;
}

// Every body says that it is one: a proxy's page or a problem document must not read as an empty answer.
void checkEnvelope(JsonFields &body)
{
    if (!body.flag("success"_L1) && !body.error())
        body.fail("success"_L1, u"is not true"_s);
}

} // namespace

QJsonObject encodeCounts(const CountsReading &reading)
{
    const InboxCounts &counts = reading.counts;
    return {
        {u"success"_s, true},
        {u"counts"_s,
            QJsonObject {
                {u"allResponses"_s, counts.allResponses},
                {u"requiresAttention"_s, counts.requiresAttention},
                {u"previouslyRequiredAttention"_s, counts.previouslyRequiredAttention},
                {u"awaitingReply"_s, counts.awaitingReply},
                {u"needsRepair"_s, counts.needsRepair},
                {u"aiSent"_s, counts.aiSent},
                {u"aiReview"_s, counts.aiReview},
                {u"total"_s, counts.total},
            }},
        {u"version"_s, reading.version},
        {u"computedAt"_s, wireInstant(counts.computedAt)},
    };
}

Result<CountsReading> decodeCounts(const QJsonObject &body)
{
    JsonFields envelope(body);
    checkEnvelope(envelope);
    JsonFields fields(envelope.object("counts"_L1), u"counts"_s);
    CountsReading reading;
    InboxCounts &counts = reading.counts;
    counts.allResponses = fields.integer("allResponses"_L1);
    counts.requiresAttention = fields.integer("requiresAttention"_L1);
    counts.previouslyRequiredAttention = fields.integer("previouslyRequiredAttention"_L1);
    counts.awaitingReply = fields.integer("awaitingReply"_L1);
    counts.needsRepair = fields.integer("needsRepair"_L1);
    counts.aiSent = fields.integer("aiSent"_L1);
    counts.aiReview = fields.integer("aiReview"_L1);
    counts.total = fields.integer("total"_L1);
    counts.computedAt = envelope.instant("computedAt"_L1);
    reading.version = envelope.text("version"_L1);
    envelope.adopt(fields.error());
    if (envelope.error())
        return *envelope.error();
    return reading;
}

QJsonObject encodePage(const InboxPage &page)
{
    QJsonArray rows;
    for (const Conversation &row : page.rows)
        rows.append(encodeConversation(row));
    return {
        {u"success"_s, true},
        {u"conversations"_s, rows},
        {u"nextCursor"_s, nullableText(page.nextCursor)},
        {u"prevCursor"_s, nullableText(page.prevCursor)},
        {u"hasMore"_s, page.hasMore},
        {u"version"_s, page.version},
        {u"readAt"_s, wireInstant(page.readAt)},
    };
}

Result<InboxPage> decodePage(const QJsonObject &body)
{
    JsonFields fields(body);
    checkEnvelope(fields);
    InboxPage page;
    const QJsonArray rows = fields.array("conversations"_L1);
    page.rows.reserve(rows.size());
    for (qsizetype i = 0; i < rows.size(); ++i) {
        auto row = decodeConversation(rows.at(i).toObject(), element(u"conversations"_s, i));
        if (!row)
            return row.error();
        page.rows.append(*std::move(row));
    }
    page.nextCursor = fields.optionalText("nextCursor"_L1);
    page.prevCursor = fields.optionalText("prevCursor"_L1);
    page.hasMore = fields.flag("hasMore"_L1);
    page.version = fields.text("version"_L1);
    page.readAt = fields.instant("readAt"_L1);
    if (fields.error())
        return *fields.error();
    return page;
}

QJsonObject encodeDetail(const ConversationDetail &detail)
{
    QJsonArray messages;
    for (const Message &message : detail.messages)
        messages.append(encodeMessage(message));
    QJsonObject data = encodeConversation(detail.conversation);
    data.insert("viewerRole"_L1, detail.viewerRole);
    data.insert("messages"_L1, messages);
    data.insert("hasEarlier"_L1, detail.hasEarlier);
    data.insert(
        "draft"_L1, detail.draft ? QJsonValue(encodeDraft(*detail.draft)) : QJsonValue(QJsonValue::Null));
    QJsonArray notes;
    for (const InternalNote &note : detail.notes)
        notes.append(encodeNote(note));
    data.insert("notes"_L1, notes);
    QJsonArray sends;
    for (const OutboundSend &send : detail.sends)
        sends.append(encodeSend(send));
    data.insert("sends"_L1, sends);
    data.insert("readAt"_L1, wireInstant(detail.readAt));
    return {{u"success"_s, true}, {u"data"_s, data}};
}

Result<ConversationDetail> decodeDetail(const QJsonObject &body)
{
    JsonFields envelope(body);
    checkEnvelope(envelope);
    const QJsonObject data = envelope.object("data"_L1);
    if (envelope.error())
        return *envelope.error();

    auto conversation = decodeConversation(data, u"data"_s);
    if (!conversation)
        return conversation.error();
    JsonFields fields(data, u"data"_s);
    ConversationDetail detail {.conversation = *std::move(conversation)};
    detail.viewerRole = fields.text("viewerRole"_L1);
    const QJsonArray messages = fields.array("messages"_L1);
    detail.messages.reserve(messages.size());
    for (qsizetype i = 0; i < messages.size(); ++i) {
        auto message = decodeMessage(messages.at(i).toObject(), element(u"data.messages"_s, i));
        if (!message)
            return message.error();
        detail.messages.append(*std::move(message));
    }
    detail.hasEarlier = fields.flag("hasEarlier"_L1);
    detail.readAt = fields.instant("readAt"_L1);
    if (fields.has("draft"_L1)) {
        auto draft = decodeDraft(fields.object("draft"_L1), u"data.draft"_s);
        if (!draft)
            return draft.error();
        detail.draft = *std::move(draft);
    }
    if (const auto failure = decodeOptionalList(fields, "notes"_L1, decodeNote, detail.notes))
        return *failure;
    if (const auto failure = decodeOptionalList(fields, "sends"_L1, decodeSend, detail.sends))
        return *failure;
    if (fields.error())
        return *fields.error();
    return detail;
}

QJsonObject encodeWorkspaces(const QList<Workspace> &workspaces)
{
    QJsonArray list;
    for (const Workspace &workspace : workspaces)
        list.append(QJsonObject {
            {u"id"_s, workspace.id.toString()},
            {u"name"_s, workspace.name},
            {u"role"_s, workspace.role},
            {u"attention"_s, workspace.attention},
            {u"timezone"_s, nullableText(workspace.timezone)},
        });
    return {{u"success"_s, true}, {u"workspaces"_s, list}};
}

Result<QList<Workspace>> decodeWorkspaces(const QJsonObject &body)
{
    JsonFields envelope(body);
    checkEnvelope(envelope);
    QList<Workspace> workspaces;
    const QJsonArray list = envelope.array("workspaces"_L1);
    for (qsizetype i = 0; i < list.size(); ++i) {
        JsonFields fields(list.at(i).toObject(), element(u"workspaces"_s, i));
        workspaces.append(Workspace {
            .id = WorkspaceId {fields.uuid("id"_L1)},
            .name = fields.text("name"_L1),
            .role = fields.text("role"_L1),
            .attention = fields.integer("attention"_L1),
            .timezone = fields.optionalText("timezone"_L1),
        });
        envelope.adopt(fields.error());
    }
    if (envelope.error())
        return *envelope.error();
    return workspaces;
}

QJsonObject encodeSmsCampaigns(const QList<SmsCampaign> &campaigns)
{
    QJsonArray list;
    for (const SmsCampaign &campaign : campaigns)
        list.append(QJsonObject {
            {u"id"_s,
                nullableText(campaign.id.isNull() ? QString() : campaign.id.toString(QUuid::WithoutBraces))},
            {u"name"_s, campaign.name},
            {u"leads"_s, campaign.leads},
        });
    return {{u"success"_s, true}, {u"campaigns"_s, list}};
}

Result<QList<SmsCampaign>> decodeSmsCampaigns(const QJsonObject &body)
{
    JsonFields envelope(body);
    checkEnvelope(envelope);
    QList<SmsCampaign> campaigns;
    const QJsonArray list = envelope.array("campaigns"_L1);
    for (qsizetype i = 0; i < list.size(); ++i) {
        JsonFields fields(list.at(i).toObject(), element(u"campaigns"_s, i));
        campaigns.append(SmsCampaign {
            .id = fields.optionalUuid("id"_L1).value_or(QUuid()),
            .name = fields.text("name"_L1),
            .leads = fields.integer("leads"_L1),
        });
        envelope.adopt(fields.error());
    }
    if (envelope.error())
        return *envelope.error();
    return campaigns;
}

} // namespace signalbox
