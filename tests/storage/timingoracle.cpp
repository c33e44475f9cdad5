// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/storage/timingoracle.h"

#include <algorithm>
#include <functional>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto Day = 24h;

struct Pick
{
    int lead = 0;
    QString channel;
    bool isAi = false;
    QString responder; ///< ai, user:<id> or empty
    Instant answeredAt {};
    qint64 responseMs = 0;
    std::optional<int> delay;
    std::optional<std::chrono::microseconds> drift;
    QString outcome;
};

QString outcomeOf(
    const World &world, const Pick &pick, const AnalyticsWindow &window, const ResponseTimingFilter &filter)
{
    const WorldLead &lead = world.leads.at(pick.lead);
    const Instant latest = std::min(*window.to, pick.answeredAt + filter.attributionWindowDays * Day);
    if (lead.bookedAt && *lead.bookedAt < pick.answeredAt)
        return u"excluded"_s;
    if (lead.bookedAt && *lead.bookedAt > pick.answeredAt && *lead.bookedAt <= latest && world.isKept(lead))
        return u"booked"_s;
    if (!lead.bookedAt && world.hasEvidence(lead))
        return u"no timestamp"_s;
    return pick.answeredAt >= *window.to - filter.maturityBufferDays * Day ? u"pending"_s : u"not booked"_s;
}

Pick pickOf(const World &world, const WorldEvent &event)
{
    Pick pick {.lead = event.lead, .channel = event.channel};
    pick.isAi = !event.setterAt || (event.aiAt && *event.aiAt < *event.setterAt);
    pick.answeredAt = pick.isAi ? *event.aiAt : *event.setterAt;
    const auto measured
        = std::chrono::duration_cast<std::chrono::milliseconds>(pick.answeredAt - event.inboundAt).count();
    pick.responseMs = (pick.isAi ? event.aiMs : event.setterMs).value_or(measured);
    if (pick.isAi) {
        pick.responder = u"ai"_s;
        pick.delay = event.delaySeconds;
        if (event.scheduledAt)
            pick.drift = *event.aiAt - *event.scheduledAt;
    } else if (event.setter >= 0) {
        pick.responder = u"user:"_s + world.setters.at(event.setter).first.toString();
    }
    return pick;
}

/// The earliest answer of each lead, and what came of it: walked from the rows (domain §7.7).
QList<Pick> picksOf(const World &world, const AnalyticsWindow &window, const ResponseTimingFilter &filter)
{
    QList<Pick> picks;
    for (int lead = 0; lead < world.leads.size(); ++lead) {
        const WorldEvent *first = nullptr;
        const auto rank = [&](const WorldEvent &event) {
            return std::tuple(pickOf(world, event).answeredAt, event.inboundAt, event.id.toByteArray());
        };
        for (const WorldEvent &event : world.events) {
            if (event.lead != lead || (!event.setterAt && !event.aiAt) || event.inboundAt >= *window.to
                || (window.from && event.inboundAt < *window.from))
                continue;
            if (first == nullptr || rank(event) < rank(*first))
                first = &event;
        }
        if (first == nullptr || (!filter.channel.isEmpty() && first->channel != filter.channel))
            continue;
        Pick pick = pickOf(world, *first);
        pick.outcome = outcomeOf(world, pick, window, filter);
        if (pick.outcome != u"excluded"_s)
            picks.append(pick);
    }
    return picks;
}

OutcomeCounts countsOf(const QList<Pick> &picks, const std::function<bool(const Pick &)> &matches)
{
    OutcomeCounts counts;
    for (const Pick &pick : picks) {
        if (!matches(pick))
            continue;
        counts.booked += pick.outcome == u"booked"_s;
        counts.bookedNoTimestamp += pick.outcome == u"no timestamp"_s;
        counts.pending += pick.outcome == u"pending"_s;
        counts.notBooked += pick.outcome == u"not booked"_s;
    }
    return counts;
}

/// Linear between the two nearest, as percentile_cont() is defined.
std::optional<double> percentile(QList<qint64> values, double share)
{
    if (values.isEmpty())
        return std::nullopt;
    std::sort(values.begin(), values.end());
    const double place = share * double(values.size() - 1);
    const auto below = qsizetype(place);
    const auto above = std::min(below + 1, values.size() - 1);
    return double(values.at(below)) + (place - double(below)) * double(values.at(above) - values.at(below));
}

