// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/storage/analyticsoracle.h"

#include <QDateTime>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace {

bool isIn(Instant at, const AnalyticsWindow &window)
{
    return (!window.from || at >= *window.from) && (!window.to || at < *window.to);
}

bool isAllTime(const AnalyticsWindow &window)
{
    return !window.from && !window.to;
}

QDateTime local(Instant at, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(floor<milliseconds>(at).time_since_epoch().count(), Qt::UTC)
        .toTimeZone(zone);
}

bool isOfficeHour(Instant at)
{
    static const QTimeZone newYork("America/New_York");
    const QDateTime there = local(at, newYork);
    const QTime time = there.time();
    return there.date().dayOfWeek() < 6 && time >= QTime(9, 0) && time < QTime(17, 0);
}

/// Counts that are said and counts that are so, as one line.
template <typename A, typename B> QString differs(const QString &what, const A &said, const B &expected)
{
    if (said == expected)
        return {};
    return u"%1: %2, expected %3"_s.arg(what).arg(said).arg(expected);
}

bool isNear(const std::optional<double> &a, const std::optional<double> &b)
{
    return a.has_value() == b.has_value() && (!a || std::abs(*a - *b) < 0.001 * std::max(1.0, *b / 1e6));
}

QString gapDiffers(const QString &what, const ResponseGap &said, const ResponseGap &expected)
{
    if (said.samples == expected.samples && isNear(said.meanMs, expected.meanMs))
        return {};
    return u"%1: %2 ms of %3, expected %4 ms of %5"_s.arg(what)
        .arg(said.meanMs.value_or(-1))
        .arg(said.samples)
        .arg(expected.meanMs.value_or(-1))
        .arg(expected.samples);
}

} // namespace

QDate AnalyticsOracle::dateOf(Instant instant) const
{
    return local(instant, m_zone).date();
}

QSet<QUuid> AnalyticsOracle::leadsWriting(bool isInbound, const AnalyticsWindow &window) const
{
    QSet<QUuid> leads;
    for (const MessageFact &message : m_facts.messages) {
        if (message.isInbound == isInbound && isIn(message.sentAt, window))
            leads.insert(message.lead.value);
    }
    return leads;
}

qint64 AnalyticsOracle::leadsWith(bool isInbound, const AnalyticsWindow &window) const
{
    return leadsWriting(isInbound, window).size();
}

qint64 AnalyticsOracle::messages(
    bool isInbound, const QString &channel, QDate day, const AnalyticsWindow &window) const
{
    return std::count_if(m_facts.messages.begin(), m_facts.messages.end(), [&](const MessageFact &message) {
        return message.isInbound == isInbound && isIn(message.sentAt, window)
            && (channel.isEmpty() || message.channel == channel)
            && (day.isNull() || dateOf(message.sentAt) == day);
    });
}

qint64 AnalyticsOracle::created(const AnalyticsWindow &window) const
{
    return std::count_if(m_facts.leads.begin(), m_facts.leads.end(),
        [&](const LeadFact &lead) { return isIn(lead.createdAt, window); });
}

qint64 AnalyticsOracle::meetingsOf(
    const std::function<bool(const LeadFact &)> &isMeant, const AnalyticsWindow &window) const
{
    return std::count_if(m_facts.leads.begin(), m_facts.leads.end(), [&](const LeadFact &lead) {
        const bool isBooked
            = isAllTime(window) ? lead.hasEvidence : lead.bookedAt && isIn(*lead.bookedAt, window);
        return isMeant(lead) && isBooked;
    });
}

qint64 AnalyticsOracle::meetings(const AnalyticsWindow &window) const
{
    return meetingsOf([](const LeadFact &) { return true; }, window);
}

ResponseGap AnalyticsOracle::gap(
    bool isAnswer, const std::optional<UserId> &person, const AnalyticsWindow &asked) const
{
    const AnalyticsWindow window = isAllTime(asked) ? lastDays(30, m_now) : asked;
    QHash<std::pair<QUuid, QString>, const MessageFact *> previous;
    ResponseGap gap;
    double total = 0;
    for (const MessageFact &message : m_facts.messages) { // by lead and time
        if (!isIn(message.sentAt, window))
            continue;
        const MessageFact *before
            = std::exchange(previous[std::pair(message.lead.value, message.channel)], &message);
        if (before == nullptr || before->isInbound == message.isInbound || message.isInbound == isAnswer)
            continue;
        const auto length = message.sentAt - before->sentAt;
        const bool isSample = length > microseconds(0) && length <= hours(7 * 24)
            && isOfficeHour(before->sentAt) && isOfficeHour(message.sentAt);
        if (!isSample || (person && message.sentByUser != person))
            continue;
        ++gap.samples;
        total += double(length.count()) / 1000;
    }
    if (gap.samples > 0)
        gap.meanMs = total / double(gap.samples);
    return gap;
}

