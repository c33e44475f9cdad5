// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rawclient.h"

#include "tests/support/waitlimit.h"

#include <QJsonDocument>
#include <QTest>
#include <QtNetwork/QHostAddress>

#include <sys/socket.h>

namespace signalbox {

QByteArray RawAnswer::header(QByteArrayView lowerCaseName) const
{
    for (const auto &[name, value] : headers) {
        if (name == lowerCaseName)
            return value;
    }
    return {};
}

QJsonObject RawAnswer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

RawClient::RawClient(quint16 port)
    : m_port(port)
{
    connect(&m_socket, &QTcpSocket::readyRead, this, [this] { m_received += m_socket.readAll(); });
}

bool RawClient::connectToServer()
{
    m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
    return QTest::qWaitFor([this] { return isOpen(); }, WaitLimit);
}

void RawClient::send(const QByteArray &bytes)
{
    m_socket.write(bytes);
    m_socket.flush();
}

void RawClient::get(const QByteArray &path, const QByteArray &headerLines)
{
    send("GET " + path + " HTTP/1.1\r\nHost: test\r\n" + headerLines + "\r\n");
}

void RawClient::finishWriting()
{
    m_socket.flush();
    ::shutdown(static_cast<int>(m_socket.socketDescriptor()), SHUT_WR);
}

void RawClient::close()
{
    m_socket.abort();
}

QByteArray RawClient::takeUnread()
{
    m_received += m_socket.readAll();
    return std::exchange(m_received, {});
}

bool RawClient::takeAnswer(bool isHead, RawAnswer &answer)
{
    const qsizetype end = m_received.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    RawAnswer parsed;
    QList<QByteArray> lines = m_received.first(end).split('\n');
    parsed.status = lines.takeFirst().mid(9, 3).toInt();
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        parsed.headers.append(std::pair(line.first(colon).toLower(), line.sliced(colon + 1).trimmed()));
    }
    const bool hasBody = !isHead && parsed.status != 204 && parsed.status != 304 && parsed.status >= 200;
    const qsizetype size = hasBody ? parsed.header("content-length").toLongLong() : 0;
    if (m_received.size() < end + 4 + size)
        return false;
    parsed.body = m_received.sliced(end + 4, size);
    m_received.remove(0, end + 4 + size);
    answer = parsed;
    return true;
}

RawAnswer RawClient::answer(bool isHead, int timeoutMs)
{
    RawAnswer answer;
    const bool isThere = QTest::qWaitFor(
        [&] {
            m_received += m_socket.readAll();
            return takeAnswer(isHead, answer) || m_socket.state() == QAbstractSocket::UnconnectedState;
        },
        timeoutMs);
    Q_UNUSED(isThere);
    return answer;
}

bool RawClient::waitForClose(int timeoutMs)
{
    return QTest::qWaitFor(
        [this] { return m_socket.state() == QAbstractSocket::UnconnectedState; }, timeoutMs);
}

} // namespace signalbox
