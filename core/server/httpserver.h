// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/connectionguard.h"
#include "core/server/realtime/websocketconnection.h"
#include "core/server/realtime/websocketgroup.h"
#include "core/server/requestpipeline.h"

#include <QTimer>
#include <QtNetwork/QHostAddress>

#include <deque>

namespace signalbox {

/// The service's one port: HTTP and WebSocket (DESIGN D6).
///
/// Requests are read and answered by ConnectionGuard and RequestPipeline. A request for a WebSocket upgrade
/// that the route table's gate has approved leaves them: webSocketArrived() and takeWebSocket() give its
/// connection on.
class HttpServer final : public QObject, private HttpService
{
    Q_OBJECT

public:
    /// An upgraded connection and the request that asked for it: query, headers, peer address. The socket
    /// tells nothing before the event loop runs again: connect its signals at once.
    struct Upgraded
    {
        std::unique_ptr<WebSocketConnection> socket; ///< null: there is none
        HttpRequest request;
    };

    HttpServer(
        const RequestPipeline::Services &services, const HttpLimits &limits, QObject *parent = nullptr);
    ~HttpServer() override;

    /// The port, or Unavailable when the address cannot be bound. Port 0 picks a free one.
    Result<quint16> start(const QHostAddress &address, quint16 port);
    /// Stops accepting, lets requests in work finish and closes WebSockets with 1012, spread over half of
    /// `patience`; after all of it closes what is left. Then emits drained().
    void drain(std::chrono::milliseconds patience = std::chrono::seconds(20));
    bool isDraining() const { return m_pipeline.isDraining(); }
    const ConnectionGuard &guard() const { return m_guard; }
    const WebSocketGroup &webSockets() const { return m_webSockets; }
    Upgraded takeWebSocket();

Q_SIGNALS:
    void webSocketArrived(); ///< takeWebSocket() has one more; its client waits for the 101 until it is taken
    void drainBegun(); ///< WebSockets are still open: the last chance to send to all
    void drained(); ///< once: no connection is left

private:
    Admission admit(const HttpRequest &head) override;
    std::unique_ptr<Exchange> open(HttpRequest request) override;
    WireResponse refuse(const HttpRequest &head, const HttpFault &fault) override;
    WireResponse refuse(const HttpRequest &head, const Error &error) override;
    void adopt(qintptr descriptor, const HttpRequest &request, const QByteArray &unread) override;
    qsizetype adoptedCount() const override { return m_webSockets.openCount(); }
    void registerFigures(Metrics &metrics);
    void checkDrained();
    void finishDrain();

    RequestPipeline m_pipeline;
    WebSocketGroup m_webSockets;
    std::deque<Upgraded> m_arrived; ///< not taken yet
    ConnectionGuard m_guard; ///< its connections use the pipeline
    QTimer m_patience;
    bool m_isDrained = false;
};

} // namespace signalbox
