// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QByteArray>
#include <QTimeZone>

#include <array>

namespace signalbox {

/// Times of one zone, many of them: asking QTimeZone for each costs more than writing the row.
class ZonedTime
{
public:
    explicit ZonedTime(QTimeZone zone);

    const QTimeZone &zone() const { return m_zone; }
    /// Seconds east of UTC at that instant.
    int offsetAt(Instant instant);
    /// `2026-02-18T00:52:00-05:00`, `Z` for UTC itself.
    QByteArray isoText(Instant instant);
    /// Days since 30 December 1899 on the zone's clock, as spreadsheets count; none before 1 March 1900,
    /// where they count a day that never was, and after 9999.
    std::optional<double> serial(Instant instant);

private:
    // No zone changes its offset but on a quarter of an hour.
    static constexpr qint64 BucketSeconds = 900;
    struct Bucket
    {
        qint64 index = 0;
        int offset = 0;
        bool isKnown = false;
    };

    QTimeZone m_zone;
    std::array<Bucket, 4096> m_buckets;
};

} // namespace signalbox
