// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inbox/departure.h"

#include <algorithm>
#include <array>

namespace signalbox {

namespace {

// What tells a person most comes first.
constexpr std::array Destinations {InboxCategory::AiReview, InboxCategory::Attention,
    InboxCategory::NeedsRepair, InboxCategory::AiSent, InboxCategory::PreviousAttention,
    InboxCategory::Responses};

bool fits(ScoreFilter filter, std::optional<int> score)
{
    switch (filter) {
    case ScoreFilter::All:
    case ScoreFilter::Disqualified: // by status as well: the service's to say
        return true;
    case ScoreFilter::Unscored:
        return !score;
    case ScoreFilter::Exactly4:
        return score == 4;
    case ScoreFilter::AtLeast3:
        return score >= 3;
    case ScoreFilter::AtLeast2:
        return score >= 2;
    case ScoreFilter::AtLeast1:
        return score >= 1;
    }
    Q_UNREACHABLE();
}

} // namespace

std::optional<Departure> departureFrom(const InboxQuery &query, const Conversation &row, Instant now)
{
    if (row.lead.snoozedUntil && *row.lead.snoozedUntil > now)
        return Departure {Departure::Why::Snoozed};
    if ((row.categories & categoryBit(query.category)) == 0) {
        const auto *const to = std::ranges::find_if(Destinations,
            [&](InboxCategory category) { return (row.categories & categoryBit(category)) != 0; });
        return Departure {Departure::Why::Category, to == Destinations.end() ? InboxCategory::All : *to};
    }
    const bool isShown = (query.sentimentTags.isEmpty() || query.sentimentTags.contains(row.sentimentTag))
        && fits(query.score, row.lead.overallScore);
    return isShown ? std::nullopt : std::optional(Departure {Departure::Why::Filter});
}

} // namespace signalbox
