// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/countsstore.h"

#include "core/storage/driftchecks.h"
#include "core/storage/pgconnection.h"

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

Result<qint64> callForNumber(PgConnection &pg, QLatin1StringView query, const PgParams &params)
{
    const auto rows = pg.run(query, params);
    if (!rows)
        return rows.error();
    return rows->integer(0, 0);
}

QString versionOf(const PgResult &rows)
{
    return u"%1-%2-%3-%4"_s.arg(rows.integer(0, rows.column("generation")))
        .arg(rows.integer(0, rows.column("pending_rows")))
        .arg(rows.integer(0, rows.column("highest_id")))
        .arg(rows.integer(0, rows.column("due_rows")));
}

} // namespace

Result<CountsReading> loadCountsInTransaction(PgConnection &pg, const InboxReader &reader)
{
    const auto rows = pg.run("CountsRead"_L1, PgParams() << reader.workspace << reader.scope());
    if (!rows)
        return rows.error();
    const auto figure = [&](const char *name) { return rows->integer(0, rows->column(name)); };
    InboxCounts counts;
    counts.allResponses = figure("all_responses");
    counts.requiresAttention = figure("requires_attention");
    counts.previouslyRequiredAttention = figure("previously_required_attention");
    counts.totalNonBlacklisted = figure("total_non_blacklisted");
    counts.awaitingReply = std::max<qint64>(0, counts.totalNonBlacklisted - counts.requiresAttention);
    counts.needsRepair = figure("needs_repair");
    counts.aiSent = figure("ai_sent");
    counts.aiReview = figure("ai_review");
    counts.total = figure("total");
    counts.computedAt = rows->instant(0, rows->column("read_at"));
    return CountsReading {counts, versionOf(*rows)};
}

Result<CountsReading> loadCounts(PgConnection &pg, const InboxReader &reader)
{
    return pg.transaction(reader.tenantScope(), [&] { return loadCountsInTransaction(pg, reader); });
}

Result<QString> loadDataVersionInTransaction(PgConnection &pg, const InboxReader &reader)
{
    const auto rows = pg.run("CountsVersion"_L1, PgParams() << reader.workspace << reader.scope());
    if (!rows)
        return rows.error();
    return versionOf(*rows);
}

Result<QString> loadDataVersion(PgConnection &pg, const InboxReader &reader)
{
    return pg.transaction(reader.tenantScope(), [&] { return loadDataVersionInTransaction(pg, reader); });
}

Result<qint64> foldCounts(PgConnection &pg, int maxRows)
{
    return callForNumber(pg, "CountsFold"_L1, PgParams() << maxRows);
}

Result<qint64> wakeSnoozed(PgConnection &pg, int maxRows)
{
    return callForNumber(pg, "CountsWakeSnoozed"_L1, PgParams() << maxRows);
}

Result<QList<CountsDrift>> verifyCounts(PgConnection &pg, WorkspaceId workspace)
{
    const auto rows = pg.run("CountsVerify"_L1, PgParams() << workspace);
    if (!rows)
        return rows.error();
    QList<CountsDrift> drift;
    for (int row = 0; row < rows->rowCount(); ++row)
        drift.append({rows->boolean(row, 0), rows->uuid(row, 1), rows->text(row, 2), rows->text(row, 3)});
    return drift;
}

Result<int> recomputeCounts(PgConnection &pg, WorkspaceId workspace)
{
    const auto drifted = callForNumber(pg, "CountsRecompute"_L1, PgParams() << workspace);
    if (!drifted)
        return drifted.error();
    return int(*drifted);
}

Result<void> markCountsDirty(PgConnection &pg, WorkspaceId workspace)
{
    const auto rows = pg.run("CountsMarkDirty"_L1, PgParams() << workspace);
    return rows ? Result<void>() : rows.error();
}

namespace {

/// All that is kept of a workspace; how many scopes of the counts were off. One that does not get through
/// must not keep the counts wrong, and its mark comes back.
Result<int> repairAll(PgConnection &pg, WorkspaceId workspace)
{
    int driftedScopes = 0;
    std::optional<Error> failure;
    for (const DriftCheck &check : driftChecks()) {
        const auto repaired = check.repair(pg, workspace);
        if (!repaired)
            failure = failure.value_or(repaired.error());
        else if (check.name == InboxCountsCheck)
            driftedScopes = int(*repaired);
    }
    if (!failure)
        return driftedScopes;
    if (const auto marked = markCountsDirty(pg, workspace); !marked)
        return marked.error();
    return *failure;
}

} // namespace

Result<Reconciliation> reconcileDirty(PgConnection &pg, int limit)
{
    const auto marked = pg.run("CountsDirtyOldest"_L1, PgParams() << limit);
    if (!marked)
        return marked.error();
    Reconciliation done;
    for (int row = 0; row < marked->rowCount(); ++row) {
        const auto drifted = repairAll(pg, WorkspaceId {marked->uuid(row, 0)});
        if (!drifted)
            return drifted.error();
        done.driftedScopes += *drifted;
        ++done.workspaces;
    }
    return done;
}

Result<Reconciliation> reconcileStalest(PgConnection &pg)
{
    const auto stalest = pg.run("CountsStalestWorkspace"_L1);
    if (!stalest)
        return stalest.error();
    if (stalest->rowCount() == 0)
        return Reconciliation();
    const auto drifted = recomputeCounts(pg, WorkspaceId {stalest->uuid(0, 0)});
    return drifted ? Result<Reconciliation>({1, *drifted}) : drifted.error();
}

} // namespace signalbox
