// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/cluster/clusteraddress.h"

#include <QStringList>

#include <functional>
#include <memory>

namespace signalbox {

struct ClusterOptions
{
    QString directory; ///< ours alone
    bool isMade = true; ///< when there is no cluster in the directory, make one
    QStringList loginRoles {QStringLiteral("signalbox_app"),
        QStringLiteral("signalbox_feed")}; ///< may log in, beside the superuser
    QStringList binDirectories = {}; ///< where PostgreSQL's programs are; empty: Debian's place, then PATH
    bool isThrowaway = false; ///< for tests: fast, and a power cut may destroy it
    bool isRestarted = true; ///< when the server dies under us, start it again
};

/// A private PostgreSQL in a directory: made on the first start, reachable by a Unix socket only, run as an
/// unprivileged user when we are root, and stopped with us (DESIGN §2).
///
/// A SIGKILL of the service or the server leaves nothing that stops the next start: a server that still runs
/// is taken over, stale files are cleared. Every function blocks and may be called on any one thread at a
/// time.
class EmbeddedCluster
{
public:
    using Progress = std::function<void(const QString &)>;

    /// Makes, starts or takes over the cluster. All failures are Unavailable, and `code` tells them apart:
    /// CLUSTER_BINARIES, CLUSTER_UNREACHABLE, CLUSTER_VERSION, CLUSTER_IN_USE, CLUSTER_MISSING, CLUSTER_INIT,
    /// CLUSTER_START. `progress` is called on this thread with a line for a person.
    static Result<std::unique_ptr<EmbeddedCluster>> start(
        const ClusterOptions &options, const Progress &progress = {});

    /// The running server of a directory, whoever started it, for programs that only want to connect.
    /// NotFound when none runs (then start() one); Denied when this user may not look.
    static Result<ClusterAddress> find(const QString &directory);

    /// As stop(), with a failure in the log.
    ~EmbeddedCluster();
    Q_DISABLE_COPY_MOVE(EmbeddedCluster)

    const ClusterAddress &address() const;
    QString adminConninfo(const QString &database = ClusterAddress::DatabaseName) const;
    QString conninfo(const QString &role, const QString &database = ClusterAddress::DatabaseName) const;

    /// Ends all sessions and shuts down; a second call does nothing. The directory can then be started again,
    /// by anyone.
    Result<void> stop();

    /// Lets go of the server without stopping it; the next start() on the directory takes it over.
    void leaveRunning();

private:
    struct State;
    explicit EmbeddedCluster(std::unique_ptr<State> state);

    std::unique_ptr<State> m_state;
};

} // namespace signalbox
