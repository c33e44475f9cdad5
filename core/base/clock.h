// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace signalbox {

/// A point in time in UTC, to the microsecond: what PostgreSQL's timestamptz holds (QDateTime stops at
/// milliseconds).
using Instant = std::chrono::sys_time<std::chrono::microseconds>;

/// `2026-02-18T05:52:00.123Z`: ISO 8601 with milliseconds, the form of every time on the wire (domain §1.1).
QString toIso(Instant instant);

/// Like toIso(), with six decimals: what goes to PostgreSQL and into cursors, where a millisecond is too
/// coarse.
QString toIsoMicros(Instant instant);

/// Reads ISO 8601 with an offset or `Z` and up to six decimals; a date alone is midnight UTC. Nothing else is
/// accepted.
std::optional<Instant> parseIso(QStringView text);

/// Where time comes from. Code takes a Clock; only this file asks the system.
class Clock
{
public:
    virtual ~Clock();

    /// Wall clock time, UTC.
    virtual Instant now() const = 0;
    /// Time since an arbitrary start that never goes back: for durations and deadlines.
    virtual std::chrono::microseconds elapsed() const = 0;
};

/// The machine's own clocks.
class SystemClock final : public Clock
{
public:
    Instant now() const override;
    std::chrono::microseconds elapsed() const override;
};

} // namespace signalbox
