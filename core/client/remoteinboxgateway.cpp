// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/remoteinboxgateway.h"

#include "core/inbox/inboxjson.h"
#include "core/inbox/jsonfields.h"

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

QueryItems ofWorkspace(WorkspaceId workspace)
{
    return {{u"clientId"_s, workspace.toString()}};
}

QString conversationPath(LeadId lead)
{
    return u"/api/inbox/conversations/"_s + lead.toString();
}

} // namespace

RemoteInboxGateway::RemoteInboxGateway(ApiClient &client)
    : m_client(client)
{ }

Reply<CountsReading> RemoteInboxGateway::fetchCounts(WorkspaceId workspace)
{
    const ApiRequest request {
        .path = u"/api/inbox/counts"_s, .query = ofWorkspace(workspace), .isCacheable = true};
    return m_client.send<CountsReading>(
        request, [](const ApiAnswer &answer) { return decodeCounts(answer.json()); });
}

Reply<InboxPage> RemoteInboxGateway::fetchPage(
    const InboxQuery &query, const PagePosition &position, int limit)
{
    const ApiRequest request {
        .path = u"/api/inbox/conversations"_s,
        .query = encodePageRequest({query, position, limit}),
        .isCacheable = true,
    };
    return m_client.send<InboxPage>(
        request, [](const ApiAnswer &answer) { return decodePage(answer.json()); });
}

Reply<ConversationDetail> RemoteInboxGateway::fetchConversation(
    WorkspaceId workspace, LeadId lead, std::optional<Instant> before)
{
    ApiRequest request {.path = conversationPath(lead), .query = ofWorkspace(workspace)};
    if (before)
        request.query.append({u"before"_s, wireInstant(*before)});
    return m_client.send<ConversationDetail>(
        request, [](const ApiAnswer &answer) { return decodeDetail(answer.json()); });
}

Reply<Conversation> RemoteInboxGateway::fetchRow(WorkspaceId workspace, LeadId lead)
{
    ApiRequest request {.path = conversationPath(lead), .query = ofWorkspace(workspace)};
    request.query.append({u"limit"_s, u"1"_s}); // of its messages
    return m_client.send<Conversation>(request, [](const ApiAnswer &answer) -> Result<Conversation> {
        const Result<ConversationDetail> detail = decodeDetail(answer.json());
        if (!detail)
            return detail.error();
        return detail->conversation;
    });
}

Reply<QByteArray> RemoteInboxGateway::fetchAttachment(WorkspaceId workspace, LeadId lead, QUuid attachment)
{
    const ApiRequest request {
        .path = conversationPath(lead) + u"/attachments/"_s + attachment.toString(QUuid::WithoutBraces),
        .query = ofWorkspace(workspace),
        .deadline = std::chrono::minutes(2),
    };
    return m_client.send<QByteArray>(
        request, [](const ApiAnswer &answer) { return Result<QByteArray>(answer.body); });
}

Reply<QList<SmsCampaign>> RemoteInboxGateway::fetchSmsCampaigns(WorkspaceId workspace)
{
    const ApiRequest request {
        .path = u"/api/inbox/sms-campaigns"_s, .query = ofWorkspace(workspace), .isCacheable = true};
    return m_client.send<QList<SmsCampaign>>(
        request, [](const ApiAnswer &answer) { return decodeSmsCampaigns(answer.json()); });
}

} // namespace signalbox
