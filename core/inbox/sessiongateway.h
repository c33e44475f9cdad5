// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/base/clock.h"
#include "core/base/ids.h"

#include <QList>
#include <QString>

namespace signalbox {

/// A workspace the session may enter, as `GET /api/workspaces` lists it (DESIGN §8.13).
struct Workspace
{
    WorkspaceId id;
    QString name;
    QString
        role; ///< OWNER, ADMIN, INBOX_MANAGER, SETTER or CLIENT_PORTAL: the highest of the session's roles
    qint64 attention = 0; ///< its requiresAttention count in the session's scope
    QString timezone; ///< IANA name; empty: not set

    bool operator==(const Workspace &) const = default;
};

/// A signed-in person.
struct Identity
{
    UserId user;
    QString email;
    QString name;

    bool operator==(const Identity &) const = default;
};

/// A session as the sign-in answers it. Tokens are secrets: memory and keyring only (DESIGN D8).
struct SessionTokens
{
    QString accessToken;
    QString refreshToken;
    Instant expiresAt {};
    Identity identity;
};

/// Signing in and out, and what the session may enter.
class SessionGateway
{
public:
    virtual ~SessionGateway();

    /// Unauthenticated (code `invalid_credentials`) when address or password is wrong; Denied when the person
    /// has no role anywhere; Unavailable when the server does not answer, with code `CERTIFICATE` when its
    /// certificate is not trusted.
    virtual Reply<SessionTokens> signIn(const QString &email, const QString &password) = 0;
    /// Trades a refresh token for new tokens. Unauthenticated when it was used before, revoked or has
    /// expired.
    virtual Reply<SessionTokens> refresh(const QString &refreshToken) = 0;
    /// Ends the session on the server; the tokens are forgotten here whatever it answers.
    virtual Reply<bool> signOut() = 0;
    virtual Reply<QList<Workspace>> fetchWorkspaces() = 0;
};

} // namespace signalbox
