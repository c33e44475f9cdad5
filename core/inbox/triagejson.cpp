// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inbox/triagejson.h"

#include "core/inbox/inboxjson.h"
#include "core/inbox/jsonfields.h"
#include "core/inbox/pagerequest.h"

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

QString element(const QString &list, qsizetype index)
{
    return list + u'[' + QString::number(index) + u']';
}

QJsonValue nullableUser(const std::optional<UserId> &user)
{
    return nullableText(user ? user->toString() : QString());
}

std::optional<UserId> optionalUser(JsonFields &fields, QLatin1StringView key)
{
    const auto id = fields.optionalUuid(key);
    return id ? std::optional(UserId {*id}) : std::nullopt;
}

QJsonArray encodeIds(const QList<LeadId> &leads)
{
    QJsonArray ids;
    for (const LeadId &lead : leads)
        ids.append(lead.toString());
    return ids;
}

QList<LeadId> decodeIds(JsonFields &fields, QLatin1StringView key)
{
    QList<LeadId> leads;
    const QStringList texts = fields.texts(key);
    for (const QString &text : texts) {
        if (const auto lead = LeadId::parse(text))
            leads.append(*lead);
        else
            fields.fail(key, u"holds something that is no uuid"_s);
    }
    return leads;
}

} // namespace

QJsonObject encodeLeadFields(const LeadFields &fields)
{
    QJsonObject object;
    if (fields.assignedTo)
        object.insert("assignedToUserId"_L1, nullableUser(*fields.assignedTo));
    if (fields.snoozedUntil)
        object.insert("snoozedUntil"_L1, nullableInstant(*fields.snoozedUntil));
    if (fields.status)
        object.insert("status"_L1, *fields.status);
    if (fields.sentimentTag)
        object.insert("sentimentTag"_L1, nullableText(*fields.sentimentTag));
    return object;
}

Result<LeadFields> decodeLeadFields(const QJsonObject &object, const QString &path)
{
    JsonFields fields(object, path);
    LeadFields read;
    if (object.contains("assignedToUserId"_L1))
        read.assignedTo = optionalUser(fields, "assignedToUserId"_L1);
    if (object.contains("snoozedUntil"_L1))
        read.snoozedUntil = fields.optionalInstant("snoozedUntil"_L1);
    if (object.contains("status"_L1))
        read.status = fields.text("status"_L1);
    if (object.contains("sentimentTag"_L1))
        read.sentimentTag = fields.optionalText("sentimentTag"_L1);
    if (fields.error())
        return *fields.error();
    return read;
}

QJsonObject encodeLeadState(const LeadState &state)
{
    return {
        {u"leadId"_s, state.lead.toString()},
        {u"assignedToUserId"_s, nullableUser(state.assignedTo)},
        {u"assignedToName"_s, nullableText(state.assignedToName)},
        {u"snoozedUntil"_s, nullableInstant(state.snoozedUntil)},
        {u"status"_s, state.status},
        {u"sentimentTag"_s, nullableText(state.sentimentTag)},
        {u"updatedAt"_s, wireInstant(state.updatedAt)},
    };
}

Result<LeadState> decodeLeadState(const QJsonObject &object, const QString &path)
{
    JsonFields fields(object, path);
    const LeadState state {
        .lead = LeadId {fields.uuid("leadId"_L1)},
        .assignedTo = optionalUser(fields, "assignedToUserId"_L1),
        .assignedToName = fields.optionalText("assignedToName"_L1),
        .snoozedUntil = fields.optionalInstant("snoozedUntil"_L1),
        .status = fields.text("status"_L1),
        .sentimentTag = fields.optionalText("sentimentTag"_L1),
        .updatedAt = fields.instant("updatedAt"_L1),
    };
    if (fields.error())
        return *fields.error();
    return state;
}

QJsonObject encodeLeadOutcome(const LeadOutcome &outcome)
{
    const QJsonObject current = encodeLeadState(outcome.current);
    if (outcome.isConflict)
        return {{u"current"_s, current}};
    return {{u"success"_s, true}, {u"before"_s, encodeLeadState(outcome.before)}, {u"current"_s, current}};
}

