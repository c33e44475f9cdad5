// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/sessionauthenticator.h"

#include "core/auth/digest.h"
#include "core/storage/pgpool.h"
#include "core/storage/sessionstore.h"
#include "core/storage/userstore.h"

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

Error unauthenticated(const QString &code, const QString &detail)
{
    return {.kind = Error::Kind::Unauthenticated, .detail = detail, .code = code};
}

// Hands one reply's answer to another's waiters.
template <typename From, typename To, typename Convert>
void answerFrom(const Reply<From> &reply, QObject *receiver, const ReplySource<To> &source, Convert convert)
{
    deliver(
        reply, receiver, [source, convert](const Result<From> &answer) { source.finish(convert(answer)); });
}

Result<Caller> callerOf(const TokenClaims &claims, const Result<bool> &isGood)
{
    if (!isGood)
        return isGood.error();
    if (!*isGood && claims.session.isNull())
        return unauthenticated(u"user_not_found"_s, u"the person does not exist or is disabled"_s);
    if (!*isGood)
        return unauthenticated(u"session_not_found"_s, u"the session has ended"_s);
    return Caller {.user = claims.user, .session = claims.session, .expiresAt = claims.expiresAt};
}

} // namespace

SessionAuthenticator::SessionAuthenticator(
    PgPool &pool, TokenVerifier &verifier, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_pool(pool)
    , m_verifier(verifier)
    , m_clock(clock)
    , m_verified(clock, Hold, this)
    , m_standing(clock, Hold, this)
{ }

Reply<Caller> SessionAuthenticator::authenticate(const HttpRequest &request)
{
    const QByteArray bearer = request.bearerToken();
    const QByteArray key = request.header("apikey");
    if (bearer.isEmpty())
        return authenticateToken(key);
    if (!key.isEmpty() && key != bearer) {
        // Supabase's clients send the project key as bearer until somebody has signed in.
        const auto claims = m_verifier.verifyOwn(bearer);
        if (claims && claims->role == TokenRole::Anon)
            return authenticateToken(key);
    }
    return authenticateToken(bearer);
}

Reply<Caller> SessionAuthenticator::authenticateToken(QByteArrayView token)
{
    if (token.isEmpty())
        return Reply<Caller>::ready(unauthenticated(u"no_authorization"_s, u"no credential"_s));
    // By hash, so that no credential lies about in memory.
    const QByteArray digest = sha256(token);
    const auto verified = m_verified.get(digest, [&] { return m_verifier.verify(token); });
    if (verified.isFinished())
        return callerFor(verified.future().result());
    ReplySource<Caller> source;
    deliver(verified, this, [this, source](const Result<TokenClaims> &claims) {
        answerFrom(callerFor(claims), this, source, [](const Result<Caller> &caller) { return caller; });
    });
    return source.reply();
}

Reply<Caller> SessionAuthenticator::callerFor(const Result<TokenClaims> &claims)
{
    if (!claims) {
        // Which check failed is for the log; the wire says that the token is bad.
        Error error = claims.error();
        error.field.clear();
        return Reply<Caller>::ready(error);
    }
    if (claims->role == TokenRole::Anon)
        return Reply<Caller>::ready(unauthenticated(u"no_authorization"_s, u"the project key is nobody"_s));
    if (claims->role == TokenRole::Service)
        return Reply<Caller>::ready(Caller {
            .isService = true, .serviceWorkspace = claims->workspace, .expiresAt = claims->expiresAt});

    const auto standing = m_standing.get({claims->session.value, claims->user.value},
        [&] { return askStanding(claims->session, claims->user); });
    if (standing.isFinished())
        return Reply<Caller>::ready(callerOf(*claims, standing.future().result()));
    ReplySource<Caller> source;
    answerFrom(standing, this, source,
        [claims = *claims](const Result<bool> &isGood) { return callerOf(claims, isGood); });
    return source.reply();
}

Reply<bool> SessionAuthenticator::askStanding(SessionId session, UserId user)
{
    return m_pool.run(
        [session, user, now = m_clock.now()](PgConnection &pg, std::stop_token) -> Result<bool> {
            if (!session.isNull())
                return isSessionLive(pg, session, user, now);
            const auto person = findUser(pg, user);
            if (!person)
                return person.error();
            return person->has_value() && !(*person)->isDisabled;
        });
}

void SessionAuthenticator::forget(UserId user)
{
    m_standing.forgetIf([&](const Key &key) { return key.second == user.value; });
}

} // namespace signalbox
