// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/analyticswindow.h"

#include <QString>

namespace signalbox {

/// round(100·part/whole), half away from zero; 0 when there is no whole (domain §7.1). May exceed 100.
int percent(qint64 part, qint64 whole);

/// part/whole; 0 when there is no whole.
double fraction(qint64 part, qint64 whole);

/// A mean gap as the analysts read it (domain §7.2): rounded to minutes; "59m", "1.0h", "1.5d"; "N/A" when
/// there is none.
QString formatGap(const std::optional<double> &meanMs);

/// The bucket of an employee headcount (domain §7.5): `1-10` … `1000+`, `Unknown`. A range counts by its
/// upper bound, "1,000" is a thousand.
QString headcountBucket(const QString &text);

/// Business hours of response times: Monday to Friday, 09:00 to 16:59 in New York, no holidays (domain §7.1,
/// `analytics.business_hours`). The database has the same rule in `is_business_hour()`.
bool isBusinessHour(Instant instant);

/// How a lead that was written to turned out (domain §7.5).
enum class BookingOutcome
{
    Excluded, ///< booked before it was written to
    Booked,
    BookedNoTimestamp,
    Pending,
    NotBooked,
};

/// How many of each, and the rate of those that are decided.
struct OutcomeCounts
{
    qint64 booked = 0;
    qint64 notBooked = 0;
    qint64 pending = 0;
    qint64 bookedNoTimestamp = 0;

    qint64 eligible() const { return booked + notBooked; }
    /// booked/eligible, 0…1; none when nothing is decided: shown as "—", never 0 %.
    std::optional<double> bookingRate() const;
    bool operator==(const OutcomeCounts &) const = default;
};

/// `{booked, notBooked, pending, bookedNoTimestamp, eligible, bookingRate}`.
QJsonObject encodeOutcome(const OutcomeCounts &counts);
Result<OutcomeCounts> decodeOutcome(const QJsonObject &object);

} // namespace signalbox
