// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feed/feedsession.h"

#include "core/storage/pgerror.h"
#include "core/storage/sqlcatalog.h"

#include <libpq-fe.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <cerrno>

namespace signalbox {

using namespace Qt::StringLiterals;

StopSignal::StopSignal()
    : m_event(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{ }

StopSignal::~StopSignal()
{
    ::close(m_event);
}

void StopSignal::request()
{
    ::eventfd_write(m_event, 1);
}

bool StopSignal::isRequested() const
{
    return !sleep(std::chrono::milliseconds(0));
}

bool StopSignal::sleep(std::chrono::milliseconds time) const
{
    pollfd wake {m_event, POLLIN, 0};
    return ::poll(&wake, 1, int(time.count())) <= 0;
}

Result<std::unique_ptr<FeedSession>> FeedSession::open(
    const QString &conninfo, Kind kind, const QByteArray &applicationName, const StopSignal &stop)
{
    const QByteArray target = conninfo.toUtf8();
    // Rows arrive as text, written by the settings of the session that reads the log.
    const char *keys[]
        = {"dbname", "options", "client_encoding", "application_name", "keepalives_idle", "tcp_user_timeout",
            "fallback_application_name", kind == Kind::Replication ? "replication" : nullptr, nullptr};
    const char *values[] = {target.constData(),
        "-c datestyle=ISO -c timezone=UTC -c intervalstyle=postgres -c bytea_output=hex -c jit=off", "UTF8",
        applicationName.constData(), "20", "20000", "signalbox", "database", nullptr};
    std::unique_ptr<FeedSession> session(new FeedSession(PQconnectStartParams(keys, values, 1), stop));
    if (const auto connected = session->connect(); !connected)
        return connected.error();
    return session;
}

FeedSession::FeedSession(pg_conn *owned, const StopSignal &stop)
    : m_connection(owned)
    , m_stop(stop)
{
    PQsetNoticeProcessor(
        m_connection, [](void *, const char *) {}, nullptr);
}

FeedSession::~FeedSession()
{
    PQfinish(m_connection);
}

int FeedSession::descriptor() const
{
    return PQsocket(m_connection);
}

Result<void> FeedSession::connect()
{
    PostgresPollingStatusType status = PGRES_POLLING_WRITING;
    while (PQstatus(m_connection) != CONNECTION_BAD && status != PGRES_POLLING_OK
        && status != PGRES_POLLING_FAILED) {
        const auto ready = wait(status == PGRES_POLLING_READING ? POLLIN : POLLOUT, Deadline);
        if (!ready)
            return ready.error();
        status = PQconnectPoll(m_connection);
    }
    if (PQstatus(m_connection) != CONNECTION_OK)
        return Error::unavailable(
            u"no connection to PostgreSQL: "_s + QString::fromUtf8(PQerrorMessage(m_connection)).trimmed());
    return {};
}

Result<void> FeedSession::wait(short events, std::chrono::milliseconds deadline) const
{
    pollfd watched[2] = {{m_stop.descriptor(), POLLIN, 0}, {descriptor(), events, 0}};
    int ready = 0;
    do {
        ready = ::poll(watched, 2, int(deadline.count()));
    } while (ready < 0 && errno == EINTR);
    if (watched[0].revents != 0)
        return Error {Error::Kind::Cancelled};
    if (ready == 0)
        return Error {Error::Kind::TimedOut, u"PostgreSQL does not answer"_s};
    return {};
}

Result<PgResult> FeedSession::run(
    QLatin1StringView queryName, const PgParams &params, std::chrono::milliseconds deadline)
{
    const QByteArray sql = SqlCatalog::builtIn().text(QByteArrayView(queryName.data(), queryName.size()));
    const auto values = params.pointers();
    return answer(PQsendQueryParams(m_connection, sql.constData(), params.size(), nullptr, values.data(),
                      nullptr, nullptr, 0)
            == 1,
        deadline);
}

Result<PgResult> FeedSession::command(const QByteArray &text)
{
    return answer(PQsendQuery(m_connection, text.constData()) == 1, Deadline);
}

Result<PgResult> FeedSession::answer(bool isSent, std::chrono::milliseconds deadline)
{
    if (!isSent)
        return pgError(m_connection, nullptr);
    while (PQisBusy(m_connection) == 1) {
        if (const auto ready = wait(POLLIN, deadline); !ready)
            return ready.error();
        if (PQconsumeInput(m_connection) != 1)
            return pgError(m_connection, nullptr);
    }
    PGresult *result = PQgetResult(m_connection);
    PgResult owner(result);
    const auto status = PQresultStatus(result);
    if (status == PGRES_COPY_BOTH) // nothing follows but the stream
        return owner;
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) {
        const Error error = pgError(m_connection, result);
        while (PGresult *rest = PQgetResult(m_connection))
            PQclear(rest);
        return error;
    }
    while (PGresult *rest = PQgetResult(m_connection))
        PQclear(rest);
    return owner;
}

} // namespace signalbox
