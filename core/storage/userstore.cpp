// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/userstore.h"

#include "core/storage/pgconnection.h"

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

UserRecord readUser(const PgResult &rows, int row)
{
    const auto column = [&](const char *name) { return rows.column(name); };
    return {{rows.uuid(row, column("id"))}, rows.text(row, column("email")), rows.text(row, column("name")),
        rows.text(row, column("password_hash")), !rows.isNull(row, column("disabled_at")),
        rows.instant(row, column("created_at")), rows.instant(row, column("updated_at"))};
}

Result<std::optional<UserRecord>> readOptional(const Result<PgResult> &rows)
{
    if (!rows)
        return rows.error();
    return rows->rowCount() == 0 ? std::optional<UserRecord>() : std::optional(readUser(*rows, 0));
}

Result<bool> readFlag(const Result<PgResult> &rows)
{
    if (!rows)
        return rows.error();
    return rows->boolean(0, 0);
}

Result<void> change(PgConnection &pg, QLatin1StringView query, const PgParams &params)
{
    const auto done = pg.run(query, params);
    if (!done)
        return done.error();
    if (done->affectedRows() == 0)
        return Error::notFound(u"There is no such user."_s);
    return {};
}

} // namespace

Result<std::optional<UserRecord>> findUserByEmail(PgConnection &pg, const QString &normalEmail)
{
    return readOptional(pg.run("UserByEmail"_L1, PgParams() << normalEmail));
}

Result<std::optional<UserRecord>> findUser(PgConnection &pg, UserId user)
{
    return readOptional(pg.run("UserById"_L1, PgParams() << user));
}

Result<bool> hasAnyUser(PgConnection &pg)
{
    return readFlag(pg.run("UserAny"_L1));
}

Result<QList<UserRecord>> listUsers(PgConnection &pg)
{
    const auto rows = pg.run("UserList"_L1);
    if (!rows)
        return rows.error();
    QList<UserRecord> users;
    for (int row = 0; row < rows->rowCount(); ++row)
        users << readUser(*rows, row);
    return users;
}

Result<UserRecord> addUser(
    PgConnection &pg, const QString &normalEmail, const QString &name, const QString &passwordHash)
{
    PgParams params;
    params << normalEmail << name.trimmed();
    params.addNullable(passwordHash);
    const auto rows = pg.run("UserAdd"_L1, params);
    if (!rows)
        return rows.error();
    if (rows->rowCount() == 0)
        return Error {Error::Kind::Conflict, u"A user with this e-mail address exists already."_s,
            u"email_exists"_s, u"email"_s};
    return readUser(*rows, 0);
}

Result<void> setUserPassword(PgConnection &pg, UserId user, const QString &passwordHash)
{
    return change(pg, "UserSetPassword"_L1, PgParams() << user << passwordHash);
}

Result<void> setUserName(PgConnection &pg, UserId user, const QString &name)
{
    return change(pg, "UserSetName"_L1, PgParams() << user << name.trimmed());
}

Result<void> setUserDisabled(PgConnection &pg, UserId user, bool isDisabled, Instant at)
{
    return change(pg, "UserSetDisabled"_L1, PgParams() << user << isDisabled << at);
}

Result<bool> mayAdminister(PgConnection &pg, UserId caller, UserId person)
{
    return readFlag(pg.run("UserMayAdminister"_L1, PgParams() << caller << person));
}

} // namespace signalbox
