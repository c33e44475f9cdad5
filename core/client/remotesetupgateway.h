// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/apiclient.h"
#include "core/inbox/setupgateway.h"

namespace signalbox {

/// First-run setup over HTTP: `GET /api/setup` → `{success, needsSetup}`; `POST /api/setup` with `{name,
/// email, password, workspaceName, timezone}` → a session in GoTrue's form.
class RemoteSetupGateway final : public SetupGateway
{
public:
    RemoteSetupGateway(ApiClient &client, const Clock &clock);

    Reply<bool> fetchNeedsSetup() override;
    Reply<SessionTokens> createFirstOwner(const FirstOwner &owner) override;

private:
    ApiClient &m_client;
    const Clock &m_clock;
};

} // namespace signalbox
