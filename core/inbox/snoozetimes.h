// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QTimeZone>

namespace signalbox {

/// The furthest a lead can be put off; the service refuses more.
constexpr std::chrono::days LongestSnooze {366};

/// A time offered for a snooze. The words are made in `ui`.
struct SnoozeChoice
{
    enum class Id
    {
        LaterToday, ///< in three hours, to the full hour; before 18:00 only
        ThisEvening, ///< today 18:00, at least an hour from now
        Tomorrow, ///< 9:00
        NextMonday, ///< 9:00
        InAWeek, ///< the same weekday, 9:00
    };

    Id id = Id::Tomorrow;
    Instant until {};

    bool operator==(const SnoozeChoice &) const = default;
};

/// What makes sense at this moment, earliest first and no time twice. Wall-clock times are those of `zone`,
/// the workspace's: "tomorrow 9:00" is 9:00 also across a change of the clocks.
QList<SnoozeChoice> snoozeChoices(Instant now, const QTimeZone &zone);

/// Reads what a person typed: a day (`today`, `tomorrow`, `fri`, `next fri`, `next week`, `24 dec`,
/// `2026-12-24`), a time (`9`, `14:30`, `9:30 pm`, `noon`, `morning`, `afternoon`, `evening`), both in either
/// order, or a span (`in 3 days`, `90 min`, `2h`, `1w`). A day alone means 9:00; a time alone the next one.
///
/// Hours and minutes are exact; days, weeks and months keep the wall-clock time. A wall-clock time that the
/// clocks skip is read as if they had not yet been set (2:30 becomes 3:30), one that happens twice is the
/// first. Fails with Invalid, field `snoozedUntil` and code `SNOOZE_UNREADABLE`, `SNOOZE_PAST` or
/// `SNOOZE_TOO_FAR`.
Result<Instant> parseSnoozeText(QStringView text, Instant now, const QTimeZone &zone);

} // namespace signalbox
