// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/bookings.h"
#include "core/analytics/campaigns.h"
#include "core/analytics/crm.h"
#include "core/analytics/overview.h"
#include "core/analytics/responsetiming.h"
#include "core/export/tablesink.h"

namespace signalbox {

/// A table with all its rows: what stands behind a tab is small.
struct ExportTable
{
    TableHead head;
    QList<QList<Cell>> rows;

    bool operator==(const ExportTable &) const = default;
};

/// Everything behind a tab, as tables. With a comparison every table has a first column "Period", and the
/// rows of the comparison follow those of the window. A part that failed has no table.
QList<ExportTable> exportTables(const AnalyticsReading<OverviewData> &reading);
QList<ExportTable> exportTables(const AnalyticsReading<WorkflowsData> &reading);
QList<ExportTable> exportTables(const AnalyticsReading<CampaignsData> &reading);
QList<ExportTable> exportTables(const AnalyticsReading<BookingData> &reading);
QList<ExportTable> exportTables(const AnalyticsReading<ResponseTimingData> &reading);

/// Writes whole tables, and nothing after the first error; finish() is the caller's.
Result<void> writeTables(TableSink &sink, const QList<ExportTable> &tables);

/// The CRM table: the 34 columns of domain §12.5, and a row of it.
TableHead crmTableHead();
QList<Cell> crmCells(const CrmRow &row);

} // namespace signalbox
