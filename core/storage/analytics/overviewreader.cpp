// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The key figures of the overview and what goes with them (domain §7.2–7.3).
#include "core/analytics/analyticsrules.h"
#include "core/storage/analytics/activity.h"
#include "core/storage/analytics/analyticsreader.h"
#include "core/storage/analytics/breakdowns.h"
#include "core/storage/analytics/gaps.h"

#include <QLocale>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace {

constexpr int GapDays = 30;
constexpr int CapacityDays = 30;
constexpr int WeekDays = 7;

struct LeadTotals
{
    qint64 created = 0;
    qint64 meetings = 0;
};

bool isAllTime(const AnalyticsWindow &window)
{
    return !window.from && !window.to;
}

/// Leads created and meetings booked in each range; the ranges' sum is the window's.
Result<QList<LeadTotals>> loadLeadTotals(
    PgConnection &pg, const AnalyticsScope &scope, const QStringList &begins, const QStringList &ends)
{
    const auto rows = pg.run("AnalyticsLeadsByDay"_L1, PgParams() << scope.workspace << begins << ends);
    if (!rows)
        return rows.error();
    QList<LeadTotals> totals;
    for (int row = 0; row < rows->rowCount(); ++row)
        totals.append({rows->integer(row, 1), rows->integer(row, 2)});
    return totals;
}

/// A day that is not over is partial, though the window may end with it already. Seven times 24 hours mostly
/// touch eight days, and seven whole days last an hour longer when the clock is set back: either is a week.
QList<ActivityDay> emptyDays(const QList<LocalDay> &days, const AnalyticsWindow &window, Instant now)
{
    const bool isWeek = days.size() <= WeekDays || *window.to - *window.from <= hours(24 * WeekDays);
    QList<ActivityDay> list;
    for (const LocalDay &day : days) {
        ActivityDay entry;
        entry.date = day.date;
        entry.label = QLocale::c().toString(day.date, isWeek ? u"ddd"_s : u"MMM d"_s);
        entry.isPartial = *window.from > day.begin || std::min(*window.to, now) < day.end;
        list.append(entry);
    }
    return list;
}

void addMessages(QList<ActivityDay> &days, const Activity &activity)
{
    QHash<QDate, ActivityDay *> byDate;
    for (ActivityDay &day : days)
        byDate.insert(day.date, &day);
    for (const Activity::Cell &cell : activity.cells) {
        if (ActivityDay *day = byDate.value(cell.day))
            (cell.isInbound ? day->inbound : day->outbound) += cell.messages;
    }
}

Result<LeadTotals> loadTotals(PgConnection &pg, const AnalyticsScope &scope, const AnalyticsWindow &window)
{
    if (isAllTime(window)) {
        const auto rows = pg.run("AnalyticsLeadsEver"_L1, PgParams() << scope.workspace);
        if (!rows)
            return rows.error();
        return LeadTotals {rows->integer(0, 0), rows->integer(0, 1)};
    }
    const auto totals = loadLeadTotals(pg, scope, {fromBound(window)}, {toBound(window)});
    if (!totals)
        return totals.error();
    return totals->constFirst();
}

/// The leads' side of the days, and the sums as the window's totals.
Result<LeadTotals> countLeads(PgConnection &pg, const AnalyticsScope &scope, const AnalyticsWindow &window,
    const QList<LocalDay> &days, QList<ActivityDay> &entries)
{
    if (days.isEmpty())
        return loadTotals(pg, scope, window);
    QStringList begins;
    QStringList ends;
    for (const LocalDay &day : days) {
        begins.append(toIsoMicros(std::max(day.begin, *window.from)));
        ends.append(toIsoMicros(std::min(day.end, *window.to)));
    }
    const auto totals = loadLeadTotals(pg, scope, begins, ends);
    if (!totals)
        return totals.error();
    LeadTotals sum;
    for (qsizetype i = 0; i < totals->size(); ++i) {
        entries[i].leads = totals->at(i).created;
        entries[i].meetings = totals->at(i).meetings;
        sum.created += totals->at(i).created;
        sum.meetings += totals->at(i).meetings;
    }
    return sum;
}

