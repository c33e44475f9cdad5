// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace signalbox {

/// What a running server writes into its data directory as postmaster.pid. The file alone proves nothing: it
/// survives a SIGKILL, and its process id may by now be another program's.
struct PostmasterFile
{
    qint64 pid = 0;
    QString socketDirectory;
    QString status; ///< `starting`, `ready`, `stopping`, `standby`; empty in the first moments

    /// Nothing if there is no such file or it holds no process id.
    static std::optional<PostmasterFile> read(const QString &dataDirectory);
};

/// Is the process alive (a zombie is not) and a PostgreSQL server working in that data directory?
bool isServerOf(qint64 pid, const QString &dataDirectory);

/// Every server process of the data directory, also those whose postmaster was killed and who have not
/// noticed yet.
QList<qint64> serversOf(const QString &dataDirectory);

/// The postmaster that runs on the data directory, if one does.
std::optional<PostmasterFile> runningPostmaster(const QString &dataDirectory);

} // namespace signalbox
