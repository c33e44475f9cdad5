// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/fanoutservers.h"

#include "tests/server/testservice.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QWebSocket>
#include <QWebSocketServer>

#include <chrono>
#include <cstdio>
#include <functional>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

constexpr std::chrono::milliseconds Tick {1};
constexpr qsizetype MessageBytes = 1024;

qint64 steadyNanos()
{
    return std::chrono::nanoseconds(std::chrono::steady_clock::now().time_since_epoch()).count();
}

void announce(quint16 port)
{
    std::printf("ready %u\n", port);
    std::fflush(stdout);
}

/// Calls `broadcast` with a message at a pace.
class Pacer : public QObject
{
public:
    explicit Pacer(std::function<void(const QByteArray &)> broadcast)
        : m_broadcast(std::move(broadcast))
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(Tick);
        connect(&m_timer, &QTimer::timeout, this, &Pacer::tick);
    }

    /// False when it is no order to start.
    bool take(const QByteArray &text, qsizetype clients)
    {
        const QList<QByteArray> words = text.split(' ');
        if (words.first() != "start")
            return false;
        m_interval = qint64(double(clients) * 1e9 / words.value(1).toDouble());
        m_due = steadyNanos();
        m_end = m_due + words.value(2).toLongLong() * 1'000'000;
        m_timer.start();
        return true;
    }

private:
    void tick()
    {
        const qint64 now = steadyNanos();
        for (; m_due <= now && m_due < m_end; m_due += m_interval)
            m_broadcast(QByteArray::number(m_due).rightJustified(20, '0').leftJustified(MessageBytes, 'x'));
        if (m_due >= m_end)
            m_timer.stop();
    }

    std::function<void(const QByteArray &)> m_broadcast;
    QTimer m_timer;
    qint64 m_interval = 0;
    qint64 m_due = 0;
    qint64 m_end = 0;
};

/// QWebSocketServer hides its sockets; this one sets them up before it gets them.
class PromptServer : public QTcpServer
{
public:
    explicit PromptServer(QWebSocketServer &server)
        : m_server(server)
    { }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *socket = new QTcpSocket(this);
        socket->setSocketDescriptor(descriptor);
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        m_server.handleConnection(socket);
    }

private:
    QWebSocketServer &m_server;
};

} // namespace

int serveOwn(QCoreApplication &application)
{
    TestService service;
    service.routes.addUpgrade(u"/"_s, [](const HttpRequest &) { return Reply<bool>::ready(true); });
    std::unordered_map<WebSocketConnection *, std::unique_ptr<WebSocketConnection>> sockets;
    Pacer pacer([&](const QByteArray &message) {
        const WireFrame frame = WireFrame::text(message);
        for (const auto &[socket, owner] : sockets)
            socket->send(frame);
    });
    QObject::connect(&service.server, &HttpServer::webSocketArrived, &application, [&] {
        std::unique_ptr<WebSocketConnection> owner = service.server.takeWebSocket().socket;
        WebSocketConnection *socket = owner.get();
        QObject::connect(socket, &RealtimeSocket::textReceived, socket, [&, socket](const QByteArray &text) {
            if (!pacer.take(text, qsizetype(sockets.size())))
                socket->send(WireFrame::text(text));
        });
        QObject::connect(
            socket, &RealtimeSocket::closed, &application, [&, socket] { sockets.erase(socket); });
        sockets.emplace(socket, std::move(owner));
    });
    announce(service.start());
    return application.exec();
}

int serveQt(QCoreApplication &application)
{
    QWebSocketServer server(u"fanout"_s, QWebSocketServer::NonSecureMode);
    server.setMaxPendingConnections(10'000);
    PromptServer listener(server);
    listener.setListenBacklogSize(1024);
    QSet<QWebSocket *> sockets;
    Pacer pacer([&](const QByteArray &message) {
        const QString text = QString::fromLatin1(message);
        for (QWebSocket *socket : std::as_const(sockets))
            socket->sendTextMessage(text);
    });
    QObject::connect(&server, &QWebSocketServer::newConnection, &application, [&] {
        while (QWebSocket *socket = server.nextPendingConnection()) {
            sockets.insert(socket);
            QObject::connect(
                socket, &QWebSocket::textMessageReceived, socket, [&, socket](const QString &text) {
                    if (!pacer.take(text.toLatin1(), sockets.size()))
                        socket->sendTextMessage(text);
                });
            QObject::connect(socket, &QWebSocket::disconnected, &application, [&, socket] {
                sockets.remove(socket);
                socket->deleteLater();
            });
        }
    });
    if (!listener.listen(QHostAddress::LocalHost, 0))
        return 3;
    announce(listener.serverPort());
    return application.exec();
}

} // namespace signalbox
