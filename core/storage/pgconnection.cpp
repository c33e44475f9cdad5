// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/pgconnection.h"

#include "core/storage/pgerror.h"
#include "core/storage/sqlcatalog.h"

#include <QCryptographicHash>

#include <libpq-fe.h>
#include <poll.h>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

// Assembled statements are bounded by the product's filters, yet a connection must not grow for ever.
constexpr int MaxPrepared = 400;

bool succeeded(const PGresult *result)
{
    const auto status = PQresultStatus(result);
    return status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK;
}

QByteArray setLocal(const char *name, const QUuid &value)
{
    return QByteArray("; SET LOCAL ") + name + " = '" + value.toByteArray(QUuid::WithoutBraces) + '\'';
}

/// The `options` a connection string has of its own: ours are added to them, or a `role` set there would be
/// lost.
QByteArray ownOptions(const QByteArray &conninfo)
{
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> parsed(
        PQconninfoParse(conninfo.constData(), nullptr), &PQconninfoFree);
    for (const PQconninfoOption *option = parsed.get(); option != nullptr && option->keyword != nullptr;
         ++option) {
        if (QByteArrayView(option->keyword) == "options" && option->val != nullptr)
            return QByteArray(option->val) + ' ';
    }
    return {};
}

} // namespace

Result<std::unique_ptr<PgConnection>> PgConnection::open(const QString &conninfo, const Options &options)
{
    const QByteArray target = conninfo.toUtf8();
    const QByteArray plans = options.hasGenericPlans ? " -c plan_cache_mode=force_generic_plan" : "";
    const QByteArray server = ownOptions(target)
        + "-c datestyle=ISO -c timezone=UTC -c client_min_messages=warning -c jit=off -c statement_timeout="
        + QByteArray::number(qint64(options.statementTimeout.count())) + plans;
    const QByteArray timeout
        = QByteArray::number(std::max<qint64>(2, (options.connectTimeout.count() + 999) / 1000));
    const char *keys[]
        = {"dbname", "options", "connect_timeout", "client_encoding", "application_name", nullptr};
    const char *values[]
        = {target.constData(), server.constData(), timeout.constData(), "UTF8", "signalbox", nullptr};
    std::unique_ptr<PgConnection> connection(new PgConnection(PQconnectdbParams(keys, values, 1)));
    if (PQstatus(connection->m_connection) != CONNECTION_OK)
        return Error::unavailable(u"no connection to PostgreSQL: "_s
            + QString::fromUtf8(PQerrorMessage(connection->m_connection)).trimmed());
    return connection;
}

PgConnection::PgConnection(pg_conn *owned)
    : m_connection(owned)
{
    // libpq writes what the server says unasked, its farewell for one, to standard error, which belongs to
    // the log; the next call's error says the same.
    PQsetNoticeProcessor(
        m_connection, [](void *, const char *) {}, nullptr);
}

PgConnection::~PgConnection()
{
    PQfinish(m_connection);
}

Result<void> PgConnection::prepare(const QByteArray &name, const QByteArray &sql)
{
    if (m_prepared.contains(name))
        return {};
    if (m_prepared.size() >= MaxPrepared) {
        PgResult dropped(PQexec(m_connection, "DEALLOCATE ALL"));
        m_prepared.clear();
    }
    std::unique_ptr<PGresult, decltype(&PQclear)> result(
        PQprepare(m_connection, name.constData(), sql.constData(), 0, nullptr), &PQclear);
    if (!succeeded(result.get()))
        return pgError(m_connection, result.get());
    m_prepared.insert(name);
    return {};
}

Result<PgResult> PgConnection::runPrepared(const QByteArray &name, const PgParams &params)
{
    const auto values = params.pointers();
    PGresult *result
        = PQexecPrepared(m_connection, name.constData(), params.size(), values.data(), nullptr, nullptr, 0);
    PgResult owner(result);
    if (!succeeded(result))
        return pgError(m_connection, result);
    return owner;
}

