// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

class QTcpSocket;

namespace signalbox {

/// A lean realtime client for tests with many of them: one socket, one channel, vsn 2.0.0, every frame handed
/// over as it came. It reconnects and resumes if it is told to (realtime §3.5).
class RealtimeClient final : public QObject
{
    Q_OBJECT

public:
    struct Subscription
    {
        QByteArray token;
        QString topic = QStringLiteral("realtime:inbox");
        QJsonArray bindings;
        bool isPrivate = false;
    };

    explicit RealtimeClient(Subscription subscription, QObject *parent = nullptr);
    ~RealtimeClient() override;

    /// Connects and joins; again after each end if `keepsTrying`.
    void start(quint16 port, bool keepsTrying = false);
    void setPort(quint16 port) { m_port = port; }
    void stop();
    /// As if the network went away.
    void cut();
    /// Asks how far it has been told; the answer moves position().
    void beat();

    bool isJoined() const { return m_isJoined; }
    QString position() const { return m_seq; }
    const QString &refusal() const { return m_refusal; } ///< of the newest join that was refused
    int joins() const { return m_joins; }
    int resumes() const { return m_resumes; } ///< joins that continued where this client was
    int restarts() const { return m_restarts; } ///< joins that were told that something may be missing
    int errors() const { return m_errors; } ///< channels ended by the server

    /// False: frames of changes are handed over and nothing is read of them.
    bool readsChanges = true;
    /// A message on the channel.
    void push(const QString &event, const QJsonObject &payload);

    /// Every text that arrives, before anything else is done with it.
    std::function<void(const QByteArray &text)> onFrame;
    /// Event and payload of every message.
    std::function<void(const QString &event, const QJsonObject &payload)> onMessage;
    /// `data` of each change.
    std::function<void(const QJsonObject &data)> onChange;
    /// A join that did not continue: what was before may be incomplete.
    std::function<void()> onRestart;

private:
    void open();
    void onConnected();
    void onReadyRead();
    void onGone();
    void join();
    void take(const QByteArray &text);
    void onReply(const QString &ref, const QJsonObject &payload);
    void say(const QJsonArray &message);

    Subscription m_subscription;
    quint16 m_port = 0;
    bool m_keepsTrying = false;
    std::unique_ptr<QTcpSocket> m_socket;
    QByteArray m_unread;
    bool m_isUpgraded = false;
    bool m_isJoined = false;
    int m_nextRef = 0;
    QString m_joinRef;
    QString m_epoch;
    QString m_seq;
    QString m_refusal;
    int m_joins = 0;
    int m_resumes = 0;
    int m_restarts = 0;
    int m_errors = 0;
    QTimer m_retry;
};

} // namespace signalbox