QList<ActivityDay> AnalyticsOracle::days(const AnalyticsWindow &window) const
{
    QList<ActivityDay> list;
    if (!window.from || !window.to || *window.from >= *window.to)
        return list;
    for (QDate date = dateOf(*window.from); date <= dateOf(*window.to - microseconds(1));
         date = date.addDays(1)) {
        ActivityDay day;
        day.date = date;
        day.inbound = messages(true, QString(), date, window);
        day.outbound = messages(false, QString(), date, window);
        for (const LeadFact &lead : m_facts.leads) {
            if (isIn(lead.createdAt, window) && dateOf(lead.createdAt) == date)
                ++day.leads;
            if (lead.bookedAt && isIn(*lead.bookedAt, window) && dateOf(*lead.bookedAt) == date)
                ++day.meetings;
        }
        const bool isCutBefore = dateOf(*window.from - microseconds(1)) == date;
        const bool isCutAfter = dateOf(*window.to) == date;
        day.isPartial = isCutBefore || isCutAfter || dateOf(m_now) <= date;
        list.append(day);
    }
    return list;
}

QMap<QString, qint64> AnalyticsOracle::sentiments(const AnalyticsWindow &window) const
{
    const QSet<QUuid> leads = leadsWriting(true, window);
    QMap<QString, qint64> counts;
    for (const LeadFact &lead : m_facts.leads) {
        if (leads.contains(lead.id.value))
            ++counts[lead.sentiment.isEmpty() || lead.sentiment == u"New"_s ? u"Unknown"_s : lead.sentiment];
    }
    return counts;
}

QMap<QString, qint64> AnalyticsOracle::statuses(const AnalyticsWindow &window) const
{
    QMap<QString, qint64> counts;
    for (const LeadFact &lead : m_facts.leads) {
        if (isIn(lead.createdAt, window))
            ++counts[lead.status];
    }
    return counts;
}

SmsSubClient AnalyticsOracle::subClient(
    const std::optional<QUuid> &campaign, const AnalyticsWindow &window) const
{
    static const QSet<QString> interest {u"Interested"_s, u"Positive"_s, u"Meeting Requested"_s,
        u"Call Requested"_s, u"Information Requested"_s};
    const QSet<QUuid> writing = leadsWriting(true, window);
    QHash<QUuid, Instant> last;
    for (const MessageFact &message : m_facts.messages) {
        if (message.isInbound)
            last[message.lead.value] = message.sentAt; // by time
    }
    SmsSubClient client;
    for (const LeadFact &lead : m_facts.leads) {
        if (lead.smsCampaign != campaign)
            continue;
        client.responses += writing.contains(lead.id.value) ? 1 : 0;
        const auto found = last.constFind(lead.id.value);
        if (found != last.constEnd() && isIn(*found, window) && interest.contains(lead.sentiment))
            ++client.leads;
    }
    client.meetingsBooked
        = meetingsOf([&](const LeadFact &lead) { return lead.smsCampaign == campaign; }, window);
    return client;
}

QMap<QString, ChannelActivity> AnalyticsOracle::channels(const AnalyticsWindow &window) const
{
    QMap<QString, ChannelActivity> channels;
    for (const MessageFact &message : m_facts.messages) {
        if (!isIn(message.sentAt, window))
            continue;
        ChannelActivity &channel = channels[message.channel];
        channel.channel = message.channel;
        ++(message.isInbound ? channel.inbound : channel.outbound);
    }
    return channels;
}

