// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/client/fakepeer.h"

#include "tests/support/waitlimit.h"

#include <QJsonDocument>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketServer>

namespace signalbox {

using namespace Qt::StringLiterals;

FakePeer::FakePeer()
    : m_sockets(std::make_unique<QWebSocketServer>(u"peer"_s, QWebSocketServer::NonSecureMode))
{
    connect(m_sockets.get(), &QWebSocketServer::newConnection, this, [this] {
        ++m_handshakes;
        m_socket.reset(m_sockets->nextPendingConnection());
        m_token = m_socket->request().rawHeader("x-api-key");
        connect(m_socket.get(), &QWebSocket::textMessageReceived, this, [this](const QString &text) {
            const auto message = parsePhoenixMessage(PhoenixVersion::V2, text.toUtf8());
            if (message)
                m_received.append(*message);
            else
                m_problem = u"unreadable: "_s + text;
        });
        connect(
            m_socket.get(), &QWebSocket::disconnected, this, [this] { m_socket.release()->deleteLater(); });
    });
    listen();
}

FakePeer::~FakePeer()
{
    vanish();
}

void FakePeer::listen()
{
    m_server = std::make_unique<QTcpServer>();
    connect(m_server.get(), &QTcpServer::newConnection, this, &FakePeer::accept);
    if (m_server->listen(QHostAddress::LocalHost, m_port))
        m_port = m_server->serverPort();
    else
        m_problem = m_server->errorString();
}

void FakePeer::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        if (m_refusal != 0) {
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { refuse(socket); });
            continue;
        }
        socket->setParent(m_sockets.get()); // it goes on after the server that took it
        m_sockets->handleConnection(socket);
    }
}

void FakePeer::refuse(QTcpSocket *socket)
{
    if (!socket->peek(65536).contains("\r\n\r\n"))
        return;
    ++m_handshakes;
    const QByteArray head = socket->readAll();
    m_token = head.mid(head.indexOf("x-api-key: ") + 11).split('\r').constFirst();
    socket->write("HTTP/1.1 " + QByteArray::number(m_refusal)
        + " Refused\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");
    socket->disconnectFromHost();
}

QUrl FakePeer::url() const
{
    return QUrl(u"ws://127.0.0.1:%1/realtime/v1/websocket"_s.arg(m_port));
}

void FakePeer::cut()
{
    if (!m_socket)
        return;
    QWebSocket *socket = m_socket.release();
    socket->disconnect(this);
    socket->abort();
    socket->deleteLater();
}

void FakePeer::vanish()
{
    m_server.reset();
    cut();
}

void FakePeer::resume()
{
    listen();
}

std::optional<PhoenixMessage> FakePeer::expect(const QString &topicStart, const QString &event)
{
    if (!QTest::qWaitFor([this] { return !m_received.isEmpty(); }, WaitLimit)) {
        m_problem = u"no %1 on %2 came"_s.arg(event, topicStart);
        return std::nullopt;
    }
    const PhoenixMessage message = m_received.takeFirst();
    if (message.event != event || !message.topic.startsWith(topicStart)) {
        m_problem = u"%1 on %2 instead of %3 on %4"_s.arg(message.event, message.topic, event, topicStart);
        return std::nullopt;
    }
    return message;
}

void FakePeer::answer(const PhoenixMessage &message, const QJsonObject &response, const QString &status)
{
    const PhoenixMessage reply {message.joinRef, message.ref, message.topic, u"phx_reply"_s,
        {{u"status"_s, status}, {u"response"_s, response}}};
    if (m_socket)
        m_socket->sendTextMessage(QString::fromUtf8(writePhoenixMessage(PhoenixVersion::V2, reply)));
}

void FakePeer::push(const QString &topic, const QString &event, const QJsonObject &payload,
    const std::optional<QString> &joinRef)
{
    if (m_socket)
        m_socket->sendTextMessage(QString::fromUtf8(
            writePhoenixMessage(PhoenixVersion::V2, {joinRef, std::nullopt, topic, event, payload})));
}

QString FakePeer::nothingLeft() const
{
    if (!m_problem.isEmpty())
        return m_problem;
    QStringList left;
    for (const PhoenixMessage &message : m_received)
        left.append(message.event + u" on "_s + message.topic);
    return left.join(u", "_s);
}

} // namespace signalbox
