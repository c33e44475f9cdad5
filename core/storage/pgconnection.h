// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/storage/pgparams.h"
#include "core/storage/pgresult.h"

#include <QSet>

#include <chrono>
#include <functional>
#include <memory>
#include <stop_token>

struct pg_conn;

namespace signalbox {

/// On whose behalf a transaction runs. Row-level security reads it, so a query without one sees no tenant's
/// row.
struct TenantScope
{
    std::optional<UserId> user; ///< sees what the person may see
    std::optional<WorkspaceId> workspace; ///< the workspace the call is about (search reads it)
    std::optional<WorkspaceId>
        serviceWorkspace; ///< the service itself, on this workspace: ingest, member administration
    std::optional<WorkspaceId> analyticsWorkspace; ///< aggregates of the whole workspace, if the user's role
                                                   ///< grants it (DESIGN §8.22)
    bool readOnly = true; ///< also: one snapshot for the whole transaction (REPEATABLE READ)

    bool operator==(const TenantScope &) const = default;
};

/// One blocking connection to PostgreSQL, for one worker thread at a time.
///
/// Failures: Unavailable when the server is gone or going, TimedOut on statement_timeout, Conflict on a
/// broken constraint or a serialisation failure (`code` is the constraint's name), Invalid on bad values,
/// Internal on our own mistakes. `detail` carries the SQLSTATE and never a value.
class PgConnection
{
public:
    struct Options
    {
        std::chrono::milliseconds connectTimeout {5000};
        std::chrono::milliseconds statementTimeout {0}; ///< 0: none
        /// Plans once per statement, not per call: a list statement takes longer to plan than to run, and is
        /// assembled so that a generic plan serves it (DESIGN §8.6). For the service's own statements.
        bool hasGenericPlans = false;
    };

    static Result<std::unique_ptr<PgConnection>> open(const QString &conninfo, const Options &options);
    static Result<std::unique_ptr<PgConnection>> open(const QString &conninfo)
    {
        return open(conninfo, Options());
    }
    ~PgConnection();
    Q_DISABLE_COPY_MOVE(PgConnection)

    /// A named block of resources/sql/queries, prepared on first use.
    Result<PgResult> run(QLatin1StringView queryName, const PgParams &params = {});
    /// A statement assembled from named blocks; prepared under its hash. Never pass user text here.
    Result<PgResult> runSql(const QByteArray &sql, const PgParams &params = {});
    /// Several statements without parameters in one round trip: migrations.
    Result<void> runScript(const QByteArray &sql);
    /// `COPY … FROM STDIN` of a named block; `nextChunk` is asked until it answers empty. An error of it
    /// aborts the copy.
    Result<qint64> copyIn(QLatin1StringView queryName, const std::function<Result<QByteArray>()> &nextChunk);

    /// Runs `work` between BEGIN and COMMIT as `scope`; rolls back when it fails. Within a transaction of the
    /// same scope it joins that one, so that several readings share a snapshot; whoever began it ends it.
    /// Internal within one of another scope.
    template <typename Work>
    auto transaction(const TenantScope &scope, Work work) -> std::invoke_result_t<Work>
    {
        return transactionAt({}, scope, std::move(work));
    }

    /// The same in a snapshot that a transaction still open has exported (`pg_export_snapshot`): two
    /// connections then see the same rows.
    template <typename Work>
    auto transactionAt(const QByteArray &snapshot, const TenantScope &scope, Work work)
        -> std::invoke_result_t<Work>
    {
        if (m_scope)
            return *m_scope == scope ? work() : std::invoke_result_t<Work>(foreignScope());
        if (const auto begun = begin(scope, snapshot); !begun)
            return begun.error();
        m_scope = scope;
        auto result = work();
        m_scope.reset();
        if (!result) {
            rollBack();
            return result;
        }
        if (const auto done = commit(); !done)
            return done.error();
        return result;
    }

    /// False once the server has closed or broken it; such a connection is thrown away.
    bool isUsable();
    /// The transport, for what this class does not cover (replication, pipelines).
    pg_conn *handle() const { return m_connection; }

private:
    explicit PgConnection(pg_conn *owned);
    Result<void> begin(const TenantScope &scope, const QByteArray &snapshot);
    Result<void> commit();
    void rollBack();
    static Error foreignScope();
    Result<void> prepare(const QByteArray &name, const QByteArray &sql);
    Result<PgResult> runPrepared(const QByteArray &name, const PgParams &params);

    pg_conn *m_connection = nullptr;
    QSet<QByteArray> m_prepared;
    std::optional<TenantScope> m_scope; ///< of the transaction that is open
};

} // namespace signalbox
