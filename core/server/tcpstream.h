// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QSocketNotifier>

namespace signalbox {

/// One accepted TCP connection, without blocking, on the event thread.
///
/// Not QTcpSocket: that one closes itself when the peer shuts down only its sending side, losing the answer,
/// and asks the kernel three times where one question is enough.
class TcpStream final : public QObject
{
    Q_OBJECT

public:
    /// Takes the descriptor over; sets it non-blocking and TCP_NODELAY (DESIGN D6).
    explicit TcpStream(qintptr descriptor, QObject *parent = nullptr);
    ~TcpStream() override;

    /// Whether arriving bytes are taken in. While not, the kernel's window slows the sender down.
    void setReading(bool isReading);
    /// Sends both in order. True when all is gone; else the rest follows and `flushed` tells its end.
    bool write(const QByteArray &head, const QByteArray &body);
    /// Whether bytes have arrived that were not read yet.
    bool hasUnread() const;
    qint64 pendingBytes() const { return m_pending.size() - m_pendingStart; }
    /// Tells the peer that nothing follows; reading goes on.
    void finishWriting();
    /// Gives the descriptor away, blocking mode unchanged; this stream is then dead. -1 when it is closed
    /// already.
    qintptr release();
    void close();

Q_SIGNALS:
    void received(QByteArrayView bytes);
    void peerFinished(); ///< the peer will send no more; it may still read
    void failed(); ///< reset or broken; already closed
    void progressed(); ///< some pending bytes were sent
    void flushed(); ///< what write() left over has been sent

private:
    void onReadable();
    void onWritable();
    void fail();

    qintptr m_descriptor;
    QSocketNotifier m_readable;
    QSocketNotifier m_writable;
    QByteArray m_pending;
    qsizetype m_pendingStart = 0;
};

} // namespace signalbox
