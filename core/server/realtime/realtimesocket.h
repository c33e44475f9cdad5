// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>

#include <chrono>

namespace signalbox {

/// A server frame as it goes over the wire, header and all. The servers' frames are not masked, so one serves
/// all receivers, and copies share the bytes (realtime §3.3).
struct WireFrame
{
    QByteArray bytes;

    static WireFrame text(QByteArrayView payload); ///< one unfragmented text frame; `payload` is UTF-8
};

/// One client's WebSocket as the realtime hub sees it: implemented over TCP, faked in tests. Event thread.
class RealtimeSocket : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    ~RealtimeSocket() override;

    /// Queues. All that a turn of the event loop queued is written with one call at its end.
    virtual void send(const WireFrame &frame) = 0;

    /// What was queued and not taken by the kernel yet.
    struct Backlog
    {
        qint64 bytes = 0;
        int frames = 0;
        std::chrono::microseconds oldest {0}; ///< age of the first frame; zero: nothing waits
    };
    virtual Backlog backlog() const = 0;
    /// Forgets what was queued, except a frame that is partly sent.
    virtual void dropBacklog() = 0;

    /// Sends what is queued and a close frame, waits a moment for the client's, then ends. `closed` follows.
    virtual void close(quint16 code, QByteArrayView reason) = 0;
    /// Ends at once. `closed` follows.
    virtual void abort() = 0;

Q_SIGNALS:
    /// A whole text message, valid UTF-8, within the limit.
    void textReceived(const QByteArray &text);
    /// A whole binary message within the limit: how clients of vsn 2.0.0 send broadcasts.
    void binaryReceived(const QByteArray &bytes);
    void closed(); ///< once, whatever the reason; nothing is sent or received after it
};

} // namespace signalbox
