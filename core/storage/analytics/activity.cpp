// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/analytics/activity.h"

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto Forever = "infinity"_L1;
constexpr auto Never = "-infinity"_L1;

struct Range
{
    QString first = Forever; // empty
    QString last = Forever;
};

/// How a window falls on the grid: whole days, and what a bound cuts off the first and last one.
struct GridCut
{
    QString firstDay = Never; // whole days: [firstDay, lastDay)
    QString lastDay = Forever;
    Range whole {Never, Forever};
    QString dayOfFrom = Never;
    QString beginOfDayOfFrom = Never;
    Range head;
    Range tail;
    QString dayOfTail = Never;
};

QString isoDate(QDate date)
{
    return date.toString(Qt::ISODate);
}

LocalDay readDay(const PgResult &rows, int row)
{
    return {QDate::fromString(rows.text(row, 0), Qt::ISODate), rows.instant(row, 1), rows.instant(row, 2)};
}

Result<QList<LocalDay>> daysOf(PgConnection &pg, const AnalyticsScope &scope, const QList<Instant> &instants)
{
    QStringList times;
    for (const Instant instant : instants)
        times.append(toIsoMicros(instant));
    const auto rows = pg.run("AnalyticsDaysOf"_L1, PgParams() << scope.workspace << times);
    if (!rows)
        return rows.error();
    QList<LocalDay> days;
    for (int row = 0; row < rows->rowCount(); ++row)
        days.append(readDay(*rows, row));
    return days;
}

void cutHead(GridCut &cut, Instant from, const LocalDay &day, const AnalyticsWindow &window)
{
    cut.dayOfFrom = isoDate(day.date);
    cut.beginOfDayOfFrom = toIsoMicros(day.begin);
    if (from == day.begin) {
        cut.firstDay = cut.dayOfFrom;
        cut.whole.first = cut.beginOfDayOfFrom;
        return;
    }
    cut.firstDay = isoDate(day.date.addDays(1));
    cut.whole.first = toIsoMicros(day.end);
    cut.head = {toIsoMicros(from), toIsoMicros(window.to ? std::min(day.end, *window.to) : day.end)};
}

void cutTail(GridCut &cut, Instant to, const LocalDay &day)
{
    cut.lastDay = isoDate(day.date);
    cut.whole.last = toIsoMicros(day.begin);
    cut.dayOfTail = cut.lastDay;
    // A window within one day is all head, unless it begins with the day.
    if (cut.head.first == Forever || cut.dayOfFrom != cut.dayOfTail)
        cut.tail = {toIsoMicros(day.begin), toIsoMicros(to)};
}

Result<GridCut> cutWindow(PgConnection &pg, const AnalyticsScope &scope, const AnalyticsWindow &window)
{
    QList<Instant> bounds;
    if (window.from)
        bounds.append(*window.from);
    if (window.to)
        bounds.append(*window.to);
    const auto days = daysOf(pg, scope, bounds);
    if (!days)
        return days.error();
    GridCut cut;
    if (window.from)
        cutHead(cut, *window.from, days->constFirst(), window);
    if (window.to)
        cutTail(cut, *window.to, days->constLast());
    return cut;
}

} // namespace

QString fromBound(const AnalyticsWindow &window)
{
    return window.from ? toIsoMicros(*window.from) : QString(Never);
}

QString toBound(const AnalyticsWindow &window)
{
    return window.to ? toIsoMicros(*window.to) : QString(Forever);
}

Result<Activity> loadActivity(PgConnection &pg, const AnalyticsScope &scope, const AnalyticsWindow &window)
{
    const auto cut = cutWindow(pg, scope, window);
    if (!cut)
        return cut.error();
    PgParams params;
    params << scope.workspace << fromBound(window) << cut->firstDay << cut->lastDay << cut->whole.first
           << cut->whole.last << cut->dayOfFrom << cut->beginOfDayOfFrom << cut->head.first << cut->head.last
           << cut->tail.first << cut->tail.last << cut->dayOfTail;
    const auto rows = pg.run("AnalyticsActivity"_L1, params);
    if (!rows)
        return rows.error();
    Activity activity;
    for (int row = 0; row < rows->rowCount(); ++row) {
        const bool isInbound = rows->text(row, 1) == "inbound"_L1;
        (isInbound ? activity.leadsWriting : activity.leadsWrittenTo) += rows->integer(row, 4);
        if (const qint64 messages = rows->integer(row, 3); messages != 0) {
            activity.cells.append({QDate::fromString(rows->text(row, 0), Qt::ISODate), isInbound,
                rows->text(row, 2), messages});
        }
    }
    return activity;
}

Result<QList<LocalDay>> loadLocalDays(
    PgConnection &pg, const AnalyticsScope &scope, const AnalyticsWindow &window)
{
    if (!window.from || !window.to || *window.from >= *window.to)
        return QList<LocalDay>();
    const auto ends = daysOf(pg, scope, {*window.from, *window.to - 1us});
    if (!ends)
        return ends.error();
    const QDate first = ends->constFirst().date;
    const QDate last = ends->constLast().date;
    if (first.daysTo(last) >= MaximumDays)
        return QList<LocalDay>();
    const auto rows
        = pg.run("AnalyticsDays"_L1, PgParams() << scope.workspace << isoDate(first) << isoDate(last));
    if (!rows)
        return rows.error();
    QList<LocalDay> days;
    for (int row = 0; row < rows->rowCount(); ++row)
        days.append(readDay(*rows, row));
    return days;
}

} // namespace signalbox
