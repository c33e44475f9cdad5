// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/analytics/localdays.h"

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto Forever = "infinity"_L1;
constexpr auto Never = "-infinity"_L1;

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

} // namespace

QString fromBound(const AnalyticsWindow &window)
{
    return window.from ? toIsoMicros(*window.from) : QString(Never);
}

QString toBound(const AnalyticsWindow &window)
{
    return window.to ? toIsoMicros(*window.to) : QString(Forever);
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
    GridCut cut {.from = fromBound(window),
        .firstDay = Never,
        .lastDay = Forever,
        .whole = {Never, Forever},
        .dayOfFrom = Never,
        .beginOfDayOfFrom = Never,
        .head = {Forever, Forever}, // empty
        .tail = {Forever, Forever},
        .dayOfTail = Never};
    if (window.from)
        cutHead(cut, *window.from, days->constFirst(), window);
    if (window.to)
        cutTail(cut, *window.to, days->constLast());
    return cut;
}

PgParams gridParams(const AnalyticsScope &scope, const GridCut &cut)
{
    return PgParams() << scope.workspace << cut.from << cut.firstDay << cut.lastDay << cut.whole.first
                      << cut.whole.last << cut.dayOfFrom << cut.beginOfDayOfFrom << cut.head.first
                      << cut.head.last << cut.tail.first << cut.tail.last;
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
