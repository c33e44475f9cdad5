// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/bookings.h"
#include "core/analytics/campaigns.h"
#include "core/analytics/overview.h"
#include "core/analytics/responsetiming.h"
#include "core/storage/analytics/analyticsscope.h"
#include "core/storage/pgpool.h"

namespace signalbox {

/// The request with the window that is read: the missing bound, the default of the tab (`overview`, …),
/// settled (domain §5, §7.1). Campaigns without a window stay so: each part has a default of its own.
AnalyticsRequest completedFor(QStringView tab, AnalyticsRequest asked, Instant now);

/// What a tab is read by: a connection, and a pool whose free connections may read the comparison meanwhile.
struct TabReader
{
    PgConnection &pg;
    PgPool *pool = nullptr; ///< null: one after the other
    std::stop_token stop {}; ///< of the task that `pg` runs
};

// Each reads a tab with what it is compared with, both in one snapshot, so that the two never disagree about
// a row. The window of `asked` is complete. Denied without the right to the workspace's aggregates.

Result<AnalyticsReading<OverviewData>> loadOverviewReading(
    const TabReader &reader, const AnalyticsScope &scope, const AnalyticsRequest &asked, OverviewParts parts);
Result<AnalyticsReading<WorkflowsData>> loadWorkflowsReading(
    const TabReader &reader, const AnalyticsScope &scope, const AnalyticsRequest &asked);
Result<AnalyticsReading<BookingData>> loadBookingReading(
    const TabReader &reader, const AnalyticsScope &scope, const AnalyticsRequest &asked);
Result<AnalyticsReading<ResponseTimingData>> loadResponseTimingReading(const TabReader &reader,
    const AnalyticsScope &scope, const AnalyticsRequest &asked, const ResponseTimingFilter &filter);

// The four parts of the campaigns (domain §7.5), each a reading of its own, with its default window.
Result<AnalyticsReading<EmailCampaignsPart>> loadEmailCampaignsReading(
    const TabReader &reader, const AnalyticsScope &scope, const AnalyticsRequest &asked);
Result<AnalyticsReading<ReactivationPart>> loadReactivationReading(
    const TabReader &reader, const AnalyticsScope &scope, const AnalyticsRequest &asked);
Result<AnalyticsReading<DraftOutcomePart>> loadDraftOutcomesReading(
    const TabReader &reader, const AnalyticsScope &scope, const AnalyticsRequest &asked);
Result<AnalyticsReading<DraftBookingPart>> loadDraftBookingReading(
    const TabReader &reader, const AnalyticsScope &scope, const AnalyticsRequest &asked);

/// All four in one snapshot; the first that fails is the failure of all.
Result<AnalyticsReading<CampaignsData>> loadCampaignsReading(
    const TabReader &reader, const AnalyticsScope &scope, const AnalyticsRequest &asked);

/// Puts a part where it belongs. The window of the whole is that of the parts of 30 days; its time is the
/// oldest reading's.
void contribute(AnalyticsReading<CampaignsData> &whole, const AnalyticsReading<EmailCampaignsPart> &part);
void contribute(AnalyticsReading<CampaignsData> &whole, const AnalyticsReading<ReactivationPart> &part);
void contribute(AnalyticsReading<CampaignsData> &whole, const AnalyticsReading<DraftOutcomePart> &part);
void contribute(AnalyticsReading<CampaignsData> &whole, const AnalyticsReading<DraftBookingPart> &part);

/// Everything of a reading beside its numbers.
template <typename Data> AnalyticsMeta metaOf(const AnalyticsReading<Data> &reading)
{
    return {.window = reading.window,
        .comparisonWindow = reading.comparison ? std::optional(reading.comparisonWindow) : std::nullopt,
        .timezone = reading.timezone,
        .computedAt = reading.computedAt,
        .errors = reading.errors};
}

} // namespace signalbox
