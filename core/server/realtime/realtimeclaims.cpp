// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/realtime/realtimeclaims.h"

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

Error refusal(const QString &code, const QString &text)
{
    return {.kind = Error::Kind::Denied, .detail = text, .code = code};
}

std::optional<Instant> expiryOf(const QByteArray &token)
{
    const auto parsed = parseJwt(token);
    if (!parsed || !parsed->claims.value("exp"_L1).isDouble())
        return std::nullopt;
    return Instant(std::chrono::seconds(qint64(parsed->claims.value("exp"_L1).toDouble())));
}

} // namespace

QString expiredText(Instant expiresAt, Instant now)
{
    const auto late = std::chrono::floor<std::chrono::seconds>(now - expiresAt);
    return u"Token has expired %1 seconds ago"_s.arg(std::max<qint64>(0, late.count()));
}

Result<void> checkRealtimeClaims(const Result<TokenClaims> &claims, const QByteArray &token, Instant now)
{
    if (claims) {
        if (claims->role != TokenRole::Authenticated)
            return refusal(u"Unauthorized"_s, u"A person's token is required"_s);
        if (claims->expiresAt <= now)
            return refusal(u"InvalidJWTToken"_s, expiredText(claims->expiresAt, now));
        return {};
    }
    const Error &error = claims.error();
    if (error.kind != Error::Kind::Unauthenticated)
        return refusal(u"UnableToConnectToProject"_s, u"The token could not be checked"_s);
    if (error.field == "malformed"_L1)
        return refusal(u"MalformedJWT"_s, u"The token provided is not a valid JWT"_s);
    if (error.field == "signature"_L1)
        return refusal(u"JwtSignatureError"_s, u"Failed to validate JWT signature"_s);
    if (error.field == "expired"_L1)
        return refusal(u"InvalidJWTToken"_s, expiredText(expiryOf(token).value_or(now), now));
    if (error.field == "claims"_L1)
        return refusal(u"InvalidJWTToken"_s, u"Fields `role` and `exp` are required in JWT"_s);
    return refusal(u"JwtSignerError"_s, u"Failed to generate JWT signer"_s);
}

ResumeLedger::Key ledgerKey(const RealtimeHello &hello, const RealtimeChannel &channel)
{
    if (hello.clientId.isEmpty() && channel.session.isNull())
        return {};
    const QString client
        = hello.clientId.isEmpty() ? channel.session.toString() : u"client "_s + hello.clientId;
    return {channel.user.toString() + u' ' + client, channel.topic};
}

} // namespace signalbox
