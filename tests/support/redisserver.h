// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace signalbox {

/// A Redis of one's own on a Unix socket in a temporary directory; nothing is kept, and it ends with the test
/// program.
class RedisServer
{
public:
    /// Unavailable, naming the package, when redis-server is missing or does not come up.
    static Result<std::unique_ptr<RedisServer>> start();
    ~RedisServer();
    Q_DISABLE_COPY_MOVE(RedisServer)

    QString socketPath() const;
    /// `unix:///…`, what `--redis` takes.
    QString url() const;

    /// SIGKILL: for tests of an outage. restart() brings an empty server back on the same socket.
    void kill();
    Result<void> restart();

private:
    RedisServer() = default;

    QTemporaryDir m_directory;
    QProcess m_process;
};

} // namespace signalbox
