// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/httpconnection.h"

#include <QHash>
#include <QSet>
#include <QTimer>
#include <QtNetwork/QTcpServer>

namespace signalbox {

/// The listening socket and all its connections, within HttpLimits. No byte reaches a handler that it did not
/// let pass.
///
/// It keeps the accepted sockets to itself; one whose upgrade was approved leaves it through
/// HttpService::adopt() and only counts from then on.
class ConnectionGuard final : public QTcpServer
{
    Q_OBJECT

public:
    ConnectionGuard(
        HttpService &service, const Clock &clock, const HttpLimits &limits, QObject *parent = nullptr);
    ~ConnectionGuard() override;

    qsizetype connectionCount() const { return m_connections.size(); }
    qint64 acceptedTotal() const { return m_accepted; }
    qint64 refusedTotal() const { return m_refused; }
    /// Draining and without connections.
    bool isDrained() const { return m_isDraining && m_connections.isEmpty(); }
    /// Stops listening and closes each connection once it has no request in work.
    void drain();
    /// Closes every connection now; work is cancelled.
    void closeAll();

Q_SIGNALS:
    void drained(); ///< after drain(): the last connection is gone

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void refuse(qintptr descriptor);
    void forget(HttpConnection *connection);
    void onAcceptError();
    void checkDeadlines();

    HttpService &m_service;
    const Clock &m_clock;
    HttpLimits m_limits;
    QTimer m_ticker;
    QSet<HttpConnection *> m_connections;
    QHash<QString, int> m_perAddress;
    qint64 m_bufferedBodyBytes = 0;
    qint64 m_accepted = 0;
    qint64 m_refused = 0;
    bool m_isDraining = false;
};

} // namespace signalbox
