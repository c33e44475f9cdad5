// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/auth/tokenissuer.h"

#include "core/auth/jwt.h"

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace {

IssuedToken issue(QJsonObject claims, Instant now, seconds lifetime, const Secret &secret)
{
    const auto issuedAt = floor<seconds>(now);
    const auto expiresAt = issuedAt + lifetime;
    claims.insert(u"iat"_s, qint64(issuedAt.time_since_epoch().count()));
    claims.insert(u"exp"_s, qint64(expiresAt.time_since_epoch().count()));
    return {Secret(signHs256(claims, secret)), expiresAt};
}

} // namespace

QLatin1StringView wireName(TokenRole role)
{
    switch (role) {
    case TokenRole::Authenticated:
        return "authenticated"_L1;
    case TokenRole::Anon:
        return "anon"_L1;
    case TokenRole::Service:
        return "service"_L1;
    }
    Q_UNREACHABLE();
}

TokenIssuer::TokenIssuer(Secret signingSecret, const Clock &clock)
    : m_secret(std::move(signingSecret))
    , m_clock(clock)
{ }

IssuedToken TokenIssuer::accessToken(UserId user, SessionId session) const
{
    const QJsonObject claims {{u"sub"_s, user.toString()}, {u"session_id"_s, session.toString()},
        {u"role"_s, wireName(TokenRole::Authenticated)}, {u"aud"_s, u"authenticated"_s}};
    return issue(claims, m_clock.now(), AccessLifetime, m_secret);
}

IssuedToken TokenIssuer::projectKey() const
{
    return issue({{u"role"_s, wireName(TokenRole::Anon)}}, m_clock.now(), KeyLifetime * 10, m_secret);
}

IssuedToken TokenIssuer::serviceToken(std::optional<WorkspaceId> workspace, seconds lifetime) const
{
    QJsonObject claims {{u"role"_s, wireName(TokenRole::Service)}};
    if (workspace)
        claims.insert(u"workspace"_s, workspace->toString());
    return issue(claims, m_clock.now(), lifetime, m_secret);
}

} // namespace signalbox
