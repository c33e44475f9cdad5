// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/triageroutes.h"

#include "core/inbox/jsonfields.h"
#include "core/inbox/triagejson.h"
#include "core/server/draftroutes.h"
#include "core/server/triageroutedocs.h"
#include "core/storage/notestore.h"
#include "core/storage/sendstore.h"
#include "core/storage/triagestore.h"

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

constexpr qint64 BulkBodyBytes = 1 << 20; // 10,000 ids of 39 bytes

Reply<HttpResponse> failed(const Error &error)
{
    return Reply<HttpResponse>::ready(error);
}

/// What every route of a lead takes from its request.
struct LeadCall
{
    UserId user;
    LeadId lead;
    std::optional<WorkspaceId> workspace;
    QJsonObject body;

    static Result<LeadCall> of(const HttpRequest &request)
    {
        const auto lead = pathId(request, u"leadId", u"Lead not found"_s);
        if (!lead)
            return lead.error();
        const auto workspace = optionalWorkspace(request);
        if (!workspace)
            return workspace.error();
        const auto body = request.jsonBody();
        if (!body)
            return body.error();
        return LeadCall {request.caller->user, LeadId {*lead}, *workspace, *body};
    }

    Result<TriageWriter> enter(PgConnection &pg, Instant now, WorkspaceId &touched) const
    {
        auto writer = enterLead(pg, user, lead, workspace, now);
        if (writer)
            touched = writer->workspace();
        return writer;
    }
};

QJsonObject only(const QJsonObject &body, const QList<QLatin1StringView> &fields)
{
    QJsonObject picked;
    for (const QLatin1StringView field : fields) {
        if (body.contains(field))
            picked.insert(field, body.value(field));
    }
    return picked;
}

/// The change and the expectation of a body; the first field is the one that must be there.
struct FieldChange
{
    LeadFields set;
    LeadFields expected;

    static Result<FieldChange> of(const QJsonObject &body, const QList<QLatin1StringView> &fields)
    {
        if (!body.contains(fields.first()))
            return Error::invalid(fields.first(), fields.first() + u" is missing"_s, u"INVALID_PARAMETER"_s);
        const auto set = decodeLeadFields(only(body, fields));
        if (!set)
            return parameterError(set.error());
        JsonFields outer(body);
        const QJsonObject seen = outer.object("expected"_L1);
        if (outer.error())
            return Error::invalid(u"expected"_s,
                u"expected must hold the field that is changed, as it was seen"_s, u"EXPECTED_REQUIRED"_s);
        const auto expected = decodeLeadFields(only(seen, fields), u"expected"_s);
        if (!expected)
            return parameterError(expected.error());
        return FieldChange {*set, *expected};
    }
};

} // namespace

TriageRoutes::TriageRoutes(TriageWrites &writes, QObject *parent)
    : QObject(parent)
    , m_writes(writes)
{ }

void TriageRoutes::addTo(RouteTable &routes)
{
    const auto add = [&](const QString &pattern, RouteDoc doc, Handler handler) {
        Route route;
        route.method = HttpMethod::Post;
        route.pattern = pattern;
        route.handler = std::move(handler);
        route.doc = std::move(doc);
        routes.add(std::move(route));
    };
    const auto addChange
        = [&](const QString &verb, const RouteDoc &doc, const QList<QLatin1StringView> &fields) {
              add(u"/api/inbox/conversations/{leadId}/"_s + verb, doc,
                  [this, operation = doc.id, fields](
                      const HttpRequest &request) { return change(request, operation, fields); });
          };
    addChange(u"assign"_s, triagedocs::assign(), {"assignedToUserId"_L1});
    addChange(u"snooze"_s, triagedocs::snooze(), {"snoozedUntil"_L1});
    addChange(u"status"_s, triagedocs::status(), {"status"_L1});
    addChange(u"sentiment"_s, triagedocs::sentiment(), {"sentimentTag"_L1, "status"_L1});
    add(u"/api/inbox/conversations/{leadId}/messages"_s, triagedocs::message(),
        [this](const HttpRequest &request) { return message(request); });
    add(u"/api/inbox/conversations/{leadId}/notes"_s, triagedocs::note(),
        [this](const HttpRequest &request) { return note(request); });
    add(u"/api/inbox/conversations/{leadId}/read"_s, triagedocs::read(),
        [this](const HttpRequest &request) { return read(request); });
    Route many;
    many.method = HttpMethod::Post;
    many.pattern = u"/api/inbox/bulk"_s;
    many.handler = [this](const HttpRequest &request) { return bulk(request); };
    many.doc = triagedocs::bulk();
    many.bodyLimitBytes = BulkBodyBytes;
    many.rateCost = 5;
    routes.add(std::move(many));
    triagedocs::addSchemas(routes);
}

