// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/databasefigures.h"

#include "core/storage/migrator.h"
#include "core/storage/pgpool.h"

using namespace Qt::StringLiterals;

namespace signalbox {

void addPoolFigures(Metrics &metrics, const PgPool &pool)
{
    const QByteArray help = "Database connections of this process.";
    const auto add = [&](const char *state, int PgPool::Usage::*figure) {
        metrics.gauge("signalbox_pg_pool_connections", help,
            [&pool, figure] { return static_cast<double>(pool.usage().*figure); }, {{"state", state}});
    };
    add("open", &PgPool::Usage::open);
    add("busy", &PgPool::Usage::busy);
    add("limit", &PgPool::Usage::size);
    metrics.total("signalbox_pg_connect_failures_total", "Connections the database did not accept.",
        [&pool] { return static_cast<double>(pool.usage().failedConnects); });
}

Counter &countsDrift(Metrics &metrics)
{
    return metrics.counter(
        "signalbox_inbox_counts_drift_total", "Scopes whose counts differed from a full scan; must stay 0.");
}

QList<ReadinessCheck> databaseChecks(PgPool &pool)
{
    const auto schemaVersion = [](PgConnection &pg) { return Migrator::currentVersion(pg); };
    return {
        {u"database"_s,
            [&pool, schemaVersion] {
                return pool.run([schemaVersion](PgConnection &pg, std::stop_token) -> Result<QString> {
                    const auto answer = schemaVersion(pg);
                    return answer ? Result<QString>(u"answers"_s) : Result<QString>(answer.error());
                });
            }},
        {u"migrations"_s,
            [&pool, schemaVersion] {
                return pool.run([schemaVersion](PgConnection &pg, std::stop_token) -> Result<QString> {
                    const auto found = schemaVersion(pg);
                    const auto known = Migrator::builtIn();
                    if (!found || !known)
                        return !found ? found.error() : known.error();
                    const int wanted = known->isEmpty() ? 0 : known->last().version;
                    if (*found != wanted)
                        return Error::unavailable(
                            u"schema version %1, this program wants %2"_s.arg(*found).arg(wanted));
                    return u"version %1"_s.arg(*found);
                });
            }},
    };
}

} // namespace signalbox
