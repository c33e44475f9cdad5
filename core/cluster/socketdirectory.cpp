// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster/socketdirectory.h"

#include "core/cluster/clusterpaths.h"
#include "core/cluster/clusteruser.h"

#include <QDir>
#include <QFile>

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

constexpr qsizetype LongestSocketPath = 107; // sun_path holds 108 bytes with its end

QString rememberedFile(const ClusterPaths &paths)
{
    return paths.conf + "/socket-directory"_L1;
}

QString remembered(const ClusterPaths &paths)
{
    QFile file(rememberedFile(paths));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed() : QString();
}

bool isUsable(const QString &directory)
{
    return !directory.contains(u',')
        && QFile::encodeName(directory + "/.s.PGSQL.5432"_L1).size() <= LongestSocketPath;
}

// /tmp is everyone's: what has our name there counts only if it is a real directory of the right user that
// nobody else can enter.
bool isPrivateTo(const QString &directory, const ClusterUser &user)
{
    struct stat info
    { };
    return ::lstat(QFile::encodeName(directory).constData(), &info) == 0 && S_ISDIR(info.st_mode)
        && info.st_uid == user.uid && (info.st_mode & 0777) == 0700;
}

// Another user's /run/user/N is closed to the one we drop to.
QString shortBase(const ClusterUser &user)
{
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (!user.mustDrop && !runtime.isEmpty() && isUsable(runtime + "/signalbox-XXXXXX"_L1)
        && ::access(QFile::encodeName(runtime).constData(), W_OK | X_OK) == 0)
        return runtime;
    return u"/tmp"_s;
}

Result<QString> shortDirectory(const ClusterPaths &paths, const ClusterUser &user)
{
    if (const QString old = remembered(paths); !old.isEmpty() && isUsable(old) && isPrivateTo(old, user))
        return old;
    QByteArray name = QFile::encodeName(shortBase(user) + "/signalbox-XXXXXX"_L1);
    if (!::mkdtemp(name.data()) || (user.mustDrop && ::lchown(name.constData(), user.uid, user.gid) != 0))
        return Error::unavailable(u"cannot make a directory for the socket (%1): %2"_s.arg(
            QFile::decodeName(name), QString::fromLocal8Bit(std::strerror(errno))));
    if (const auto written = writeFile(rememberedFile(paths), name + '\n'); !written)
        return written.error();
    return QFile::decodeName(name);
}

} // namespace

Result<QString> prepareSocketDirectory(const ClusterPaths &paths, const ClusterUser &user)
{
    QString directory = paths.run;
    if (!isUsable(directory)) {
        auto chosen = shortDirectory(paths, user);
        if (!chosen)
            return chosen;
        directory = *chosen;
    }
    // PostgreSQL refuses a lock file whose process id is alive, whoever that is by now. No server runs, so
    // they are stale.
    for (const QString &stale : {u"/.s.PGSQL.5432"_s, u"/.s.PGSQL.5432.lock"_s})
        ::unlink(QFile::encodeName(directory + stale).constData());
    return directory;
}

void removeShortSocketDirectory(const ClusterPaths &paths)
{
    const QString directory = remembered(paths);
    if (directory.isEmpty())
        return;
    ::rmdir(QFile::encodeName(directory).constData());
    QFile::remove(rememberedFile(paths));
}

} // namespace signalbox
