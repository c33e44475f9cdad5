// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace signalbox {

/// The throw-away PostgreSQL of a ctest run (fixture `pg`): one per build directory, found through a file
/// there.
namespace testcluster {

/// The database every TestDatabase is cloned from: migrated, and closed to connections.
inline constexpr QLatin1StringView Template {"signalbox"};

/// Starts the cluster and migrates the template; those that interrupted runs left are stopped first.
Result<void> start();
/// Stops it and removes its directory; none is success.
Result<void> stop();

/// Connection strings of the running one. Unavailable, saying what to do, when there is none.
Result<QString> conninfo(const QString &role, const QString &database);
Result<QString> adminConninfo(const QString &database);

} // namespace testcluster

} // namespace signalbox
