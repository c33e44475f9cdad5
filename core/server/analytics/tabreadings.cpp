// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/analytics/tabreadings.h"

#include "core/storage/analytics/analyticsreader.h"
#include "core/storage/analytics/bookingreader.h"
#include "core/storage/analytics/campaignsreader.h"
#include "core/storage/analytics/timingreader.h"
#include "core/storage/sideread.h"

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

constexpr int WeekDays = 7; // of the e-mail campaigns (domain §7.1)
constexpr int MonthDays = 30;

/// `load`: `Result<Data>(PgConnection &, const AnalyticsScope &, const AnalyticsWindow &)`; it may run beside
/// this, so it holds copies. The store's own transactions join this one.
template <typename Data, typename Load>
Result<AnalyticsReading<Data>> readBoth(
    const TabReader &reader, AnalyticsScope scope, const AnalyticsRequest &asked, Load load)
{
    PgConnection &pg = reader.pg;
    return pg.transaction(scope.tenantScope(), [&]() -> Result<AnalyticsReading<Data>> {
        const auto context = loadAnalyticsContext(pg, scope);
        if (!context)
            return context.error();
        scope.zone = context->zone;
        AnalyticsReading<Data> reading;
        reading.window = asked.window;
        reading.timezone = QString::fromLatin1(scope.zone.id());
        reading.computedAt = context->readAt;
        const auto other = comparisonWindow(asked.window, asked.compare, scope.zone);
        std::optional<SideRead<Data>> comparison;
        if (other) {
            // Workers would take the core that the comparison is read with.
            scope.isSerial = scope.isSerial || reader.pool != nullptr;
            auto offered = SideRead<Data>::offer(reader.pool, pg, scope.tenantScope(),
                [load, scope, other](PgConnection &which) { return load(which, scope, *other); });
            if (!offered)
                return offered.error();
            comparison.emplace(*std::move(offered));
        }
        const auto data = load(pg, scope, asked.window);
        if (!data)
            return data.error();
        reading.data = *data;
        if (!comparison)
            return reading;
        const auto compared = comparison->finish(pg, reader.stop);
        if (!compared)
            return compared.error();
        reading.comparisonWindow = *other;
        reading.comparison = *compared;
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
    const TabReader &reader, const AnalyticsScope &scope, const AnalyticsRequest &asked)
{
    return reader.pg.transaction(scope.tenantScope(), [&]() -> Result<AnalyticsReading<CampaignsData>> {
        AnalyticsReading<CampaignsData> whole;
        const auto add = [&](auto load) -> Result<void> {
            const auto part = load(reader, scope, asked);
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
    const TabReader &reader, const AnalyticsScope &scope, const AnalyticsRequest &asked, OverviewParts parts)
{
    return readBoth<OverviewData>(reader, scope, asked,
        [parts](PgConnection &pg, const AnalyticsScope &whose, const AnalyticsWindow &window) {
            return loadOverview(pg, whose, window, parts);
        });
}

Result<AnalyticsReading<WorkflowsData>> loadWorkflowsReading(
    const TabReader &reader, const AnalyticsScope &scope, const AnalyticsRequest &asked)
{
    return readBoth<WorkflowsData>(reader, scope, asked,
        [](PgConnection &pg, const AnalyticsScope &whose, const AnalyticsWindow &window) {
            return loadWorkflows(pg, whose, window);
        });
}

Result<AnalyticsReading<BookingData>> loadBookingReading(
    const TabReader &reader, const AnalyticsScope &scope, const AnalyticsRequest &asked)
{
    return readBoth<BookingData>(reader, scope, asked,
        [](PgConnection &pg, const AnalyticsScope &whose, const AnalyticsWindow &window) {
            return loadBooking(pg, whose, window);
        });
}

Result<AnalyticsReading<ResponseTimingData>> loadResponseTimingReading(const TabReader &reader,
    const AnalyticsScope &scope, const AnalyticsRequest &asked, const ResponseTimingFilter &filter)
{
    return readBoth<ResponseTimingData>(reader, scope, asked,
        [filter](PgConnection &pg, const AnalyticsScope &whose, const AnalyticsWindow &window) {
            return loadResponseTiming(pg, whose, window, filter);
        });
}

Result<AnalyticsReading<EmailCampaignsPart>> loadEmailCampaignsReading(
    const TabReader &reader, const AnalyticsScope &scope, const AnalyticsRequest &asked)
{
    return readBoth<EmailCampaignsPart>(reader, scope, withDefault(asked, WeekDays, scope.now),
        [](PgConnection &pg, const AnalyticsScope &whose, const AnalyticsWindow &window) {
            return loadEmailCampaigns(pg, whose, window);
        });
}

Result<AnalyticsReading<ReactivationPart>> loadReactivationReading(
    const TabReader &reader, const AnalyticsScope &scope, const AnalyticsRequest &asked)
{
    return readBoth<ReactivationPart>(reader, scope, withDefault(asked, MonthDays, scope.now),
        [](PgConnection &pg, const AnalyticsScope &whose, const AnalyticsWindow &window) {
            return loadReactivation(pg, whose, window);
        });
}

Result<AnalyticsReading<DraftOutcomePart>> loadDraftOutcomesReading(
    const TabReader &reader, const AnalyticsScope &scope, const AnalyticsRequest &asked)
{
    return readBoth<DraftOutcomePart>(reader, scope, withDefault(asked, MonthDays, scope.now),
        [](PgConnection &pg, const AnalyticsScope &whose, const AnalyticsWindow &window) {
            return loadDraftOutcomes(pg, whose, window);
        });
}

Result<AnalyticsReading<DraftBookingPart>> loadDraftBookingReading(
    const TabReader &reader, const AnalyticsScope &scope, const AnalyticsRequest &asked)
{
    return readBoth<DraftBookingPart>(reader, scope, withDefault(asked, MonthDays, scope.now),
        [](PgConnection &pg, const AnalyticsScope &whose, const AnalyticsWindow &window) {
            return loadDraftBooking(pg, whose, window);
        });
}

} // namespace signalbox
