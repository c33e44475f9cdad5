// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/remotetriagegateway.h"

#include "core/client/apierror.h"
#include "core/inbox/jsonfields.h"
#include "core/inbox/triagejson.h"

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

QueryItems ofWorkspace(WorkspaceId workspace)
{
    return {{u"clientId"_s, workspace.toString()}};
}

QString leadPath(LeadId lead, QStringView verb)
{
    return u"/api/inbox/conversations/%1/%2"_s.arg(lead.toString(), verb);
}

QString draftPath(DraftId draft, QStringView verb)
{
    return u"/api/drafts/%1/%2"_s.arg(draft.toString(), verb);
}

ApiRequest write(const QString &path, const QueryItems &query, const QJsonObject &body, QUuid key)
{
    return {.method = "POST", .path = path, .query = query, .body = body, .idempotencyKey = key};
}

/// The route that changes a field.
QString verbOf(const LeadFields &set)
{
    if (set.assignedTo)
        return u"assign"_s;
    if (set.snoozedUntil)
        return u"snooze"_s;
    return set.sentimentTag ? u"sentiment"_s : u"status"_s;
}

QJsonObject expectation(Instant updatedAt)
{
    return {{u"updatedAt"_s, wireInstant(updatedAt)}};
}

/// An outcome, also of a conflict; a 409 that is none stays the error it is.
template <typename T>
std::function<Result<T>(const ApiAnswer &)> outcomeReader(Result<T> (*decode)(const QJsonObject &))
{
    return [decode](const ApiAnswer &answer) -> Result<T> {
        const QJsonObject body = answer.json();
        const bool isOutcome
            = body.value("code"_L1).toString() == "CONFLICT"_L1 && body.contains("current"_L1);
        if (answer.status == 409 && !isOutcome)
            return errorOfAnswer(409, answer.body, answer.requestId, {});
        return decode(body);
    };
}

/// One value in the member `key` of a body.
template <typename T>
std::function<Result<T>(const ApiAnswer &)> memberReader(
    QLatin1StringView key, Result<T> (*decode)(const QJsonObject &, const QString &))
{
    return [key, decode](const ApiAnswer &answer) -> Result<T> {
        JsonFields fields(answer.json());
        const QJsonObject member = fields.object(key);
        if (fields.error())
            return *fields.error();
        return decode(member, key);
    };
}

template <typename T, typename Decode>
Result<QList<T>> decodeList(const ApiAnswer &answer, QLatin1StringView key, Decode decode)
{
    JsonFields fields(answer.json());
    const QJsonArray array = fields.array(key);
    if (fields.error())
        return *fields.error();
    QList<T> list;
    for (qsizetype i = 0; i < array.size(); ++i) {
        auto item = decode(array.at(i).toObject(), QString(key) + u'[' + QString::number(i) + u']');
        if (!item)
            return item.error();
        list.append(*std::move(item));
    }
    return list;
}

Result<bool> succeeded(const ApiAnswer &)
{
    return true;
}

} // namespace

RemoteTriageGateway::RemoteTriageGateway(ApiClient &client)
    : m_client(client)
{ }

Reply<LeadOutcome> RemoteTriageGateway::changeLead(
    WorkspaceId workspace, LeadId lead, const LeadFields &set, const LeadFields &expected, QUuid key)
{
    QJsonObject body = encodeLeadFields(set);
    body.insert("expected"_L1, encodeLeadFields(expected));
    ApiRequest request = write(leadPath(lead, verbOf(set)), ofWorkspace(workspace), body, key);
    request.readsConflict = true;
    return m_client.send<LeadOutcome>(request, outcomeReader(decodeLeadOutcome));
}

Reply<BulkOutcome> RemoteTriageGateway::changeLeads(
    WorkspaceId workspace, const LeadSelection &selection, const LeadFields &set, QUuid key)
{
    const QJsonObject body {{u"set"_s, encodeLeadFields(set)}, {u"selection"_s, encodeSelection(selection)}};
    return m_client.send<BulkOutcome>(write(u"/api/inbox/bulk"_s, ofWorkspace(workspace), body, key),
        [](const ApiAnswer &answer) { return decodeBulkOutcome(answer.json()); });
}

Reply<DraftOutcome> RemoteTriageGateway::approveDraft(
    DraftId draft, const std::optional<QString> &content, Instant expectedUpdatedAt, QUuid key)
{
    QJsonObject body {{u"expected"_s, expectation(expectedUpdatedAt)}};
    if (content)
        body.insert("content"_L1, *content);
    ApiRequest request = write(draftPath(draft, u"approve"), {}, body, key);
    request.readsConflict = true;
    return m_client.send<DraftOutcome>(request, outcomeReader(decodeDraftOutcome));
}

Reply<DraftOutcome> RemoteTriageGateway::unapproveDraft(DraftId draft, QUuid key)
{
    ApiRequest request = write(draftPath(draft, u"unapprove"), {}, {}, key);
    request.readsConflict = true;
    return m_client.send<DraftOutcome>(request, outcomeReader(decodeDraftOutcome));
}

