// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/analyticsgateway.h"

namespace signalbox {

// A month of a workspace that books some hundred meetings, the same each time, and the month before it. The
// numbers add up as the service's do. `computedAt` is when they were read.

AnalyticsReading<WorkflowsData> workflowsReading(Instant computedAt, bool isComparing = true);
AnalyticsReading<CampaignsData> campaignsReading(Instant computedAt, bool isComparing = true);
AnalyticsReading<BookingData> bookingReading(Instant computedAt, bool isComparing = true);
/// As `filter` asks: another channel has other numbers, a chosen responder leaves the summary as it is.
AnalyticsReading<ResponseTimingData> responseTimingReading(
    Instant computedAt, const ResponseTimingFilter &filter = {}, bool isComparing = true);

/// The same without a single lead in the period.
AnalyticsReading<WorkflowsData> emptyWorkflows(Instant computedAt);
AnalyticsReading<CampaignsData> emptyCampaigns(Instant computedAt);
AnalyticsReading<BookingData> emptyBooking(Instant computedAt);
AnalyticsReading<ResponseTimingData> emptyResponseTiming(Instant computedAt);

/// The n-th id of a test.
QUuid tabId(int number);

} // namespace signalbox
