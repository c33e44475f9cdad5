// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/server/httplimits.h"
#include "core/server/realtime/pollset.h"

#include <QSet>
#include <QTimer>

namespace signalbox {

class WebSocketConnection;

/// What all WebSockets of the service share: the descriptors' watch, one write a socket and turn of the event
/// loop, deadlines, the end at a drain, and the figures. It owns none of them.
class WebSocketGroup final : public QObject
{
    Q_OBJECT

public:
    /// Totals of all sockets there were. A message is counted once, however many frames it came in.
    struct Figures
    {
        qint64 accepted = 0;
        qint64 messagesIn = 0;
        qint64 bytesIn = 0;
        qint64 framesOut = 0;
        qint64 bytesOut = 0;
        qint64 framesDropped = 0; ///< queued and never sent
    };

    WebSocketGroup(const Clock &clock, const WebSocketLimits &limits, QObject *parent = nullptr);
    ~WebSocketGroup() override;

    qsizetype openCount() const { return m_members.size(); } ///< sockets whose descriptor is open
    const Figures &figures() const { return m_figures; }
    const Clock &clock() const { return m_clock; }
    const WebSocketLimits &limits() const { return m_limits; }

    /// Closes all with 1012, a share every tick, so that clients do not come back all at once.
    void drain(std::chrono::milliseconds spread);
    /// Ends all now.
    void abortAll();

Q_SIGNALS:
    void emptied(); ///< the last socket is gone

private:
    friend class WebSocketConnection;

    void add(WebSocketConnection &member);
    void forget(WebSocketConnection &member);
    void markDirty(WebSocketConnection &member);
    void flushDirty();
    void checkDeadlines();
    void drainShare();

    const Clock &m_clock;
    WebSocketLimits m_limits;
    PollSet m_polls;
    QSet<WebSocketConnection *> m_members;
    std::vector<WebSocketConnection *> m_dirty; ///< with something to send since the last turn; null: gone
    QTimer m_ticker;
    QTimer m_drainTicker;
    qsizetype m_drainShare = 0;
    Figures m_figures;
};

} // namespace signalbox
