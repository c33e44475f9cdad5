// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/realtime/phoenixframe.h"

#include <QObject>
#include <QUrl>

#include <memory>

class QTcpServer;
class QTcpSocket;
class QWebSocket;
class QWebSocketServer;

namespace signalbox {

/// A realtime service that does what a test tells it: takes a client's messages one by one, answers them,
/// pushes. At the end of a test nothingLeft() says whether every message was taken.
class FakePeer final : public QObject
{
    Q_OBJECT

public:
    FakePeer();
    ~FakePeer() override;

    QUrl url() const;
    /// The next handshakes are refused with this status; 0: accepted again.
    void refuseWith(int status) { m_refusal = status; }
    /// Stops listening and cuts what is connected; resume() takes the same port again.
    void vanish();
    void resume();
    void cut(); ///< cuts what is connected

    /// Waits for the next message and takes it. Null when none came or it is another one, see problem().
    std::optional<PhoenixMessage> expect(const QString &topicStart, const QString &event);
    QString problem() const { return m_problem; }
    void answer(const PhoenixMessage &message, const QJsonObject &response,
        const QString &status = QStringLiteral("ok"));
    void push(const QString &topic, const QString &event, const QJsonObject &payload,
        const std::optional<QString> &joinRef = std::nullopt);

    bool isConnected() const { return m_socket != nullptr; }
    int handshakes() const { return m_handshakes; } ///< accepted and refused ones
    QByteArray token() const { return m_token; } ///< of the newest handshake
    /// Empty when every message was taken; else what is left.
    QString nothingLeft() const;

private:
    void listen();
    void accept();
    void refuse(QTcpSocket *socket);

    std::unique_ptr<QTcpServer> m_server;
    std::unique_ptr<QWebSocketServer> m_sockets;
    std::unique_ptr<QWebSocket> m_socket;
    quint16 m_port = 0;
    int m_refusal = 0;
    int m_handshakes = 0;
    QByteArray m_token;
    QList<PhoenixMessage> m_received;
    QString m_problem;
};

} // namespace signalbox
