// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/auth/secret.h"
#include "core/base/clock.h"
#include "core/base/ids.h"

#include <optional>

namespace signalbox {

/// What a token may do (claim `role`).
enum class TokenRole
{
    Authenticated, ///< a person
    Anon, ///< the project key: tells the project, sees nothing
    Service, ///< a machine that ingests, for one workspace or all
};

/// `authenticated`, `anon` or `service`.
QLatin1StringView wireName(TokenRole role);

/// A token and when it ends.
struct IssuedToken
{
    Secret token;
    Instant expiresAt {};
};

/// Signs our own tokens: HS256 with the signing secret (DESIGN §8.13).
class TokenIssuer
{
public:
    /// How long a person's access token lives.
    static constexpr std::chrono::seconds AccessLifetime = std::chrono::hours(1);
    static constexpr std::chrono::seconds KeyLifetime = std::chrono::hours(24) * 365;

    /// `clock` must outlive the issuer.
    TokenIssuer(Secret signingSecret, const Clock &clock);

    /// Claims `sub`, `role`, `aud`, `iat`, `exp`, `session_id`: no name, no address.
    IssuedToken accessToken(UserId user, SessionId session) const;
    /// The project key, good for ten years: it opens nothing.
    IssuedToken projectKey() const;
    /// For `POST /api/ingest`; without a workspace it serves all. It is revoked by its end or by a new
    /// signing secret.
    IssuedToken serviceToken(
        std::optional<WorkspaceId> workspace, std::chrono::seconds lifetime = KeyLifetime) const;

private:
    Secret m_secret;
    const Clock &m_clock;
};

} // namespace signalbox
