// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QSet>
#include <QString>

#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

namespace signalbox::baddays {

/// What the services of these tests sign with.
inline constexpr char SigningText[] = "a-secret-of-the-bad-days-tests-0123456789";

/// An answer; status 0 when there was none (refused, reset, cut, 15 s over).
struct Answer
{
    int status = 0;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;

    QJsonObject json() const;
};

/// Blocking exchanges over one connection at a time, for threads without an event loop.
class Line
{
public:
    explicit Line(int port)
        : m_port(port)
    { }
    ~Line() { hangUp(); }
    Q_DISABLE_COPY_MOVE(Line)

    Answer get(const QByteArray &target, const QByteArray &token = {})
    {
        return exchange("GET", target, token, {});
    }
    Answer post(const QByteArray &target, const QByteArray &token, const QByteArray &body)
    {
        return exchange("POST", target, token, body);
    }
    /// From the next exchange on.
    void moveTo(int port);

    Answer exchange(
        const QByteArray &method, const QByteArray &target, const QByteArray &token, const QByteArray &body);

    // The steps of an exchange, for those who do not do them all.
    bool dial();
    bool say(const QByteArray &bytes);
    Answer listen();
    void hangUp();
    int socket() const { return m_socket; }

private:
    int m_port;
    int m_socket = -1;
};

/// The first owner, made through the API, and what opens the service for them and for producers.
struct Tenant
{
    QByteArray workspace;
    QByteArray userToken;
    QByteArray serviceToken;

    /// Empty when the service does not let itself be set up.
    static Tenant setUp(int port);

    QByteArray ingestTarget() const { return "/api/ingest?clientId=" + workspace; }
    QByteArray countsTarget() const { return "/api/inbox/counts?clientId=" + workspace; }
    QByteArray listTarget() const { return "/api/inbox/conversations?limit=200&clientId=" + workspace; }
    /// A lead and its message; both carry `name` as the producer's own id.
    static QByteArray record(const QByteArray &name);
    /// The figure `total` of the counts; -1 when they were not had.
    qint64 total(Line &line) const;
    /// The rows of the whole list, page by page; -1 when a page was not had.
    qint64 listLength(Line &line) const;
};

/// Producers who post batches until told to stop, each sending a batch again until it is acknowledged, as a
/// webhook sender does.
class Producers
{
public:
    /// `port` is read before each try; the names of records begin with `prefix`.
    Producers(const Tenant &tenant, const std::atomic<int> &port, int count, QByteArray prefix);
    ~Producers() { stop(); }
    Q_DISABLE_COPY_MOVE(Producers)

    void stop(); ///< each gives up the batch in its hands
    qint64 acknowledged() const { return m_acknowledgedCount; } ///< so far
    qint64 failures() const { return m_failures; } ///< tries without a 200

    // After stop():
    const QSet<QByteArray> &names() const { return m_acknowledged; } ///< acknowledged records
    const QSet<QByteArray> &doubtful() const { return m_doubtful; } ///< sent, never acknowledged
    const QList<QByteArray> &oddities() const
    {
        return m_oddities;
    } ///< answers that no producer should ever get

private:
    void produce(int number, const std::stop_token &stop);
    bool post(Line &line, const QByteArray &body, int records, const std::stop_token &stop);

    Tenant m_tenant;
    const std::atomic<int> &m_port;
    QByteArray m_prefix;
    std::atomic<qint64> m_acknowledgedCount = 0;
    std::atomic<qint64> m_failures = 0;
    std::mutex m_mutex; // guards the lists below: all producers write them
    QSet<QByteArray> m_acknowledged;
    QSet<QByteArray> m_doubtful;
    QList<QByteArray> m_oddities;
    std::vector<std::jthread> m_threads;
};

/// The port in a line `ready http://HOST:PORT`; 0 when it is none.
int portOf(const QString &readyLine);
/// Environment of the services: their signing secret.
QHash<QString, QString> environment();
/// Whether the long form was asked for (`./dev test --long`).
bool isLong();

} // namespace signalbox::baddays
