// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cluster/clusterconfig.h"
#include "core/cluster/clusterpaths.h"
#include "core/cluster/clusteruser.h"
#include "core/cluster/datadirectory.h"
#include "core/cluster/postgresbinaries.h"

#include <stop_token>

namespace signalbox {

/// Starts and stops the server process of one data directory. A value: it holds no handle, only knowledge;
/// what runs is always read from the system, because a server outlives the service that started it.
class Postmaster
{
public:
    Postmaster(ClusterPaths paths, PostgresBinaries binaries, ClusterUser user, ClusterConfig config);

    struct Running
    {
        qint64 pid = 0;
        QString socketDirectory;
    };

    /// Takes over the server that runs on the directory, or starts one. Waits until it answers, through a
    /// crash recovery if need be. A pid file or socket that a killed server left is cleared away, once no
    /// process of it is alive. Blocking.
    Result<Running> startOrAdopt(const ClusterProgress &progress, std::stop_token stop) const;

    /// Fast shutdown: sessions are ended, nothing committed is lost. No server is success too. Blocking,
    /// about 100 ms.
    Result<void> stop() const;

private:
    Result<std::optional<Running>> adopt(std::stop_token stop) const;
    Result<void> waitForOrphans(std::stop_token stop) const;
    Result<Running> launch(const ClusterProgress &progress, std::stop_token stop) const;
    Error startFailed(const QString &output) const;

    ClusterPaths m_paths;
    PostgresBinaries m_binaries;
    ClusterUser m_user;
    ClusterConfig m_config;
};

} // namespace signalbox
