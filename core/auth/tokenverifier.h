// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/auth/jwkssource.h"
#include "core/auth/tokenissuer.h"

#include <QObject>

#include <vector>

namespace signalbox {

/// What a token that was verified says.
struct TokenClaims
{
    TokenRole role = TokenRole::Anon;
    UserId user; ///< null unless role is Authenticated
    SessionId session; ///< null: the token belongs to no session of ours
    std::optional<WorkspaceId> workspace; ///< the only one a service token is good for
    Instant expiresAt {};
    bool isOutside = false; ///< of an outside issuer

    bool operator==(const TokenClaims &) const = default;
};

/// Somebody else who signs people in; its `sub` is the id of our app_user.
struct OutsideIssuer
{
    QString issuer; ///< claim `iss`, exactly
    QString audience; ///< one of claim `aud`
    QUrl keysAddress; ///< of its JWK set
};

/// Tells whether a token is good and what it says. Event thread only.
///
/// The algorithm decides the key, never the other way round: HS256 is only checked with our own secret, RS256
/// and ES256 only with a key of the issuer's set that is made for it, and nothing else exists (`none`
/// included). Key material in a token's header is not looked at.
class TokenVerifier : public QObject
{
    Q_OBJECT

public:
    /// `clock` must outlive the verifier. `leeway` is for clocks that disagree, 0 to 30 seconds (clamped).
    TokenVerifier(Secret signingSecret, const Clock &clock,
        std::chrono::seconds leeway = std::chrono::seconds(10), QObject *parent = nullptr);
    ~TokenVerifier() override;

    void addOutsideIssuer(const OutsideIssuer &issuer);

    /// Fails with jwtError() when the token is bad, Unavailable when an outside issuer's keys cannot be had.
    /// Ready at once for our own tokens and for keys that are at hand.
    Reply<TokenClaims> verify(QByteArrayView token);

    /// Our own tokens alone: for callers that cannot wait.
    Result<TokenClaims> verifyOwn(QByteArrayView token) const;

private:
    struct Outside;

    Result<TokenClaims> checkOwn(const ParsedJwt &token) const;
    Result<TokenClaims> checkOutside(
        const ParsedJwt &token, const OutsideIssuer &issuer, const JwkSet &keys) const;
    Result<Instant> checkTimes(const ParsedJwt &token) const;

    Secret m_secret;
    const Clock &m_clock;
    std::chrono::seconds m_leeway;
    std::vector<std::unique_ptr<Outside>> m_outside;
};

} // namespace signalbox
