// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/waitlimit.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QtNetwork/QTcpSocket>

namespace signalbox {

/// One answer as a client read it.
struct RawAnswer
{
    int status = 0;
    QList<std::pair<QByteArray, QByteArray>> headers; ///< names in lower case
    QByteArray body;

    QByteArray header(QByteArrayView lowerCaseName) const;
    QJsonObject json() const;
};

/// A client that sends exactly the bytes it is given and reads strictly by RFC 9112: for what no library
/// would send.
class RawClient final : public QObject
{
    Q_OBJECT

public:
    explicit RawClient(quint16 port);

    bool connectToServer();
    void send(const QByteArray &bytes);
    /// `GET path` with Host and the given further header lines.
    void get(const QByteArray &path, const QByteArray &headerLines = {});
    /// Half-closes: the server reads an end, this side still reads.
    void finishWriting();
    void close();
    /// Waits for the next complete answer; status 0 when the connection ends or time is up first. A HEAD's
    /// answer has no body whatever its Content-Length.
    RawAnswer answer(bool isHead = false, int timeoutMs = WaitLimit);
    /// Whether the server closes within the time.
    bool waitForClose(int timeoutMs = WaitLimit);
    bool isOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    QByteArray unread() const { return m_received; }
    /// Everything that arrived and is no answer taken before.
    QByteArray takeUnread();
    QTcpSocket &socket() { return m_socket; }

private:
    bool takeAnswer(bool isHead, RawAnswer &answer);

    quint16 m_port;
    QTcpSocket m_socket;
    QByteArray m_received;
};

} // namespace signalbox
