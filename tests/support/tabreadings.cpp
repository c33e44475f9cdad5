// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tabreadings.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto Month = std::chrono::hours(24 * 30);

template <typename Data> AnalyticsReading<Data> around(Data now, std::optional<Data> before, Instant at)
{
    AnalyticsReading<Data> reading {.data = std::move(now),
        .comparison = std::move(before),
        .window = {at - Month, at},
        .comparisonWindow = {at - 2 * Month, at - Month},
        .timezone = u"America/New_York"_s,
        .computedAt = at,
        .errors = {}};
    if (!reading.comparison)
        reading.comparisonWindow = {};
    return reading;
}

/// The month before was a little smaller, not evenly so.
qint64 scaled(qint64 value, double factor)
{
    return qint64(std::llround(double(value) * factor));
}

double tilted(double factor, double tilt)
{
    return factor < 1 ? factor * tilt : factor;
}

WorkflowsData workflows(double factor)
{
    WorkflowsData data {.bookedFromInitial = scaled(104, factor),
        .sequences = {{tabId(1), u"No response, 5 touches"_s, scaled(41, factor), 0},
            {tabId(2), u"Meeting requested, day 1–7"_s, scaled(23, tilted(factor, 1.1)), 0},
            {tabId(3), u"Post-booking reminder"_s, scaled(11, factor), 0},
            {tabId(4), u"LinkedIn nudge"_s, scaled(6, tilted(factor, 0.8)), 0},
            {tabId(5), u"Reactivation spring"_s, scaled(2, factor), 0}}};
    for (const SequenceBookings &sequence : data.sequences)
        data.bookedFromWorkflow += sequence.booked;
    for (SequenceBookings &sequence : data.sequences)
        sequence.share = double(sequence.booked) / double(data.bookedFromWorkflow);
    data.totalBooked = data.bookedFromInitial + data.bookedFromWorkflow;
    return data;
}

ReactivationPart reactivation(double factor)
{
    ReactivationPart part;
    part.campaigns = {{tabId(11), u"Went quiet after pricing"_s, scaled(842, factor), scaled(71, factor),
                          scaled(19, factor)},
        {tabId(12), u"No-shows of last quarter"_s, scaled(318, tilted(factor, 0.9)), scaled(44, factor),
            scaled(12, factor)},
        {tabId(13), u"Closed lost 2025"_s, scaled(204, factor), scaled(9, factor), 0}};
    for (const ReactivationKpis &kpis : part.campaigns) {
        part.totals.sent += kpis.sent;
        part.totals.responded += kpis.responded;
        part.totals.meetingsBooked += kpis.meetingsBooked;
    }
    return part;
}

/// Divides `positive` and `booked` over named groups by weights in percent.
QList<CampaignSlice> slices(const QList<std::pair<QString, int>> &weights, qint64 positive, qint64 booked)
{
    QList<CampaignSlice> all;
    for (const auto &[name, weight] : weights) {
        const qint64 part = positive * weight / 100;
        const qint64 bookedPart = std::min(part, booked * (weight + (all.size() % 2 == 0 ? 4 : -4)) / 100);
        if (part > 0 || bookedPart > 0)
            all.append({name, part, std::max<qint64>(bookedPart, 0)});
    }
    return all;
}

QList<CampaignSlice> industries(qint64 positive, qint64 booked, int turn)
{
    QList<std::pair<QString, int>> weights {{u"Software"_s, 34}, {u"Financial services"_s, 22},
        {u"Manufacturing"_s, 16}, {u"Health care"_s, 12}, {u"Logistics"_s, 9}, {u"Unknown"_s, 7}};
    std::swap(weights[0].first, weights[turn % 5].first);
    return slices(weights, positive, booked);
}

QList<CampaignSlice> headcounts(qint64 positive, qint64 booked)
{
    return slices({{u"1-10"_s, 12}, {u"11-50"_s, 31}, {u"51-200"_s, 27}, {u"201-500"_s, 14},
                      {u"501-1000"_s, 8}, {u"1000+"_s, 5}, {u"Unknown"_s, 3}},
        positive, booked);
}

RankedCampaign ranked(const EmailCampaignKpis &kpis)
{
    return {kpis.id, kpis.name, kpis.positiveReplies, kpis.meetingsBooked};
}

