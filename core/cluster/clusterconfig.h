// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QStringList>

namespace signalbox {

struct ClusterPaths;
struct ClusterUser;

/// What the server is told.
struct ClusterConfig
{
    QString socketDirectory;
    QStringList loginRoles; ///< beside the superuser, the roles that may log in
    bool isThrowaway = false; ///< speed over safety: for tests that start from nothing each time
    qint64 memoryBytes = 0; ///< of the machine, or of the container's limit
};

/// Of this machine, or what the container we run in may use of it.
qint64 availableMemory();

/// Text of postgresql.conf.
QByteArray serverSettings(const ClusterPaths &paths, const ClusterConfig &config);

/// Writes postgresql.conf, pg_hba.conf and pg_ident.conf into `conf`.
Result<void> writeClusterConfig(
    const ClusterPaths &paths, const ClusterUser &user, const ClusterConfig &config);

} // namespace signalbox