Result<LeadOutcome> decodeLeadOutcome(const QJsonObject &body)
{
    JsonFields fields(body);
    const auto current = decodeLeadState(fields.object("current"_L1), u"current"_s);
    const bool isConflict = !fields.flag("success"_L1, false);
    const auto before = isConflict ? current : decodeLeadState(fields.object("before"_L1), u"before"_s);
    if (fields.error() || !current || !before)
        return fields.error() ? *fields.error() : !current ? current.error() : before.error();
    return LeadOutcome {isConflict, isConflict ? LeadState() : *before, *current};
}

QJsonObject encodeSelection(const LeadSelection &selection)
{
    const QJsonArray ids = encodeIds(selection.leads);
    if (!selection.allOf)
        return {{u"leadIds"_s, ids}};
    return {{u"allOf"_s, encodeViewQuery(*selection.allOf)}, {u"except"_s, ids}};
}

Result<LeadSelection> decodeSelection(const QJsonObject &object, WorkspaceId workspace)
{
    JsonFields fields(object, u"selection"_s);
    LeadSelection selection;
    const bool isQuery = fields.has("allOf"_L1);
    if (isQuery == fields.has("leadIds"_L1))
        fields.fail("leadIds"_L1, u"or allOf: exactly one is needed"_s);
    selection.leads = decodeIds(fields, isQuery ? "except"_L1 : "leadIds"_L1);
    const QJsonObject query = isQuery ? fields.object("allOf"_L1) : QJsonObject();
    if (fields.error())
        return *fields.error();
    if (!isQuery)
        return selection;
    const auto decoded = decodeViewQuery(query, workspace);
    if (!decoded)
        return decoded.error();
    selection.allOf = *decoded;
    return selection;
}

QJsonObject encodeBulkOutcome(const BulkOutcome &outcome)
{
    QJsonArray before;
    for (const LeadState &state : outcome.before)
        before.append(encodeLeadState(state));
    QJsonArray refused;
    for (const BulkOutcome::Refusal &refusal : outcome.refused)
        refused.append(QJsonObject {{u"leadId"_s, refusal.lead.toString()}, {u"code"_s, refusal.code}});
    return {{u"success"_s, true}, {u"changed"_s, outcome.changed}, {u"unchanged"_s, outcome.unchanged},
        {u"before"_s, before}, {u"refused"_s, refused}};
}

Result<BulkOutcome> decodeBulkOutcome(const QJsonObject &body)
{
    JsonFields fields(body);
    BulkOutcome outcome {
        .changed = fields.integer("changed"_L1), .unchanged = fields.integer("unchanged"_L1)};
    const QJsonArray before = fields.array("before"_L1);
    for (qsizetype i = 0; i < before.size(); ++i) {
        const auto state = decodeLeadState(before.at(i).toObject(), element(u"before"_s, i));
        if (!state)
            return state.error();
        outcome.before.append(*state);
    }
    const QJsonArray refused = fields.array("refused"_L1);
    for (qsizetype i = 0; i < refused.size(); ++i) {
        JsonFields refusal(refused.at(i).toObject(), element(u"refused"_s, i));
        outcome.refused.append({LeadId {refusal.uuid("leadId"_L1)}, refusal.text("code"_L1)});
        fields.adopt(refusal.error());
    }
    if (fields.error())
        return *fields.error();
    return outcome;
}

QJsonObject encodeDraftOutcome(const DraftOutcome &outcome)
{
    const QJsonValue draft
        = outcome.current ? QJsonValue(encodeDraft(*outcome.current)) : QJsonValue(QJsonValue::Null);
    if (outcome.isConflict)
        return {{u"current"_s, draft}};
    return {{u"success"_s, true}, {u"draft"_s, draft},
        {u"send"_s, outcome.send ? QJsonValue(encodeSend(*outcome.send)) : QJsonValue(QJsonValue::Null)}};
}