std::function<bool(const Pick &)> byTime(double fromMinutes, double toMinutes)
{
    return [=](const Pick &pick) {
        return double(pick.responseMs) >= fromMinutes * 60'000
            && double(pick.responseMs) < toMinutes * 60'000;
    };
}

std::function<bool(const Pick &)> byDelay(int from, int to)
{
    return [=](const Pick &pick) { return pick.delay && *pick.delay >= from && *pick.delay < to; };
}

std::function<bool(const Pick &)> byDrift(std::chrono::seconds from, std::chrono::seconds to)
{
    return [=](const Pick &pick) { return pick.drift && *pick.drift >= from && *pick.drift < to; };
}

ResponderSummary responderOf(const QList<Pick> &picks, const QString &key, const QString &label)
{
    double total = 0;
    int count = 0;
    const auto matches = [&](const Pick &pick) { return key == u"all"_s || pick.responder == key; };
    for (const Pick &pick : picks) {
        if (matches(pick)) {
            total += double(pick.responseMs);
            ++count;
        }
    }
    return {key, label, countsOf(picks, matches),
        count > 0 ? std::optional(total / double(count)) : std::nullopt};
}

QList<ResponderSummary> respondersOf(const World &world, const QList<Pick> &picks, int limit)
{
    QList<ResponderSummary> setters;
    for (const auto &[user, email] : world.setters) {
        const ResponderSummary one = responderOf(picks, u"user:"_s + user.toString(), email);
        if (one.averageResponseMs)
            setters.append(one);
    }
    std::sort(setters.begin(), setters.end(), [](const auto &a, const auto &b) {
        return std::tuple(-a.stats.eligible(), a.label) < std::tuple(-b.stats.eligible(), b.label);
    });
    return QList {responderOf(picks, u"all"_s, u"All"_s), responderOf(picks, u"ai"_s, u"AI"_s)}
    + setters.first(std::min<qsizetype>(limit, setters.size()));
}

} // namespace

ResponseTimingData walkedTiming(
    const World &world, const AnalyticsWindow &window, const ResponseTimingFilter &filter)
{
    const QList<Pick> all = picksOf(world, window, filter);
    ResponseTimingData data;
    data.filter = filter;
    data.responders = respondersOf(world, all, filter.topRespondersLimit);
    QList<Pick> picks;
    QList<qint64> times;
    for (const Pick &pick : all) {
        if (!filter.responder.isEmpty() && filter.responder != pick.responder)
            continue;
        picks.append(pick);
        times.append(pick.responseMs);
    }
    const auto bucket = [&](const QString &name, const std::function<bool(const Pick &)> &matches) {
        return TimingBucket {name, countsOf(picks, matches)};
    };
    data.responseTime = {bucket(u"<1min"_s, byTime(-1, 1)), bucket(u"1-5min"_s, byTime(1, 5)),
        bucket(u"5-15min"_s, byTime(5, 15)), bucket(u"15-60min"_s, byTime(15, 60)),
        bucket(u"1-4hr"_s, byTime(60, 240)), bucket(u"4-24hr"_s, byTime(240, 1440)),
        bucket(u">24hr"_s, byTime(1440, 1e12))};
    data.aiChosenDelay = {bucket(u"180-210s"_s, byDelay(180, 210)), bucket(u"210-270s"_s, byDelay(210, 270)),
        bucket(u"270-330s"_s, byDelay(270, 330)), bucket(u"330-390s"_s, byDelay(330, 390)),
        bucket(u"390-420s"_s, byDelay(390, 421))};
    data.aiDrift = {bucket(u"<10s early"_s, byDrift(-9999s, -10s)),
        bucket(u"on-time (±10s)"_s, byDrift(-10s, 10s)), bucket(u"10-60s late"_s, byDrift(10s, 60s)),
        bucket(u"1-5min late"_s, byDrift(60s, 300s)), bucket(u">5min late"_s, byDrift(300s, 99999s))};
    data.medianResponseMs = percentile(times, 0.5);
    data.p90ResponseMs = percentile(times, 0.9);
    return data;
}

} // namespace signalbox
