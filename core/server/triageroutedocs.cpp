// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/triageroutedocs.h"

#include "core/inbox/sentiment.h"
#include "core/inbox/triagerules.h"
#include "core/server/jsonschema.h"
#include "core/server/routetable.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace signalbox::triagedocs {

namespace {

RouteParameter clientId(bool isRequired)
{
    return {u"clientId"_s, u"query"_s, u"The workspace"_s, isRequired, schema::uuid()};
}

RouteParameter inPath(const QString &name, const QString &summary)
{
    return {name, u"path"_s, summary, true, schema::uuid()};
}

RouteDoc doc(const QString &id, const QString &summary, const QString &tag, const QString &response)
{
    RouteDoc made;
    made.id = id;
    made.summary = summary;
    made.tag = tag;
    made.responseSchema = response;
    return made;
}

RouteDoc write(const QString &id, const QString &summary, const QString &tag, const QString &response)
{
    RouteDoc made = doc(id, summary, tag, response);
    made.parameters = {{u"Idempotency-Key"_s, u"header"_s,
        u"Names this one intention: repeated with the same key it is done once"_s, true, schema::text()}};
    made.errors = {400, 404, 409, 422};
    return made;
}

RouteDoc leadWrite(const QString &id, const QString &summary, const QString &request, const QString &response)
{
    RouteDoc made = write(id, summary, u"triage"_s, response);
    made.parameters.prepend(clientId(false));
    made.parameters.prepend(inPath(u"leadId"_s, u"The lead; also the conversation's id"_s));
    made.requestSchema = request;
    return made;
}

RouteDoc draftWrite(const QString &id, const QString &summary, const QString &request)
{
    RouteDoc made = write(id, summary, u"drafts"_s, u"DraftOutcome"_s);
    made.parameters.prepend(inPath(u"draftId"_s, u"The draft"_s));
    made.requestSchema = request;
    return made;
}

QJsonObject nullable(QJsonObject type)
{
    return {{u"anyOf"_s, QJsonArray {type, QJsonObject {{u"type"_s, u"null"_s}}}}};
}

/// `{FIELD, expected:{FIELD}}`.
QJsonObject changeSchema(const QString &field, const QJsonObject &type)
{
    return schema::object(
        {{field, type}, {u"expected"_s, schema::object({{field, type}}, {field})}}, {field, u"expected"_s});
}

QJsonObject stateSchema()
{
    return schema::object(
        {{u"leadId"_s, schema::uuid()}, {u"assignedToUserId"_s, nullable(schema::uuid())},
            {u"assignedToName"_s, schema::nullable(u"string"_s)},
            {u"snoozedUntil"_s, nullable(schema::instant())}, {u"status"_s, schema::text()},
            {u"sentimentTag"_s, schema::nullable(u"string"_s)}, {u"updatedAt"_s, schema::instant()}},
        {u"leadId"_s, u"status"_s, u"updatedAt"_s});
}

QJsonObject sendSchema()
{
    return schema::object(
        {{u"id"_s, schema::uuid()}, {u"leadId"_s, schema::uuid()}, {u"draftId"_s, nullable(schema::uuid())},
            {u"state"_s,
                schema::oneOf(
                    {u"queued"_s, u"sending"_s, u"sent"_s, u"failed"_s, u"unknown"_s, u"cancelled"_s})},
            {u"to"_s, schema::list(schema::text())}, {u"body"_s, schema::text()},
            {u"runAt"_s, schema::instant()}},
        {u"id"_s, u"leadId"_s, u"state"_s, u"to"_s, u"runAt"_s});
}

QJsonObject viewSchema()
{
    return schema::object({{u"id"_s, nullable(schema::uuid())}, {u"name"_s, schema::text()},
                              {u"query"_s, schema::open()}, {u"isShared"_s, schema::boolean()},
                              {u"isMine"_s, schema::boolean()}, {u"position"_s, schema::integer(0)}},
        {u"name"_s, u"query"_s});
}

void addRequests(RouteTable &routes)
{
    const QJsonObject seen = schema::object({{u"updatedAt"_s, schema::instant()}}, {u"updatedAt"_s});
    routes.addSchema(u"AssignRequest"_s, changeSchema(u"assignedToUserId"_s, nullable(schema::uuid())));
    routes.addSchema(u"SnoozeRequest"_s, changeSchema(u"snoozedUntil"_s, nullable(schema::instant())));
    routes.addSchema(u"StatusRequest"_s, changeSchema(u"status"_s, schema::oneOf(leadStatuses())));
    routes.addSchema(
        u"SentimentRequest"_s, changeSchema(u"sentimentTag"_s, nullable(schema::oneOf(sentimentTags()))));
    routes.addSchema(u"NewMessage"_s,
        schema::object({{u"channel"_s, schema::oneOf({u"sms"_s, u"email"_s, u"linkedin"_s})},
                           {u"subject"_s, schema::nullable(u"string"_s)}, {u"body"_s, schema::text()},
                           {u"to"_s, schema::list(schema::text())}, {u"cc"_s, schema::list(schema::text())}},
            {u"channel"_s, u"body"_s}));
    routes.addSchema(u"NewNote"_s, schema::object({{u"text"_s, schema::text()}}, {u"text"_s}));
    routes.addSchema(u"ReadMark"_s, schema::object({{u"read"_s, schema::boolean()}}, {u"read"_s}));
    routes.addSchema(u"BulkRequest"_s,
        schema::object(
            {{u"set"_s, schema::open()},
                {u"selection"_s,
                    schema::object({{u"leadIds"_s, schema::list(schema::uuid())},
                        {u"allOf"_s, schema::open()}, {u"except"_s, schema::list(schema::uuid())}})}},
            {u"set"_s, u"selection"_s}));
    routes.addSchema(u"DraftApproval"_s,
        schema::object({{u"content"_s, schema::text()}, {u"expected"_s, seen}}, {u"expected"_s}));
    routes.addSchema(u"DraftRejection"_s, schema::object({{u"expected"_s, seen}}, {u"expected"_s}));
    routes.addSchema(u"DraftEdit"_s,
        schema::object(
            {{u"content"_s, schema::text()}, {u"expected"_s, seen}}, {u"content"_s, u"expected"_s}));
    routes.addSchema(u"DraftApprovals"_s,
        schema::object({{u"drafts"_s,
                           schema::list(schema::object(
                               {{u"draftId"_s, schema::uuid()}, {u"updatedAt"_s, schema::instant()}},
                               {u"draftId"_s, u"updatedAt"_s}))}},
            {u"drafts"_s}));
}

} // namespace

