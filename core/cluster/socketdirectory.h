// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace signalbox {

struct ClusterPaths;
struct ClusterUser;

/// Where the server shall listen: `run` in its directory, or, when that path is too long for a Unix socket
/// (107 bytes) or holds a comma (which libpq reads as a list), a short private directory that is remembered
/// for the next start. Made, empty of what a killed server left, and open to the cluster's user only. Call it
/// only while no server runs.
Result<QString> prepareSocketDirectory(const ClusterPaths &paths, const ClusterUser &user);

/// Removes the short directory, if there is one. The server must be down.
void removeShortSocketDirectory(const ClusterPaths &paths);

} // namespace signalbox
