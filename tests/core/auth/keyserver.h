// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>

namespace signalbox {

/// The JWKS address of an outside issuer: real sockets, an answer the test sets.
class KeyServer : public QTcpServer
{
public:
    KeyServer()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                if (!socket->readAll().endsWith("\r\n\r\n"))
                    return;
                ++requests;
                socket->write("HTTP/1.1 " + status
                    + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                    + QByteArray::number(body.size()) + "\r\n\r\n" + body);
                socket->disconnectFromHost();
            });
        });
    }

    QUrl address() const { return QUrl(QStringLiteral("http://127.0.0.1:%1/jwks.json").arg(serverPort())); }
    void serve(const QJsonArray &keys)
    {
        body = QJsonDocument(QJsonObject {{QStringLiteral("keys"), keys}}).toJson();
    }

    QByteArray status = QByteArrayLiteral("200 OK");
    QByteArray body = QByteArrayLiteral("{\"keys\":[]}");
    int requests = 0;
};

} // namespace signalbox
