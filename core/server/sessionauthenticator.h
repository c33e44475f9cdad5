// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/auth/tokenverifier.h"
#include "core/server/authenticator.h"
#include "core/server/heldanswers.h"

#include <QObject>

namespace signalbox {

class PgPool;

/// Tells people and services by their token, and whether the session behind it still lives.
///
/// That a token is good (signature, times) and that its session lives is found out and held for at most one
/// second; a bad token is never held. So signing out, a password change, disabling a person or a refresh
/// token that was used twice end access tokens within a second on every instance, and at once on the one that
/// did it.
///
/// The credential is `Authorization: Bearer`, or `apikey` when that is missing or holds the project key. The
/// project key alone is nobody. A token that an operator signed without a session (or an outside issuer's) is
/// good while the person exists and is not disabled.
class SessionAuthenticator final : public QObject, public Authenticator
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds Hold {1};

    /// All must outlive the authenticator.
    SessionAuthenticator(
        PgPool &pool, TokenVerifier &verifier, const Clock &clock, QObject *parent = nullptr);

    Reply<Caller> authenticate(const HttpRequest &request) override;
    /// The same for a token that came another way (a WebSocket's address or join message).
    Reply<Caller> authenticateToken(QByteArrayView token);

    /// The person's sessions have changed here: nothing held about them counts any more.
    void forget(UserId user);

private:
    using Key = std::pair<QUuid, QUuid>; // session (nil: none) and person

    Reply<Caller> callerFor(const Result<TokenClaims> &claims);
    Reply<bool> askStanding(SessionId session, UserId user);

    PgPool &m_pool;
    TokenVerifier &m_verifier;
    const Clock &m_clock;
    HeldAnswers<QByteArray, TokenClaims> m_verified; // by SHA-256 of the token
    HeldAnswers<Key, bool> m_standing;
};

} // namespace signalbox
