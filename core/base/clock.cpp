// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

#include <QDate>
#include <QRegularExpression>
#include <QTime>

namespace signalbox {

using namespace std::chrono;

namespace {

QString isoSeconds(Instant instant)
{
    const auto day = floor<days>(instant);
    const year_month_day date(day);
    const hh_mm_ss time(floor<seconds>(instant - day));
    return QString::asprintf("%04d-%02u-%02uT%02d:%02d:%02d", int(date.year()), unsigned(date.month()),
        unsigned(date.day()), int(time.hours().count()), int(time.minutes().count()),
        int(time.seconds().count()));
}

microseconds fraction(QStringView digits)
{
    const QString padded = digits.toString().leftJustified(6, u'0', true);
    return microseconds(padded.toLongLong());
}

} // namespace

QString toIso(Instant instant)
{
    const auto millis = floor<milliseconds>(instant) - floor<seconds>(instant);
    return isoSeconds(instant) + QString::asprintf(".%03dZ", int(millis.count()));
}

QString toIsoMicros(Instant instant)
{
    const auto micros = instant - floor<seconds>(instant);
    return isoSeconds(instant) + QString::asprintf(".%06dZ", int(micros.count()));
}

std::optional<Instant> parseIso(QStringView text)
{
    static const QRegularExpression form(QStringLiteral(
        R"(^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(Z|[+-]\d\d(?::?\d\d)?))?$)"));
    const auto match = form.match(text.toString());
    if (!match.hasMatch())
        return std::nullopt;
    const auto part = [&](int i) { return match.capturedView(i).toInt(); };
    const year_month_day date(year(part(1)), month(unsigned(part(2))), day(unsigned(part(3))));
    if (!date.ok() || part(4) > 23 || part(5) > 59 || part(6) > 60)
        return std::nullopt;
    auto offset = minutes(0);
    const QStringView zone = match.capturedView(8);
    if (zone.size() > 1) {
        const int hour = zone.mid(1, 2).toInt();
        const int minute = zone.size() > 3 ? zone.last(2).toInt() : 0;
        if (hour > 14 || minute > 59)
            return std::nullopt;
        offset = minutes((zone.front() == u'-' ? -1 : 1) * (hour * 60 + minute));
    }
    return Instant(sys_days(date)) + hours(part(4)) + minutes(part(5)) + seconds(part(6))
        + fraction(match.capturedView(7)) - offset;
}

Clock::~Clock() = default;

Instant SystemClock::now() const
{
    return floor<microseconds>(system_clock::now());
}

microseconds SystemClock::elapsed() const
{
    return floor<microseconds>(steady_clock::now().time_since_epoch());
}

} // namespace signalbox
