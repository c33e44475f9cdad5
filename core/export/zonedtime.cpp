// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/zonedtime.h"

#include <QDateTime>

#include <cstdio>

namespace signalbox {

namespace {

using std::chrono::days;
using std::chrono::seconds;

constexpr qint64 SecondsOfADay = 86'400;
constexpr double UnixEpochSerial = 25'569; // 1 January 1970, counted from 30 December 1899
constexpr double FirstSerial = 61; // 1 March 1900
constexpr double EndSerial = 2'958'466; // 1 January 10000

} // namespace

ZonedTime::ZonedTime(QTimeZone zone)
    : m_zone(std::move(zone))
{ }

int ZonedTime::offsetAt(Instant instant)
{
    const qint64 second = std::chrono::floor<seconds>(instant).time_since_epoch().count();
    const qint64 index = second >= 0 ? second / BucketSeconds : (second + 1) / BucketSeconds - 1;
    Bucket &bucket = m_buckets[size_t(quint64(index) % m_buckets.size())];
    if (!bucket.isKnown || bucket.index != index) {
        bucket = {index,
            m_zone.offsetFromUtc(QDateTime::fromSecsSinceEpoch(index * BucketSeconds, QTimeZone::utc())),
            true};
    }
    return bucket.offset;
}

QByteArray ZonedTime::isoText(Instant instant)
{
    const int offset = offsetAt(instant);
    const auto local = std::chrono::floor<seconds>(instant) + seconds(offset);
    const auto day = std::chrono::floor<days>(local);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(local - day);
    std::array<char, 64> text {};
    int length = std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d", int(date.year()),
        unsigned(date.month()), unsigned(date.day()), int(clock.hours().count()),
        int(clock.minutes().count()), int(clock.seconds().count()));
    QByteArray iso(text.data(), length);
    if (offset == 0 && m_zone == QTimeZone::utc())
        return iso + 'Z';
    const int minutes = std::abs(offset) / 60;
    length = std::snprintf(
        text.data(), text.size(), "%c%02d:%02d", offset < 0 ? '-' : '+', minutes / 60, minutes % 60);
    return iso + QByteArray(text.data(), length);
}

std::optional<double> ZonedTime::serial(Instant instant)
{
    const auto local = std::chrono::floor<seconds>(instant) + seconds(offsetAt(instant));
    const double serial = double(local.time_since_epoch().count()) / SecondsOfADay + UnixEpochSerial;
    return serial >= FirstSerial && serial < EndSerial ? std::optional(serial) : std::nullopt;
}

} // namespace signalbox
