// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/backoff.h"
#include "core/inbox/serviceconnection.h"

#include <QTimer>

namespace signalbox {

/// Tells from the exchanges whether the service can be reached, and tries it again when it cannot.
///
///   Connecting ──answer──▶ Connected ──failure──▶ Reconnecting ──third failure──▶ Offline
///                              ▲────────────── any answer ──────────────┴────────────┘
///
/// Any HTTP answer counts, an error too: it shows the way is open. While it is not, probeWanted() is emitted
/// after growing waits; the owner asks something small and reports what came of it.
class LinkMonitor final : public QObject
{
    Q_OBJECT

public:
    /// Failures in a row from which on the person is told that the service is away.
    static constexpr int FailuresUntilOffline = 3;

    LinkMonitor(const Clock &clock, Backoff backoff, QString server, QObject *parent = nullptr);

    const ConnectionStatus &status() const { return m_status; }
    void setServer(const QString &server) { m_status.server = server; } ///< for people

    void answered(std::chrono::milliseconds latency, const QString &requestId);
    void failed(const QString &requestId);
    /// Asks for a probe now instead of after the wait.
    void retryNow();

Q_SIGNALS:
    void statusChanged();
    void probeWanted();

private:
    void enter(ConnectionStatus::State state);

    const Clock &m_clock;
    Backoff m_backoff;
    QTimer m_wait;
    ConnectionStatus m_status;
};

} // namespace signalbox
