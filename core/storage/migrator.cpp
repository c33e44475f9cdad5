// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

#include "core/storage/pgconnection.h"
#include "core/storage/sqlcatalog.h"
#include "resources/sql.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Result<QSet<int>> appliedVersions(PgConnection &connection)
{
    const auto rows = connection.run("MigrationApplied"_L1);
    if (!rows)
        return rows.error();
    QSet<int> versions;
    for (int row = 0; row < rows->rowCount(); ++row)
        versions.insert(int(rows->integer(row, 0)));
    return versions;
}

/// A step that lost a deadlock to who was writing has changed nothing and can be taken again. Each loss takes
/// PostgreSQL's deadlock_timeout to be found, so this does not spin.
template <typename Step> Result<void> persist(PgConnection &admin, Step step)
{
    constexpr int MostAttempts = 10;
    Result<void> done;
    for (int attempt = 0; attempt < MostAttempts; ++attempt) {
        done = admin.transaction({.readOnly = false}, step);
        if (done || done.error().code != "TRANSACTION_UNDONE"_L1)
            break;
    }
    return done;
}

Result<void> apply(PgConnection &admin, const Migration &step)
{
    return persist(admin, [&]() -> Result<void> {
        // The version row first: it is the lock that keeps a second starter from running the same step.
        const auto claimed = admin.run("MigrationClaim"_L1, PgParams() << step.version << step.name);
        if (!claimed)
            return claimed.error();
        return admin.runScript(step.up);
    });
}

Result<void> undo(PgConnection &admin, const Migration &step)
{
    return persist(admin, [&]() -> Result<void> {
        const auto dropped = admin.run("MigrationForget"_L1, PgParams() << step.version);
        if (!dropped)
            return dropped.error();
        return admin.runScript(step.down);
    });
}

template <typename Work> auto inTurn(PgConnection &admin, Work work) -> std::invoke_result_t<Work>
{
    if (const auto locked = admin.run("MigrationLock"_L1); !locked)
        return locked.error();
    for (const char *name : {"MigrationTable", "MigrationTableGrant"}) {
        if (const auto done = admin.runScript(SqlCatalog::builtIn().text(name)); !done)
            return done.error();
    }
    auto result = work();
    const auto unlocked = admin.run("MigrationUnlock"_L1);
    if (result && !unlocked)
        return unlocked.error();
    return result;
}

} // namespace

Result<QList<Migration>> Migrator::builtIn()
{
    loadSqlResources();
    static const QRegularExpression form(u"^(\\d{4})_([a-z_]+)\\.up\\.sql$"_s);
    const QDir folder(u":/sql/migrations"_s);
    QList<Migration> steps;
    for (const QString &file : folder.entryList({u"*.up.sql"_s}, QDir::Files, QDir::Name)) {
        const auto match = form.match(file);
        const QString down = folder.filePath(QString(file).replace(u".up.sql"_s, u".down.sql"_s));
        if (!match.hasMatch() || !QFile::exists(down))
            return Error::internal(u"migration without form or without its way back: "_s + file);
        steps.append(
            {match.captured(1).toInt(), match.captured(2), readAll(folder.filePath(file)), readAll(down)});
    }
    return steps;
}

Result<int> Migrator::migrate(PgConnection &admin)
{
    const auto steps = builtIn();
    if (!steps)
        return steps.error();
    return inTurn(admin, [&]() -> Result<int> {
        const auto applied = appliedVersions(admin);
        if (!applied)
            return applied.error();
        for (const int version : *applied) {
            if (version > steps->last().version)
                return Error::unavailable(
                    u"the database has schema version %1, this program knows %2 at most: upgrade the program"_s
                        .arg(version)
                        .arg(steps->last().version));
        }
        int count = 0;
        for (const Migration &step : *steps) {
            if (applied->contains(step.version))
                continue;
            if (const auto done = apply(admin, step); !done) {
                Error error = done.error();
                error.detail = u"migration %1_%2: "_s.arg(step.version, 4, 10, QChar(u'0')).arg(step.name)
                    + error.detail;
                return error;
            }
            ++count;
        }
        return count;
    });
}

Result<int> Migrator::rollBackTo(PgConnection &admin, int version)
{
    const auto steps = builtIn();
    if (!steps)
        return steps.error();
    return inTurn(admin, [&]() -> Result<int> {
        const auto applied = appliedVersions(admin);
        if (!applied)
            return applied.error();
        int count = 0;
        for (auto step = steps->crbegin(); step != steps->crend() && step->version > version; ++step) {
            if (!applied->contains(step->version))
                continue;
            if (const auto done = undo(admin, *step); !done)
                return done.error();
            ++count;
        }
        return count;
    });
}

Result<int> Migrator::currentVersion(PgConnection &connection)
{
    const auto exists = connection.run("MigrationTableExists"_L1);
    if (!exists)
        return exists.error();
    if (!exists->boolean(0, 0))
        return 0;
    const auto applied = appliedVersions(connection);
    if (!applied)
        return applied.error();
    return applied->isEmpty() ? 0 : *std::max_element(applied->cbegin(), applied->cend());
}

} // namespace signalbox