Result<PgResult> PgConnection::run(QLatin1StringView queryName, const PgParams &params)
{
    const QByteArray name(queryName.data(), queryName.size());
    if (!m_prepared.contains(name)) {
        if (const auto prepared = prepare(name, SqlCatalog::builtIn().text(name)); !prepared)
            return prepared.error();
    }
    return runPrepared(name, params);
}

Result<PgResult> PgConnection::runSql(const QByteArray &sql, const PgParams &params)
{
    const QByteArray name = QCryptographicHash::hash(sql, QCryptographicHash::Sha1).toHex();
    if (const auto prepared = prepare(name, sql); !prepared)
        return prepared.error();
    return runPrepared(name, params);
}

Result<void> PgConnection::runScript(const QByteArray &sql)
{
    PGresult *result = PQexec(m_connection, sql.constData());
    PgResult owner(result);
    const auto status = PQresultStatus(result);
    if (!succeeded(result) && status != PGRES_EMPTY_QUERY)
        return pgError(m_connection, result);
    return {};
}

Result<qint64> PgConnection::copyIn(
    QLatin1StringView queryName, const std::function<Result<QByteArray>()> &nextChunk)
{
    {
        PGresult *started = PQexec(m_connection, SqlCatalog::builtIn().text(queryName).constData());
        PgResult owner(started);
        if (PQresultStatus(started) != PGRES_COPY_IN)
            return pgError(m_connection, started);
    }
    std::optional<Error> failure;
    while (true) {
        const auto chunk = nextChunk();
        if (!chunk) {
            failure = chunk.error();
            break;
        }
        if (chunk->isEmpty())
            break;
        if (PQputCopyData(m_connection, chunk->constData(), int(chunk->size())) != 1)
            break; // the reason is in the result below
    }
    PQputCopyEnd(m_connection, failure ? "aborted by the client" : nullptr);
    PGresult *result = PQgetResult(m_connection);
    const PgResult owner(result);
    while (PGresult *rest = PQgetResult(m_connection))
        PQclear(rest);
    if (failure)
        return *failure;
    if (!succeeded(result))
        return pgError(m_connection, result);
    return owner.affectedRows();
}

Result<void> PgConnection::begin(const TenantScope &scope, const QByteArray &snapshot)
{
    QByteArray sql = scope.readOnly ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" : "BEGIN";
    if (!snapshot.isEmpty())
        sql += "; SET TRANSACTION SNAPSHOT '" + snapshot + '\'';
    if (scope.user)
        sql += setLocal("app.user_id", scope.user->value);
    if (scope.workspace)
        sql += setLocal("app.workspace_id", scope.workspace->value);
    if (scope.serviceWorkspace)
        sql += setLocal("app.service_workspace", scope.serviceWorkspace->value);
    if (scope.analyticsWorkspace)
        sql += setLocal("app.analytics_workspace", scope.analyticsWorkspace->value)
            + "; SET LOCAL ROLE signalbox_analyst"; // its policies are one comparison (migration 0016)
    return runScript(sql);
}

Result<void> PgConnection::commit()
{
    PGresult *result = PQexec(m_connection, "COMMIT");
    PgResult owner(result);
    if (!succeeded(result))
        return pgError(m_connection, result);
    // COMMIT of a failed transaction answers ROLLBACK: somebody swallowed an error.
    if (QByteArrayView(PQcmdStatus(result)) != "COMMIT")
        return Error::internal(u"the transaction had failed and was rolled back"_s);
    return {};
}

void PgConnection::rollBack()
{
    PgResult(PQexec(m_connection, "ROLLBACK"));
}

Error PgConnection::foreignScope()
{
    return Error::internal(u"a transaction of another scope is open"_s);
}

bool PgConnection::isUsable()
{
    if (PQstatus(m_connection) != CONNECTION_OK || PQtransactionStatus(m_connection) != PQTRANS_IDLE)
        return false;
    // Nothing is to be read on an idle connection that listens to no channel: what is there is the server's
    // farewell.
    pollfd readable {PQsocket(m_connection), POLLIN, 0};
    return poll(&readable, 1, 0) == 0;
}

} // namespace signalbox
