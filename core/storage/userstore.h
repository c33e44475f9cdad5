// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/base/result.h"

#include <QList>

namespace signalbox {

class PgConnection;

/// A person as stored.
struct UserRecord
{
    UserId id;
    QString email; ///< trimmed, lower case
    QString name;
    QString passwordHash; ///< argon2id; empty: cannot sign in with a password
    bool isDisabled = false;
    Instant createdAt {};
    Instant updatedAt {};
};

/// People are not tenants' rows: any connection of the service may read them; who may is the caller's to
/// decide.
Result<std::optional<UserRecord>> findUserByEmail(PgConnection &pg, const QString &normalEmail);
Result<std::optional<UserRecord>> findUser(PgConnection &pg, UserId user);
Result<bool> hasAnyUser(PgConnection &pg);
Result<QList<UserRecord>> listUsers(PgConnection &pg);

/// Conflict with code `email_exists` when the address is taken.
Result<UserRecord> addUser(
    PgConnection &pg, const QString &normalEmail, const QString &name, const QString &passwordHash);
Result<void> setUserPassword(PgConnection &pg, UserId user, const QString &passwordHash);
Result<void> setUserName(PgConnection &pg, UserId user, const QString &name);
/// A person who is disabled has no workspace and no session; re-enabling gives the roles back.
Result<void> setUserDisabled(PgConnection &pg, UserId user, bool isDisabled, Instant at);

/// Whether `caller` may change that person's account: administers every workspace the person is in, and owns
/// those the person owns.
Result<bool> mayAdminister(PgConnection &pg, UserId caller, UserId person);

} // namespace signalbox
