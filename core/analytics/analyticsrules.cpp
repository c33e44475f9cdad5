// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/analyticsrules.h"

#include "core/inbox/jsonfields.h"

#include <QDateTime>
#include <QRegularExpression>

#include <cmath>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace {

/// The largest number in a text, with its thousands separators and `k`; one more for an open end ("1000+").
std::optional<double> upperBound(const QString &text)
{
    static const QRegularExpression number(uR"((\d{1,3}(?:[,.'’]\d{3})+|\d+)\s*([kK])?\s*(\+)?)"_s);
    std::optional<double> largest;
    auto matches = number.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        QString digits = match.captured(1);
        digits.removeIf([](QChar c) { return !c.isDigit(); });
        double value = digits.toDouble();
        if (!match.captured(2).isEmpty())
            value *= 1000;
        if (!match.captured(3).isEmpty())
            value += 1;
        largest = std::max(largest.value_or(0), value);
    }
    return largest;
}

/// A stretch without a change of the clock.
struct Stretch
{
    Instant begin {};
    Instant end {};
    seconds offset {};
};

Instant toInstant(const QDateTime &time)
{
    return Instant(milliseconds(time.toMSecsSinceEpoch()));
}

/// Asked for every message of a seed: the stretch asked for last is nearly always the one.
seconds newYorkOffset(Instant instant)
{
    static const QTimeZone newYork("America/New_York");
    thread_local Stretch last;
    if (instant < last.begin || instant >= last.end) {
        const qint64 millis = floor<milliseconds>(instant).time_since_epoch().count();
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(millis, Qt::UTC);
        const auto next = newYork.nextTransition(at);
        const auto before = newYork.previousTransition(at.addMSecs(1));
        last = {before.atUtc.isValid() ? toInstant(before.atUtc) : Instant::min(),
            next.atUtc.isValid() ? toInstant(next.atUtc) : Instant::max(),
            seconds(newYork.offsetFromUtc(at))};
    }
    return last.offset;
}

} // namespace

int percent(qint64 part, qint64 whole)
{
    return whole == 0 ? 0 : int(std::llround(100.0 * double(part) / double(whole)));
}

double fraction(qint64 part, qint64 whole)
{
    return whole == 0 ? 0 : double(part) / double(whole);
}

QString formatGap(const std::optional<double> &meanMs)
{
    if (!meanMs)
        return u"N/A"_s;
    const qint64 minutes = std::llround(*meanMs / 60'000);
    if (minutes < 60)
        return QString::number(minutes) + u'm';
    const double hours = double(minutes) / 60;
    if (hours < 24)
        return QString::number(hours, 'f', 1) + u'h';
    return QString::number(hours / 24, 'f', 1) + u'd';
}

QString headcountBucket(const QString &text)
{
    const double people = upperBound(text).value_or(0);
    if (people <= 0)
        return u"Unknown"_s;
    if (people <= 10)
        return u"1-10"_s;
    if (people <= 50)
        return u"11-50"_s;
    if (people <= 200)
        return u"51-200"_s;
    if (people <= 500)
        return u"201-500"_s;
    return people <= 1000 ? u"501-1000"_s : u"1000+"_s;
}

bool isBusinessHour(Instant instant)
{
    const Instant wall = instant + newYorkOffset(instant);
    const auto day = floor<days>(wall);
    const auto hour = floor<hours>(wall - day).count();
    return weekday(day).iso_encoding() <= 5 && hour >= 9 && hour <= 16;
}

std::optional<double> OutcomeCounts::bookingRate() const
{
    return eligible() == 0 ? std::nullopt : std::optional(fraction(booked, eligible()));
}

QJsonObject encodeOutcome(const OutcomeCounts &counts)
{
    const auto rate = counts.bookingRate();
    return {{"booked"_L1, counts.booked}, {"notBooked"_L1, counts.notBooked}, {"pending"_L1, counts.pending},
        {"bookedNoTimestamp"_L1, counts.bookedNoTimestamp}, {"eligible"_L1, counts.eligible()},
        {"bookingRate"_L1, rate ? QJsonValue(*rate) : QJsonValue(QJsonValue::Null)}};
}

Result<OutcomeCounts> decodeOutcome(const QJsonObject &object)
{
    JsonFields fields(object);
    OutcomeCounts counts;
    counts.booked = fields.integer("booked"_L1);
    counts.notBooked = fields.integer("notBooked"_L1);
    counts.pending = fields.integer("pending"_L1);
    counts.bookedNoTimestamp = fields.integer("bookedNoTimestamp"_L1);
    if (fields.error())
        return *fields.error();
    return counts;
}

} // namespace signalbox
