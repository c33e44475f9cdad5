// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/remotesetupgateway.h"

#include "core/client/sessionjson.h"
#include "core/inbox/jsonfields.h"

namespace signalbox {

using namespace Qt::StringLiterals;

RemoteSetupGateway::RemoteSetupGateway(ApiClient &client, const Clock &clock)
    : m_client(client)
    , m_clock(clock)
{ }

Reply<bool> RemoteSetupGateway::fetchNeedsSetup()
{
    return m_client.send<bool>({.path = u"/api/setup"_s, .hasSession = false}, [](const ApiAnswer &answer) {
        JsonFields fields(answer.json());
        const bool needsSetup = fields.flag("needsSetup"_L1);
        return fields.error() ? Result<bool>(*fields.error()) : Result<bool>(needsSetup);
    });
}

Reply<SessionTokens> RemoteSetupGateway::createFirstOwner(const FirstOwner &owner)
{
    const ApiRequest request {
        .method = "POST",
        .path = u"/api/setup"_s,
        .body = QJsonObject {
            {u"name"_s, owner.name},
            {u"email"_s, owner.email},
            {u"password"_s, owner.password},
            {u"workspaceName"_s, owner.workspaceName},
            {u"timezone"_s, nullableText(owner.timezone)},
        },
        .hasSession = false,
    };
    return m_client.send<SessionTokens>(request, [this](const ApiAnswer &answer) {
        auto tokens = decodeSession(answer.json(), m_clock.now());
        if (tokens)
            m_client.setSession(*tokens);
        return tokens;
    });
}

} // namespace signalbox
