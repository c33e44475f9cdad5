// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster/datadirectory.h"

#include "core/base/clock.h"
#include "core/cluster/clusteraddress.h"
#include "core/cluster/clustercommand.h"
#include "core/cluster/clusterpaths.h"
#include "core/cluster/clusteruser.h"
#include "core/cluster/postgresbinaries.h"

#include <QDir>
#include <QFile>
#include <QUuid>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <thread>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

constexpr QLatin1StringView HalfMadePrefix {"pg.init."};
constexpr int LinesInError = 8;

Error failed(const QString &what, const ClusterOutput &output)
{
    Error error = Error::unavailable(u"%1 failed: %2"_s.arg(what, lastLines(output.text, LinesInError)));
    error.code = u"CLUSTER_INIT"_s;
    return error;
}

// "15\n"; nothing if there is no such file.
QString versionIn(const QString &directory)
{
    QFile file(directory + "/PG_VERSION"_L1);
    return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll()).trimmed() : QString();
}

Result<void> initialise(
    const QString &target, const PostgresBinaries &binaries, const ClusterUser &user, bool isThrowaway)
{
    // C.UTF-8: every Debian has it, and its order never changes under an index, as that of other locales has
    // done.
    ClusterCommand initdb {binaries.program("initdb"_L1)};
    initdb.arguments = {u"--pgdata"_s, target, u"--username"_s, ClusterAddress::AdminRole, u"--encoding"_s,
        u"UTF8"_s, u"--locale"_s, u"C.UTF-8"_s, u"--auth-local"_s, u"peer"_s, u"--auth-host"_s, u"reject"_s};
    if (isThrowaway)
        initdb.arguments += u"--no-sync"_s;
    initdb.diesWithUs = true;
    const auto output = runAs(user, initdb);
    if (!output)
        return output.error();
    if (output->exitCode != 0)
        return failed(u"initdb"_s, *output);
    return {};
}

// Before the cluster has its name, so that no start ever sees it without the database.
Result<void> createDatabase(
    const QString &target, const PostgresBinaries &binaries, const ClusterUser &user, bool isThrowaway)
{
    ClusterCommand single {binaries.program("postgres"_L1)};
    single.arguments = {u"--single"_s, u"-D"_s, target, u"-c"_s, u"exit_on_error=on"_s, u"-c"_s,
        isThrowaway ? u"fsync=off"_s : u"fsync=on"_s, ClusterAddress::AdminRole};
    // allow-sql: single-user mode reads its only statement from standard input, before there is a server to
    // connect to.
    single.input = "create database " + QByteArray(ClusterAddress::DatabaseName.data()) + "\n";
    single.diesWithUs = true;
    const auto output = runAs(user, single);
    if (!output)
        return output.error();
    if (output->exitCode != 0)
        return failed(u"creating the database"_s, *output);
    return {};
}

// A rename is on disk when its directory is.
Result<void> renameDurably(const QString &from, const ClusterPaths &paths)
{
    const QByteArray target = QFile::encodeName(paths.data);
    const int directory
        = ::open(QFile::encodeName(paths.root).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool isDone = std::rename(QFile::encodeName(from).constData(), target.constData()) == 0
        && directory >= 0 && ::fsync(directory) == 0;
    const int reason = errno;
    if (directory >= 0)
        ::close(directory);
    if (!isDone)
        return Error::unavailable(u"cannot rename %1 to %2: %3"_s.arg(
            from, paths.data, QString::fromLocal8Bit(std::strerror(reason))));
    return {};
}

// False while something is left; what cannot be removed at all is tried again at the next start.
bool removeOnce(const QDir &root)
{
    const QStringList names = root.entryList({HalfMadePrefix + u'*'}, QDir::Dirs | QDir::Hidden);
    bool isGone = true;
    for (const QString &name : names) {
        std::error_code error;
        std::filesystem::remove_all(QFile::encodeName(root.filePath(name)).toStdString(), error);
        isGone = isGone && !error && !QFile::exists(root.filePath(name));
    }
    return isGone;
}

} // namespace

Result<bool> hasUsableData(const ClusterPaths &paths, const PostgresBinaries &binaries)
{
    if (!versionIn(paths.root).isEmpty())
        return Error::unavailable(u"%1 is itself a PostgreSQL data directory; give an empty directory, or "
                                  u"start that server and use "
                                  "--database URL"_s.arg(paths.root));
    const QString version = versionIn(paths.data);
    if (!version.isEmpty() && version != QString::number(binaries.majorVersion)) {
        Error error = Error::unavailable(
            u"%1 was made by PostgreSQL %2, but the programs in %3 are version %4; nothing was changed. "
            u"Install postgresql-%2, or "
            "move the data with pg_upgrade"_s.arg(paths.data, version, binaries.directory)
                .arg(binaries.majorVersion));
        error.code = u"CLUSTER_VERSION"_s;
        return error;
    }
    if (!version.isEmpty())
        return true;
    const QDir data(paths.data);
    if (data.exists() && !data.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot))
        return Error::unavailable(
            u"%1 is not empty and not a PostgreSQL data directory; nothing was changed"_s.arg(paths.data));
    return false;
}

Result<void> createData(const ClusterPaths &paths, const PostgresBinaries &binaries, const ClusterUser &user,
    bool isThrowaway, const ClusterProgress &progress)
{
    if (progress)
        progress(u"creating a PostgreSQL %1 cluster in %2"_s.arg(binaries.majorVersion).arg(paths.data));
    // A name of its own each time: an initdb that outlived its service must not write into ours.
    const QString target
        = u"%1/%2%3"_s.arg(paths.root, HalfMadePrefix, QUuid::createUuid().toString(QUuid::Id128).left(8));
    auto done = makePrivateDirectory(target, user);
    if (done)
        done = initialise(target, binaries, user, isThrowaway);
    if (done)
        done = createDatabase(target, binaries, user, isThrowaway);
    if (done)
        done = renameDurably(target, paths);
    removeHalfMadeData(paths); // ours if it failed; and what was still written to when we began
    return done;
}

void removeHalfMadeData(const ClusterPaths &paths)
{
    // The helpers of an initdb that was killed write on until they notice, some ten milliseconds; a folder
    // that gains a file meanwhile is not empty when its turn comes.
    constexpr std::chrono::seconds Patience {3};
    constexpr std::chrono::milliseconds Pause {20};
    const SystemClock clock;
    const auto begin = clock.elapsed();
    while (!removeOnce(QDir(paths.root)) && clock.elapsed() - begin < Patience)
        std::this_thread::sleep_for(Pause);
}

} // namespace signalbox
