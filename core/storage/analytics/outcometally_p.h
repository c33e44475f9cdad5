// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/analyticsrules.h"

namespace signalbox {

/// Adds what `booking_outcome()` of migration 0014 said of `n` leads; excluded ones are in no count.
inline void tally(OutcomeCounts &counts, QStringView outcome, qint64 n)
{
    using namespace Qt::StringLiterals;
    if (outcome == "booked"_L1)
        counts.booked += n;
    else if (outcome == "not_booked"_L1)
        counts.notBooked += n;
    else if (outcome == "pending"_L1)
        counts.pending += n;
    else if (outcome == "booked_no_timestamp"_L1)
        counts.bookedNoTimestamp += n;
}

} // namespace signalbox
