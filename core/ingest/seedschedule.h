// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/ingest/seedrandom.h"

#include <QByteArray>
#include <QList>

namespace signalbox {

/// The clock on the wall of a demo workspace, from about a year before `now` to a quarter after it.
class SeedCalendar
{
public:
    SeedCalendar() = default;
    /// `zone`: an IANA name; unknown: UTC.
    SeedCalendar(const QByteArray &zone, Instant now);

    /// What the wall clock shows, as if it were UTC, and back. A day has one offset, its noon's.
    Instant toLocal(Instant when) const { return when + offset(when); }
    Instant fromLocal(Instant local) const { return local - offset(local); }

    /// Monday to Friday, 8:30 to 17:30.
    bool isOpen(Instant when) const;
    /// Some time in the morning of the first working day after `when`'s, or of the same day before it opens.
    Instant nextMorning(Instant when, SeedRandom &random) const;
    /// A half hour between 9:00 and 16:30 of a working day, on the day of `when` or soon after.
    Instant meetingSlot(Instant when, SeedRandom &random) const;

private:
    std::chrono::seconds offset(Instant when) const;

    std::chrono::sys_days m_first {};
    QList<qint32> m_offsets; ///< seconds east of Greenwich, a day
};

/// How fast somebody answers while at work.
struct SeedPace
{
    double medianMinutes = 30;
    double nextDay = 0.1; ///< probability of leaving it for the next working day
};

/// How far back the demo goes.
constexpr std::chrono::days SeedSpan {210};

/// When the first message to a lead went out: over SeedSpan before `now`, slightly more of late, on working
/// days and mostly in the middle of the week.
Instant seedArrival(const SeedCalendar &calendar, Instant now, SeedRandom &random);

/// When the next step of a campaign goes out: some days later in working hours.
Instant seedNextStep(const SeedCalendar &calendar, Instant previous, SeedRandom &random);

/// When a lead answers a message of ours: within hours or after days, seldom at night or on weekends.
Instant seedReply(const SeedCalendar &calendar, Instant previous, SeedRandom &random);

/// When a person of ours answers a message of a lead.
Instant seedAnswer(const SeedCalendar &calendar, Instant inbound, const SeedPace &pace, SeedRandom &random);

/// `Tue, 3 Nov 2026 10:12`, UTC: how the demo's mails date what they quote.
QByteArray seedDateText(Instant when);

} // namespace signalbox
