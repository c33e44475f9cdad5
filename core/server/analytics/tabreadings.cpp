// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/analytics/tabreadings.h"

#include "core/storage/analytics/analyticsreader.h"
#include "core/storage/analytics/bookingreader.h"
#include "core/storage/analytics/campaignsreader.h"
#include "core/storage/analytics/timingreader.h"

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

constexpr int WeekDays = 7; // of the e-mail campaigns (domain §7.1)
constexpr int MonthDays = 30;

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

AnalyticsRequest withDefault(AnalyticsRequest asked, int days, Instant now)
{
    if (!asked.window.to)
        asked.window = lastDays(days, now);
    return asked;
}

template <typename Part>
void put(AnalyticsReading<CampaignsData> &whole, const AnalyticsReading<Part> &part,
    std::optional<Part> CampaignsData::*member)
{
    whole.data.*member = part.data;
    if (part.comparison) {
        if (!whole.comparison)
            whole.comparison.emplace();
        (*whole.comparison).*member = part.comparison;
    }
    const bool isFirst = whole.timezone.isEmpty();
    if (isFirst || part.computedAt < whole.computedAt)
        whole.computedAt = part.computedAt;
    if (isFirst || !std::is_same_v<Part, EmailCampaignsPart>) {
        whole.window = part.window;
        whole.comparisonWindow = part.comparisonWindow;
    }
    whole.timezone = part.timezone;
}

} // namespace

AnalyticsRequest completedFor(QStringView tab, AnalyticsRequest asked, Instant now)
{
    asked.window = settled(completed(asked.window, now), now);
    const bool hasDefault = tab != "overview"_L1 && tab != "campaigns"_L1;
    return hasDefault ? withDefault(asked, MonthDays, now) : asked;
}

void contribute(AnalyticsReading<CampaignsData> &whole, const AnalyticsReading<EmailCampaignsPart> &part)
{
    put(whole, part, &CampaignsData::campaigns);
}

void contribute(AnalyticsReading<CampaignsData> &whole, const AnalyticsReading<ReactivationPart> &part)
{
    put(whole, part, &CampaignsData::reactivation);
}

void contribute(AnalyticsReading<CampaignsData> &whole, const AnalyticsReading<DraftOutcomePart> &part)
{
    put(whole, part, &CampaignsData::aiDraftOutcome);
}

void contribute(AnalyticsReading<CampaignsData> &whole, const AnalyticsReading<DraftBookingPart> &part)
{
    put(whole, part, &CampaignsData::aiDraftBooking);
}

Result<AnalyticsReading<CampaignsData>> loadCampaignsReading(
    PgConnection &pg, const AnalyticsScope &scope, const AnalyticsRequest &asked)
{
    return pg.transaction(scope.tenantScope(), [&]() -> Result<AnalyticsReading<CampaignsData>> {
        AnalyticsReading<CampaignsData> whole;
        const auto add = [&](auto load) -> Result<void> {
            const auto part = load(pg, scope, asked);
            if (!part)
                return part.error();
            contribute(whole, *part);
            return {};
        };
        for (const Result<void> &added : {add(loadEmailCampaignsReading), add(loadReactivationReading),
                 add(loadDraftOutcomesReading), add(loadDraftBookingReading)}) {
            if (!added)
                return added.error();
        }
        return whole;
    });
}

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
    return readBoth<EmailCampaignsPart>(pg, scope, withDefault(asked, WeekDays, scope.now),
        [&](const AnalyticsScope &whose, const AnalyticsWindow &window) {
            return loadEmailCampaigns(pg, whose, window);
        });
}

Result<AnalyticsReading<ReactivationPart>> loadReactivationReading(
    PgConnection &pg, const AnalyticsScope &scope, const AnalyticsRequest &asked)
{
    return readBoth<ReactivationPart>(pg, scope, withDefault(asked, MonthDays, scope.now),
        [&](const AnalyticsScope &whose, const AnalyticsWindow &window) {
            return loadReactivation(pg, whose, window);
        });
}

Result<AnalyticsReading<DraftOutcomePart>> loadDraftOutcomesReading(
    PgConnection &pg, const AnalyticsScope &scope, const AnalyticsRequest &asked)
{
    return readBoth<DraftOutcomePart>(pg, scope, withDefault(asked, MonthDays, scope.now),
        [&](const AnalyticsScope &whose, const AnalyticsWindow &window) {
            return loadDraftOutcomes(pg, whose, window);
        });
}

Result<AnalyticsReading<DraftBookingPart>> loadDraftBookingReading(
    PgConnection &pg, const AnalyticsScope &scope, const AnalyticsRequest &asked)
{
    return readBoth<DraftBookingPart>(pg, scope, withDefault(asked, MonthDays, scope.now),
        [&](const AnalyticsScope &whose, const AnalyticsWindow &window) {
            return loadDraftBooking(pg, whose, window);
        });
}

} // namespace signalbox