RouteDoc assign()
{
    return leadWrite(u"assignConversation"_s, u"Gives a lead to somebody, or to nobody"_s, u"AssignRequest"_s,
        u"LeadOutcome"_s);
}

RouteDoc snooze()
{
    return leadWrite(u"snoozeConversation"_s,
        u"Puts a lead off until an instant within a year; null brings it back"_s, u"SnoozeRequest"_s,
        u"LeadOutcome"_s);
}

RouteDoc status()
{
    return leadWrite(
        u"setConversationStatus"_s, u"Sets a lead's status"_s, u"StatusRequest"_s, u"LeadOutcome"_s);
}

RouteDoc sentiment()
{
    return leadWrite(u"setConversationSentiment"_s,
        u"Classifies a lead; the status follows the tag unless it is given"_s, u"SentimentRequest"_s,
        u"LeadOutcome"_s);
}

RouteDoc message()
{
    return leadWrite(u"sendMessage"_s, u"Puts a message written by hand into the queue"_s, u"NewMessage"_s,
        u"SendResult"_s);
}

RouteDoc note()
{
    return leadWrite(u"addNote"_s, u"Adds an internal note"_s, u"NewNote"_s, u"NoteResult"_s);
}

RouteDoc read()
{
    return leadWrite(
        u"markRead"_s, u"Marks a lead read or unread for the caller"_s, u"ReadMark"_s, u"ReadResult"_s);
}

RouteDoc bulk()
{
    RouteDoc made = write(u"changeConversations"_s,
        u"Changes one field of many leads, all or none: these, or all that a query finds but some"_s,
        u"triage"_s, u"BulkOutcome"_s);
    made.parameters.prepend(clientId(true));
    made.requestSchema = u"BulkRequest"_s;
    return made;
}

RouteDoc approve()
{
    return draftWrite(u"approveDraft"_s,
        u"Sends a draft as it is, or as it was edited; it leaves after the undo window"_s,
        u"DraftApproval"_s);
}

RouteDoc unapprove()
{
    return draftWrite(u"unapproveDraft"_s, u"Takes an approval back while its message was not claimed"_s, {});
}

RouteDoc reject()
{
    return draftWrite(u"rejectDraft"_s, u"Refuses a draft"_s, u"DraftRejection"_s);
}

RouteDoc edit()
{
    return draftWrite(u"editDraft"_s, u"Stores an edited text without sending it"_s, u"DraftEdit"_s);
}

