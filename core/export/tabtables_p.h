// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exporttables.h"

namespace signalbox {

// The tables of one period.

QList<ExportTable> tabTables(const OverviewData &data);
QList<ExportTable> tabTables(const WorkflowsData &data);
QList<ExportTable> tabTables(const CampaignsData &data);
QList<ExportTable> tabTables(const BookingData &data);
QList<ExportTable> tabTables(const ResponseTimingData &data);

} // namespace signalbox
