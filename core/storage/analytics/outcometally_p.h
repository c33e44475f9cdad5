// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/analyticsrules.h"

namespace signalbox {

/// Adds what `booking_outcome()` of migration 0014 said of `n` leads: it counts as BookingOutcome does.
/// Excluded ones are in no count.
inline void tally(OutcomeCounts &counts, qint64 outcome, qint64 n)
{
    switch (BookingOutcome(outcome)) {
    case BookingOutcome::Excluded:
        return;
    case BookingOutcome::Booked:
        counts.booked += n;
        return;
    case BookingOutcome::BookedNoTimestamp:
        counts.bookedNoTimestamp += n;
        return;
    case BookingOutcome::Pending:
        counts.pending += n;
        return;
    case BookingOutcome::NotBooked:
        counts.notBooked += n;
        return;
    }
}

} // namespace signalbox
