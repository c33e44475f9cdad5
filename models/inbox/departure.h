// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inbox/conversation.h"

namespace signalbox {

/// Why a row is in a list no more, as far as it is known.
struct Departure
{
    enum class Why
    {
        Unknown, ///< it is not where it was; the row itself was not read again yet
        Category, ///< it belongs to another category now, `to`
        Snoozed,
        Filter, ///< it is still of the category, but the filters hide it
        Scope, ///< it was assigned to somebody else, or is gone
    };
    Why why = Why::Unknown;
    InboxCategory to = InboxCategory::All; ///< of Category; All: of none in the sidebar

    bool operator==(const Departure &) const = default;
};

/// Whether a row as it is now has left the list of a query, and where it went. What only the service can
/// decide (search, channels, campaigns) counts as fulfilled.
std::optional<Departure> departureFrom(const InboxQuery &query, const Conversation &row, Instant now);

} // namespace signalbox
