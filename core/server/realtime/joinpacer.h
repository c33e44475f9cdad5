// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <deque>

namespace signalbox {

class ChannelJoin;

/// Lets so many joins a second begin; the others wait in their order. The clients have no jitter: after an
/// interruption they all come in the same second (realtime §1.8).
class JoinPacer final : public QObject
{
    Q_OBJECT

public:
    JoinPacer(const Clock &clock, int perSecond, int mostWaiting, QObject *parent = nullptr);

    /// Begins the join now or when it is its turn; false when too many wait already.
    bool admit(ChannelJoin *join);
    /// While held, all joins wait; so it begins.
    void setHeld(bool isHeld);
    qsizetype waitingCount() const { return qsizetype(m_waiting.size()); }

private:
    bool takeToken();
    void release();

    const Clock &m_clock;
    double m_perSecond;
    int m_mostWaiting;
    bool m_isHeld = true;
    double m_tokens;
    std::chrono::microseconds m_filledAt;
    std::deque<QPointer<ChannelJoin>> m_waiting;
    QTimer m_timer;
};

} // namespace signalbox
