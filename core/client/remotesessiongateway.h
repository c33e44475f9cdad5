// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/apiclient.h"
#include "core/inbox/sessiongateway.h"

namespace signalbox {

/// Sessions over HTTP. A successful sign-in or refresh makes `client` use the new tokens at once.
class RemoteSessionGateway final : public SessionGateway
{
public:
    RemoteSessionGateway(ApiClient &client, const Clock &clock);

    Reply<SessionTokens> signIn(const QString &email, const QString &password) override;
    Reply<SessionTokens> refresh(const QString &refreshToken) override;
    Reply<bool> signOut() override;
    Reply<QList<Workspace>> fetchWorkspaces() override;

private:
    Reply<SessionTokens> begin(const ApiRequest &request);

    ApiClient &m_client;
    const Clock &m_clock;
};

} // namespace signalbox