WeeklyReport report(const QList<EmailCampaignKpis> &campaigns)
{
    WeeklyReport report;
    QList<EmailCampaignKpis> order;
    qint64 positive = 0;
    qint64 booked = 0;
    for (const EmailCampaignKpis &kpis : campaigns) {
        positive += kpis.positiveReplies;
        booked += kpis.meetingsBooked;
        if (kpis.positiveReplies > 0)
            order.append(kpis);
    }
    const auto rate = [](const EmailCampaignKpis &kpis) {
        return double(kpis.meetingsBooked) / double(kpis.positiveReplies);
    };
    std::ranges::stable_sort(order, [&](const auto &a, const auto &b) { return rate(a) > rate(b); });
    for (qsizetype i = 0; i < std::min<qsizetype>(5, order.size()); ++i) {
        report.top.append(ranked(order.at(i)));
        report.bottom.append(ranked(order.at(order.size() - 1 - i)));
    }
    for (const EmailCampaignKpis &kpis : order) {
        if (kpis.positiveReplies >= 8 && rate(kpis) <= 0.1)
            report.highPositiveLowBooking.append(ranked(kpis));
    }
    report.sentiments
        = {{u"Interested"_s, positive * 46 / 100, 0}, {u"Information Requested"_s, positive * 29 / 100, 0},
            {u"Meeting Requested"_s, positive * 25 / 100, 0}};
    report.byIndustry = industries(positive, booked, 0);
    report.byHeadcount = headcounts(positive, booked);
    return report;
}

EmailCampaignsPart emailCampaigns(double factor)
{
    struct Numbers
    {
        QString name;
        qint64 positive;
        qint64 requested;
        qint64 booked;
        bool isAi;
    };
    const QList<Numbers> all {{u"CFO outreach, Q1"_s, 214, 96, 71, true},
        {u"Founders, seed to A"_s, 168, 61, 44, true}, {u"Ops leaders, logistics"_s, 121, 38, 9, false},
        {u"RevOps webinar follow-up"_s, 94, 47, 39, true}, {u"Health care, regional"_s, 66, 19, 6, false},
        {u"Agencies, second try"_s, 31, 7, 3, false}, {u"Partner referrals"_s, 12, 8, 9, true},
        {u"Manufacturing DACH"_s, 9, 1, 0, false}, {u"Legacy list, cleaned"_s, 0, 0, 1, false}};
    EmailCampaignsPart part;
    int turn = 0;
    for (const Numbers &numbers : all) {
        EmailCampaignKpis kpis {.id = tabId(20 + turn),
            .bisonCampaignId = QString::number(4400 + turn),
            .name = numbers.name,
            .clientName = u"Acme Outbound"_s,
            .responseMode = numbers.isAi ? u"AI_AUTO_SEND"_s : u"SETTER_MANAGED"_s,
            .autoSendConfidenceThreshold = numbers.isAi ? 0.8 : 0.0,
            .provider = u"CALENDLY"_s,
            .positiveReplies = scaled(numbers.positive, turn % 3 == 1 ? tilted(factor, 1.2) : factor),
            .meetingsRequested = scaled(numbers.requested, factor),
            .meetingsBooked = scaled(numbers.booked, turn % 2 == 1 ? tilted(factor, 1.15) : factor)};
        kpis.byIndustry = industries(kpis.positiveReplies, kpis.meetingsBooked, turn);
        kpis.byHeadcount = headcounts(kpis.positiveReplies, kpis.meetingsBooked);
        part.campaigns.append(kpis);
        ++turn;
    }
    part.report = report(part.campaigns);
    return part;
}

DraftOutcomePart draftOutcomes(double factor)
{
    DraftOutcomePart part;
    part.channels
        = {{u"email"_s, scaled(1204, factor), scaled(318, factor), scaled(207, tilted(factor, 1.2))},
            {u"sms"_s, scaled(146, factor), scaled(402, factor), scaled(88, factor)},
            {u"linkedin"_s, 0, scaled(61, factor), scaled(35, factor)}};
    for (const DraftOutcomes &channel : part.channels) {
        part.totals.autoSent += channel.autoSent;
        part.totals.approved += channel.approved;
        part.totals.edited += channel.edited;
    }
    return part;
}