Reply<DraftOutcome> RemoteTriageGateway::rejectDraft(DraftId draft, Instant expectedUpdatedAt, QUuid key)
{
    const QJsonObject body {{u"expected"_s, expectation(expectedUpdatedAt)}};
    ApiRequest request = write(draftPath(draft, u"reject"), {}, body, key);
    request.readsConflict = true;
    return m_client.send<DraftOutcome>(request, outcomeReader(decodeDraftOutcome));
}

Reply<DraftOutcome> RemoteTriageGateway::editDraft(
    DraftId draft, const QString &content, Instant expectedUpdatedAt, QUuid key)
{
    const QJsonObject body {{u"content"_s, content}, {u"expected"_s, expectation(expectedUpdatedAt)}};
    ApiRequest request = write(draftPath(draft, u"edit"), {}, body, key);
    request.readsConflict = true;
    return m_client.send<DraftOutcome>(request, outcomeReader(decodeDraftOutcome));
}

Reply<OutboundSend> RemoteTriageGateway::sendMessage(
    WorkspaceId workspace, const NewMessage &message, QUuid key)
{
    const ApiRequest request
        = write(leadPath(message.lead, u"messages"), ofWorkspace(workspace), encodeNewMessage(message), key);
    return m_client.send<OutboundSend>(request, memberReader("send"_L1, decodeSend));
}

Reply<OutboundSend> RemoteTriageGateway::cancelSend(SendId send, QUuid key)
{
    const ApiRequest request = write(u"/api/sends/%1/cancel"_s.arg(send.toString()), {}, {}, key);
    return m_client.send<OutboundSend>(request, memberReader("send"_L1, decodeSend));
}

Reply<InternalNote> RemoteTriageGateway::addNote(
    WorkspaceId workspace, LeadId lead, const QString &text, QUuid key)
{
    const ApiRequest request
        = write(leadPath(lead, u"notes"), ofWorkspace(workspace), {{u"text"_s, text}}, key);
    return m_client.send<InternalNote>(request, memberReader("note"_L1, decodeNote));
}

Reply<bool> RemoteTriageGateway::markRead(WorkspaceId workspace, LeadId lead, bool isRead, QUuid key)
{
    const ApiRequest request
        = write(leadPath(lead, u"read"), ofWorkspace(workspace), {{u"read"_s, isRead}}, key);
    return m_client.send<bool>(request, succeeded);
}

Reply<QList<Assignee>> RemoteTriageGateway::fetchAssignees(WorkspaceId workspace)
{
    const ApiRequest request {
        .path = u"/api/inbox/assignees"_s, .query = ofWorkspace(workspace), .isCacheable = true};
    return m_client.send<QList<Assignee>>(request,
        [](const ApiAnswer &answer) { return decodeList<Assignee>(answer, "assignees"_L1, decodeAssignee); });
}

Reply<QList<SavedView>> RemoteTriageGateway::fetchViews(WorkspaceId workspace)
{
    const ApiRequest request {
        .path = u"/api/inbox/views"_s, .query = ofWorkspace(workspace), .isCacheable = true};
    return m_client.send<QList<SavedView>>(request, [workspace](const ApiAnswer &answer) {
        return decodeList<SavedView>(
            answer, "views"_L1, [workspace](const QJsonObject &view, const QString &path) {
                return decodeView(view, workspace, path);
            });
    });
}

Reply<SavedView> RemoteTriageGateway::saveView(WorkspaceId workspace, const SavedView &view, QUuid key)
{
    const ApiRequest request = write(u"/api/inbox/views"_s, ofWorkspace(workspace), encodeView(view), key);
    return m_client.send<SavedView>(request, [workspace](const ApiAnswer &answer) -> Result<SavedView> {
        JsonFields fields(answer.json());
        const QJsonObject saved = fields.object("view"_L1);
        if (fields.error())
            return *fields.error();
        return decodeView(saved, workspace, u"view"_s);
    });
}

Reply<bool> RemoteTriageGateway::removeView(WorkspaceId workspace, QUuid view, QUuid key)
{
    const ApiRequest request {
        .method = "DELETE",
        .path = u"/api/inbox/views/"_s + view.toString(QUuid::WithoutBraces),
        .query = ofWorkspace(workspace),
        .idempotencyKey = key,
    };
    return m_client.send<bool>(request, succeeded);
}

Reply<QHash<LeadId, QString>> RemoteTriageGateway::fetchLeadNames(
    WorkspaceId workspace, const QList<LeadId> &leads)
{
    QStringList ids;
    for (const LeadId &lead : leads)
        ids.append(lead.toString());
    ApiRequest request {.path = u"/api/inbox/lead-names"_s, .query = ofWorkspace(workspace)};
    request.query.append({u"ids"_s, ids.join(u',')});
    using Names = QHash<LeadId, QString>;
    return m_client.send<Names>(request, [](const ApiAnswer &answer) -> Result<Names> {
        JsonFields fields(answer.json());
        const QJsonObject object = fields.object("names"_L1);
        if (fields.error())
            return *fields.error();
        Names names;
        for (auto name = object.begin(); name != object.end(); ++name) {
            if (const auto lead = LeadId::parse(name.key()))
                names.insert(*lead, name.value().toString());
        }
        return names;
    });
}

} // namespace signalbox
