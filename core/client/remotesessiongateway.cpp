// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/remotesessiongateway.h"

#include "core/client/sessionjson.h"
#include "core/inbox/inboxjson.h"

namespace signalbox {

using namespace Qt::StringLiterals;

RemoteSessionGateway::RemoteSessionGateway(ApiClient &client, const Clock &clock)
    : m_client(client)
    , m_clock(clock)
{ }

Reply<SessionTokens> RemoteSessionGateway::signIn(const QString &email, const QString &password)
{
    return begin(signInRequest(email, password));
}

Reply<SessionTokens> RemoteSessionGateway::refresh(const QString &refreshToken)
{
    return begin(refreshRequest(refreshToken));
}

Reply<SessionTokens> RemoteSessionGateway::begin(const ApiRequest &request)
{
    return m_client.send<SessionTokens>(request, [this](const ApiAnswer &answer) {
        auto tokens = decodeSession(answer.json(), m_clock.now());
        if (tokens)
            m_client.setSession(*tokens);
        return tokens;
    });
}

Reply<bool> RemoteSessionGateway::signOut()
{
    if (!m_client.hasSession())
        return Reply<bool>::ready(true);
    const ApiRequest request {
        .method = "POST",
        .path = u"/auth/v1/logout"_s,
        .body = QJsonObject(),
        .deadline = std::chrono::seconds(5),
    };
    auto reply = m_client.send<bool>(request, [](const ApiAnswer &) { return Result<bool>(true); });
    // The question is on its way with the token; nothing else may use it from here on.
    m_client.clearSession();
    return reply;
}

Reply<QList<Workspace>> RemoteSessionGateway::fetchWorkspaces()
{
    return m_client.send<QList<Workspace>>({.path = u"/api/workspaces"_s, .isCacheable = true},
        [](const ApiAnswer &answer) { return decodeWorkspaces(answer.json()); });
}

} // namespace signalbox
