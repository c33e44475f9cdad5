// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <sys/types.h>

namespace signalbox {

struct ClusterPaths;

/// The operating system's user that the database runs as: ourselves, or, since PostgreSQL refuses root, an
/// unprivileged one.
struct ClusterUser
{
    uid_t uid = 0;
    gid_t gid = 0;
    QString name;
    bool mustDrop = false; ///< we are root and become this user in every child process

    /// As root: the owner of existing data, else `postgres`, else `nobody`. Otherwise whoever we are.
    /// Fails when existing data belongs to a user we cannot be.
    static Result<ClusterUser> choose(const ClusterPaths &paths);
};

/// The name of our own user; the number if it has none.
QString currentUserName();

/// Gives `path`, made if missing, to the user with mode 0700. `path` lies in a directory that is ours.
Result<void> makePrivateDirectory(const QString &path, const ClusterUser &user);

/// Makes the directory if missing and proves that the user can reach it. The error names the directory that
/// stops them (code `CLUSTER_UNREACHABLE`).
Result<void> makeReachable(const QString &directory, const ClusterUser &user);

} // namespace signalbox
