// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster/postgresbinaries.h"

#include "core/cluster/clustercommand.h"
#include "core/cluster/clusteruser.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

constexpr int OldestMajor = 15; // the SQL of resources/sql is written for it

QStringList usualDirectories()
{
    QStringList directories {u"/usr/lib/postgresql/15/bin"_s};
    directories += qEnvironmentVariable("PATH").split(u':', Qt::SkipEmptyParts);
    return directories;
}

bool isComplete(const QString &directory)
{
    const auto has
        = [&](QLatin1StringView name) { return QFileInfo(directory + u'/' + name).isExecutable(); };
    return has("initdb"_L1) && has("pg_ctl"_L1) && has("postgres"_L1);
}

// "postgres (PostgreSQL) 15.20 (Debian 15.20-0+deb12u1)"
int majorOf(const QString &directory)
{
    const auto output = runAs(ClusterUser {}, ClusterCommand {directory + "/postgres"_L1, {u"--version"_s}});
    if (!output)
        return 0;
    static const QRegularExpression number(uR"(PostgreSQL\)\s+(\d+))"_s);
    return number.match(output->text).captured(1).toInt();
}

} // namespace

Result<PostgresBinaries> PostgresBinaries::find(const QStringList &directories)
{
    const QStringList candidates = directories.isEmpty() ? usualDirectories() : directories;
    for (const QString &directory : candidates) {
        if (!isComplete(directory))
            continue;
        if (const int major = majorOf(directory); major >= OldestMajor)
            return PostgresBinaries {directory, major};
    }
    Error error = Error::unavailable(
        u"PostgreSQL's server programs (initdb, pg_ctl, postgres) of version 15 or newer are not installed; "
        u"looked in %1. "
        "Install the Debian package postgresql-15, or use an existing server with --database URL"_s.arg(
            candidates.join(", "_L1)));
    error.code = u"CLUSTER_BINARIES"_s;
    return error;
}

} // namespace signalbox