DraftBookingPart draftBookings(double factor)
{
    DraftBookingPart part;
    const auto add = [&](const QString &channel, const QString &disposition, const OutcomeCounts &counts) {
        part.rows.append({channel, disposition,
            {scaled(counts.booked, tilted(factor, 0.8 + double(counts.booked % 5) * 0.1)),
                scaled(counts.notBooked, factor), scaled(counts.pending, factor), counts.bookedNoTimestamp}});
    };
    add(u"email"_s, u"AUTO_SENT"_s, {92, 641, 188, 3});
    add(u"email"_s, u"APPROVED"_s, {37, 182, 51, 1});
    add(u"email"_s, u"EDITED"_s, {31, 110, 32, 0});
    add(u"sms"_s, u"AUTO_SENT"_s, {9, 71, 40, 0});
    add(u"sms"_s, u"APPROVED"_s, {48, 214, 66, 2});
    add(u"sms"_s, u"EDITED"_s, {13, 44, 12, 0});
    add(u"linkedin"_s, u"AUTO_SENT"_s, {0, 0, 6, 0});
    add(u"linkedin"_s, u"APPROVED"_s, {4, 38, 11, 0});
    add(u"linkedin"_s, u"EDITED"_s, {3, 21, 7, 0});
    DraftBooking all {{}, u"all"_s, {}};
    for (const QString &disposition : {u"AUTO_SENT"_s, u"APPROVED"_s, u"EDITED"_s}) {
        DraftBooking total {{}, disposition, {}};
        for (const DraftBooking &row : part.rows) {
            if (row.disposition != disposition)
                continue;
            for (OutcomeCounts *sum : {&total.counts, &all.counts}) {
                sum->booked += row.counts.booked;
                sum->notBooked += row.counts.notBooked;
                sum->pending += row.counts.pending;
                sum->bookedNoTimestamp += row.counts.bookedNoTimestamp;
            }
        }
        part.totals.append(total);
    }
    part.totals.append(all);
    return part;
}

CampaignsData campaigns(double factor)
{
    return {emailCampaigns(factor), reactivation(factor), draftOutcomes(factor), draftBookings(factor)};
}

BookingData booking(double factor)
{
    BookingData data;
    data.processes = {{tabId(41), u"Direct link first"_s, scaled(286, factor),
                          scaled(84, tilted(factor, 1.1)), 2.4 / factor, {}},
        {tabId(42), u"Questions, then times"_s, scaled(412, factor), scaled(97, factor), 3.9, {}},
        {tabId(43), u"Two times offered"_s, scaled(158, factor), scaled(21, tilted(factor, 0.7)), 4.6, {}},
        {{}, {}, scaled(37, factor), scaled(2, factor), 6.5, {}}};
    double outbounds = 0;
    for (BookingProcessStats &process : data.processes) {
        const qint64 left = process.leadsProcessed - process.leadsBooked;
        process.dropoffByWave = {left * 46 / 100, left * 27 / 100, left * 15 / 100, left * 8 / 100};
        process.dropoffByWave.append(
            left - std::accumulate(process.dropoffByWave.begin(), process.dropoffByWave.end(), qint64(0)));
        data.summary.leadsProcessed += process.leadsProcessed;
        data.summary.leadsBooked += process.leadsBooked;
        outbounds += *process.averageOutboundsToBook * double(process.leadsBooked);
        data.summary.dropoffByWave.resize(5);
        for (int wave = 0; wave < 5; ++wave)
            data.summary.dropoffByWave[wave] += process.dropoffByWave.at(wave);
    }
    data.summary.averageOutboundsToBook = outbounds / double(data.summary.leadsBooked);
    data.setters = {{{tabId(51)}, u"dana.kim@acme.test"_s, scaled(304, factor), scaled(281, factor),
                        scaled(131, factor), scaled(77, factor), scaled(64, factor)},
        {{tabId(52)}, u"lee.wong@acme.test"_s, scaled(276, factor), scaled(219, factor), scaled(88, factor),
            scaled(41, factor), scaled(29, tilted(factor, 1.3))},
        {{tabId(53)}, u"maria.lopez@acme.test"_s, scaled(192, factor), scaled(187, factor),
            scaled(74, factor), scaled(39, factor), scaled(41, factor)},
        {{tabId(54)}, u"new.setter@acme.test"_s, scaled(18, factor), 0, 0, 0, 0}};
    return data;
}

TimingBucket bucket(const QString &name, qint64 eligible, double rate, qint64 pending, double factor)
{
    const qint64 all = scaled(eligible, factor);
    const qint64 booked = scaled(all, rate);
    return {name, {booked, all - booked, scaled(pending, factor), 0}};
}

