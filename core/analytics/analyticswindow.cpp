// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/analyticswindow.h"

#include "core/inbox/jsonfields.h"

#include <QDateTime>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace {

constexpr days DefaultLength {30};
constexpr seconds EndsNowWithin {60};
using CoarseStep = duration<std::int64_t, std::ratio<300>>;

// What lies beyond holds no message, and its comparison would leave the calendar of the database.
constexpr Instant FirstBound = sys_days(year(1900) / January / 1);
constexpr Instant LastBound = sys_days(year(3000) / January / 1);

seconds offsetAt(Instant instant, const QTimeZone &zone)
{
    const qint64 millis = floor<milliseconds>(instant).time_since_epoch().count();
    return seconds(zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(millis, Qt::UTC)));
}

/// What a clock on the wall shows, counted as if it were UTC.
Instant wallClock(Instant instant, const QTimeZone &zone)
{
    return instant + offsetAt(instant, zone);
}

/// The instant at which the clock shows `wall`: the first one if it is set back meanwhile, the jump itself or
/// as long after it if it skips that time.
Instant instantOf(Instant wall, const QTimeZone &zone)
{
    const seconds before = offsetAt(wall - hours(24), zone);
    const seconds after = offsetAt(wall + hours(24), zone);
    const bool isAfter = wallClock(wall - before, zone) != wall && wallClock(wall - after, zone) == wall;
    return wall - (isAfter ? after : before);
}

QDate dateOf(Instant wall)
{
    return QDate(1970, 1, 1).addDays(floor<days>(wall).time_since_epoch().count());
}

Instant wallMidnight(QDate date)
{
    return Instant(days(QDate(1970, 1, 1).daysTo(date)));
}

Instant dayBegin(QDate date, const QTimeZone &zone)
{
    return instantOf(wallMidnight(date), zone);
}

Instant yearEarlier(Instant instant, const QTimeZone &zone)
{
    const Instant wall = wallClock(instant, zone);
    const QDate date = dateOf(wall);
    return instantOf(wallMidnight(date.addYears(-1)) + (wall - wallMidnight(date)), zone);
}

QLatin1StringView compareName(Comparison compare)
{
    switch (compare) {
    case Comparison::Previous:
        return "previous"_L1;
    case Comparison::Year:
        return "year"_L1;
    case Comparison::None:
        break;
    }
    return "none"_L1;
}

} // namespace

Result<std::optional<Instant>> decodeBound(const QueryItems &items, QLatin1StringView key)
{
    const auto bound = decodeInstantParameter(items, key);
    if (bound && *bound && (**bound < FirstBound || **bound > LastBound))
        return badParameter(key, u"is not in the years 1900 to 2999"_s);
    return bound;
}

AnalyticsWindow completed(const AnalyticsWindow &window, Instant now)
{
    if (window.from && !window.to)
        return {window.from, std::max(now, *window.from)};
    if (window.to && !window.from)
        return {*window.to - DefaultLength, window.to};
    return window;
}

AnalyticsWindow settled(const AnalyticsWindow &window, Instant now)
{
    if (!window.to)
        return window;
    const bool endsNow = abs(*window.to - now) <= EndsNowWithin;
    // Midnight is on the coarse step in every zone: the end never reaches into the next day.
    const Instant end = endsNow ? Instant(ceil<CoarseStep>(*window.to)) : Instant(ceil<minutes>(*window.to));
    if (!window.from)
        return {std::nullopt, end};
    // A preset keeps its length; "since midnight" keeps its midnight.
    const Instant moved = *window.from + (end - *window.to);
    const bool isPreset = endsNow && ceil<CoarseStep>(moved) == moved;
    return {isPreset ? moved : Instant(ceil<minutes>(*window.from)), end};
}

