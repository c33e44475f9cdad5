// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster/clusterwatch.h"

#include "core/base/backoff.h"
#include "core/base/log.h"

#include <QRandomGenerator>

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

using namespace Qt::StringLiterals;

namespace signalbox {

Q_LOGGING_CATEGORY(clusterLog, "signalbox.cluster")

namespace {

constexpr std::chrono::milliseconds FirstRetry {200};
constexpr std::chrono::milliseconds LongestRetry {30'000};
constexpr int BlindPollMs = 500;

} // namespace

ClusterWatch::ClusterWatch(Postmaster server, qint64 pid)
    : m_server(std::move(server))
    , m_pid(pid)
    , m_wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
    , m_thread([this](std::stop_token stop) { watch(std::move(stop)); })
{ }

ClusterWatch::~ClusterWatch()
{
    stop();
    ::close(m_wake);
}

void ClusterWatch::stop()
{
    m_thread.request_stop();
    ::eventfd_write(m_wake, 1);
    if (m_thread.joinable())
        m_thread.join();
}

void ClusterWatch::watch(std::stop_token stop)
{
    Backoff backoff(FirstRetry, LongestRetry, [] { return QRandomGenerator::global()->generateDouble(); });
    while (true) {
        waitForEnd(m_pid);
        if (stop.stop_requested())
            return;
        logWarning(clusterLog(), "cluster_lost"_L1, {{u"pid"_s, m_pid}});
        const auto server = m_server.startOrAdopt({}, stop);
        if (stop.stop_requested())
            return;
        if (server) {
            m_pid = server->pid;
            logInfo(
                clusterLog(), "cluster_restarted"_L1, {{u"pid"_s, m_pid}, {u"failures"_s, backoff.tries()}});
            backoff.reset();
            continue;
        }
        logError(clusterLog(), "cluster_restart_failed"_L1, {{u"error"_s, describe(server.error())}});
        if (!sleepUnlessStopped(backoff.next()))
            return;
    }
}

// A pidfd becomes readable when its process ends. Where the kernel has none (before 5.3, some sandboxes) we
// look twice a second.
void ClusterWatch::waitForEnd(qint64 pid) const
{
    // Not ::pidfd_open(): the header of glibc 2.36 forgets that it is C.
    const int process = int(::syscall(SYS_pidfd_open, pid_t(pid), 0));
    bool isAlive = process >= 0 || errno != ESRCH;
    while (isAlive) {
        pollfd watched[2] = {{m_wake, POLLIN, 0}, {process, POLLIN, 0}};
        const int ready = ::poll(watched, process >= 0 ? 2 : 1, process >= 0 ? -1 : BlindPollMs);
        const bool isInterrupted = ready < 0 && errno == EINTR;
        isAlive = isInterrupted || (ready == 0 && ::kill(pid_t(pid), 0) == 0);
    }
    if (process >= 0)
        ::close(process);
}

bool ClusterWatch::sleepUnlessStopped(std::chrono::milliseconds time) const
{
    pollfd wake {m_wake, POLLIN, 0};
    return ::poll(&wake, 1, int(time.count())) == 0;
}

} // namespace signalbox
