// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/realtime/realtimeclient.h"

#include "tests/support/maskedframes.h"

#include <QHostAddress>
#include <QJsonDocument>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace signalbox {

RealtimeClient::RealtimeClient(Subscription subscription, QObject *parent)
    : QObject(parent)
    , m_subscription(std::move(subscription))
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(100);
    connect(&m_retry, &QTimer::timeout, this, &RealtimeClient::open);
}

RealtimeClient::~RealtimeClient()
{
    stop();
}

void RealtimeClient::start(quint16 port, bool keepsTrying)
{
    m_port = port;
    m_keepsTrying = keepsTrying;
    open();
}

void RealtimeClient::stop()
{
    m_keepsTrying = false;
    m_retry.stop();
    cut();
}

void RealtimeClient::cut()
{
    if (!m_socket)
        return;
    m_socket->abort();
    onGone(); // an attempt that is aborted before it has connected says nothing
}

void RealtimeClient::open()
{
    if (m_socket)
        m_socket.release()->deleteLater();
    m_socket = std::make_unique<QTcpSocket>();
    m_unread.clear();
    m_isUpgraded = false;
    m_isJoined = false;
    connect(m_socket.get(), &QTcpSocket::connected, this, &RealtimeClient::onConnected);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &RealtimeClient::onReadyRead);
    connect(m_socket.get(), &QTcpSocket::disconnected, this, &RealtimeClient::onGone);
    connect(m_socket.get(), &QTcpSocket::errorOccurred, this, &RealtimeClient::onGone);
    m_socket->connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
}

void RealtimeClient::onConnected()
{
    m_socket->write("GET /realtime/v1/websocket?vsn=2.0.0&apikey=" + m_subscription.token
        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
          "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
}

void RealtimeClient::onGone()
{
    m_isJoined = false;
    if (m_keepsTrying && !m_retry.isActive())
        m_retry.start();
}

void RealtimeClient::onReadyRead()
{
    m_unread += m_socket->readAll();
    if (!m_isUpgraded) {
        const qsizetype end = m_unread.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        if (!m_unread.startsWith("HTTP/1.1 101 ")) {
            m_refusal = QString::fromLatin1(m_unread.left(m_unread.indexOf('\r')));
            m_socket->abort();
            return;
        }
        m_unread.remove(0, end + 4);
        m_isUpgraded = true;
        join();
    }
    qsizetype at = 0;
    while (m_unread.size() - at >= 2) {
        const int opcode = m_unread.at(at) & 0x0f;
        const int mark = m_unread.at(at + 1) & 0x7f;
        const int lengthBytes = mark == 126 ? 2 : mark == 127 ? 8 : 0;
        const qsizetype header = 2 + lengthBytes;
        if (m_unread.size() - at < header)
            break;
        qsizetype size = lengthBytes == 0 ? mark : 0;
        for (int i = 0; i < lengthBytes; ++i)
            size = size << 8 | uchar(m_unread.at(at + 2 + i));
        if (m_unread.size() - at < header + size)
            break;
        const QByteArray payload = m_unread.mid(at + header, size);
        at += header + size;
        if (opcode == 1)
            take(payload);
        else if (opcode == 9)
            m_socket->write(maskedFrame(0x8a, payload));
    }
    m_unread.remove(0, at);
}

void RealtimeClient::say(const QJsonArray &message)
{
    m_socket->write(maskedText(QJsonDocument(message).toJson(QJsonDocument::Compact)));
}

void RealtimeClient::join()
{
    m_joinRef = QString::number(++m_nextRef);
    QJsonObject payload {{u"config"_s,
                             QJsonObject {{u"postgres_changes"_s, m_subscription.bindings},
                                 {u"private"_s, m_subscription.isPrivate}}},
        {u"access_token"_s, QString::fromLatin1(m_subscription.token)}};
    if (!m_seq.isEmpty())
        payload.insert(u"resume"_s, QJsonObject {{u"epoch"_s, m_epoch}, {u"seq"_s, m_seq}});
    say({m_joinRef, m_joinRef, m_subscription.topic, u"phx_join"_s, payload});
}

void RealtimeClient::push(const QString &event, const QJsonObject &payload)
{
    say({m_joinRef, QString::number(++m_nextRef), m_subscription.topic, event, payload});
}

void RealtimeClient::beat()
{
    if (m_isUpgraded && m_socket->isOpen())
        say({QJsonValue(), u"h"_s + QString::number(++m_nextRef), u"phoenix"_s, u"heartbeat"_s,
            QJsonObject()});
}

void RealtimeClient::take(const QByteArray &text)
{
    if (onFrame)
        onFrame(text);
    if (!readsChanges && text.contains("postgres_changes\",{\"ids\""))
        return;
    const QJsonArray message = QJsonDocument::fromJson(text).array();
    const QString event = message.at(3).toString();
    const QJsonObject payload = message.at(4).toObject();
    if (onMessage)
        onMessage(event, payload);
    if (event == "postgres_changes"_L1) {
        const QJsonObject data = payload.value("data"_L1).toObject();
        m_seq = data.value("seq"_L1).toString();
        if (onChange)
            onChange(data);
    } else if (event == "phx_reply"_L1) {
        onReply(message.at(1).toString(), payload);
    } else if (event == "phx_error"_L1) {
        ++m_errors;
        m_isJoined = false;
        if (m_keepsTrying)
            join();
    }
}

void RealtimeClient::onReply(const QString &ref, const QJsonObject &payload)
{
    const QJsonObject response = payload.value("response"_L1).toObject();
    const bool isOk = payload.value("status"_L1).toString() == "ok"_L1;
    if (ref == m_joinRef) {
        if (!isOk) {
            m_refusal = response.value("reason"_L1).toString();
            if (m_keepsTrying)
                cut();
            return;
        }
        m_isJoined = true;
        ++m_joins;
        const bool isResumed = response.value("resumed"_L1).toBool();
        if (isResumed)
            ++m_resumes;
        else if (!m_seq.isEmpty())
            ++m_restarts;
        m_epoch = response.value("epoch"_L1).toString();
        m_seq = response.value("seq"_L1).toString();
        if (!isResumed && onRestart)
            onRestart();
    } else if (isOk && m_isJoined && response.contains("seq"_L1)) {
        m_seq = response.value("seq"_L1).toString();
    }
}

} // namespace signalbox