Reply<HttpResponse> TriageRoutes::change(
    const HttpRequest &request, const QString &operation, const QList<QLatin1StringView> &fields)
{
    const auto call = LeadCall::of(request);
    if (!call)
        return failed(call.error());
    const auto wanted = FieldChange::of(call->body, fields);
    if (!wanted)
        return failed(wanted.error());
    return m_writes.run(request, operation, call->workspace,
        [call = *call, wanted = *wanted](
            PgConnection &pg, Instant now, WorkspaceId &touched) -> Result<WriteAnswer> {
            const auto writer = call.enter(pg, now, touched);
            if (!writer)
                return writer.error();
            const auto outcome = changeLead(pg, *writer, call.lead, wanted.set, wanted.expected);
            if (!outcome)
                return outcome.error();
            return writeAnswer(encodeLeadOutcome(*outcome), outcome->isConflict);
        });
}

Reply<HttpResponse> TriageRoutes::message(const HttpRequest &request)
{
    const auto call = LeadCall::of(request);
    if (!call)
        return failed(call.error());
    const auto message = decodeNewMessage(call->body, call->lead);
    if (!message)
        return failed(parameterError(message.error()));
    return m_writes.run(request, u"sendMessage"_s, call->workspace,
        [call = *call, message = *message](
            PgConnection &pg, Instant now, WorkspaceId &touched) -> Result<WriteAnswer> {
            const auto writer = call.enter(pg, now, touched);
            if (!writer)
                return writer.error();
            const auto send = sendMessage(pg, *writer, message);
            if (!send)
                return send.error();
            return writeAnswer({{u"success"_s, true}, {u"send"_s, encodeSend(*send)}});
        });
}

Reply<HttpResponse> TriageRoutes::note(const HttpRequest &request)
{
    const auto call = LeadCall::of(request);
    if (!call)
        return failed(call.error());
    JsonFields fields(call->body);
    const QString text = fields.text("text"_L1);
    if (fields.error())
        return failed(parameterError(*fields.error()));
    return m_writes.run(request, u"addNote"_s, call->workspace,
        [call = *call, text](PgConnection &pg, Instant now, WorkspaceId &touched) -> Result<WriteAnswer> {
            const auto writer = call.enter(pg, now, touched);
            if (!writer)
                return writer.error();
            const auto note = addNote(pg, *writer, call.lead, text);
            if (!note)
                return note.error();
            return writeAnswer({{u"success"_s, true}, {u"note"_s, encodeNote(*note)}});
        });
}

Reply<HttpResponse> TriageRoutes::read(const HttpRequest &request)
{
    const auto call = LeadCall::of(request);
    if (!call)
        return failed(call.error());
    JsonFields fields(call->body);
    const bool isRead = fields.flag("read"_L1);
    if (fields.error())
        return failed(parameterError(*fields.error()));
    return m_writes.run(request, u"markRead"_s, call->workspace,
        [call = *call, isRead](PgConnection &pg, Instant now, WorkspaceId &touched) -> Result<WriteAnswer> {
            const auto writer = call.enter(pg, now, touched);
            if (!writer)
                return writer.error();
            if (const auto marked = markRead(pg, *writer, call.lead, isRead); !marked)
                return marked.error();
            return writeAnswer({{u"success"_s, true}, {u"read"_s, isRead}});
        });
}

Reply<HttpResponse> TriageRoutes::bulk(const HttpRequest &request)
{
    const auto workspace = decodeWorkspaceParameter(request.query);
    const auto body = request.jsonBody();
    if (!workspace || !body)
        return failed(!workspace ? workspace.error() : body.error());
    JsonFields fields(*body);
    const QJsonObject change = fields.object("set"_L1);
    const QJsonObject chosen = fields.object("selection"_L1);
    if (fields.error())
        return failed(parameterError(*fields.error()));
    const auto set = decodeLeadFields(change, u"set"_s);
    const auto selection = decodeSelection(chosen, *workspace);
    if (!set || !selection)
        return failed(parameterError(!set ? set.error() : selection.error()));
    return m_writes.run(request, u"changeConversations"_s, *workspace,
        [user = request.caller->user, workspace = *workspace, set = *set, selection = *selection](
            PgConnection &pg, Instant now, WorkspaceId &touched) -> Result<WriteAnswer> {
            const auto writer = enterWorkspace(pg, user, workspace, now);
            if (!writer)
                return writer.error();
            touched = workspace;
            const auto outcome = changeLeads(pg, *writer, selection, set);
            if (!outcome)
                return outcome.error();
            return writeAnswer(encodeBulkOutcome(*outcome));
        });
}

} // namespace signalbox