namespace {

QString daysDiffer(
    const QString &what, const QList<ActivityDay> &said, const QList<ActivityDay> &expected, bool hasLeads)
{
    if (said.size() != expected.size())
        return differs(what, said.size(), expected.size());
    for (qsizetype i = 0; i < said.size(); ++i) {
        ActivityDay right = expected.at(i);
        right.label = said.at(i).label;
        if (!hasLeads)
            right.leads = right.meetings = 0;
        if (!(said.at(i) == right)) {
            return u"%1 of %2: leads %3/%4 in %5/%6 out %7/%8 meetings %9"_s.arg(what)
                       .arg(right.date.toString(Qt::ISODate))
                       .arg(said.at(i).leads)
                       .arg(right.leads)
                       .arg(said.at(i).inbound)
                       .arg(right.inbound)
                       .arg(said.at(i).outbound)
                       .arg(right.outbound)
                       .arg(said.at(i).meetings)
                + u"/%1 partial %2/%3"_s.arg(right.meetings).arg(said.at(i).isPartial).arg(right.isPartial);
        }
    }
    return {};
}

QString coreDiffers(const OverviewCore &core, const AnalyticsOracle &oracle, const AnalyticsWindow &window)
{
    const QStringList differences {
        differs(u"leads"_s, core.totalLeads, oracle.created(window)),
        differs(u"contacted"_s, core.outboundLeadsContacted, oracle.leadsWith(false, window)),
        differs(u"responses"_s, core.responses, oracle.leadsWith(true, window)),
        differs(u"meetings"_s, core.meetingsBooked, oracle.meetings(window)),
        gapDiffers(u"setters"_s, core.setterResponse, oracle.gap(true, std::nullopt, window)),
        gapDiffers(u"clients"_s, core.clientResponse, oracle.gap(false, std::nullopt, window)),
        daysDiffer(u"day"_s, core.days, oracle.days(window), true),
    };
    for (const QString &difference : differences) {
        if (!difference.isEmpty())
            return difference;
    }
    return {};
}

QString sharesDiffer(
    const OverviewBreakdowns &said, const AnalyticsOracle &oracle, const AnalyticsWindow &window)
{
    QMap<QString, qint64> sentiments;
    for (const SentimentShare &share : said.sentiments)
        sentiments[share.sentiment] = share.count;
    if (sentiments != oracle.sentiments(window))
        return u"sentiments"_s;
    QMap<QString, qint64> statuses;
    for (const StatusShare &share : said.statuses)
        statuses[share.status] = share.count;
    if (statuses != oracle.statuses(window))
        return u"statuses"_s;
    QMap<QString, ChannelActivity> channels;
    for (const ChannelActivity &channel : said.channels)
        channels[channel.channel] = channel;
    return channels == oracle.channels(window) ? QString() : u"channels"_s;
}

QString peopleDiffer(const OverviewBreakdowns &said, const AnalyticsOracle &oracle,
    const AnalyticsData &workspace, const AnalyticsWindow &window)
{
    qsizetype known = 0;
    for (const UserId &user : workspace.setters()) {
        const ResponseGap right = oracle.gap(true, user, window);
        const auto found = std::find_if(said.setters.begin(), said.setters.end(),
            [&](const SetterResponse &setter) { return setter.user == user; });
        if (right.samples == 0 && found == said.setters.end())
            continue;
        ++known;
        if (found == said.setters.end())
            return u"a setter is missing"_s;
        if (const QString difference = gapDiffers(u"setter"_s, found->gap, right); !difference.isEmpty())
            return difference;
        const bool isMember = user.value != workspace.setters().constLast().value;
        if (found->email.isEmpty() || found->role != (isMember ? u"SETTER"_s : QString()))
            return u"name or role of a setter"_s;
    }
    return differs(u"setters"_s, said.setters.size(), known);
}

QString subClientsDiffer(const OverviewBreakdowns &said, const AnalyticsOracle &oracle,
    const AnalyticsData &workspace, const AnalyticsWindow &window)
{
    QMap<QString, SmsSubClient> expected;
    for (int i = 0; i < workspace.smsCampaigns().size(); ++i) {
        SmsSubClient client = oracle.subClient(workspace.smsCampaigns().at(i), window);
        client.name = u"Sub-client %1"_s.arg(i);
        expected[client.name] = client;
    }
    SmsSubClient nobody = oracle.subClient(std::nullopt, window);
    nobody.name = u"Unattributed"_s;
    if (nobody.responses + nobody.meetingsBooked > 0)
        expected[nobody.name] = nobody;
    QMap<QString, SmsSubClient> found;
    for (const SmsSubClient &client : said.smsSubClients)
        found[client.name] = client;
    return found == expected ? QString() : u"SMS sub-clients"_s;
}

} // namespace

QString differenceToOracle(const OverviewData &data, const AnalyticsOracle &oracle,
    const AnalyticsData &workspace, const AnalyticsWindow &window, Instant now)
{
    AnalyticsWindow week = window;
    if (isAllTime(window)) { // seven local days, today among them
        week = {now, now};
        while (oracle.dateOf(*week.from - minutes(1)) > oracle.dateOf(now).addDays(-7))
            week.from = floor<minutes>(*week.from) - minutes(1);
    }
    const QStringList differences {
        coreDiffers(data.core, oracle, window),
        daysDiffer(u"week"_s, data.breakdowns.week, oracle.days(week), false),
        sharesDiffer(data.breakdowns, oracle, window),
        peopleDiffer(data.breakdowns, oracle, workspace, window),
        subClientsDiffer(data.breakdowns, oracle, workspace, window),
    };
    for (const QString &difference : differences) {
        if (!difference.isEmpty())
            return difference;
    }
    return {};
}

} // namespace signalbox