std::optional<AnalyticsWindow> comparisonWindow(
    const AnalyticsWindow &window, Comparison compare, const QTimeZone &zone)
{
    if (compare == Comparison::None || !window.from || !window.to)
        return std::nullopt;
    if (compare == Comparison::Year)
        return AnalyticsWindow {yearEarlier(*window.from, zone), yearEarlier(*window.to, zone)};
    return AnalyticsWindow {*window.from - (*window.to - *window.from), window.from};
}

AnalyticsWindow lastDays(int number, Instant now)
{
    return settled({now - days(number), now}, now);
}

QTimeZone analyticsZone(const QString &ianaName)
{
    const QByteArray id = ianaName.toUtf8();
    return !id.isEmpty() && QTimeZone::isTimeZoneIdAvailable(id) ? QTimeZone(id) : QTimeZone::utc();
}

QList<LocalDay> localDays(Instant from, Instant to, const QTimeZone &zone)
{
    QList<LocalDay> list;
    if (from >= to)
        return list;
    QDate date = dateOf(wallClock(from, zone));
    Instant begin = dayBegin(date, zone);
    while (begin < to) {
        const Instant end = dayBegin(date.addDays(1), zone);
        if (end > begin && end > from)
            list.append({date, begin, end});
        begin = end;
        date = date.addDays(1);
    }
    return list;
}

Result<AnalyticsRequest> decodeAnalyticsRequest(const QueryItems &items)
{
    AnalyticsRequest request;
    const auto workspace = decodeWorkspaceParameter(items);
    if (!workspace)
        return workspace.error();
    request.workspace = *workspace;
    const auto from = decodeBound(items, "from"_L1);
    if (!from)
        return from.error();
    const auto to = decodeBound(items, "to"_L1);
    if (!to)
        return to.error();
    if (*from && *to && **from > **to)
        return badParameter("from"_L1, u"is later than to"_s);
    request.window = {*from, *to};
    const QString compare = queryItem(items, "compare"_L1);
    if (compare == compareName(Comparison::Previous))
        request.compare = Comparison::Previous;
    else if (compare == compareName(Comparison::Year))
        request.compare = Comparison::Year;
    else if (!compare.isEmpty() && compare != compareName(Comparison::None))
        return unknownValue("compare"_L1, {u"none"_s, u"previous"_s, u"year"_s});
    const auto refresh = decodeForceRefresh(items);
    if (!refresh)
        return refresh.error();
    request.forceRefresh = *refresh;
    return request;
}

Result<bool> decodeForceRefresh(const QueryItems &items)
{
    const QString refresh = queryItem(items, "forceRefresh"_L1).toLower();
    const bool isWanted = refresh == "true"_L1 || refresh == "1"_L1;
    if (!isWanted && !refresh.isEmpty() && refresh != "false"_L1 && refresh != "0"_L1)
        return badParameter("forceRefresh"_L1, u"is neither true nor false"_s);
    return isWanted;
}

QueryItems encodeAnalyticsRequest(const AnalyticsRequest &request)
{
    QueryItems items {{u"clientId"_s, request.workspace.toString()}};
    if (request.window.from)
        items.append({u"from"_s, wireInstant(*request.window.from)});
    if (request.window.to)
        items.append({u"to"_s, wireInstant(*request.window.to)});
    if (request.compare != Comparison::None)
        items.append({u"compare"_s, compareName(request.compare)});
    if (request.forceRefresh)
        items.append({u"forceRefresh"_s, u"true"_s});
    return items;
}

QJsonObject encodeWindow(const AnalyticsWindow &window)
{
    return {{"from"_L1, nullableInstant(window.from)}, {"to"_L1, nullableInstant(window.to)}};
}

Result<AnalyticsWindow> decodeWindow(const QJsonObject &object)
{
    JsonFields fields(object, u"window"_s);
    const AnalyticsWindow window {fields.optionalInstant("from"_L1), fields.optionalInstant("to"_L1)};
    if (fields.error())
        return *fields.error();
    return window;
}

} // namespace signalbox
