// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/linkmonitor.h"

namespace signalbox {

using State = ConnectionStatus::State;

LinkMonitor::LinkMonitor(const Clock &clock, Backoff backoff, QString server, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_backoff(std::move(backoff))
{
    m_status.server = std::move(server);
    m_status.since = clock.now();
    m_wait.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, &LinkMonitor::probeWanted);
}

void LinkMonitor::answered(std::chrono::milliseconds latency, const QString &requestId)
{
    m_wait.stop();
    m_backoff.reset();
    m_status.latency = latency;
    m_status.lastAnswerAt = m_clock.now();
    m_status.lastRequestId = requestId;
    enter(State::Connected);
    Q_EMIT statusChanged();
}

void LinkMonitor::failed(const QString &requestId)
{
    // Calls that fail together are one failure: the wait for the next try is already running.
    if (m_wait.isActive())
        return;
    m_wait.start(m_backoff.next());
    m_status.lastRequestId = requestId;
    m_status.latency.reset();
    enter(m_backoff.tries() >= FailuresUntilOffline ? State::Offline : State::Reconnecting);
    Q_EMIT statusChanged();
}

void LinkMonitor::retryNow()
{
    m_wait.stop();
    Q_EMIT probeWanted();
}

void LinkMonitor::enter(State state)
{
    if (m_status.state == state)
        return;
    m_status.state = state;
    m_status.since = m_clock.now();
}

} // namespace signalbox
