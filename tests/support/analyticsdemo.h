// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/overview.h"

namespace signalbox {

/// A believable overview: the numbers follow from the window alone, so that they are the same each time.
OverviewData demoOverview(const AnalyticsWindow &window, Instant now, double scale = 1);
/// What the service would answer, with the comparison that was asked for.
AnalyticsReading<OverviewData> demoOverviewReading(
    const AnalyticsRequest &request, OverviewParts parts, Instant now);
/// A reading in which nothing happened.
AnalyticsReading<OverviewData> emptyOverviewReading(const AnalyticsRequest &request, Instant now);

} // namespace signalbox
