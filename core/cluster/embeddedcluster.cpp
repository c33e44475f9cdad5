// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster/embeddedcluster.h"

#include "core/base/log.h"
#include "core/cluster/clusterwatch.h"
#include "core/cluster/directorylock.h"
#include "core/cluster/postmasterfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <unistd.h>

#include <optional>

using namespace Qt::StringLiterals;

namespace signalbox {

Q_DECLARE_LOGGING_CATEGORY(clusterLog)

struct EmbeddedCluster::State
{
    State(DirectoryLock taken, Postmaster postmaster, ClusterAddress where)
        : lock(std::move(taken))
        , server(std::move(postmaster))
        , address(std::move(where))
    { }

    std::optional<DirectoryLock> lock; // first: released last
    Postmaster server;
    ClusterAddress address;
    std::optional<ClusterWatch> watch;
    bool isStopped = false;
};

namespace {

// The folders beside the data; the caller has proved that the directory can be reached.
Result<void> makeFolders(const ClusterPaths &paths, const ClusterUser &user)
{
    if (!QDir().mkpath(paths.conf))
        return Error::unavailable(u"cannot make %1"_s.arg(paths.conf));
    // The server reads its settings here, so it must be able to enter whatever our umask is.
    QFile::setPermissions(paths.conf,
        QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup
            | QFile::ReadOther | QFile::ExeOther);
    for (const QString &folder : {paths.run, paths.log}) {
        if (const auto made = makePrivateDirectory(folder, user); !made)
            return made;
    }
    return {};
}

Error missing(const ClusterPaths &paths)
{
    Error error = Error::unavailable(u"there is no database in %1"_s.arg(paths.root));
    error.code = u"CLUSTER_MISSING"_s;
    return error;
}

} // namespace

Result<std::unique_ptr<EmbeddedCluster>> EmbeddedCluster::start(
    const ClusterOptions &options, const Progress &progress)
{
    const ClusterPaths paths(options.directory);
    const auto binaries = PostgresBinaries::find(options.binDirectories);
    if (!binaries)
        return binaries.error();
    const auto user = ClusterUser::choose(paths);
    if (!user)
        return user.error();
    // Before anything is made there: someone else's data must stay as it is.
    if (const auto usable = hasUsableData(paths, *binaries); !usable)
        return usable.error();
    else if (!*usable && !options.isMade)
        return missing(paths);
    if (const auto reachable = makeReachable(paths.root, *user); !reachable)
        return reachable.error();
    if (const auto made = makeFolders(paths, *user); !made)
        return made.error();
    auto lock = DirectoryLock::take(paths.lockFile());
    if (!lock)
        return lock.error();

    removeHalfMadeData(paths);
    const auto hasData = hasUsableData(paths, *binaries);
    if (!hasData)
        return hasData.error();
    if (!*hasData) {
        if (const auto made = createData(paths, *binaries, *user, options.isThrowaway, progress); !made)
            return made.error();
    }
    const Postmaster server(
        paths, *binaries, *user, {{}, options.loginRoles, options.isThrowaway, availableMemory()});
    const auto running = server.startOrAdopt(progress, {});
    if (!running)
        return running.error();
    auto state = std::make_unique<State>(std::move(*lock), server, ClusterAddress(running->socketDirectory));
    if (options.isRestarted)
        state->watch.emplace(server, running->pid);
    return std::unique_ptr<EmbeddedCluster>(new EmbeddedCluster(std::move(state)));
}

Result<ClusterAddress> EmbeddedCluster::find(const QString &directory)
{
    const ClusterPaths paths(directory);
    if (QFileInfo::exists(paths.data)
        && ::access(QFile::encodeName(paths.data).constData(), R_OK | X_OK) != 0)
        return Error::denied(u"this user may not look into %1"_s.arg(paths.data));
    const auto server = runningPostmaster(paths.data);
    if (!server || server->status != "ready"_L1)
        return Error::notFound(u"no database runs in %1"_s.arg(paths.root));
    return ClusterAddress(server->socketDirectory);
}

EmbeddedCluster::EmbeddedCluster(std::unique_ptr<State> state)
    : m_state(std::move(state))
{ }

EmbeddedCluster::~EmbeddedCluster()
{
    if (const auto stopped = stop(); !stopped)
        logError(clusterLog(), "cluster_stop_failed"_L1, {{u"error"_s, describe(stopped.error())}});
}

const ClusterAddress &EmbeddedCluster::address() const
{
    return m_state->address;
}

QString EmbeddedCluster::adminConninfo(const QString &database) const
{
    return m_state->address.adminConninfo(database);
}

QString EmbeddedCluster::conninfo(const QString &role, const QString &database) const
{
    return m_state->address.conninfo(role, database);
}

Result<void> EmbeddedCluster::stop()
{
    if (m_state->isStopped)
        return {};
    if (m_state->watch)
        m_state->watch->stop();
    const auto stopped = m_state->server.stop();
    m_state->isStopped = stopped.has_value();
    if (stopped)
        m_state->lock.reset();
    return stopped;
}

void EmbeddedCluster::leaveRunning()
{
    if (m_state->watch)
        m_state->watch->stop();
    m_state->isStopped = true;
    m_state->lock.reset();
}

} // namespace signalbox
