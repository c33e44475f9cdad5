// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/phoenixsocket.h"

#include "core/client/clientlog.h"

#include <QJsonDocument>
#include <QNetworkRequest>
#include <QRegularExpression>
#include <QWebSocket>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

/// The status of a refused handshake. Qt 6.4 has it in the text of the error and nowhere else.
int statusOfRefusal(const QString &text)
{
    static const QRegularExpression digits(u"\\b([45]\\d\\d)\\b"_s);
    return digits.match(text).captured(1).toInt();
}

} // namespace

PhoenixSocket::PhoenixSocket(const Clock &clock, std::chrono::milliseconds heartbeat, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_deadline.setSingleShot(true);
    m_deadline.setInterval(OpenDeadline);
    m_heartbeat.setInterval(heartbeat);
    connect(&m_deadline, &QTimer::timeout, this, [this] { onGone(0); });
    connect(&m_heartbeat, &QTimer::timeout, this, &PhoenixSocket::onBeatDue);
}

PhoenixSocket::~PhoenixSocket()
{
    abort();
}

void PhoenixSocket::open(const QUrl &url, const QByteArray &token)
{
    abort();
    m_socket = std::make_unique<QWebSocket>();
    QWebSocket *socket = m_socket.get();
    connect(socket, &QWebSocket::connected, this, [this] {
        m_isOpen = true;
        m_deadline.stop();
        m_heartbeat.start();
        Q_EMIT opened();
    });
    connect(socket, &QWebSocket::textMessageReceived, this, &PhoenixSocket::onFrame);
    connect(socket, &QWebSocket::disconnected, this, [this] { onGone(0); });
    connect(socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this,
        [this](QAbstractSocket::SocketError) {
            // Before the handshake's end nothing else follows; after it, disconnected() does.
            if (!m_isOpen)
                onGone(statusOfRefusal(m_socket->errorString()));
        });
    QNetworkRequest request(url);
    request.setRawHeader("x-api-key", token);
    request.setRawHeader("User-Agent", "signalbox/" SIGNALBOX_VERSION);
    m_deadline.start();
    socket->open(request);
}

void PhoenixSocket::abort()
{
    m_isOpen = false;
    m_deadline.stop();
    m_heartbeat.stop();
    m_beatRef.clear();
    if (!m_socket)
        return;
    // It may be in the middle of telling us something.
    QWebSocket *socket = m_socket.release();
    socket->disconnect(this);
    socket->abort();
    socket->deleteLater();
}

QString PhoenixSocket::push(const QString &topic, const QString &event, const QJsonObject &payload,
    const std::optional<QString> &joinRef)
{
    const QString ref = QString::number(++m_lastRef);
    if (m_isOpen)
        m_socket->sendTextMessage(QString::fromUtf8(
            writePhoenixMessage(PhoenixVersion::V2, {joinRef.value_or(ref), ref, topic, event, payload})));
    return ref;
}

void PhoenixSocket::beat()
{
    if (!m_isOpen || !m_beatRef.isEmpty())
        return;
    m_beatRef = QString::number(++m_lastRef);
    m_beatAt = m_clock.elapsed();
    m_socket->sendTextMessage(QString::fromUtf8(writePhoenixMessage(
        PhoenixVersion::V2, {std::nullopt, m_beatRef, u"phoenix"_s, u"heartbeat"_s, QJsonObject()})));
}

void PhoenixSocket::onBeatDue()
{
    if (m_beatRef.isEmpty()) {
        beat();
        return;
    }
    Q_EMIT silent();
}

void PhoenixSocket::onFrame(const QString &text)
{
    const auto message = parsePhoenixMessage(PhoenixVersion::V2, text.toUtf8());
    if (!message) {
        logWarning(clientLog(), "realtime_frame_unreadable"_L1, {{u"error"_s, message.error().detail}});
        return;
    }
    if (message->topic != "phoenix"_L1) {
        Q_EMIT received(*message);
        return;
    }
    if (m_beatRef.isEmpty() || message->ref != m_beatRef)
        return;
    m_beatRef.clear();
    const auto latency = std::chrono::floor<std::chrono::milliseconds>(m_clock.elapsed() - m_beatAt);
    Q_EMIT heartbeatAnswered(latency, message->payload.value("response"_L1).toObject());
}

void PhoenixSocket::onGone(int httpStatus)
{
    abort();
    Q_EMIT closed(httpStatus);
}

} // namespace signalbox