Result<Capacity> loadCapacity(PgConnection &pg, const AnalyticsScope &scope)
{
    Capacity capacity;
    capacity.windowDays = CapacityDays;
    capacity.window = {scope.now, scope.now + days(CapacityDays)};
    const auto rows = pg.run("AnalyticsCapacity"_L1,
        PgParams() << scope.workspace << fromBound(capacity.window) << toBound(capacity.window));
    if (!rows)
        return rows.error();
    qint64 attributed = 0;
    for (int row = 0; row < rows->rowCount(); ++row) {
        capacity.booked = rows->integer(row, 0);
        if (rows->isNull(row, 1)) // no calendar at all
            continue;
        const CapacitySource source {rows->text(row, 1), rows->integer(row, 2), rows->integer(row, 3)};
        capacity.breakdown.append(source);
        capacity.available += source.available;
        attributed += source.booked;
        if (!rows->isNull(row, 4)) {
            capacity.fetches.append({source.source, rows->instant(row, 4), rows->boolean(row, 5),
                rows->text(row, 6), rows->text(row, 7), rows->text(row, 8)});
        }
    }
    capacity.unattributedBooked = std::max<qint64>(0, capacity.booked - attributed);
    return capacity;
}

/// What core and breakdowns both need is read once.
struct OverviewFacts
{
    AnalyticsWindow window;
    QList<LocalDay> days;
    Activity activity;
    GapFigures gaps;
};

Result<OverviewFacts> loadFacts(PgConnection &pg, const AnalyticsScope &scope, const AnalyticsWindow &window)
{
    OverviewFacts facts {.window = window};
    auto days = loadLocalDays(pg, scope, window);
    if (!days)
        return days.error();
    auto activity = loadActivity(pg, scope, window);
    if (!activity)
        return activity.error();
    auto gaps = loadGaps(pg, scope, isAllTime(window) ? lastDays(GapDays, scope.now) : window);
    if (!gaps)
        return gaps.error();
    facts.days = *std::move(days);
    facts.activity = *std::move(activity);
    facts.gaps = *std::move(gaps);
    return facts;
}

Result<OverviewCore> loadCore(PgConnection &pg, const AnalyticsScope &scope, const OverviewFacts &facts)
{
    OverviewCore core;
    core.days = emptyDays(facts.days, facts.window, scope.now);
    const auto totals = countLeads(pg, scope, facts.window, facts.days, core.days);
    if (!totals)
        return totals.error();
    auto capacity = loadCapacity(pg, scope);
    if (!capacity)
        return capacity.error();
    addMessages(core.days, facts.activity);
    core.totalLeads = totals->created;
    core.meetingsBooked = totals->meetings;
    core.outboundLeadsContacted = facts.activity.leadsWrittenTo;
    core.responses = facts.activity.leadsWriting;
    core.responseRate = percent(core.responses, core.outboundLeadsContacted);
    core.setterResponse = facts.gaps.setters;
    core.clientResponse = facts.gaps.clients;
    core.capacity = *std::move(capacity);
    return core;
}

/// Seven local days, today among them, unless the window says which.
Result<QList<ActivityDay>> loadWeek(PgConnection &pg, const AnalyticsScope &scope, const OverviewFacts &facts)
{
    AnalyticsWindow window = facts.window;
    QList<LocalDay> localDays = facts.days;
    Activity activity = facts.activity;
    if (isAllTime(window)) {
        const auto today = loadLocalDays(pg, scope, {scope.now, scope.now + microseconds(1)});
        if (!today)
            return today.error();
        const auto first = loadLocalDays(
            pg, scope, {today->constFirst().begin - days(WeekDays - 1), scope.now + microseconds(1)});
        if (!first)
            return first.error();
        localDays = first->last(std::min<qsizetype>(WeekDays, first->size()));
        window = {localDays.constFirst().begin, scope.now};
        auto recent = loadActivity(pg, scope, window);
        if (!recent)
            return recent.error();
        activity = *std::move(recent);
    }
    QList<ActivityDay> week = emptyDays(localDays, window, scope.now);
    addMessages(week, activity);
    return week;
}

} // namespace

Result<OverviewData> loadOverviewInTransaction(
    PgConnection &pg, const AnalyticsScope &scope, const AnalyticsWindow &window, OverviewParts parts)
{
    const auto facts = loadFacts(pg, scope, window);
    if (!facts)
        return facts.error();
    OverviewData data;
    if (parts != OverviewParts::Breakdowns) {
        auto core = loadCore(pg, scope, *facts);
        if (!core)
            return core.error();
        data.core = *std::move(core);
    }
    if (parts == OverviewParts::Core)
        return data;
    auto week = loadWeek(pg, scope, *facts);
    if (!week)
        return week.error();
    auto breakdowns = loadBreakdowns(pg, scope, window);
    if (!breakdowns)
        return breakdowns.error();
    data.breakdowns = *std::move(breakdowns);
    data.breakdowns.week = *std::move(week);
    data.breakdowns.channels = channelsOf(facts->activity);
    data.breakdowns.setters = facts->gaps.people;
    if (const auto named = nameSetters(pg, scope, data.breakdowns.setters); !named)
        return named.error();
    return data;
}

} // namespace signalbox
