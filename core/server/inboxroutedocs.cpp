// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/inboxroutedocs.h"

#include "core/server/jsonschema.h"
#include "core/server/routetable.h"

using namespace Qt::StringLiterals;

namespace signalbox::inboxdocs {

namespace {

RouteParameter clientId(bool isRequired)
{
    return {u"clientId"_s, u"query"_s, u"The workspace"_s, isRequired, schema::uuid()};
}

RouteParameter leadId()
{
    return {u"leadId"_s, u"path"_s, u"The lead; also the conversation's id"_s, true, schema::uuid()};
}

RouteParameter query(const QString &name, const QString &summary, const QJsonObject &type)
{
    return {name, u"query"_s, summary, false, type};
}

RouteDoc inboxDoc(const QString &id, const QString &summary, const QString &responseSchema)
{
    RouteDoc doc;
    doc.id = id;
    doc.summary = summary;
    doc.tag = u"inbox"_s;
    doc.responseSchema = responseSchema;
    return doc;
}

QJsonObject countsSchema()
{
    QJsonObject figures;
    for (const QString &name : {u"allResponses"_s, u"requiresAttention"_s, u"previouslyRequiredAttention"_s,
             u"awaitingReply"_s, u"needsRepair"_s, u"aiSent"_s, u"aiReview"_s, u"total"_s})
        figures.insert(name, schema::integer(0));
    return schema::success({
        {u"counts"_s, schema::object(figures)},
        {u"version"_s, schema::text()},
        {u"computedAt"_s, schema::instant()},
    });
}

QJsonObject conversationSchema()
{
    return schema::object(
        {
            {u"id"_s, schema::uuid()},
            {u"lead"_s, schema::open()},
            {u"channels"_s, schema::list(schema::oneOf({u"sms"_s, u"email"_s, u"linkedin"_s}))},
            {u"lastMessage"_s, schema::nullable(u"string"_s)},
            {u"requiresAttention"_s, schema::boolean()},
            {u"sentimentTag"_s, schema::nullable(u"string"_s)},
        },
        {u"id"_s, u"lead"_s});
}

QJsonObject pageSchema()
{
    return schema::success({
        {u"conversations"_s, schema::list(schema::reference(u"Conversation"_s))},
        {u"nextCursor"_s, schema::nullable(u"string"_s)},
        {u"prevCursor"_s, schema::nullable(u"string"_s)},
        {u"hasMore"_s, schema::boolean()},
        {u"version"_s, schema::text()},
        {u"readAt"_s, schema::instant()},
    });
}

QJsonObject messageSchema()
{
    return schema::object(
        {
            {u"id"_s, schema::uuid()},
            {u"sender"_s, schema::oneOf({u"lead"_s, u"ai"_s, u"human"_s})},
            {u"content"_s, schema::nullable(u"string"_s)},
            {u"channel"_s, schema::oneOf({u"sms"_s, u"email"_s, u"linkedin"_s})},
            {u"direction"_s, schema::oneOf({u"inbound"_s, u"outbound"_s})},
            {u"timestamp"_s, schema::instant()},
        },
        {u"id"_s, u"sender"_s, u"timestamp"_s});
}

QJsonObject detailSchema()
{
    return schema::success({{u"data"_s,
        schema::object(
            {
                {u"id"_s, schema::uuid()},
                {u"lead"_s, schema::open()},
                {u"viewerRole"_s, schema::nullable(u"string"_s)},
                {u"messages"_s, schema::list(schema::reference(u"Message"_s))},
                {u"hasEarlier"_s, schema::boolean()},
            },
            {u"messages"_s, u"hasEarlier"_s})}});
}

QJsonObject campaignsSchema()
{
    return schema::success({{u"campaigns"_s,
        schema::list(schema::object({
            {u"id"_s, schema::nullable(u"string"_s)},
            {u"name"_s, schema::nullable(u"string"_s)},
            {u"leads"_s, schema::integer(0)},
        }))}});
}

} // namespace

RouteDoc counts()
{
    RouteDoc doc = inboxDoc(
        u"getInboxCounts"_s, u"The badges of a workspace, in the caller's scope"_s, u"InboxCounts"_s);
    doc.parameters = {clientId(true)};
    return doc;
}

RouteDoc page()
{
    RouteDoc doc = inboxDoc(u"listConversations"_s, u"A page of the inbox"_s, u"InboxPage"_s);
    const QJsonObject channel = schema::oneOf({u"sms"_s, u"email"_s, u"linkedin"_s, u"all"_s});
    doc.parameters = {
        clientId(true),
        query(u"filter"_s, u"Preset filter"_s,
            schema::oneOf({u"all"_s, u"responses"_s, u"attention"_s, u"previous_attention"_s, u"drafts"_s,
                u"needs_repair"_s, u"ai_sent"_s, u"ai_review"_s})),
        query(u"search"_s, u"Terms, or a full address"_s, schema::text()),
        query(u"searchIn"_s, u"Leads, or the subject and text of messages"_s,
            schema::oneOf({u"leads"_s, u"messages"_s})),
        query(u"channels"_s, u"Any of, separated by commas"_s, schema::text()),
        query(u"channel"_s, u"One channel; used when `channels` is empty"_s, channel),
        query(u"sentimentTags"_s, u"Any of, separated by commas"_s, schema::text()),
        query(u"sentimentTag"_s, u"One tag; used when `sentimentTags` is empty"_s, schema::text()),
        query(u"smsCampaignId"_s, u"Leads of this SMS campaign"_s, schema::uuid()),
        query(
            u"smsCampaignUnattributed"_s, u"Leads without one; wins over smsCampaignId"_s, schema::boolean()),
        query(u"scoreFilter"_s, u"Lead score"_s,
            schema::oneOf({u"all"_s, u"4"_s, u"3+"_s, u"2+"_s, u"1+"_s, u"unscored"_s, u"disqualified"_s})),
        query(u"sort"_s, u"Order"_s, schema::oneOf({u"recent"_s, u"oldest"_s, u"name"_s, u"score"_s})),
        query(u"limit"_s, u"Rows, clamped to 1…200; 50 when absent"_s, schema::integer(1)),
        query(u"cursor"_s, u"From an earlier page of the same list"_s, schema::text()),
        query(u"dir"_s, u"Which way from the cursor"_s, schema::oneOf({u"next"_s, u"prev"_s})),
        query(u"at"_s, u"Start at the first row not newer than this"_s, schema::instant()),
    };
    return doc;
}

RouteDoc conversation()
{
    RouteDoc doc = inboxDoc(
        u"getConversation"_s, u"A conversation with its newest messages"_s, u"ConversationDetail"_s);
    doc.parameters = {
        leadId(),
        clientId(false),
        query(u"channel"_s, u"Messages of one channel only"_s,
            schema::oneOf({u"sms"_s, u"email"_s, u"linkedin"_s, u"all"_s})),
        query(u"limit"_s, u"Messages, clamped to 1…200; 200 when absent"_s, schema::integer(1)),
        query(u"before"_s, u"Only messages older than this"_s, schema::instant()),
    };
    doc.errors = {404};
    return doc;
}

RouteDoc attachment()
{
    RouteDoc doc = inboxDoc(u"getAttachment"_s, u"The content of an attachment, to be saved"_s, {});
    doc.responseType = u"application/octet-stream"_s;
    doc.parameters = {
        leadId(), {u"attachmentId"_s, u"path"_s, u"The attachment"_s, true, schema::uuid()}, clientId(false)};
    doc.errors = {404};
    return doc;
}

RouteDoc smsCampaigns()
{
    RouteDoc doc = inboxDoc(
        u"listSmsCampaigns"_s, u"The SMS campaigns the list can be filtered by"_s, u"SmsCampaigns"_s);
    doc.parameters = {clientId(true)};
    return doc;
}

void addSchemas(RouteTable &routes)
{
    routes.addSchema(u"InboxCounts"_s, countsSchema());
    routes.addSchema(u"Conversation"_s, conversationSchema());
    routes.addSchema(u"InboxPage"_s, pageSchema());
    routes.addSchema(u"Message"_s, messageSchema());
    routes.addSchema(u"ConversationDetail"_s, detailSchema());
    routes.addSchema(u"SmsCampaigns"_s, campaignsSchema());
}

} // namespace signalbox::inboxdocs
