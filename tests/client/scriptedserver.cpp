// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/client/scriptedserver.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpSocket>

namespace signalbox {

using namespace Qt::StringLiterals;

ScriptedServer::ScriptedServer()
    : m_server(std::make_unique<QTcpServer>())
    , m_scheme(u"http"_s)
{
    listen();
}

ScriptedServer::ScriptedServer(const QByteArray &certificate, const QByteArray &key)
    : m_scheme(u"https"_s)
{
    auto server = std::make_unique<QSslServer>();
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(certificate));
    tls.setPrivateKey(QSslKey(key, QSsl::Rsa));
    server->setSslConfiguration(tls);
    m_server = std::move(server);
    listen();
}

ScriptedServer::~ScriptedServer()
{
    for (QTcpSocket *socket : std::as_const(m_sockets))
        socket->disconnect(this);
}

void ScriptedServer::listen()
{
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &ScriptedServer::accept);
    m_server->listen(QHostAddress::LocalHost);
    m_port = m_server->serverPort();
}

QUrl ScriptedServer::url() const
{
    return QUrl(u"%1://127.0.0.1:%2"_s.arg(m_scheme).arg(m_port));
}

void ScriptedServer::expect(const QByteArray &start, const QByteArray &answer, Then then)
{
    m_steps.append({start, answer, then});
}

void ScriptedServer::answerHeld(const QByteArray &answer)
{
    if (!m_held.isEmpty())
        m_held.takeFirst()->write(answer);
}

QByteArray ScriptedServer::answer(int status, const QByteArray &body, const QByteArray &headers)
{
    return "HTTP/1.1 " + QByteArray::number(status)
        + " Status\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body;
}

void ScriptedServer::vanish()
{
    m_server->close();
    const auto sockets = m_sockets;
    for (QTcpSocket *socket : sockets)
        socket->abort();
}

void ScriptedServer::resume()
{
    m_server->listen(QHostAddress::LocalHost, m_port);
}

QString ScriptedServer::nothingLeft() const
{
    QStringList wrong = m_surprises;
    for (const Step &step : m_steps)
        wrong += u"never came: "_s + QString::fromUtf8(step.start);
    return wrong.join(u'\n');
}

void ScriptedServer::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        m_sockets.append(socket);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_sockets.removeAll(socket);
            m_unread.remove(socket);
            m_held.removeAll(socket);
            socket->deleteLater();
        });
    }
}

void ScriptedServer::read(QTcpSocket *socket)
{
    m_unread[socket] += socket->readAll();
    QByteArray unread = m_unread.value(socket);
    for (qsizetype end = unread.indexOf("\r\n\r\n"); end >= 0; end = unread.indexOf("\r\n\r\n")) {
        const QList<QByteArray> lines = unread.first(end).split('\n');
        const QList<QByteArray> words = lines.first().trimmed().split(' ');
        Request request {words.value(0), words.value(1), {}, {}};
        for (const QByteArray &line : lines.sliced(1)) {
            const qsizetype colon = line.indexOf(':');
            request.headers.insert(line.first(colon).toLower(), line.sliced(colon + 1).trimmed());
        }
        const qsizetype length = request.headers.value("content-length").toLongLong();
        if (unread.size() < end + 4 + length)
            return;
        request.body = unread.sliced(end + 4, length);
        unread.remove(0, end + 4 + length);
        m_unread[socket] = unread;
        serve(socket, request);
    }
}

void ScriptedServer::serve(QTcpSocket *socket, const Request &request)
{
    m_requests.append(request);
    const QByteArray line = request.method + ' ' + request.target + ' ';
    if (m_steps.isEmpty() || !line.startsWith(m_steps.first().start)) {
        m_surprises += u"unexpected: "_s + QString::fromUtf8(line);
        socket->write(answer(599, {}));
        return;
    }
    const Step step = m_steps.takeFirst();
    if (step.answer.isEmpty()) {
        m_held.append(socket);
        return;
    }
    socket->write(step.answer);
    if (step.then == Then::Close)
        socket->disconnectFromHost();
}

} // namespace signalbox
