// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/connectionguard.h"
#include "core/server/requestpipeline.h"

#include <QTimer>
#include <QtHttpServer/QAbstractHttpServer>
#include <QtNetwork/QHostAddress>

class QWebSocket;

namespace signalbox {

/// The service's one port: HTTP and, later, WebSocket (DESIGN D6).
///
/// Requests are read and answered by ConnectionGuard and RequestPipeline. Qt's own request reader, which has
/// no limits and takes what two readers could understand differently (see HttpParser), sees only requests for
/// a WebSocket upgrade that the route table's gate has approved; webSocketArrived() and
/// takeWebSocket() give them on.
class HttpServer final : public QAbstractHttpServer, private HttpService
{
    Q_OBJECT

public:
    HttpServer(
        const RequestPipeline::Services &services, const HttpLimits &limits, QObject *parent = nullptr);
    ~HttpServer() override;

    /// The port, or Unavailable when the address cannot be bound. Port 0 picks a free one.
    Result<quint16> start(const QHostAddress &address, quint16 port);
    /// Stops accepting, lets requests in work finish for at most `patience`, then closes what is left and
    /// emits drained().
    void drain(std::chrono::milliseconds patience = std::chrono::seconds(20));
    bool isDraining() const { return m_pipeline.isDraining(); }
    const ConnectionGuard &guard() const { return *m_guard; }
    /// The next upgraded connection, with its request readable; null when there is none.
    std::unique_ptr<QWebSocket> takeWebSocket();

Q_SIGNALS:
    void webSocketArrived(); ///< takeWebSocket() has one more
    void drained(); ///< once: no connection is left

protected:
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override;
    void missingHandler(const QHttpServerRequest &request, QTcpSocket *socket) override;

private:
    Admission admit(const HttpRequest &head) override;
    std::unique_ptr<Exchange> open(HttpRequest request) override;
    WireResponse refuse(const HttpRequest &head, const HttpFault &fault) override;
    WireResponse refuse(const HttpRequest &head, const Error &error) override;
    void adopt(qintptr descriptor, const QByteArray &unread) override;
    void finishDrain();

    RequestPipeline m_pipeline;
    ConnectionGuard *m_guard; ///< a child, as QAbstractHttpServer::bind() makes it
    QTimer m_patience;
    bool m_isDrained = false;
};

} // namespace signalbox
