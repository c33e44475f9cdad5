// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/auth/tokenverifier.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace {

constexpr double LatestSecond = 253402300799; // 9999-12-31T23:59:59Z

Error badClaim(const QString &detail)
{
    return jwtError(JwtFault::Claims, detail);
}

// NumericDate (RFC 7519 §2): a JSON number, fractions allowed.
Result<std::optional<Instant>> readTime(const QJsonObject &claims, QLatin1StringView name)
{
    const QJsonValue value = claims.value(name);
    if (value.isUndefined())
        return std::optional<Instant>();
    const double second = value.toDouble(-1);
    if (!value.isDouble() || !std::isfinite(second) || second < 0 || second > LatestSecond)
        return badClaim(u"claim %1 is not a time"_s.arg(name));
    return std::optional(Instant(microseconds(static_cast<qint64>(second * 1e6))));
}

bool namesAudience(const QJsonValue &claim, const QString &audience)
{
    return claim.isArray() ? claim.toArray().contains(audience)
                           : claim.isString() && claim.toString() == audience;
}

template <typename T> Result<T> readId(const QJsonObject &claims, QLatin1StringView name)
{
    const auto id = T::parse(claims.value(name).toString());
    if (!id)
        return badClaim(u"claim %1 is not a uuid"_s.arg(name));
    return *id;
}

} // namespace

struct TokenVerifier::Outside
{
    OutsideIssuer issuer;
    JwksSource keys;
};

TokenVerifier::TokenVerifier(Secret signingSecret, const Clock &clock, seconds leeway, QObject *parent)
    : QObject(parent)
    , m_secret(std::move(signingSecret))
    , m_clock(clock)
    , m_leeway(std::clamp(leeway, seconds(0), seconds(30)))
{ }

TokenVerifier::~TokenVerifier() = default;

void TokenVerifier::addOutsideIssuer(const OutsideIssuer &issuer)
{
    Q_ASSERT(!issuer.issuer.isEmpty() && !issuer.audience.isEmpty() && issuer.keysAddress.isValid());
    m_outside.push_back(std::unique_ptr<Outside>(new Outside {issuer, {issuer.keysAddress, m_clock}}));
}

Reply<TokenClaims> TokenVerifier::verify(QByteArrayView text)
{
    const auto token = parseJwt(text);
    if (!token)
        return Reply<TokenClaims>::ready(token.error());
    const QString algorithm = token->algorithm();
    if (algorithm != wireName(PublicKey::Algorithm::Rs256)
        && algorithm != wireName(PublicKey::Algorithm::Es256))
        return Reply<TokenClaims>::ready(checkOwn(*token));

    const QJsonValue named = token->claims.value("iss"_L1);
    const auto found = std::find_if(m_outside.begin(), m_outside.end(),
        [&](const auto &outside) { return named.isString() && outside->issuer.issuer == named.toString(); });
    if (found == m_outside.end())
        return Reply<TokenClaims>::ready(jwtError(JwtFault::Key, u"the token's issuer is not one we know"_s));
    Outside &outside = **found;
    ReplySource<TokenClaims> source;
    const auto keys = outside.keys.keysFor(*token);
    if (keys.isFinished()) {
        const auto set = keys.future().result();
        return Reply<TokenClaims>::ready(
            set ? checkOutside(*token, outside.issuer, *set) : Result<TokenClaims>(set.error()));
    }
    deliver(keys, this, [this, source, token = *token, issuer = outside.issuer](const Result<JwkSet> &set) {
        source.finish(set ? checkOutside(token, issuer, *set) : Result<TokenClaims>(set.error()));
    });
    return source.reply();
}

Result<TokenClaims> TokenVerifier::verifyOwn(QByteArrayView text) const
{
    const auto token = parseJwt(text);
    return token ? checkOwn(*token) : Result<TokenClaims>(token.error());
}

Result<TokenClaims> TokenVerifier::checkOwn(const ParsedJwt &token) const
{
    if (token.algorithm() != "HS256"_L1)
        return jwtError(JwtFault::Algorithm, u"the token's algorithm is not accepted"_s);
    if (!verifyHs256(token, m_secret))
        return jwtError(JwtFault::Signature, u"the token's signature is wrong"_s);
    const auto expiresAt = checkTimes(token);
    if (!expiresAt)
        return expiresAt.error();
    TokenClaims claims {.expiresAt = *expiresAt};
    const QString role = token.claims.value("role"_L1).toString();
    if (role == wireName(TokenRole::Anon))
        return claims;
    if (role == wireName(TokenRole::Service)) {
        claims.role = TokenRole::Service;
        if (!token.claims.contains("workspace"_L1))
            return claims;
        const auto workspace = readId<WorkspaceId>(token.claims, "workspace"_L1);
        if (!workspace)
            return workspace.error();
        claims.workspace = *workspace;
        return claims;
    }
    if (role != wireName(TokenRole::Authenticated))
        return badClaim(u"claim role is not one we know"_s);
    // Tokens that an operator signs with the secret may leave the audience out; a wrong one is for somebody
    // else.
    if (token.claims.contains("aud"_L1) && !namesAudience(token.claims.value("aud"_L1), u"authenticated"_s))
        return badClaim(u"the token is for another audience"_s);
    const auto user = readId<UserId>(token.claims, "sub"_L1);
    if (!user)
        return user.error();
    claims.role = TokenRole::Authenticated;
    claims.user = *user;
    if (!token.claims.contains("session_id"_L1))
        return claims;
    const auto session = readId<SessionId>(token.claims, "session_id"_L1);
    if (!session)
        return session.error();
    claims.session = *session;
    return claims;
}

Result<TokenClaims> TokenVerifier::checkOutside(
    const ParsedJwt &token, const OutsideIssuer &issuer, const JwkSet &keys) const
{
    const PublicKey *key = keys.find(token);
    if (!key)
        return jwtError(JwtFault::Key, u"the token's key is not in the issuer's set"_s);
    if (!key->verifies(token))
        return jwtError(JwtFault::Signature, u"the token's signature is wrong"_s);
    const auto expiresAt = checkTimes(token);
    if (!expiresAt)
        return expiresAt.error();
    if (!namesAudience(token.claims.value("aud"_L1), issuer.audience))
        return badClaim(u"the token is for another audience"_s);
    // An outside issuer signs people in; it does not make services.
    const QJsonValue role = token.claims.value("role"_L1);
    if (!role.isUndefined() && role.toString() != wireName(TokenRole::Authenticated))
        return badClaim(u"claim role is not authenticated"_s);
    const auto user = readId<UserId>(token.claims, "sub"_L1);
    if (!user)
        return user.error();
    return TokenClaims {
        .role = TokenRole::Authenticated, .user = *user, .expiresAt = *expiresAt, .isOutside = true};
}

Result<Instant> TokenVerifier::checkTimes(const ParsedJwt &token) const
{
    const auto expiresAt = readTime(token.claims, "exp"_L1);
    const auto notBefore = readTime(token.claims, "nbf"_L1);
    const auto issuedAt = readTime(token.claims, "iat"_L1);
    for (const auto *time : {&expiresAt, &notBefore, &issuedAt}) {
        if (!*time)
            return time->error();
    }
    if (!expiresAt->has_value())
        return badClaim(u"claim exp is missing"_s);
    const Instant now = m_clock.now();
    if (now >= **expiresAt + m_leeway)
        return jwtError(JwtFault::Expired, u"the token has expired"_s);
    if (notBefore->has_value() && now < **notBefore - m_leeway)
        return badClaim(u"the token is not valid yet"_s);
    return **expiresAt;
}

} // namespace signalbox
