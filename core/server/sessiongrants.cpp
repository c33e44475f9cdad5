// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/sessiongrants.h"

#include "core/auth/passwordrules.h"
#include "core/base/log.h"
#include "core/base/redacted.h"
#include "core/server/serverlog.h"
#include "core/storage/sessionstore.h"

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

Error refused(const QString &code, const QString &detail)
{
    return {.kind = Error::Kind::Unauthenticated, .detail = detail, .code = code};
}

Error wrongCredentials()
{
    return refused(u"invalid_credentials"_s, u"Invalid login credentials"_s);
}

Error refusalFor(RefreshVerdict verdict)
{
    switch (verdict) {
    case RefreshVerdict::Reused:
        return refused(u"refresh_token_already_used"_s, u"Invalid Refresh Token: Already Used"_s);
    case RefreshVerdict::Expired:
        return refused(u"session_expired"_s, u"Invalid Refresh Token: Session Expired (Inactivity)"_s);
    case RefreshVerdict::Disabled:
        return refused(u"user_banned"_s, u"Invalid Refresh Token: User Banned"_s);
    default:
        return refused(u"refresh_token_not_found"_s, u"Invalid Refresh Token: Refresh Token Not Found"_s);
    }
}

// A password that changed between its check and the session's birth must not leave that session behind: the
// change ends the sessions it sees, this ends the one it could not see.
Result<bool> isStillThePassword(PgConnection &pg, const UserRecord &user)
{
    const auto now = findUser(pg, user.id);
    if (!now)
        return now.error();
    return now->has_value() && (*now)->passwordHash == user.passwordHash && !(*now)->isDisabled;
}

} // namespace

SessionKeys::SessionKeys(
    const Secret &signingSecret, const Clock &systemClock, const PasswordCost &passwordCost)
    : issuer(signingSecret, systemClock)
    , chain(signingSecret)
    , clock(systemClock)
    , cost(passwordCost)
{ }

Result<GrantedSession> grantTo(PgConnection &pg, const SessionKeys &keys, const UserRecord &user)
{
    const SessionId session {newUuid()};
    const GrantedSession granted {
        user, session, keys.issuer.accessToken(user.id, session), keys.chain.first()};
    const auto made = createSession(
        pg, session, user.id, RefreshTokenChain::hash(granted.refreshToken), keys.clock.now());
    if (!made)
        return made.error();
    return granted;
}

Result<GrantedSession> grantByPassword(
    PgConnection &pg, const SessionKeys &keys, const QString &email, const Secret &password)
{
    const auto found = findUserByEmail(pg, email);
    if (!found)
        return found.error();
    if (!found->has_value() || (*found)->passwordHash.isEmpty()) {
        (void)verifyAgainstNobody(password, keys.cost);
        return wrongCredentials();
    }
    UserRecord user = **found;
    if (!verifyPassword(user.passwordHash, password))
        return wrongCredentials();
    if (user.isDisabled)
        return refused(u"user_banned"_s, u"User is banned"_s);
    if (needsRehash(user.passwordHash, keys.cost)) {
        const auto hash = hashPassword(password, keys.cost);
        if (hash && setUserPassword(pg, user.id, *hash))
            user.passwordHash = *hash;
    }
    const auto granted = grantTo(pg, keys, user);
    if (!granted)
        return granted;
    const auto isCurrent = isStillThePassword(pg, user);
    if (isCurrent && *isCurrent)
        return granted;
    (void)endSession(pg, granted->session, SessionEnd::PasswordChanged, keys.clock.now());
    return isCurrent ? wrongCredentials() : isCurrent.error();
}

Result<GrantedSession> grantByRefreshToken(PgConnection &pg, const SessionKeys &keys, const Secret &token)
{
    const Secret successor = keys.chain.successorOf(token);
    const auto outcome = rotateRefreshToken(
        pg, RefreshTokenChain::hash(token), RefreshTokenChain::hash(successor), keys.clock.now());
    if (!outcome)
        return outcome.error();
    if (outcome->verdict == RefreshVerdict::Reused)
        logWarning(serverLog(), "refresh_token_reused"_L1,
            {{u"session"_s, outcome->session.toString()},
                {u"user"_s, Redacted(outcome->user.toString()).toString()}});
    if (outcome->verdict != RefreshVerdict::Rotated && outcome->verdict != RefreshVerdict::Repeated)
        return refusalFor(outcome->verdict);
    const auto user = findUser(pg, outcome->user);
    if (!user)
        return user.error();
    if (!user->has_value())
        return refusalFor(RefreshVerdict::Unknown);
    return GrantedSession {
        **user, outcome->session, keys.issuer.accessToken(outcome->user, outcome->session), successor};
}

Result<UserRecord> changeOwnPassword(PgConnection &pg, const SessionKeys &keys, UserId user,
    SessionId current, const Secret &currentPassword, const Secret &newPassword)
{
    const auto found = findUser(pg, user);
    if (!found)
        return found.error();
    if (!found->has_value())
        return refused(u"user_not_found"_s, u"User from sub claim in JWT does not exist"_s);
    const UserRecord person = **found;
    if (!verifyPassword(person.passwordHash, currentPassword))
        return Error::invalid(
            u"current_password"_s, u"The current password is missing or wrong."_s, u"validation_failed"_s);
    if (const auto checked = checkPasswordRules(newPassword, person.email, person.name); !checked)
        return checked.error();
    if (newPassword == currentPassword)
        return Error::invalid(
            u"password"_s, u"New password should be different from the old password."_s, u"same_password"_s);
    const auto hash = hashPassword(newPassword, keys.cost);
    if (!hash)
        return hash.error();
    if (const auto set = setUserPassword(pg, user, *hash); !set)
        return set.error();
    const auto kept = current.isNull() ? std::optional<SessionId>() : std::optional(current);
    const auto ended = endSessionsOfUser(pg, user, kept, SessionEnd::PasswordChanged, keys.clock.now());
    if (!ended)
        return ended.error();
    return person;
}

Result<void> replacePassword(PgConnection &pg, const Clock &clock, const UserRecord &user,
    const Secret &newPassword, const PasswordCost &cost)
{
    if (const auto checked = checkPasswordRules(newPassword, user.email, user.name); !checked)
        return checked;
    const auto hash = hashPassword(newPassword, cost);
    if (!hash)
        return hash.error();
    if (const auto set = setUserPassword(pg, user.id, *hash); !set)
        return set;
    const auto ended = endSessionsOfUser(pg, user.id, {}, SessionEnd::PasswordChanged, clock.now());
    if (!ended)
        return ended.error();
    return {};
}

} // namespace signalbox
