// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"

#include <QStringList>

#include <optional>

namespace signalbox {

/// The list's preset filters (domain §3.2). Each but All has a bit in `lead.categories` (DESIGN D1).
enum class InboxCategory
{
    All,
    Responses,
    Attention,
    PreviousAttention,
    NeedsRepair,
    AiSent,
    AiReview
};

/// Bits of `lead.categories`. The values are the contract between the schema (`lead_categories()` in
/// resources/sql) and this program; a test compares the two.
enum CategoryBit : int
{
    TotalBit = 1, ///< not snoozed: the base population (domain §2.1)
    ResponsesBit = 2,
    AttentionBit = 4,
    PreviousAttentionBit = 8,
    EligibleBit = 16, ///< status neither blacklisted nor unqualified: `totalNonBlacklisted`
    NeedsRepairBit = 32,
    AiSentBit = 64,
    AiReviewBit = 128,
};

/// The bit a category selects.
CategoryBit categoryBit(InboxCategory category);

enum class Channel
{
    Sms,
    Email,
    LinkedIn
};

/// `score` (domain §3.1): 4 is exactly four, n+ is at least n, disqualified goes by tag.
enum class ScoreFilter
{
    All,
    Exactly4,
    AtLeast3,
    AtLeast2,
    AtLeast1,
    Unscored,
    Disqualified
};

/// Order on the server (DESIGN §8.11); ties break by lead id.
enum class InboxSort
{
    Recent,
    Oldest,
    Name,
    Score
};

enum class SearchIn
{
    Leads,
    Messages
};

/// What a list shows: a workspace, its filters and an order. Equality is what tells two lists apart.
struct InboxQuery
{
    WorkspaceId workspace;
    InboxCategory category = InboxCategory::All;
    QString search; ///< as typed; the rule of domain §3.3 is applied on the server
    SearchIn searchIn = SearchIn::Leads;
    QList<Channel> channels; ///< any of; empty: no filter
    QStringList sentimentTags; ///< any of; empty: no filter
    std::optional<QUuid> smsCampaign;
    bool smsUnattributed = false; ///< wins over smsCampaign
    ScoreFilter score = ScoreFilter::All;
    InboxSort sort = InboxSort::Recent;

    bool operator==(const InboxQuery &) const = default;

    /// How many filters beside the category are set: what "Clear" takes away.
    int activeFilterCount() const;
};

/// Where in a list a page starts. At most one of `cursor` and `at` is set; neither is the first page.
struct PagePosition
{
    enum class Direction
    {
        Next,
        Previous
    };

    QString cursor; ///< opaque, from an earlier page of the same query (DESIGN §8.10)
    std::optional<Instant> at; ///< the first row not newer than this (`at=`)
    Direction direction = Direction::Next;

    bool operator==(const PagePosition &) const = default;
};

// Wire names (domain §3.1). The parsers know nothing but these names: anything else is nullopt.
QLatin1StringView wireName(InboxCategory category);
std::optional<InboxCategory> parseCategory(QStringView text); ///< accepts the alias `drafts`
QLatin1StringView wireName(Channel channel);
std::optional<Channel> parseChannel(QStringView text);
QLatin1StringView wireName(ScoreFilter score);
std::optional<ScoreFilter> parseScoreFilter(QStringView text);
QLatin1StringView wireName(InboxSort sort);
std::optional<InboxSort> parseSort(QStringView text);

} // namespace signalbox
