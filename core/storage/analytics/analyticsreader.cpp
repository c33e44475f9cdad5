// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/analytics/analyticsreader.h"

#include "core/storage/analytics/activity.h"
#include "core/storage/countsstore.h"

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int DefaultDays = 30;

/// Runs `work` in a transaction of the scope, if its user may read aggregates.
template <typename Work>
auto admitted(PgConnection &pg, const AnalyticsScope &scope, Work work) -> std::invoke_result_t<Work>
{
    return pg.transaction(scope.tenantScope(), [&]() -> std::invoke_result_t<Work> {
        if (const auto done = admitAnalytics(pg, scope); !done)
            return done.error();
        return work();
    });
}

} // namespace

Result<AnalyticsContext> loadAnalyticsContextInTransaction(PgConnection &pg, const AnalyticsScope &scope)
{
    if (const auto done = admitAnalytics(pg, scope); !done)
        return done.error();
    const auto rows = pg.run("AnalyticsContext"_L1, PgParams() << scope.workspace);
    if (!rows)
        return rows.error();
    if (rows->rowCount() == 0)
        return Error::denied(u"no analytics of this workspace"_s);
    // Of the whole workspace: that is what aggregates are of.
    const auto version = loadDataVersionInTransaction(pg, {.user = scope.user, .workspace = scope.workspace});
    if (!version)
        return version.error();
    return AnalyticsContext {
        rows->text(0, 0), analyticsZone(rows->text(0, 1)), rows->text(0, 2), *version, rows->instant(0, 3)};
}

Result<AnalyticsContext> loadAnalyticsContext(PgConnection &pg, const AnalyticsScope &scope)
{
    return pg.transaction(scope.tenantScope(), [&] { return loadAnalyticsContextInTransaction(pg, scope); });
}

Result<OverviewData> loadOverview(
    PgConnection &pg, const AnalyticsScope &scope, const AnalyticsWindow &window, OverviewParts parts)
{
    return admitted(pg, scope, [&] { return loadOverviewInTransaction(pg, scope, window, parts); });
}

Result<WorkflowsData> loadWorkflows(
    PgConnection &pg, const AnalyticsScope &scope, const AnalyticsWindow &window)
{
    return admitted(pg, scope, [&] { return loadWorkflowsInTransaction(pg, scope, window); });
}

Result<WorkflowsData> loadWorkflowsInTransaction(
    PgConnection &pg, const AnalyticsScope &scope, const AnalyticsWindow &window)
{
    const bool isOpen = !window.from && !window.to;
    const AnalyticsWindow read = isOpen ? lastDays(DefaultDays, scope.now) : window;
    const auto rows
        = pg.run("AnalyticsWorkflows"_L1, PgParams() << scope.workspace << fromBound(read) << toBound(read));
    if (!rows)
        return rows.error();
    WorkflowsData data;
    for (int row = 0; row < rows->rowCount(); ++row) {
        const qint64 booked = rows->integer(row, 2);
        data.totalBooked += booked;
        if (rows->isNull(row, 0))
            data.bookedFromInitial = booked;
        else
            data.sequences.append({rows->uuid(row, 0), rows->text(row, 1), booked, 0});
    }
    data.bookedFromWorkflow = data.totalBooked - data.bookedFromInitial;
    for (SequenceBookings &sequence : data.sequences)
        sequence.share = fraction(sequence.booked, data.bookedFromWorkflow);
    return data;
}

} // namespace signalbox