ResponseTimingData timing(const ResponseTimingFilter &filter, double month)
{
    const double share = filter.channel.isEmpty() ? 1
        : filter.channel == "email"_L1            ? 0.62
        : filter.channel == "sms"_L1              ? 0.31
                                                  : 0.07;
    const double factor = share * month;
    const double picked = filter.responder.startsWith("user:"_L1) ? factor * 0.3
        : filter.responder == "ai"_L1                             ? factor * 0.55
                                                                  : factor;
    // The month before was not better or worse everywhere.
    const auto of = [month](const QString &name, qint64 eligible, double rate, qint64 pending, double part) {
        const double tilt = month < 1 ? 0.84 + double(eligible % 7) * 0.05 : 1;
        return bucket(name, eligible, rate * tilt, pending, part);
    };
    ResponseTimingData data;
    data.responseTime = {of(u"<1min"_s, 88, 0.31, 20, picked), of(u"1-5min"_s, 402, 0.284, 96, picked),
        of(u"5-15min"_s, 318, 0.229, 71, picked), of(u"15-60min"_s, 214, 0.178, 48, picked),
        of(u"1-4hr"_s, 171, 0.121, 33, picked), of(u"4-24hr"_s, 96, 0.088, 27, picked),
        of(u">24hr"_s, 22, 0.05, 14, picked)};
    const bool hasAi = !filter.responder.startsWith("user:"_L1);
    const double ai = hasAi ? factor : 0;
    data.aiChosenDelay = {of(u"180-210s"_s, 61, 0.33, 11, ai), of(u"210-270s"_s, 148, 0.30, 30, ai),
        of(u"270-330s"_s, 161, 0.27, 41, ai), of(u"330-390s"_s, 133, 0.25, 29, ai),
        of(u"390-420s"_s, 0, 0, 4, ai)};
    data.aiDrift = {of(u"<10s early"_s, 3, 0.33, 0, ai), of(u"on-time (±10s)"_s, 371, 0.29, 80, ai),
        of(u"10-60s late"_s, 96, 0.26, 22, ai), of(u"1-5min late"_s, 31, 0.19, 6, ai),
        of(u">5min late"_s, 9, 0.11, 3, ai)};
    const auto who
        = [&](const QString &key, const QString &label, qint64 eligible, double rate, double minutes) {
              data.responders.append({key, label, of({}, eligible, rate, eligible / 5, factor).stats,
                  scaled(eligible, factor) > 0 ? std::optional(minutes * 60000) : std::nullopt});
          };
    who(u"all"_s, u"All"_s, 1311, 0.214, 96);
    who(u"ai"_s, u"AI"_s, 694, 0.262, 6.2);
    who(u"user:"_s + tabId(51).toString(QUuid::WithoutBraces), u"dana.kim@acme.test"_s, 306, 0.206, 18);
    who(u"user:"_s + tabId(52).toString(QUuid::WithoutBraces), u"lee.wong@acme.test"_s, 198, 0.131, 143);
    who(u"user:"_s + tabId(53).toString(QUuid::WithoutBraces), u"maria.lopez@acme.test"_s, 113, 0.124, 412);
    data.filter = filter;
    const double slower = month < 1 ? 1.22 : 1;
    data.medianResponseMs = slower * (filter.channel == "linkedin"_L1 ? 26 * 60000.0 : 8.4 * 60000);
    data.p90ResponseMs = slower * (filter.channel == "linkedin"_L1 ? 31.5 * 3600000 : 3.1 * 3600000);
    return data;
}

} // namespace

QUuid tabId(int number)
{
    return QUuid::fromString(u"00000000-0000-4000-8000-%1"_s.arg(number, 12, 10, QLatin1Char('0')));
}

AnalyticsReading<WorkflowsData> workflowsReading(Instant computedAt, bool isComparing)
{
    return around(workflows(1), isComparing ? std::optional(workflows(0.87)) : std::nullopt, computedAt);
}

AnalyticsReading<CampaignsData> campaignsReading(Instant computedAt, bool isComparing)
{
    return around(campaigns(1), isComparing ? std::optional(campaigns(0.87)) : std::nullopt, computedAt);
}

AnalyticsReading<BookingData> bookingReading(Instant computedAt, bool isComparing)
{
    return around(booking(1), isComparing ? std::optional(booking(0.91)) : std::nullopt, computedAt);
}

AnalyticsReading<ResponseTimingData> responseTimingReading(
    Instant computedAt, const ResponseTimingFilter &filter, bool isComparing)
{
    return around(
        timing(filter, 1), isComparing ? std::optional(timing(filter, 0.9)) : std::nullopt, computedAt);
}

AnalyticsReading<WorkflowsData> emptyWorkflows(Instant computedAt)
{
    return around<WorkflowsData>({}, std::nullopt, computedAt);
}

AnalyticsReading<CampaignsData> emptyCampaigns(Instant computedAt)
{
    return around<CampaignsData>(
        {EmailCampaignsPart(), ReactivationPart(), DraftOutcomePart(), DraftBookingPart()}, std::nullopt,
        computedAt);
}

AnalyticsReading<BookingData> emptyBooking(Instant computedAt)
{
    return around<BookingData>({}, std::nullopt, computedAt);
}

AnalyticsReading<ResponseTimingData> emptyResponseTiming(Instant computedAt)
{
    ResponseTimingData data = timing({}, 0);
    data.medianResponseMs.reset();
    data.p90ResponseMs.reset();
    return around(std::move(data), std::optional<ResponseTimingData>(), computedAt);
}

} // namespace signalbox
