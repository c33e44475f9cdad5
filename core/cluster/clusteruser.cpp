// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster/clusteruser.h"

#include "core/cluster/clustercommand.h"
#include "core/cluster/clusterpaths.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

// `find` calls getpwuid_r or getpwnam_r: their plain forms share one buffer between all threads.
template <typename Find> std::optional<ClusterUser> lookUp(Find find)
{
    passwd entry {};
    passwd *found = nullptr;
    std::vector<char> buffer(16384);
    if (find(&entry, buffer.data(), buffer.size(), &found) != 0 || !found)
        return {};
    return ClusterUser {
        found->pw_uid, found->pw_gid, QString::fromLocal8Bit(found->pw_name), geteuid() != found->pw_uid};
}

std::optional<ClusterUser> userById(uid_t uid)
{
    return lookUp([uid](auto... rest) { return getpwuid_r(uid, rest...); });
}

std::optional<ClusterUser> userByName(const char *name)
{
    return lookUp([name](auto... rest) { return getpwnam_r(name, rest...); });
}

Result<ClusterUser> orError(std::optional<ClusterUser> user, const QString &what)
{
    if (!user)
        return Error::unavailable(u"%1 has no entry in the list of users (getent passwd)"_s.arg(what));
    return std::move(*user);
}

Error unreachable(const QString &blocking, const ClusterUser &user)
{
    Error error = Error::unavailable(
        u"the database runs as user %1, who cannot enter %2: choose another directory, or allow it with: chmod o+x %2"_s
            .arg(user.name, blocking));
    error.code = u"CLUSTER_UNREACHABLE"_s;
    return error;
}

// From the root down: "/", "/var", "/var/lib", …
QStringList stepsTo(const QString &directory)
{
    QStringList steps {u"/"_s};
    for (qsizetype slash = directory.indexOf(u'/', 1); slash > 0; slash = directory.indexOf(u'/', slash + 1))
        steps += directory.left(slash);
    steps += directory;
    return steps;
}

// Asks the kernel as that user, so that access lists count too; answers with the first step that stops them.
Result<void> proveReachable(const QStringList &steps, const ClusterUser &user)
{
    ClusterCommand test {u"/bin/sh"_s};
    test.arguments = {u"-c"_s, u"for d; do test -x \"$d\" || { printf %s \"$d\"; exit 1; }; done"_s, u"sh"_s};
    test.arguments += steps;
    const auto output = runAs(user, test);
    if (!output)
        return output.error();
    if (output->exitCode != 0)
        return unreachable(output->text, user);
    return {};
}

} // namespace

Result<ClusterUser> ClusterUser::choose(const ClusterPaths &paths)
{
    struct stat data
    { };
    const bool hasData = ::stat(QFile::encodeName(paths.data).constData(), &data) == 0;
    if (geteuid() != 0) {
        if (hasData && data.st_uid != geteuid())
            return Error::unavailable(
                u"%1 belongs to another user (uid %2)"_s.arg(paths.data).arg(data.st_uid));
        return orError(userById(geteuid()), u"uid %1"_s.arg(geteuid()));
    }
    if (hasData && data.st_uid != 0)
        return orError(userById(data.st_uid), u"uid %1, the owner of %2,"_s.arg(data.st_uid).arg(paths.data));
    if (auto postgres = userByName("postgres"))
        return std::move(*postgres);
    return orError(userByName("nobody"), u"nobody"_s);
}

QString currentUserName()
{
    const auto self = userById(geteuid());
    return self ? self->name : QString::number(geteuid());
}

Result<void> makePrivateDirectory(const QString &path, const ClusterUser &user)
{
    const QByteArray name = QFile::encodeName(path);
    struct stat info
    { };
    if ((::mkdir(name.constData(), 0700) != 0 && errno != EEXIST) || ::lstat(name.constData(), &info) != 0)
        return Error::unavailable(
            u"cannot make %1: %2"_s.arg(path, QString::fromLocal8Bit(std::strerror(errno))));
    if (!S_ISDIR(info.st_mode))
        return Error::unavailable(u"%1 is not a directory"_s.arg(path));
    const bool isTheirs = info.st_uid == user.uid || ::lchown(name.constData(), user.uid, user.gid) == 0;
    if (!isTheirs || ((info.st_mode & 07777) != 0700 && ::chmod(name.constData(), 0700) != 0))
        return Error::unavailable(u"cannot give %1 to user %2: %3"_s.arg(
            path, user.name, QString::fromLocal8Bit(std::strerror(errno))));
    return {};
}

Result<void> makeReachable(const QString &directory, const ClusterUser &user)
{
    QStringList steps = stepsTo(directory);
    QStringList missing;
    while (!steps.isEmpty() && !QFileInfo::exists(steps.constLast()))
        missing.prepend(steps.takeLast());
    if (user.mustDrop) {
        if (const auto reachable = proveReachable(steps, user); !reachable)
            return reachable;
    }
    for (const QString &step : missing) {
        // Others may pass through, for the database's user is one of them; they cannot list it.
        const mode_t mode = user.mustDrop ? 0711 : 0700;
        const QByteArray name = QFile::encodeName(step);
        if ((::mkdir(name.constData(), mode) != 0 && errno != EEXIST) || ::chmod(name.constData(), mode) != 0)
            return Error::unavailable(
                u"cannot make %1: %2"_s.arg(step, QString::fromLocal8Bit(std::strerror(errno))));
    }
    return {};
}

} // namespace signalbox
