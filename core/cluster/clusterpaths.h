// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace signalbox {

/// The layout of an embedded cluster's directory.
///
/// `pg`, `run` and `log` belong to the user the database runs as; the directory itself and `conf` stay ours,
/// so that a service running as root never writes through a path that another user controls.
struct ClusterPaths
{
    explicit ClusterPaths(const QString &directory);

    QString root; ///< absolute, without a trailing slash
    QString data; ///< PGDATA
    QString run; ///< the socket, if its path is short enough
    QString log; ///< PostgreSQL's log: one file a weekday
    QString conf; ///< what we configure, our lock, and the remembered socket directory

    QString lockFile() const { return conf + QLatin1StringView("/lock"); }
    QString configFile() const { return conf + QLatin1StringView("/postgresql.conf"); }
    QString startLog() const { return log + QLatin1StringView("/start.log"); }
};

/// Replaces a small file in one step, readable by everyone: a reader sees the old text or the new one.
Result<void> writeFile(const QString &path, const QByteArray &text);

/// The last `lines` lines of a text, joined by " | ": what an error carries of a program's output.
QString lastLines(const QString &text, int lines);

} // namespace signalbox
