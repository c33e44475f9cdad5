// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/seedschedule.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace signalbox {

using namespace std::chrono;
using namespace Qt::StringLiterals;

namespace {

constexpr days Past {430};
constexpr days Future {100};

constexpr minutes Opens {8 * 60 + 30};
constexpr minutes Closes {17 * 60 + 30};

bool isWeekend(sys_days day)
{
    const unsigned weekday = std::chrono::weekday(day).c_encoding(); // 0: Sunday
    return weekday == 0 || weekday == 6;
}

/// Of a log-normal distribution: most values near the median, a few many times as long.
minutes around(double medianMinutes, SeedRandom &random)
{
    // The sum of three even numbers is bell-shaped enough, and the same everywhere.
    const double bell = 2 * (random.unit() + random.unit() + random.unit() - 1.5);
    return minutes(std::max<qint64>(1, qint64(std::llround(medianMinutes * std::exp(0.95 * bell)))));
}

} // namespace

SeedCalendar::SeedCalendar(const QByteArray &zone, Instant now)
    : m_first(floor<days>(now) - Past)
{
    QTimeZone clock(zone);
    if (!clock.isValid())
        clock = QTimeZone::utc();
    for (sys_days day = m_first; day < floor<days>(now) + Future; day += days(1)) {
        const qint64 noon = duration_cast<seconds>((day + hours(12)).time_since_epoch()).count();
        m_offsets += clock.offsetFromUtc(QDateTime::fromSecsSinceEpoch(noon, QTimeZone::utc()));
    }
}

seconds SeedCalendar::offset(Instant when) const
{
    if (m_offsets.isEmpty())
        return seconds(0);
    const qsizetype day = (floor<days>(when) - m_first).count();
    return seconds(m_offsets.at(std::clamp<qsizetype>(day, 0, m_offsets.size() - 1)));
}

bool SeedCalendar::isOpen(Instant when) const
{
    const Instant local = toLocal(when);
    const auto day = floor<days>(local);
    return !isWeekend(day) && local - day >= Opens && local - day < Closes;
}

Instant SeedCalendar::nextMorning(Instant when, SeedRandom &random) const
{
    const Instant local = toLocal(when);
    auto day = floor<days>(local);
    if (local - day >= Opens)
        day += days(1);
    while (isWeekend(day))
        day += days(1);
    return fromLocal(day + Opens + minutes(random.below(80)) + seconds(random.below(60)));
}

Instant SeedCalendar::meetingSlot(Instant when, SeedRandom &random) const
{
    auto day = floor<days>(toLocal(when));
    while (isWeekend(day))
        day += days(1);
    return fromLocal(day + hours(9) + minutes(30 * random.below(16)));
}

namespace {

/// When campaigns send: all day, most in the morning.
Instant sendingTime(const SeedCalendar &calendar, sys_days day, SeedRandom &random)
{
    static constexpr int Hours[] = {8, 8, 9, 9, 9, 9, 10, 10, 10, 11, 11, 12, 13, 13, 14, 14, 15, 15, 16, 17};
    return calendar.fromLocal(day + hours(Hours[random.below(int(std::size(Hours)))])
        + minutes(random.below(60)) + seconds(random.below(60)));
}

} // namespace

Instant seedArrival(const SeedCalendar &calendar, Instant now, SeedRandom &random)
{
    // A rate that grows evenly by a third over the span.
    constexpr double First = 0.85;
    constexpr double Growth = 0.3;
    const double at = (std::sqrt(First * First + 2 * Growth * random.unit()) - First) / Growth;
    const Instant drawn = now - SeedSpan + seconds(qint64(at * double(seconds(SeedSpan).count())));
    const Instant local = calendar.toLocal(drawn);
    auto day = floor<days>(local);
    const unsigned weekday = std::chrono::weekday(day).c_encoding();
    if (weekday == 6 || weekday == 0)
        day -= days(random.chance(0.06) ? 0 : (weekday == 0 ? 3 : 2) + random.below(3));
    else if ((weekday == 5 || weekday == 1) && random.chance(0.2))
        day -= days(weekday == 5 ? 2 : 5);
    const Instant working = sendingTime(calendar, day, random);
    return working <= now ? working : floor<seconds>(drawn);
}

Instant seedNextStep(const SeedCalendar &calendar, Instant previous, SeedRandom &random)
{
    auto day = floor<days>(calendar.toLocal(previous)) + days(random.between(2, 5));
    if (isWeekend(day))
        day += days(random.between(2, 4));
    return sendingTime(calendar, day, random);
}

Instant seedReply(const SeedCalendar &calendar, Instant previous, SeedRandom &random)
{
    const double how = random.unit();
    const minutes after = how < 0.34 ? around(48, random)
        : how < 0.62                 ? minutes(random.between(90, 60 * 7))
        : how < 0.84                 ? minutes(random.between(60 * 7, 60 * 30))
                                     : minutes(random.between(60 * 30, 60 * 24 * 4));
    const Instant drawn = previous + after + seconds(random.below(60));
    const Instant local = calendar.toLocal(drawn);
    const auto day = floor<days>(local);
    const bool isAwake = local - day >= hours(7) && local - day < hours(20);
    if (isAwake ? !isWeekend(day) || random.chance(0.15) : random.chance(0.06))
        return drawn;
    return calendar.nextMorning(drawn, random) + minutes(random.below(100));
}

Instant seedAnswer(const SeedCalendar &calendar, Instant inbound, const SeedPace &pace, SeedRandom &random)
{
    const Instant noticed = calendar.isOpen(inbound) ? inbound : calendar.nextMorning(inbound, random);
    Instant at = noticed + around(pace.medianMinutes, random) + seconds(random.below(60));
    if (random.chance(pace.nextDay) || !calendar.isOpen(at))
        at = calendar.nextMorning(std::max(noticed, std::min(at, noticed + hours(10))), random)
            + around(pace.medianMinutes * 0.7, random);
    return at;
}

QByteArray seedDateText(Instant when)
{
    const auto ms = floor<milliseconds>(when).time_since_epoch().count();
    return QLocale::c()
        .toString(QDateTime::fromMSecsSinceEpoch(ms, QTimeZone::utc()), u"ddd, d MMM yyyy HH:mm"_s)
        .toUtf8();
}

} // namespace signalbox
