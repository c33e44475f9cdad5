// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/realtime/pollset.h"
#include "core/server/realtime/realtimesocket.h"
#include "core/server/realtime/websocketreader.h"

#include <QList>

namespace signalbox {

class WebSocketGroup;

/// A WebSocket over TCP (RFC 6455), server side, on the event thread.
///
/// A frame is queued as a reference to bytes that all its receivers share; the group writes what a turn of
/// the event loop queued with one call. No limit here on what waits: the hub looks at backlog(). A text that
/// is not UTF-8, too long or not framed as it should be ends the socket with the code that says so, silence
/// beyond WebSocketLimits::silenceTimeout with 1001.
///
/// `closed` is emitted from the event loop, never from within a call; a slot of the others must not delete
/// the socket (deleteLater() instead).
class WebSocketConnection final : public RealtimeSocket, private PollSet::Member
{
    Q_OBJECT

public:
    /// Takes over `descriptor`, which is non-blocking and TCP_NODELAY. begin() starts it.
    WebSocketConnection(qintptr descriptor, WebSocketGroup &group, const QByteArray &answer,
        const QByteArray &unread, QObject *parent = nullptr);
    ~WebSocketConnection() override;

    /// Sends the answer to the handshake, then takes in `unread` and what the client sends. Once.
    void begin();

    void send(const WireFrame &frame) override;
    Backlog backlog() const override;
    void dropBacklog() override;
    void close(quint16 code, QByteArrayView reason) override;
    void abort() override;

    /// Neither side has begun to close.
    bool isOpen() const { return m_phase == Phase::Open; }
    /// Clock::elapsed() when the client's last byte came.
    std::chrono::microseconds lastReceivedAt() const { return m_lastReceivedAt; }

private:
    friend class WebSocketGroup;

    enum class Phase : quint8
    {
        Open,
        Closing, ///< a close frame is queued; the client's is awaited
        Lingering, ///< nothing more is said or heard; reading on so that the last frame is not lost in a
                   ///< reset
        Closed,
    };
    struct Queued
    {
        QByteArray bytes;
        std::chrono::microseconds at;
    };

    void onReady(bool canRead, bool canWrite) override;
    void receive();
    void read(QByteArrayView bytes);
    void handle(const WebSocketReader::Event &event);
    void queue(const QByteArray &bytes);
    void queueClose(quint16 code, QByteArrayView reason);
    void linger(quint16 code, QByteArrayView reason);
    void flush();
    void take(qsizetype sent);
    void setWaiting(bool isWaiting);
    void checkDeadline();

    int m_descriptor;
    WebSocketGroup &m_group;
    Phase m_phase = Phase::Open;
    bool m_hasBegun = false;
    bool m_isDirty = false; ///< in the group's list for the end of this turn
    bool m_isWaiting = false; ///< for the kernel to take more
    WebSocketReader m_reader;
    QList<Queued> m_queue;
    qsizetype m_sentOfFirst = 0;
    qint64 m_queuedBytes = 0;
    std::chrono::microseconds m_lastReceivedAt;
    std::chrono::microseconds m_closeDeadline {};
    QByteArray m_answer; ///< until begin()
    QByteArray m_unread;
};

} // namespace signalbox
