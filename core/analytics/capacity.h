// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/analyticswindow.h"

namespace signalbox {

/// Slots of one calendar in the next 30 days (domain §7.3).
struct CapacitySource
{
    QString source; ///< DEFAULT or DIRECT_BOOK
    qint64 booked = 0;
    qint64 available = 0;

    bool operator==(const CapacitySource &) const = default;
};

/// When a calendar's free slots were fetched.
struct CapacityFetch
{
    QString source;
    Instant fetchedAt {};
    bool isStale = false; ///< `stale_at` has passed
    QString calendarType;
    QString calendarUrl;
    QString lastError; ///< empty: none

    bool operator==(const CapacityFetch &) const = default;
};

struct Capacity
{
    AnalyticsWindow window;
    int windowDays = 30;
    qint64 booked = 0;
    qint64 available = 0;
    QList<CapacitySource> breakdown;
    qint64 unattributedBooked = 0;
    QList<CapacityFetch> fetches;

    qint64 total() const { return booked + available; }
    std::optional<double> bookedShare() const; ///< 0…1; none without a slot
    bool operator==(const Capacity &) const = default;
};

QJsonObject encodeCapacity(const Capacity &capacity);
Result<Capacity> decodeCapacity(const QJsonObject &object);

} // namespace signalbox
