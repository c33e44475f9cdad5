// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/analytics/tabreadings.h"

#include "core/storage/analytics/analyticsreader.h"
#include "core/storage/analytics/bookingreader.h"
#include "core/storage/analytics/campaignsreader.h"
#include "core/storage/analytics/timingreader.h"

namespace signalbox {

namespace {

/// `load`: `Result<Data>(const AnalyticsScope &, const AnalyticsWindow &)`. The store's own transactions join
/// this one.
template <typename Data, typename Load>
Result<AnalyticsReading<Data>> readBoth(
    PgConnection &pg, AnalyticsScope scope, const AnalyticsRequest &asked, Load load)
{
    return pg.transaction(scope.tenantScope(), [&]() -> Result<AnalyticsReading<Data>> {
        const auto context = loadAnalyticsContext(pg, scope);
        if (!context)
            return context.error();
        scope.zone = context->zone;
        AnalyticsReading<Data> reading;
        reading.window = asked.window;
        reading.timezone = QString::fromLatin1(scope.zone.id());
        reading.computedAt = context->readAt;
        const auto data = load(scope, asked.window);
        if (!data)
            return data.error();
        reading.data = *data;
        const auto other = comparisonWindow(asked.window, asked.compare, scope.zone);
        if (!other)
            return reading;
        reading.comparisonWindow = *other;
        const auto comparison = load(scope, *other);
        if (!comparison)
            return comparison.error();
        reading.comparison = *comparison;
        return reading;
    });
}

} // namespace

Result<AnalyticsReading<OverviewData>> loadOverviewReading(
    PgConnection &pg, const AnalyticsScope &scope, const AnalyticsRequest &asked, OverviewParts parts)
{
    return readBoth<OverviewData>(
        pg, scope, asked, [&](const AnalyticsScope &whose, const AnalyticsWindow &window) {
            return loadOverview(pg, whose, window, parts);
        });
}

Result<AnalyticsReading<WorkflowsData>> loadWorkflowsReading(
    PgConnection &pg, const AnalyticsScope &scope, const AnalyticsRequest &asked)
{
    return readBoth<WorkflowsData>(
        pg, scope, asked, [&](const AnalyticsScope &whose, const AnalyticsWindow &window) {
            return loadWorkflows(pg, whose, window);
        });
}

Result<AnalyticsReading<BookingData>> loadBookingReading(
    PgConnection &pg, const AnalyticsScope &scope, const AnalyticsRequest &asked)
{
    return readBoth<BookingData>(
        pg, scope, asked, [&](const AnalyticsScope &whose, const AnalyticsWindow &window) {
            return loadBooking(pg, whose, window);
        });
}

Result<AnalyticsReading<ResponseTimingData>> loadResponseTimingReading(PgConnection &pg,
    const AnalyticsScope &scope, const AnalyticsRequest &asked, const ResponseTimingFilter &filter)
{
    return readBoth<ResponseTimingData>(
        pg, scope, asked, [&](const AnalyticsScope &whose, const AnalyticsWindow &window) {
            return loadResponseTiming(pg, whose, window, filter);
        });
}

Result<AnalyticsReading<EmailCampaignsPart>> loadEmailCampaignsReading(
    PgConnection &pg, const AnalyticsScope &scope, const AnalyticsRequest &asked)
{
    return readBoth<EmailCampaignsPart>(
        pg, scope, asked, [&](const AnalyticsScope &whose, const AnalyticsWindow &window) {
            return loadEmailCampaigns(pg, whose, window);
        });
}

Result<AnalyticsReading<ReactivationPart>> loadReactivationReading(
    PgConnection &pg, const AnalyticsScope &scope, const AnalyticsRequest &asked)
{
    return readBoth<ReactivationPart>(
        pg, scope, asked, [&](const AnalyticsScope &whose, const AnalyticsWindow &window) {
            return loadReactivation(pg, whose, window);
        });
}

Result<AnalyticsReading<DraftOutcomePart>> loadDraftOutcomesReading(
    PgConnection &pg, const AnalyticsScope &scope, const AnalyticsRequest &asked)
{
    return readBoth<DraftOutcomePart>(
        pg, scope, asked, [&](const AnalyticsScope &whose, const AnalyticsWindow &window) {
            return loadDraftOutcomes(pg, whose, window);
        });
}

Result<AnalyticsReading<DraftBookingPart>> loadDraftBookingReading(
    PgConnection &pg, const AnalyticsScope &scope, const AnalyticsRequest &asked)
{
    return readBoth<DraftBookingPart>(
        pg, scope, asked, [&](const AnalyticsScope &whose, const AnalyticsWindow &window) {
            return loadDraftBooking(pg, whose, window);
        });
}

} // namespace signalbox
