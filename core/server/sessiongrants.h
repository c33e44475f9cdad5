// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/auth/password.h"
#include "core/auth/refreshtoken.h"
#include "core/auth/tokenissuer.h"
#include "core/storage/userstore.h"

namespace signalbox {

/// What making sessions takes. Immutable, so worker threads share it.
struct SessionKeys
{
    TokenIssuer issuer;
    RefreshTokenChain chain;
    const Clock &clock;
    PasswordCost cost;

    SessionKeys(const Secret &signingSecret, const Clock &systemClock, const PasswordCost &passwordCost = {});
};

/// A session as it is handed to its owner.
struct GrantedSession
{
    UserRecord user;
    SessionId session;
    IssuedToken access;
    Secret refreshToken;
};

// Worker functions; errors are Unauthenticated with GoTrue's codes unless said otherwise.

/// `invalid_credentials` for an unknown address, an account without password and a wrong one alike, in the
/// same time; `user_banned` only after the right password. Takes a password computation.
Result<GrantedSession> grantByPassword(
    PgConnection &pg, const SessionKeys &keys, const QString &email, const Secret &password);

/// For a person whose identity is established (first run). No check.
Result<GrantedSession> grantTo(PgConnection &pg, const SessionKeys &keys, const UserRecord &user);

/// Trades a refresh token. `refresh_token_not_found`, `refresh_token_already_used` (and the session is over),
/// `session_expired`, `user_banned`.
///
/// The same token within ten seconds, before its successor was used, gets the same successor again
/// (RefreshTokenChain): an answer that got lost costs nobody the session. A thief who uses that window holds
/// the very token the owner holds, and whoever of the two comes second then ends the session.
Result<GrantedSession> grantByRefreshToken(PgConnection &pg, const SessionKeys &keys, const Secret &token);

/// Sets a new password for a person who knows the old one, and ends their other sessions. Invalid with
/// `weak_password`, `same_password` or `validation_failed` (the current one is missing or wrong).
Result<UserRecord> changeOwnPassword(PgConnection &pg, const SessionKeys &keys, UserId user,
    SessionId current, const Secret &currentPassword, const Secret &newPassword);

/// Sets a password without knowing the old one, as an administrator or the operator does; ends all sessions.
Result<void> replacePassword(PgConnection &pg, const Clock &clock, const UserRecord &user,
    const Secret &newPassword, const PasswordCost &cost = {});

} // namespace signalbox
