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

/// How long ago the last message came: minutes for the first leads, then spread with a long tail to four
/// months.
minutes lastActivityAge(SeedRandom &random, qint64 index)
{
    if (index < 24)
        return minutes(2 + index * 11 + random.below(9));
    if (random.chance(0.12))
        return minutes(random.between(60, 60 * 30));
    const double days = std::min(125.0, -18.0 * std::log(1.0 - random.unit()));
    return minutes(qint64(days * 24 * 60) + random.between(5, 90));
}

minutes gap(SeedRandom &random, int count)
{
    if (count > 50) // a long thread would else reach back for years
        return minutes(random.between(20, 60 * 9));
    switch (random.below(5)) {
    case 0:
        return minutes(random.between(2, 45));
    case 1:
        return minutes(random.between(45, 60 * 6));
    case 2:
        return minutes(random.between(60 * 6, 60 * 24));
    default:
        return minutes(random.between(60 * 24, 60 * 24 * 5));
    }
}

} // namespace

Instant seedWorkingTime(Instant when, SeedRandom &random)
{
    auto day = floor<days>(when);
    const unsigned weekday = std::chrono::weekday(day).c_encoding(); // 0: Sunday
    bool moved = false;
    if ((weekday == 0 || weekday == 6) && random.chance(0.85)) {
        day -= days(weekday == 0 ? 2 : 1);
        moved = true;
    }
    const int hour = int(duration_cast<hours>(when - floor<days>(when)).count());
    if (!moved && ((hour >= 7 && hour < 19) || random.chance(0.08)))
        return when;
    if (!moved && hour < 7)
        day -= days(1);
    static constexpr int Hours[] = {7, 8, 8, 9, 9, 9, 10, 10, 11, 11, 12, 13, 13, 14, 14, 15, 15, 16, 17, 18};
    return day + hours(Hours[random.below(int(std::size(Hours)))]) + minutes(random.below(60))
        + seconds(random.below(60));
}

QList<Instant> seedSchedule(Instant now, SeedRandom &random, int count, qint64 index)
{
    QList<Instant> times(count);
    Instant at = now - lastActivityAge(random, index) - seconds(random.below(60));
    if (index >= 24)
        at = seedWorkingTime(at, random);
    for (int i = count - 1; i >= 0; --i) {
        times[i] = at;
        Instant before = at - gap(random, count) - seconds(random.below(60));
        if (count <= 50)
            before = seedWorkingTime(before, random);
        at = std::min(before, at - seconds(61));
    }
    return times;
}

QByteArray seedDateText(Instant when)
{
    const auto ms = floor<milliseconds>(when).time_since_epoch().count();
    return QLocale::c()
        .toString(QDateTime::fromMSecsSinceEpoch(ms, QTimeZone::utc()), u"ddd, d MMM yyyy HH:mm"_s)
        .toUtf8();
}

} // namespace signalbox