Result<DraftOutcome> decodeDraftOutcome(const QJsonObject &body)
{
    JsonFields fields(body);
    DraftOutcome outcome {.isConflict = !fields.flag("success"_L1, false)};
    const auto key = outcome.isConflict ? "current"_L1 : "draft"_L1;
    if (fields.has(key)) {
        const auto draft = decodeDraft(fields.object(key), key);
        if (!draft)
            return draft.error();
        outcome.current = *draft;
    }
    if (fields.has("send"_L1)) {
        const auto send = decodeSend(fields.object("send"_L1), u"send"_s);
        if (!send)
            return send.error();
        outcome.send = *send;
    }
    if (fields.error())
        return *fields.error();
    return outcome;
}

QJsonObject encodeNote(const InternalNote &note)
{
    return {
        {u"id"_s, note.id.toString()},
        {u"leadId"_s, note.lead.toString()},
        {u"authorUserId"_s, note.author.toString()},
        {u"authorName"_s, nullableText(note.authorName)},
        {u"text"_s, note.text},
        {u"createdAt"_s, wireInstant(note.createdAt)},
    };
}

Result<InternalNote> decodeNote(const QJsonObject &object, const QString &path)
{
    JsonFields fields(object, path);
    const InternalNote note {
        .id = NoteId {fields.uuid("id"_L1)},
        .lead = LeadId {fields.uuid("leadId"_L1)},
        .author = UserId {fields.uuid("authorUserId"_L1)},
        .authorName = fields.optionalText("authorName"_L1),
        .text = fields.text("text"_L1),
        .createdAt = fields.instant("createdAt"_L1),
    };
    if (fields.error())
        return *fields.error();
    return note;
}

QJsonObject encodeViewQuery(const InboxQuery &query)
{
    QJsonObject object;
    const QueryItems items = encodePageRequest({.query = query});
    for (const auto &[key, value] : items) {
        if (key != "clientId"_L1)
            object.insert(key, value);
    }
    return object;
}

Result<InboxQuery> decodeViewQuery(const QJsonObject &object, WorkspaceId workspace)
{
    QueryItems items {{u"clientId"_s, workspace.toString()}};
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (!member.value().isString())
            return Error::invalid(member.key(), member.key() + u" is no text"_s, u"INVALID_PARAMETER"_s);
        if (member.key() != "clientId"_L1)
            items.append({member.key(), member.value().toString()});
    }
    const auto request = decodePageRequest(items);
    if (!request)
        return request.error();
    return request->query;
}

QJsonObject encodeView(const SavedView &view)
{
    return {
        {u"id"_s, nullableText(view.id.isNull() ? QString() : view.id.toString(QUuid::WithoutBraces))},
        {u"name"_s, view.name},
        {u"query"_s, encodeViewQuery(view.query)},
        {u"isShared"_s, view.isShared},
        {u"isMine"_s, view.isMine},
        {u"position"_s, view.position},
    };
}

Result<SavedView> decodeView(const QJsonObject &object, WorkspaceId workspace, const QString &path)
{
    JsonFields fields(object, path);
    SavedView view;
    view.id = fields.optionalUuid("id"_L1).value_or(QUuid());
    view.name = fields.text("name"_L1).trimmed();
    view.isShared = fields.flag("isShared"_L1, false);
    view.isMine = fields.flag("isMine"_L1, true);
    view.position = int(std::clamp<qint64>(fields.optionalInteger("position"_L1).value_or(0), -1, 1000000));
    const QJsonObject filters = fields.object("query"_L1);
    if (fields.error())
        return *fields.error();
    const auto query = decodeViewQuery(filters, workspace);
    if (!query)
        return query.error();
    view.query = *query;
    return view;
}

QJsonObject encodeAssignee(const Assignee &assignee)
{
    return {{u"userId"_s, assignee.user.toString()}, {u"name"_s, assignee.name}, {u"email"_s, assignee.email},
        {u"role"_s, assignee.role}};
}

Result<Assignee> decodeAssignee(const QJsonObject &object, const QString &path)
{
    JsonFields fields(object, path);
    const Assignee assignee {UserId {fields.uuid("userId"_L1)}, fields.optionalText("name"_L1),
        fields.text("email"_L1), fields.text("role"_L1)};
    if (fields.error())
        return *fields.error();
    return assignee;
}

} // namespace signalbox
