// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <functional>

namespace signalbox {

struct ClusterPaths;
struct ClusterUser;
struct PostgresBinaries;

/// Told what is going on when it takes a while; plain English, one line.
using ClusterProgress = std::function<void(const QString &)>;

/// Is there a data directory that these programs can serve? False if there is none yet. Fails, having touched
/// nothing, when it is of another major version (code `CLUSTER_VERSION`) or something else lies there.
Result<bool> hasUsableData(const ClusterPaths &paths, const PostgresBinaries &binaries);

/// Makes the data directory with the database `signalbox` in it, under another name first and renamed when
/// whole, so that a crash at any moment leaves all or nothing. `isThrowaway` skips the flush to disk.
Result<void> createData(const ClusterPaths &paths, const PostgresBinaries &binaries, const ClusterUser &user,
    bool isThrowaway, const ClusterProgress &progress);

/// Removes what an interrupted createData() left. Only under the directory's lock.
void removeHalfMadeData(const ClusterPaths &paths);

} // namespace signalbox
