// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/analytics/campaignsreader.h"

#include "core/storage/analytics/analyticsstatement_p.h"
#include "core/storage/analytics/outcometally_p.h"

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int DefaultDays = 30;

const QStringList &knownChannels()
{
    static const QStringList channels {u"email"_s, u"sms"_s, u"linkedin"_s};
    return channels;
}

const QStringList &dispositions()
{
    static const QStringList names {u"AUTO_SENT"_s, u"APPROVED"_s, u"EDITED"_s};
    return names;
}

/// The known channels, then those that only the rows know, by name.
QStringList channelsOf(const PgResult &rows)
{
    QStringList others;
    for (int row = 0; row < rows.rowCount(); ++row) {
        const QString channel = rows.text(row, rows.column("channel"));
        if (!knownChannels().contains(channel))
            others.append(channel);
    }
    others.removeDuplicates();
    others.sort();
    return knownChannels() + others;
}

void addDrafts(DraftOutcomes &outcomes, const QString &disposition, qint64 drafts)
{
    if (disposition == "AUTO_SENT"_L1)
        outcomes.autoSent += drafts;
    else if (disposition == "APPROVED"_L1)
        outcomes.approved += drafts;
    else
        outcomes.edited += drafts;
}

ReactivationPart reactivationOf(const PgResult &rows)
{
    const auto column = [&](const char *name) { return rows.column(name); };
    ReactivationPart part;
    for (int row = 0; row < rows.rowCount(); ++row) {
        ReactivationKpis campaign {.id = rows.uuid(row, column("id")),
            .name = rows.text(row, column("name")),
            .sent = rows.integer(row, column("sent")),
            .responded = rows.integer(row, column("responded")),
            .meetingsBooked = rows.integer(row, column("booked"))};
        part.totals.sent += campaign.sent;
        part.totals.responded += campaign.responded;
        part.totals.meetingsBooked += campaign.meetingsBooked;
        part.campaigns.append(std::move(campaign));
    }
    return part;
}

DraftOutcomePart draftOutcomesOf(const PgResult &rows)
{
    DraftOutcomePart part;
    const QStringList channels = channelsOf(rows);
    for (const QString &channel : channels)
        part.channels.append({.channel = channel});
    for (int row = 0; row < rows.rowCount(); ++row) {
        const QString disposition = rows.text(row, rows.column("disposition"));
        const qint64 drafts = rows.integer(row, rows.column("drafts"));
        addDrafts(
            part.channels[channels.indexOf(rows.text(row, rows.column("channel")))], disposition, drafts);
        addDrafts(part.totals, disposition, drafts);
    }
    return part;
}

DraftBookingPart draftBookingOf(const PgResult &rows)
{
    DraftBookingPart part;
    const QStringList channels = channelsOf(rows);
    for (const QString &channel : channels) {
        for (const QString &disposition : dispositions())
            part.rows.append({channel, disposition, {}});
    }
    for (const QString &disposition : dispositions())
        part.totals.append({{}, disposition, {}});
    part.totals.append({{}, u"all"_s, {}});
    for (int row = 0; row < rows.rowCount(); ++row) {
        const qsizetype disposition = dispositions().indexOf(rows.text(row, rows.column("disposition")));
        const qsizetype channel = channels.indexOf(rows.text(row, rows.column("channel")));
        const qint64 outcome = rows.integer(row, rows.column("outcome"));
        const qint64 units = rows.integer(row, rows.column("units"));
        tally(part.rows[channel * dispositions().size() + disposition].counts, outcome, units);
        tally(part.totals[disposition].counts, outcome, units);
        tally(part.totals.last().counts, outcome, units);
    }
    return part;
}

} // namespace

Result<ReactivationPart> loadReactivation(
    PgConnection &pg, const AnalyticsScope &scope, const AnalyticsWindow &window)
{
    const AnalyticsWindow range = windowOrLast(DefaultDays, window, scope.now);
    return readAnalytics(pg, scope, [&]() -> Result<ReactivationPart> {
        const auto rows = pg.run("CampaignsReactivation"_L1, windowParams(scope, range));
        if (!rows)
            return rows.error();
        ReactivationPart part = reactivationOf(*rows);
        part.window = range;
        return part;
    });
}

Result<DraftOutcomePart> loadDraftOutcomes(
    PgConnection &pg, const AnalyticsScope &scope, const AnalyticsWindow &window)
{
    const AnalyticsWindow range = windowOrLast(DefaultDays, window, scope.now);
    return readAnalytics(pg, scope, [&]() -> Result<DraftOutcomePart> {
        const auto rows = pg.run("CampaignsDraftOutcomes"_L1, windowParams(scope, range));
        if (!rows)
            return rows.error();
        DraftOutcomePart part = draftOutcomesOf(*rows);
        part.window = range;
        return part;
    });
}

Result<DraftBookingPart> loadDraftBooking(
    PgConnection &pg, const AnalyticsScope &scope, const AnalyticsWindow &window)
{
    const AnalyticsWindow range = windowOrLast(DefaultDays, window, scope.now);
    return readAnalytics(pg, scope, [&]() -> Result<DraftBookingPart> {
        const DraftBookingPart defaults;
        const Instant pendingFrom
            = range.to.value_or(scope.now) - std::chrono::days(defaults.maturityBufferDays);
        PgParams params = windowParams(scope, range);
        params << defaults.attributionWindowDays
               // The statement splits the window there: a short one is not mature from its beginning.
               << (range.from ? std::max(pendingFrom, *range.from) : pendingFrom);
        const auto rows = pg.run("CampaignsDraftBookings"_L1, params);
        if (!rows)
            return rows.error();
        DraftBookingPart part = draftBookingOf(*rows);
        part.window = range;
        return part;
    });
}

} // namespace signalbox
