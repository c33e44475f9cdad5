// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/analytics/crmexport.h"

#include "core/storage/analytics/crmlistsql.h"
#include "core/storage/analytics/crmreader.h"
#include "core/storage/analytics/crmrows.h"

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

Result<qint64> countRows(PgConnection &pg, const InboxReader &reader, const CrmQuery &query)
{
    const AssembledSql statement = buildCrmCountStatement(reader, query);
    const auto rows = pg.runSql(statement.sql, statement.params);
    if (!rows)
        return rows.error();
    return rows->integer(0, 0);
}

Result<QList<CrmRow>> fetchBatch(PgConnection &pg, WorkspaceId workspace)
{
    const auto fetched = pg.runSql(SqlCatalog::builtIn().text("CrmExportFetch"));
    if (!fetched)
        return fetched.error();
    QList<CrmRow> batch;
    batch.reserve(fetched->rowCount());
    for (int row = 0; row < fetched->rowCount(); ++row)
        batch.append(readCrmRow(*fetched, row));
    if (const auto done = enrichCrmRows(pg, workspace, batch); !done)
        return done.error();
    return batch;
}

Result<qint64> stream(PgConnection &pg, const InboxReader &reader, const CrmQuery &query,
    const CrmRowTaker &take, const CrmProgress &progress, const std::stop_token &stop)
{
    if (const auto admitted = admitCrmSight(pg, reader); !admitted)
        return admitted.error();
    const auto total = countRows(pg, reader, query);
    if (!total)
        return total.error();
    const AssembledSql cursor = buildCrmCursorStatement(reader, query);
    if (const auto declared = pg.runSql(cursor.sql, cursor.params); !declared)
        return declared.error();
    qint64 done = 0;
    while (true) {
        progress(done, *total);
        if (stop.stop_requested())
            return Error {Error::Kind::Cancelled, u"the export was stopped"_s};
        const auto batch = fetchBatch(pg, reader.workspace);
        if (!batch)
            return batch.error();
        if (batch->isEmpty())
            return done;
        if (const auto taken = take(*batch); !taken)
            return taken.error();
        done += batch->size();
    }
}

} // namespace

Result<qint64> streamCrmRows(PgConnection &pg, const InboxReader &reader, const CrmQuery &query,
    const CrmRowTaker &take, const CrmProgress &progress, const std::stop_token &stop)
{
    if (const auto admitted = admitCrm(reader); !admitted)
        return admitted.error();
    return pg.transaction(
        reader.tenantScope(), [&] { return stream(pg, reader, query, take, progress, stop); });
}

} // namespace signalbox
