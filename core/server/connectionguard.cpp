// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/connectionguard.h"

#include "core/base/log.h"
#include "core/server/serverlog.h"

#include <QHostAddress>

#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

/// Descriptors kept for the database, files and logs when clients fill the rest.
constexpr int ReservedDescriptors = 128;
constexpr int ListenBacklog = 1024;
constexpr std::chrono::milliseconds AcceptRetry {500};

/// What a client hears that finds no place: the shape of every error, written without a request.
QByteArray tooManyConnections()
{
    const QByteArray body = R"({"type":"about:blank","title":"Service Unavailable","status":503,)"
                            R"("code":"TOO_MANY_CONNECTIONS","error":"Too many connections",)"
                            R"("success":false,"retryable":true})";
    return "HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/problem+json\r\nRetry-After: 1\r\n"
           "Cache-Control: private, no-store\r\nConnection: close\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

/// Lifts the soft limit of open files to the hard one and tells how many connections fit (the default of
/// 1,024 is a courtesy to select(), which nobody here calls).
int connectionsThatFit(int wanted)
{
    rlimit limit {};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return wanted;
    if (limit.rlim_cur < limit.rlim_max) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
        getrlimit(RLIMIT_NOFILE, &limit);
    }
    if (limit.rlim_cur == RLIM_INFINITY)
        return wanted;
    return static_cast<int>(
        std::clamp<rlim_t>(limit.rlim_cur - ReservedDescriptors, 1, static_cast<rlim_t>(wanted)));
}

QString peerOf(qintptr descriptor)
{
    sockaddr_storage address {};
    socklen_t size = sizeof address;
    if (getpeername(static_cast<int>(descriptor), reinterpret_cast<sockaddr *>(&address), &size) != 0)
        return {};
    const QHostAddress host(reinterpret_cast<const sockaddr *>(&address));
    bool isMapped = false;
    const quint32 v4 = host.toIPv4Address(&isMapped);
    return isMapped ? QHostAddress(v4).toString() : host.toString();
}

} // namespace

ConnectionGuard::ConnectionGuard(
    HttpService &service, const Clock &clock, const HttpLimits &limits, QObject *parent)
    : QTcpServer(parent)
    , m_service(service)
    , m_clock(clock)
    , m_limits(limits)
{
    m_limits.connections = connectionsThatFit(limits.connections);
    setListenBacklogSize(ListenBacklog);
    const auto shortest = std::min({limits.headTimeout, limits.idleTimeout, limits.bodyTimeout,
        limits.writeTimeout, limits.lingerTimeout, limits.abandonTimeout});
    m_ticker.setInterval(
        std::clamp(shortest / 4, std::chrono::milliseconds(20), std::chrono::milliseconds(500)));
    connect(&m_ticker, &QTimer::timeout, this, &ConnectionGuard::checkDeadlines);
    connect(this, &QTcpServer::acceptError, this, &ConnectionGuard::onAcceptError);
}

ConnectionGuard::~ConnectionGuard()
{
    qDeleteAll(m_connections); // before the counters they write to
}

void ConnectionGuard::incomingConnection(qintptr descriptor)
{
    const QString peer = peerOf(descriptor);
    const bool isCrowded
        = m_limits.connectionsPerAddress > 0 && m_perAddress.value(peer) >= m_limits.connectionsPerAddress;
    if (m_connections.size() + m_service.adoptedCount() >= m_limits.connections || isCrowded) {
        refuse(descriptor);
        return;
    }
    ++m_accepted;
    auto *connection
        = new HttpConnection(descriptor, peer, {m_service, m_clock, m_limits, m_bufferedBodyBytes}, this);
    connect(connection, &HttpConnection::closed, this, [this, connection] { forget(connection); });
    m_connections.insert(connection);
    ++m_perAddress[peer];
    if (!m_ticker.isActive())
        m_ticker.start();
}

void ConnectionGuard::refuse(qintptr descriptor)
{
    ++m_refused;
    const int fd = static_cast<int>(descriptor);
    static const QByteArray answer = tooManyConnections();
    // The client may be gone already: then nobody misses the answer.
    [[maybe_unused]] const ssize_t sent
        = send(fd, answer.constData(), static_cast<size_t>(answer.size()), MSG_NOSIGNAL | MSG_DONTWAIT);
    shutdown(fd, SHUT_WR);
    ::close(fd);
}

void ConnectionGuard::forget(HttpConnection *connection)
{
    if (!m_connections.remove(connection))
        return;
    const auto count = m_perAddress.find(connection->peerAddress());
    if (count != m_perAddress.end() && --*count <= 0)
        m_perAddress.erase(count);
    connection->deleteLater();
    if (!m_connections.isEmpty())
        return;
    m_ticker.stop();
    if (m_isDraining)
        QMetaObject::invokeMethod(this, &ConnectionGuard::drained, Qt::QueuedConnection);
}

void ConnectionGuard::checkDeadlines()
{
    const QSet<HttpConnection *> connections = m_connections; // closing changes the set
    for (HttpConnection *connection : connections)
        connection->checkDeadline();
}

/// Out of descriptors or memory: QTcpServer stops accepting for good, so it is started again a little later.
void ConnectionGuard::onAcceptError()
{
    logWarning(serverLog(), "accept_failed"_L1, {{u"error"_s, errorString()}});
    QTimer::singleShot(AcceptRetry, this, [this] {
        if (isListening())
            resumeAccepting();
    });
}

void ConnectionGuard::drain()
{
    m_isDraining = true;
    close();
    const QSet<HttpConnection *> connections = m_connections;
    for (HttpConnection *connection : connections)
        connection->drain();
    if (m_connections.isEmpty())
        QMetaObject::invokeMethod(this, &ConnectionGuard::drained, Qt::QueuedConnection);
}

void ConnectionGuard::closeAll()
{
    const QSet<HttpConnection *> connections = std::exchange(m_connections, {});
    m_perAddress.clear();
    m_ticker.stop();
    qDeleteAll(connections);
}

} // namespace signalbox
