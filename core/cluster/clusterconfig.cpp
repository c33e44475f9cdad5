// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster/clusterconfig.h"

#include "core/cluster/clusteraddress.h"
#include "core/cluster/clusterpaths.h"
#include "core/cluster/clusteruser.h"

#include <QFile>

#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

constexpr qint64 MiB = 1024 * 1024;

// postgresql.conf's strings: quotes and backslashes are doubled.
QString quoted(QString value)
{
    value.replace(u'\\', u"\\\\"_s).replace(u'\'', u"''"_s);
    return u'\'' + value + u'\'';
}

// A list of directories, in which double quotes keep a comma or a blank together.
QString quotedAsList(QString directory)
{
    return quoted(u'"' + directory.replace(u'"', u"\"\""_s) + u'"');
}

// Containers often have 64 MB of /dev/shm, which one parallel hash join can fill; then plain files are the
// safe place.
QString sharedMemoryType()
{
    struct statvfs shm
    { };
    const bool isRoomy
        = ::statvfs("/dev/shm", &shm) == 0 && qint64(shm.f_blocks) * qint64(shm.f_frsize) >= 512 * MiB;
    return isRoomy ? u"posix"_s : u"mmap"_s;
}

QString memorySettings(qint64 bytes)
{
    const auto share = [bytes](qint64 parts, qint64 leastMiB, qint64 mostMiB) {
        return QString::number(std::clamp(bytes / parts / MiB, leastMiB, mostMiB)) + "MB"_L1;
    };
    // A quarter is the usual advice for a machine of its own; we share it with the service and perhaps a
    // desktop.
    return u"shared_buffers = %1\n"
           "effective_cache_size = %2\n"
           "maintenance_work_mem = %3\n"
           "work_mem = 16MB\n"
           "dynamic_shared_memory_type = %4\n"_s.arg(
               share(8, 64, 1024), share(2, 256, 65536), share(16, 64, 512), sharedMemoryType());
}

constexpr QLatin1StringView Throwaway {"# Throw-away: a power cut loses everything, and that is all right.\n"
                                       "fsync = off\n"
                                       "synchronous_commit = off\n"
                                       "full_page_writes = off\n"
                                       "autovacuum_naptime = 1h\n"};

// Statements and their DETAIL lines quote rows, which hold names and addresses: neither goes to the log.
constexpr QLatin1StringView Logging {"logging_collector = on\n"
                                     "log_filename = 'postgresql-%a.log'\n"
                                     "log_truncate_on_rotation = on\n"
                                     "log_rotation_age = 1d\n"
                                     "log_rotation_size = 0\n"
                                     "log_file_mode = 0600\n"
                                     "log_min_error_statement = panic\n"
                                     "log_error_verbosity = terse\n"
                                     "log_timezone = 'UTC'\n"
                                     "log_line_prefix = '%m [%p] %q%u@%d '\n"};

constexpr QLatin1StringView Work {"wal_level = logical\n"
                                  "max_connections = 100\n"
                                  "max_replication_slots = 32\n"
                                  "max_wal_senders = 32\n"
                                  "max_slot_wal_keep_size = 2GB\n"
                                  "max_wal_size = 2GB\n"
                                  "checkpoint_timeout = 15min\n"
                                  "random_page_cost = 1.1\n"
                                  "jit = off\n"
                                  "timezone = 'UTC'\n"
                                  "default_text_search_config = 'pg_catalog.simple'\n"
                                  "cluster_name = 'signalbox'\n"};

// The kernel tells the server who is at the other end of a Unix socket (peer), so there is no password to
// keep, leak or lose. Trust would rest on the directory's mode alone; this holds even if someone opens the
// directory. Three users count: the one the database runs as, the one the service runs as, and root, who
// could read the files anyway.
QByteArray hostRules()
{
    return "# Written by Signalbox at every start.\n"
           "local all all peer map=signalbox\n"
           "local replication all peer map=signalbox\n";
}

QByteArray identityMap(const ClusterUser &user, const QStringList &loginRoles)
{
    QStringList systemUsers {u"root"_s, user.name, currentUserName()};
    systemUsers.removeDuplicates();
    QByteArray text
        = "# Written by Signalbox at every start: map, user of the system, role of the database.\n";
    for (const QString &systemUser : systemUsers) {
        for (const QString &role : QStringList(ClusterAddress::AdminRole) + loginRoles)
            text += u"signalbox \"%1\" \"%2\"\n"_s.arg(systemUser, role).toUtf8();
    }
    return text;
}

// A container's limit, if we run in one; "max" reads as 0.
qint64 containerLimit()
{
    QFile file(u"/sys/fs/cgroup/memory.max"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toLongLong() : 0;
}

} // namespace

qint64 availableMemory()
{
    const qint64 physical = qint64(::sysconf(_SC_PHYS_PAGES)) * qint64(::sysconf(_SC_PAGESIZE));
    const qint64 limit = containerLimit();
    return limit > 0 ? std::min(limit, physical) : physical;
}

QByteArray serverSettings(const ClusterPaths &paths, const ClusterConfig &config)
{
    QString text = u"# Written by Signalbox at every start; changes are lost. ALTER SYSTEM keeps them.\n"
                   "listen_addresses = ''\n"
                   "unix_socket_directories = %1\n"
                   "unix_socket_permissions = 0700\n"
                   "hba_file = %2\n"
                   "ident_file = %3\n"
                   "log_directory = %4\n"_s.arg(quotedAsList(config.socketDirectory),
                       quoted(paths.conf + "/pg_hba.conf"_L1), quoted(paths.conf + "/pg_ident.conf"_L1),
                       quoted(paths.log));
    text += Logging;
    text += Work;
    text += memorySettings(config.memoryBytes);
    if (config.isThrowaway)
        text += Throwaway;
    return text.toUtf8();
}

Result<void> writeClusterConfig(
    const ClusterPaths &paths, const ClusterUser &user, const ClusterConfig &config)
{
    if (const auto done = writeFile(paths.configFile(), serverSettings(paths, config)); !done)
        return done;
    if (const auto done = writeFile(paths.conf + "/pg_hba.conf"_L1, hostRules()); !done)
        return done;
    return writeFile(paths.conf + "/pg_ident.conf"_L1, identityMap(user, config.loginRoles));
}

} // namespace signalbox
