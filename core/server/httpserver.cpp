// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/httpserver.h"

#include "core/base/log.h"
#include "core/server/serverlog.h"

#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace signalbox {

HttpServer::HttpServer(const RequestPipeline::Services &services, const HttpLimits &limits, QObject *parent)
    : QAbstractHttpServer(parent)
    , m_pipeline(services)
    , m_guard(new ConnectionGuard(*this, services.clock, limits, this))
{
    m_patience.setSingleShot(true);
    connect(this, &QAbstractHttpServer::newWebSocketConnection, this, &HttpServer::webSocketArrived);
    connect(m_guard, &ConnectionGuard::drained, this, &HttpServer::finishDrain);
    connect(&m_patience, &QTimer::timeout, this, &HttpServer::finishDrain);
    services.metrics.gauge("signalbox_http_connections", "Open HTTP connections.",
        [this] { return static_cast<double>(m_guard->connectionCount()); });
    services.metrics.total("signalbox_http_connections_accepted_total", "Connections taken.",
        [this] { return static_cast<double>(m_guard->acceptedTotal()); });
    services.metrics.total("signalbox_http_connections_refused_total", "Connections over the limit.",
        [this] { return static_cast<double>(m_guard->refusedTotal()); });
}

HttpServer::~HttpServer()
{
    delete m_guard; // its connections use the pipeline
}

Result<quint16> HttpServer::start(const QHostAddress &address, quint16 port)
{
    if (!m_guard->listen(address, port))
        return Error::unavailable(
            u"Cannot listen on %1:%2: %3"_s.arg(address.toString()).arg(port).arg(m_guard->errorString()));
    bind(m_guard);
    return m_guard->serverPort();
}

void HttpServer::drain(std::chrono::milliseconds patience)
{
    if (m_pipeline.isDraining())
        return;
    logInfo(serverLog(), "drain_begun"_L1, {{u"connections"_s, m_guard->connectionCount()}});
    m_pipeline.beginDrain();
    m_patience.start(patience);
    m_guard->drain();
}

void HttpServer::finishDrain()
{
    m_patience.stop();
    if (std::exchange(m_isDrained, true))
        return;
    if (const qsizetype left = m_guard->connectionCount(); left > 0) {
        logWarning(serverLog(), "drain_cut"_L1, {{u"connections"_s, left}});
        m_guard->closeAll();
    }
    Q_EMIT drained();
}

std::unique_ptr<QWebSocket> HttpServer::takeWebSocket()
{
    return nextPendingWebSocketConnection();
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

void HttpServer::adopt(qintptr descriptor, const QByteArray &unread)
{
    m_guard->handOver(descriptor, unread);
}

/// Only approved upgrades come here; true lets Qt answer 101.
bool HttpServer::handleRequest(const QHttpServerRequest &, QTcpSocket *)
{
    return true;
}

/// An approved upgrade that nobody listens for, or that Qt read as something else.
void HttpServer::missingHandler(const QHttpServerRequest &, QTcpSocket *socket)
{
    socket->write("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    socket->disconnectFromHost();
}

} // namespace signalbox
