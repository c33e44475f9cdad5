// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/seedstory.h"

#include <cstdlib>

namespace signalbox {

using namespace std::chrono;

namespace {

constexpr SeedOutcome Outcomes[] = {
    {"New", nullptr, 44, "new"},
    {"", nullptr, 18, "new"},
    {"Interested", "interested", 11, "qualified"},
    {"Information Requested", "info", 13, "qualified"},
    {"Meeting Requested", "meeting", 9, "meeting-requested"},
    {"Call Requested", "call", 6, "qualified"},
    {"Meeting Booked", "booked", 2, "meeting-booked"},
    {"Objection", "objection", 7, "new"},
    {"Not Interested", "no", 9, "not-interested"},
    {"Blacklist", "stop", 4, "blacklisted"},
    {"Follow Up", "later", 7, "new"},
    {"Out of Office", "ooo", 4, "new"},
    {"Automated Reply", "auto", 3, "new"},
    {"Neutral", "neutral", 4, "new"},
    {"Snoozed", "later", 1, "new"},
    {"Positive", "interested", 1, "qualified"},
};

/// What the good and the bad outcomes are called; everything else is indifferent.
constexpr int FirstGood = 2, FirstBooked = 6, FirstBad = 7, FirstIndifferent = 10;

double weightOf(int outcome, const SeedCampaign &campaign)
{
    const double weight = Outcomes[outcome].weight;
    if (outcome == FirstBooked)
        return weight * campaign.booking * 4;
    if (outcome >= FirstGood && outcome < FirstBad)
        return weight * campaign.interest;
    return outcome >= FirstBad && outcome < FirstIndifferent ? weight * campaign.refusal : weight;
}

/// Some trades and sizes are better customers than others.
double fitOf(const SeedThread &thread)
{
    static constexpr double Trades[] = {0.75, 0.9, 1.0, 1.1, 1.3};
    int sum = 0;
    for (const char c : thread.industry)
        sum += uchar(c);
    static const QHash<QByteArray, double> sizes {{"1-10", 0.7}, {"11-50", 1.3}, {"51-200", 1.15},
        {"201-500", 1.0}, {"501-1000", 0.8}, {"1001-5000", 0.6}};
    return Trades[sum % int(std::size(Trades))] * sizes.value(thread.headcount, 1.0);
}

double skillOf(int setter)
{
    static constexpr double Skills[] = {1.3, 0.65, 1.1, 0.9};
    return setter < 0 ? 1.0 : Skills[setter % int(std::size(Skills))];
}

/// Whoever is answered at once is still at the desk.
double warmth(Instant::duration answered)
{
    return answered < minutes(5) ? 1.45
        : answered < minutes(15) ? 1.3
        : answered < hours(1)    ? 1.1
        : answered < hours(4)    ? 0.9
        : answered < hours(24)   ? 0.6
                                 : 0.4;
}

} // namespace

const QList<SeedCampaign> &seedCampaigns()
{
    static const QList<SeedCampaign> campaigns {
        {"Spring outreach: operations", false, 1.0, 1.0, 0.24},
        {"Founders, 11-50 people", true, 1.15, 0.8, 0.44},
        {"Trade fair follow-up", false, 1.7, 0.6, 0.018},
        {"Win-back Q3", true, 0.6, 1.7, 0.16},
    };
    return campaigns;
}

const SeedOutcome &pickSeedOutcome(SeedRandom &random, int campaign)
{
    const SeedCampaign &weights = campaign < 0 ? seedCampaigns().first() : seedCampaigns().at(campaign);
    double total = 0;
    for (int i = 0; i < int(std::size(Outcomes)); ++i)
        total += weightOf(i, weights);
    double at = random.unit() * total;
    for (int i = 0; i < int(std::size(Outcomes)); ++i) {
        at -= weightOf(i, weights);
        if (at < 0)
            return Outcomes[i];
    }
    return Outcomes[0];
}

bool isSeedBadWeek(const SeedCast &cast, Instant when)
{
    const auto middle = floor<days>(cast.calendar.toLocal(cast.now)) - days(42);
    const auto monday = middle - (std::chrono::weekday(middle) - std::chrono::Monday);
    const Instant local = cast.calendar.toLocal(when);
    return local >= monday && local < monday + days(7);
}

SeedPace seedPace(const SeedCast &cast, int setter, Instant inbound)
{
    static constexpr SeedPace Paces[] = {{9, 0.03}, {105, 0.22}, {38, 0.08}, {70, 0.15}};
    SeedPace pace = Paces[setter % int(std::size(Paces))];
    if (isSeedBadWeek(cast, inbound)) {
        pace.medianMinutes = 90 + 3 * pace.medianMinutes;
        pace.nextDay = 0.35 + 0.5 * pace.nextDay;
    }
    return pace;
}

double seedBookingChance(const SeedThread &thread, Instant::duration answered)
{
    const double base = thread.emailCampaign < 0 ? 0.22 : seedCampaigns().at(thread.emailCampaign).booking;
    return base * fitOf(thread) * skillOf(thread.setter) * warmth(answered);
}

int seedChosenDelay(const QUuid &inboundMessage)
{
    std::uint32_t hash = 0;
    for (const char c : inboundMessage.toByteArray(QUuid::WithoutBraces))
        hash = 31 * hash + uchar(c);
    return int(std::abs(qint64(std::int32_t(hash))) % 241) + 180;
}

seconds seedDrift(SeedRandom &random)
{
    const double how = random.unit();
    return seconds(how < 0.03 ? random.between(-60, -11)
            : how < 0.78      ? random.between(-9, 9)
            : how < 0.91      ? random.between(11, 59)
            : how < 0.98      ? random.between(61, 290)
                              : random.between(301, 2400));
}

} // namespace signalbox
