// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inbox/sentiment.h"

#include <algorithm>
#include <array>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

struct TagFacts
{
    QLatin1StringView tag;
    QLatin1StringView slug;
    QLatin1StringView status;
    bool isPositive;
    bool isAttention;
};

constexpr QLatin1StringView None = "new"_L1;

// In canonical order; `Positive` is legacy and offered to nobody.
constexpr std::array<TagFacts, 15> Tags {{
    {"New"_L1, None, None, false, false},
    {"Meeting Booked"_L1, "meeting-booked"_L1, "meeting-booked"_L1, false, true},
    {"Meeting Requested"_L1, "meeting-requested"_L1, "meeting-requested"_L1, true, true},
    {"Call Requested"_L1, "call-requested"_L1, "qualified"_L1, true, true},
    {"Information Requested"_L1, "follow-up"_L1, "qualified"_L1, true, true},
    {"Objection"_L1, None, None, false, false},
    {"Not Interested"_L1, "not-interested"_L1, "not-interested"_L1, false, false},
    {"Blacklist"_L1, "not-interested"_L1, "blacklisted"_L1, false, false},
    {"Follow Up"_L1, "follow-up"_L1, None, false, true},
    {"Out of Office"_L1, "out-of-office"_L1, None, false, false},
    {"Automated Reply"_L1, "automated-reply"_L1, None, false, false},
    {"Interested"_L1, "interested"_L1, "qualified"_L1, true, true},
    {"Neutral"_L1, None, None, false, false},
    {"Snoozed"_L1, None, None, false, false},
    {"Positive"_L1, "interested"_L1, "qualified"_L1, true, true},
}};

const TagFacts *find(QStringView tag)
{
    const auto *found
        = std::find_if(Tags.begin(), Tags.end(), [tag](const TagFacts &facts) { return facts.tag == tag; });
    return found == Tags.end() ? nullptr : found;
}

template <typename Predicate> QStringList tagsWhere(Predicate wanted)
{
    QStringList names;
    for (const TagFacts &facts : Tags) {
        if (wanted(facts))
            names += facts.tag;
    }
    return names;
}

} // namespace

const QStringList &sentimentTags()
{
    static const QStringList names
        = tagsWhere([](const TagFacts &facts) { return facts.tag != "Positive"_L1; });
    return names;
}

bool isPositiveTag(QStringView tag)
{
    const TagFacts *facts = find(tag);
    return facts && facts->isPositive;
}

bool isAttentionTag(QStringView tag)
{
    const TagFacts *facts = find(tag);
    return facts && facts->isAttention;
}

bool isDisqualifiedTag(QStringView tag)
{
    return disqualifiedTags().contains(tag);
}

const QStringList &attentionTags()
{
    static const QStringList names = tagsWhere([](const TagFacts &facts) { return facts.isAttention; });
    return names;
}

const QStringList &disqualifiedTags()
{
    static const QStringList names {u"Blacklist"_s, u"Opt Out"_s, u"Opted Out"_s, u"Unsubscribe"_s,
        u"Unsubscribed"_s, u"Bounced"_s, u"Bounce"_s};
    return names;
}

QLatin1StringView classificationSlug(QStringView tag)
{
    const TagFacts *facts = find(tag);
    return facts ? facts->slug : None;
}

QLatin1StringView statusForTag(QStringView tag)
{
    const TagFacts *facts = find(tag);
    return facts ? facts->status : None;
}

} // namespace signalbox
