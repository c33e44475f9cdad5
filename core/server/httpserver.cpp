// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/httpserver.h"

#include "core/base/log.h"
#include "core/server/realtime/websockethandshake.h"
#include "core/server/serverlog.h"

using namespace Qt::StringLiterals;

namespace signalbox {

HttpServer::HttpServer(const RequestPipeline::Services &services, const HttpLimits &limits, QObject *parent)
    : QObject(parent)
    , m_pipeline(services)
    , m_webSockets(services.clock, limits.webSocket)
    , m_guard(*this, services.clock, limits)
{
    m_patience.setSingleShot(true);
    connect(&m_guard, &ConnectionGuard::drained, this, &HttpServer::checkDrained);
    connect(&m_webSockets, &WebSocketGroup::emptied, this, &HttpServer::checkDrained);
    connect(&m_patience, &QTimer::timeout, this, &HttpServer::finishDrain);
    registerFigures(services.metrics);
}

HttpServer::~HttpServer() = default;

void HttpServer::registerFigures(Metrics &metrics)
{
    const auto gauge = [&metrics](const char *name, const char *help, auto read) {
        metrics.gauge(name, help, [read] { return static_cast<double>(read()); });
    };
    const auto total = [&metrics](const char *name, const char *help, auto read) {
        metrics.total(name, help, [read] { return static_cast<double>(read()); });
    };
    gauge(
        "signalbox_http_connections", "Open HTTP connections.", [this] { return m_guard.connectionCount(); });
    total("signalbox_http_connections_accepted_total", "Connections taken.",
        [this] { return m_guard.acceptedTotal(); });
    total("signalbox_http_connections_refused_total", "Connections over the limit.",
        [this] { return m_guard.refusedTotal(); });
    gauge("signalbox_websockets", "Open WebSockets.", [this] { return m_webSockets.openCount(); });
    const WebSocketGroup::Figures &figures = m_webSockets.figures();
    total("signalbox_websockets_accepted_total", "Upgrades that a gate approved.",
        [&figures] { return figures.accepted; });
    total("signalbox_websocket_messages_received_total", "Messages and control frames of clients.",
        [&figures] { return figures.messagesIn; });
    total("signalbox_websocket_bytes_received_total", "Bytes from clients, framing included.",
        [&figures] { return figures.bytesIn; });
    total("signalbox_websocket_frames_sent_total", "Frames the kernel took for clients.",
        [&figures] { return figures.framesOut; });
    total("signalbox_websocket_bytes_sent_total", "Their bytes.", [&figures] { return figures.bytesOut; });
    total("signalbox_websocket_frames_dropped_total", "Frames queued and never sent.",
        [&figures] { return figures.framesDropped; });
}

Result<quint16> HttpServer::start(const QHostAddress &address, quint16 port)
{
    if (!m_guard.listen(address, port))
        return Error::unavailable(
            u"Cannot listen on %1:%2: %3"_s.arg(address.toString()).arg(port).arg(m_guard.errorString()));
    return m_guard.serverPort();
}

void HttpServer::drain(std::chrono::milliseconds patience)
{
    if (m_pipeline.isDraining())
        return;
    logInfo(serverLog(), "drain_begun"_L1,
        {{u"connections"_s, m_guard.connectionCount()}, {u"webSockets"_s, m_webSockets.openCount()}});
    m_pipeline.beginDrain();
    m_patience.start(patience);
    m_guard.drain();
    m_arrived.clear();
    Q_EMIT drainBegun();
    m_webSockets.drain(patience / 2);
}

void HttpServer::checkDrained()
{
    if (isDraining() && m_guard.isDrained() && m_webSockets.openCount() == 0)
        finishDrain();
}

void HttpServer::finishDrain()
{
    m_patience.stop();
    if (std::exchange(m_isDrained, true))
        return;
    const qsizetype left = m_guard.connectionCount() + m_webSockets.openCount();
    if (left > 0) {
        logWarning(serverLog(), "drain_cut"_L1, {{u"connections"_s, left}});
        m_guard.closeAll();
        m_webSockets.abortAll();
    }
    Q_EMIT drained();
}

HttpServer::Upgraded HttpServer::takeWebSocket()
{
    if (m_arrived.empty())
        return {};
    Upgraded upgraded = std::move(m_arrived.front());
    m_arrived.pop_front();
    QMetaObject::invokeMethod(upgraded.socket.get(), &WebSocketConnection::begin, Qt::QueuedConnection);
    return upgraded;
}

Admission HttpServer::admit(const HttpRequest &head)
{
    return m_pipeline.admit(head);
}

std::unique_ptr<Exchange> HttpServer::open(HttpRequest request)
{
    return m_pipeline.open(std::move(request));
}

WireResponse HttpServer::refuse(const HttpRequest &head, const HttpFault &fault)
{
    return m_pipeline.refuse(head, fault);
}

WireResponse HttpServer::refuse(const HttpRequest &head, const Error &error)
{
    return m_pipeline.refuse(head, error);
}

void HttpServer::adopt(qintptr descriptor, const HttpRequest &request, const QByteArray &unread)
{
    auto socket
        = std::make_unique<WebSocketConnection>(descriptor, m_webSockets, handshakeAnswer(request), unread);
    if (isDraining())
        return; // approved too late
    m_arrived.push_back({std::move(socket), request});
    Q_EMIT webSocketArrived();
}

} // namespace signalbox
