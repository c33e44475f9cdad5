// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/realtime/phoenixframe.h"

#include <QObject>
#include <QTimer>

#include <memory>

class QUrl;
class QWebSocket;

namespace signalbox {

/// One WebSocket that speaks Phoenix channels in version 2 (realtime §1.2): frames, refs and heartbeats.
/// Knows no channels. After a close it can be opened again. Event thread.
class PhoenixSocket final : public QObject
{
    Q_OBJECT

public:
    /// How long a peer may take from the first byte to the end of the handshake.
    static constexpr std::chrono::seconds OpenDeadline {10};

    PhoenixSocket(const Clock &clock, std::chrono::milliseconds heartbeat, QObject *parent = nullptr);
    ~PhoenixSocket() override;

    /// `url` ends in `/websocket`. The token goes into a header: what stands in a URL ends up in logs.
    void open(const QUrl &url, const QByteArray &token);
    /// Ends it at once; closed() does not follow.
    void abort();
    bool isOpen() const { return m_isOpen; }
    bool isOpening() const { return m_socket && !m_isOpen; }

    /// Sends a message and returns its ref. `joinRef` null: it begins a channel, whose ref it is from now on.
    QString push(const QString &topic, const QString &event, const QJsonObject &payload,
        const std::optional<QString> &joinRef = std::nullopt);
    /// A heartbeat now instead of at its time, unless one is unanswered.
    void beat();

Q_SIGNALS:
    void opened();
    /// It is gone, or could not be had. `httpStatus`: what the handshake was refused with; 0: it was not
    /// refused.
    void closed(int httpStatus);
    /// Everything but answers to heartbeats.
    void received(const signalbox::PhoenixMessage &message);
    void heartbeatAnswered(std::chrono::milliseconds latency, const QJsonObject &response);
    void silent(); ///< a heartbeat was not answered until the next was due

private:
    void onFrame(const QString &text);
    void onGone(int httpStatus);
    void onBeatDue();

    const Clock &m_clock;
    std::unique_ptr<QWebSocket> m_socket;
    QTimer m_deadline;
    QTimer m_heartbeat;
    bool m_isOpen = false;
    quint64 m_lastRef = 0;
    QString m_beatRef; ///< of the heartbeat that waits for its answer
    std::chrono::microseconds m_beatAt {0};
};

} // namespace signalbox
