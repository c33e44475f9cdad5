// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

namespace signalbox {

/// The badges of one workspace in one scope (domain §2.3), all of one database snapshot.
struct InboxCounts
{
    qint64 allResponses = 0;
    qint64 requiresAttention = 0;
    qint64 previouslyRequiredAttention = 0;
    qint64 totalNonBlacklisted = 0; ///< stored, never on the wire
    qint64 awaitingReply = 0; ///< max(0, totalNonBlacklisted − requiresAttention)
    qint64 needsRepair = 0;
    qint64 aiSent = 0;
    qint64 aiReview = 0;
    qint64 total = 0; ///< every lead that is not snoozed

    /// When the figures were true: the reader's snapshot. Zero in a value that was never read.
    Instant computedAt {};

    bool operator==(const InboxCounts &) const = default;
};

} // namespace signalbox
