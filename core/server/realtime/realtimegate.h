// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/realtime/realtimecontext.h"
#include "core/server/routetable.h"

namespace signalbox {

class SessionAuthenticator;

/// Decides about realtime sockets before the upgrade, so that a refusal is an HTTP answer (realtime §1.1).
///
/// The key comes as `x-api-key` or as `apikey` of the query: a person's token whose session lives, or the
/// project key, with which every join then needs a token of its own. Refusals: 401 for a key that is missing,
/// forged, of another kind or expired; 400 for an unknown `vsn`; 403 for a page of another origin; 429 above
/// the limit of sockets.
class RealtimeGate final : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        /// Origins whose pages may connect, `https://app.example.com`. The service's own and loopback ones
        /// may always, and whatever sends no Origin is no page.
        QStringList origins;
        int sockets = RealtimeLimits().sockets;
    };

    /// All must outlive it. `socketCount` tells how many are open now.
    RealtimeGate(TokenVerifier &verifier, SessionAuthenticator &authenticator, Options options,
        std::function<int()> socketCount, QObject *parent = nullptr);

    /// Adds the addresses where sockets are accepted, and the HTTP ones beside them that are not served.
    void addTo(RouteTable &routes);

    Reply<bool> decide(const HttpRequest &request);
    /// What an approved request said.
    static RealtimeHello helloOf(const HttpRequest &request);

private:
    bool isOriginAllowed(const HttpRequest &request) const;

    TokenVerifier &m_verifier;
    SessionAuthenticator &m_authenticator;
    Options m_options;
    std::function<int()> m_socketCount;
};

} // namespace signalbox