RouteDoc approveSeveral()
{
    RouteDoc made
        = write(u"approveDrafts"_s, u"Sends several drafts as they are; the report names each recipient"_s,
            u"drafts"_s, u"ApprovalReport"_s);
    made.requestSchema = u"DraftApprovals"_s;
    return made;
}

RouteDoc cancel()
{
    RouteDoc made = write(
        u"cancelSend"_s, u"Takes a message back while it was not claimed"_s, u"drafts"_s, u"SendResult"_s);
    made.parameters.prepend(inPath(u"sendId"_s, u"The message on its way out"_s));
    return made;
}

RouteDoc views()
{
    RouteDoc made
        = doc(u"listViews"_s, u"The caller's saved views and the shared ones"_s, u"inbox"_s, u"SavedViews"_s);
    made.parameters = {clientId(true)};
    return made;
}

RouteDoc saveView()
{
    RouteDoc made
        = write(u"saveView"_s, u"Saves a view; without an id a new one"_s, u"inbox"_s, u"SavedViewResult"_s);
    made.parameters.prepend(clientId(true));
    made.requestSchema = u"SavedView"_s;
    return made;
}

RouteDoc removeView()
{
    RouteDoc made = write(u"removeView"_s, u"Removes a view"_s, u"inbox"_s, u"Done"_s);
    made.parameters.prepend(clientId(true));
    made.parameters.prepend(inPath(u"viewId"_s, u"The view"_s));
    return made;
}

RouteDoc assignees()
{
    RouteDoc made
        = doc(u"listAssignees"_s, u"Who can hold leads of a workspace"_s, u"inbox"_s, u"Assignees"_s);
    made.parameters = {clientId(true)};
    return made;
}

RouteDoc leadNames()
{
    RouteDoc made = doc(
        u"listLeadNames"_s, u"Names of leads; those out of scope are missing"_s, u"inbox"_s, u"LeadNames"_s);
    made.parameters = {clientId(true),
        {u"ids"_s, u"query"_s, u"At most 200 ids, separated by commas"_s, true, schema::text()}};
    return made;
}

void addSchemas(RouteTable &routes)
{
    addRequests(routes);
    const QJsonObject state = schema::reference(u"LeadState"_s);
    const QJsonObject send = schema::reference(u"OutboundSend"_s);
    const QJsonObject refusal = schema::object({{u"leadId"_s, schema::uuid()}, {u"code"_s, schema::text()}});
    const QJsonObject line
        = schema::object({{u"draftId"_s, schema::uuid()}, {u"code"_s, schema::text()}, {u"send"_s, send}},
            {u"draftId"_s, u"code"_s});
    const QJsonObject person = schema::object({{u"userId"_s, schema::uuid()}, {u"name"_s, schema::text()},
        {u"email"_s, schema::text()}, {u"role"_s, schema::text()}});
    const QJsonObject view = schema::reference(u"SavedView"_s);
    routes.addSchema(u"LeadState"_s, stateSchema());
    routes.addSchema(u"OutboundSend"_s, sendSchema());
    routes.addSchema(u"SavedView"_s, viewSchema());
    routes.addSchema(u"LeadOutcome"_s, schema::success({{u"before"_s, state}, {u"current"_s, state}}));
    routes.addSchema(u"BulkOutcome"_s,
        schema::success({{u"changed"_s, schema::integer(0)}, {u"unchanged"_s, schema::integer(0)},
            {u"before"_s, schema::list(state)}, {u"refused"_s, schema::list(refusal)}}));
    routes.addSchema(u"DraftOutcome"_s,
        schema::success({{u"draft"_s, nullable(schema::open())}, {u"send"_s, nullable(send)}}));
    routes.addSchema(u"ApprovalReport"_s, schema::success({{u"results"_s, schema::list(line)}}));
    routes.addSchema(u"SendResult"_s, schema::success({{u"send"_s, send}}));
    routes.addSchema(u"NoteResult"_s, schema::success({{u"note"_s, schema::open()}}));
    routes.addSchema(u"ReadResult"_s, schema::success({{u"read"_s, schema::boolean()}}));
    routes.addSchema(u"Done"_s, schema::success({}));
    routes.addSchema(u"SavedViews"_s, schema::success({{u"views"_s, schema::list(view)}}));
    routes.addSchema(u"SavedViewResult"_s, schema::success({{u"view"_s, view}}));
    routes.addSchema(u"Assignees"_s, schema::success({{u"assignees"_s, schema::list(person)}}));
    routes.addSchema(u"LeadNames"_s, schema::success({{u"names"_s, schema::open()}}));
}

} // namespace signalbox::triagedocs
