// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cluster/postmaster.h"

#include <thread>

namespace signalbox {

/// Starts the server again when it dies (killed, out of memory), on a thread of its own that sleeps until
/// then.
///
/// Sessions see their connection break and reconnect to the same socket; what was committed is there.
class ClusterWatch
{
public:
    ClusterWatch(Postmaster server, qint64 pid);
    /// As stop().
    ~ClusterWatch();
    Q_DISABLE_COPY_MOVE(ClusterWatch)

    /// From here on a server that ends stays ended. Waits for a restart that is under way.
    void stop();

private:
    void watch(std::stop_token stop);
    void waitForEnd(qint64 pid) const;
    bool sleepUnlessStopped(std::chrono::milliseconds time) const;

    Postmaster m_server;
    qint64 m_pid;
    int m_wake; ///< an eventfd that stop() makes readable
    std::jthread m_thread;
};

} // namespace signalbox
