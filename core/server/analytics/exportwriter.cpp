// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/analytics/exportwriter.h"

#include "core/export/csvsink.h"
#include "core/export/exportabout.h"
#include "core/export/exporttables.h"
#include "core/export/xlsxsink.h"
#include "core/server/analytics/tabreadings.h"
#include "core/storage/analytics/analyticsreader.h"
#include "core/storage/analytics/crmexport.h"
#include "core/storage/workspacestore.h"

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

/// One export while it is written.
struct Writing
{
    PgConnection &pg;
    const ExportOrder &order;
    ExportProgress &progress;
    std::stop_token stop;
    const StorageGate &mayStore;
    AnalyticsScope scope;
    ExportAbout about;

    Result<void> checkRoom() const { return mayStore ? mayStore() : Result<void>(); }
};

Result<std::unique_ptr<TableSink>> openSink(const Writing &writing)
{
    using Opened = Result<std::unique_ptr<TableSink>>;
    const ExportRequest &request = writing.order.request;
    TableOptions options;
    options.zone = analyticsZone(writing.about.zoneName);
    options.isSingleTable = request.tab == "crm"_L1;
    options.stop = writing.stop;
    if (request.format == ExportFormat::Xlsx) {
        auto sink = XlsxSink::create(writing.order.path, options, aboutLines(request, writing.about));
        return sink ? Opened(*std::move(sink)) : Opened(sink.error());
    }
    auto sink = CsvSink::create(writing.order.path, options);
    return sink ? Opened(*std::move(sink)) : Opened(sink.error());
}

Result<void> writeCrm(Writing &writing)
{
    const WorkspaceId workspace = writing.scope.workspace;
    const auto role = loadRole(writing.pg, writing.order.user, workspace);
    if (!role)
        return role.error();
    const InboxReader reader {writing.order.user, workspace, *role};
    writing.about.isOwnOnly = reader.scope().has_value();
    const auto sink = openSink(writing);
    if (!sink)
        return sink.error();
    if (const auto begun = (*sink)->begin(crmTableHead()); !begun)
        return begun;
    const auto take = [&](const QList<CrmRow> &rows) -> Result<void> {
        if (const auto room = writing.checkRoom(); !room)
            return room;
        for (const CrmRow &row : rows) {
            if (const auto written = (*sink)->row(crmCells(row)); !written)
                return written;
        }
        return {};
    };
    const auto tell = [&](qint64 done, qint64 total) {
        writing.progress.rowsWritten = done;
        writing.progress.rowsTotal = total;
    };
    const auto streamed
        = streamCrmRows(writing.pg, reader, writing.order.request.crm, take, tell, writing.stop);
    if (!streamed)
        return streamed.error();
    return (*sink)->finish();
}

template <typename Data>
Result<void> writeTab(Writing &writing, const Result<AnalyticsReading<Data>> &reading)
{
    if (!reading)
        return reading.error();
    writing.about.window = reading->window;
    if (reading->comparison)
        writing.about.comparison = reading->comparisonWindow;
    writing.about.computedAt = reading->computedAt;
    writing.progress.computedAtMicros = reading->computedAt.time_since_epoch().count();
    const QList<ExportTable> tables = exportTables(*reading);
    qint64 rows = 0;
    for (const ExportTable &table : tables)
        rows += table.rows.size();
    writing.progress.rowsTotal = rows;
    if (const auto room = writing.checkRoom(); !room)
        return room;
    const auto sink = openSink(writing);
    if (!sink)
        return sink.error();
    if (const auto written = writeTables(**sink, tables); !written)
        return written;
    writing.progress.rowsWritten = rows;
    return (*sink)->finish();
}

Result<void> writeTables(Writing &writing)
{
    const ExportRequest &request = writing.order.request;
    const AnalyticsRequest asked = completedFor(request.tab, request.analytics, writing.scope.now);
    if (request.tab == "overview"_L1)
        return writeTab(writing, loadOverviewReading({writing.pg}, writing.scope, asked, OverviewParts::All));
    if (request.tab == "workflows"_L1)
        return writeTab(writing, loadWorkflowsReading({writing.pg}, writing.scope, asked));
    if (request.tab == "campaigns"_L1)
        return writeTab(writing, loadCampaignsReading({writing.pg}, writing.scope, asked));
    if (request.tab == "booking"_L1)
        return writeTab(writing, loadBookingReading({writing.pg}, writing.scope, asked));
    return writeTab(writing, loadResponseTimingReading({writing.pg}, writing.scope, asked, request.timing));
}

Result<void> writeExport(PgConnection &pg, const ExportOrder &order, ExportProgress &progress,
    const std::stop_token &stop, const StorageGate &mayStore)
{
    const AnalyticsScope scope {
        .user = order.user, .workspace = order.request.analytics.workspace, .now = order.now};
    const auto context = loadAnalyticsContext(pg, scope);
    if (!context)
        return context.error();
    Writing writing {pg, order, progress, stop, mayStore, scope, {}};
    writing.about.workspaceName = context->workspaceName;
    writing.about.zoneName = QString::fromLatin1(context->zone.id());
    writing.about.computedAt = context->readAt;
    progress.computedAtMicros = context->readAt.time_since_epoch().count();
    return order.request.tab == "crm"_L1 ? writeCrm(writing) : writeTables(writing);
}

} // namespace

ExportWriter exportWriter(StorageGate mayStore)
{
    return
        [mayStore = std::move(mayStore)](PgConnection &pg, const ExportOrder &order, ExportProgress &progress,
            std::stop_token stop) { return writeExport(pg, order, progress, stop, mayStore); };
}

} // namespace signalbox
