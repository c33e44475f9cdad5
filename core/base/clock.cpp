// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

#include <QDate>
#include <QRegularExpression>
#include <QTime>

namespace signalbox {

using namespace std::chrono;

namespace {

// Every answer and log line has one or two: printf's way takes a twentieth of a cached request.
void putDigits(QChar *end, int value, int count)
{
    for (; count > 0; --count, value /= 10)
        *--end = QChar(u'0' + value % 10);
}

/// `2026-02-18T05:52:00.`, then `fractionDigits` digits of `fraction`, then `Z`.
QString iso(Instant instant, int fraction, int fractionDigits)
{
    const auto day = floor<days>(instant);
    const year_month_day date(day);
    const hh_mm_ss time(floor<seconds>(instant - day));
    QString text = QStringLiteral("0000-00-00T00:00:00.");
    QChar *const start = text.data();
    putDigits(start + 4, int(date.year()), 4);
    putDigits(start + 7, int(unsigned(date.month())), 2);
    putDigits(start + 10, int(unsigned(date.day())), 2);
    putDigits(start + 13, int(time.hours().count()), 2);
    putDigits(start + 16, int(time.minutes().count()), 2);
    putDigits(start + 19, int(time.seconds().count()), 2);
    text.resize(20 + fractionDigits + 1);
    putDigits(text.data() + 20 + fractionDigits, fraction, fractionDigits);
    text.back() = u'Z';
    if (date.year() > year(9999) || date.year() < year(0))
        text.replace(0, 4, QString::number(int(date.year())));
    return text;
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
    return iso(instant, int(millis.count()), 3);
}

QString toIsoMicros(Instant instant)
{
    const auto micros = instant - floor<seconds>(instant);
    return iso(instant, int(micros.count()), 6);
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
