// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inbox/inboxquery.h"

#include <array>
#include <utility>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

template <typename Enum, size_t N> using Names = std::array<std::pair<Enum, QLatin1StringView>, N>;

constexpr Names<InboxCategory, 7> CategoryNames {{
    {InboxCategory::All, "all"_L1},
    {InboxCategory::Responses, "responses"_L1},
    {InboxCategory::Attention, "attention"_L1},
    {InboxCategory::PreviousAttention, "previous_attention"_L1},
    {InboxCategory::NeedsRepair, "needs_repair"_L1},
    {InboxCategory::AiSent, "ai_sent"_L1},
    {InboxCategory::AiReview, "ai_review"_L1},
}};

constexpr Names<Channel, 3> ChannelNames {{
    {Channel::Sms, "sms"_L1},
    {Channel::Email, "email"_L1},
    {Channel::LinkedIn, "linkedin"_L1},
}};

constexpr Names<ScoreFilter, 7> ScoreNames {{
    {ScoreFilter::All, "all"_L1},
    {ScoreFilter::Exactly4, "4"_L1},
    {ScoreFilter::AtLeast3, "3+"_L1},
    {ScoreFilter::AtLeast2, "2+"_L1},
    {ScoreFilter::AtLeast1, "1+"_L1},
    {ScoreFilter::Unscored, "unscored"_L1},
    {ScoreFilter::Disqualified, "disqualified"_L1},
}};

constexpr Names<InboxSort, 4> SortNames {{
    {InboxSort::Recent, "recent"_L1},
    {InboxSort::Oldest, "oldest"_L1},
    {InboxSort::Name, "name"_L1},
    {InboxSort::Score, "score"_L1},
}};

template <typename Enum, size_t N> QLatin1StringView nameOf(const Names<Enum, N> &names, Enum wanted)
{
    for (const auto &[value, name] : names) {
        if (value == wanted)
            return name;
    }
    Q_UNREACHABLE();
}

template <typename Enum, size_t N> std::optional<Enum> parse(const Names<Enum, N> &names, QStringView text)
{
    for (const auto &[value, name] : names) {
        if (text == name)
            return value;
    }
    return std::nullopt;
}

} // namespace

CategoryBit categoryBit(InboxCategory category)
{
    switch (category) {
    case InboxCategory::All:
        return TotalBit;
    case InboxCategory::Responses:
        return ResponsesBit;
    case InboxCategory::Attention:
        return AttentionBit;
    case InboxCategory::PreviousAttention:
        return PreviousAttentionBit;
    case InboxCategory::NeedsRepair:
        return NeedsRepairBit;
    case InboxCategory::AiSent:
        return AiSentBit;
    case InboxCategory::AiReview:
        return AiReviewBit;
    }
    Q_UNREACHABLE();
}

int InboxQuery::activeFilterCount() const
{
    return int(!search.trimmed().isEmpty()) + int(!channels.isEmpty()) + int(!sentimentTags.isEmpty())
        + int(smsCampaign.has_value() || smsUnattributed) + int(score != ScoreFilter::All);
}

QLatin1StringView wireName(InboxCategory category)
{
    return nameOf(CategoryNames, category);
}

std::optional<InboxCategory> parseCategory(QStringView text)
{
    return text == "drafts"_L1 ? InboxCategory::PreviousAttention : parse(CategoryNames, text);
}

QLatin1StringView wireName(Channel channel)
{
    return nameOf(ChannelNames, channel);
}

std::optional<Channel> parseChannel(QStringView text)
{
    return parse(ChannelNames, text);
}

QLatin1StringView wireName(ScoreFilter score)
{
    return nameOf(ScoreNames, score);
}

std::optional<ScoreFilter> parseScoreFilter(QStringView text)
{
    return parse(ScoreNames, text);
}

QLatin1StringView wireName(InboxSort sort)
{
    return nameOf(SortNames, sort);
}

std::optional<InboxSort> parseSort(QStringView text)
{
    return parse(SortNames, text);
}

} // namespace signalbox
