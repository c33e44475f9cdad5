// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/analyticsreading.h"
#include "core/analytics/capacity.h"

#include <QDate>

namespace signalbox {

/// Which part of the overview is asked for; KPIs come first (domain §7.4).
enum class OverviewParts
{
    Core,
    Breakdowns,
    All,
};

/// One local day of the window: what the sparklines and the activity chart draw. The first and last day may
/// be cut by the window.
struct ActivityDay
{
    QDate date;
    QString label; ///< weekday for ≤ 7 days, else `Nov 3` (domain §7.1)
    bool isPartial = false; ///< the window does not hold all of it, or it is not over
    qint64 leads = 0; ///< created
    qint64 inbound = 0; ///< messages
    qint64 outbound = 0;
    qint64 meetings = 0; ///< booked

    bool operator==(const ActivityDay &) const = default;
};

/// A mean gap between messages within business hours (domain §7.2).
struct ResponseGap
{
    std::optional<double> meanMs; ///< none: no pair
    qint64 samples = 0;

    bool operator==(const ResponseGap &) const = default;
};

/// The KPIs (domain §7.2). Definitions are the members' own; all are of the window.
struct OverviewCore
{
    qint64 totalLeads = 0; ///< leads created
    qint64 outboundLeadsContacted = 0; ///< distinct leads with an outbound message of any source
    qint64 responses = 0; ///< distinct leads with an inbound message
    int responseRate = 0; ///< percent of contacted; may exceed 100
    qint64 meetingsBooked = 0; ///< booked in the window; all time: any evidence. Cancellations stay in
    ResponseGap setterResponse; ///< inbound → next outbound
    ResponseGap clientResponse; ///< outbound → next inbound
    Capacity capacity; ///< of the next 30 days, whatever the window
    QList<ActivityDay> days; ///< empty for all time

    bool operator==(const OverviewCore &) const = default;
};

struct SentimentShare
{
    QString sentiment; ///< "Unknown" for none and for "New"
    qint64 count = 0;
    double percentage = 0; ///< of responses, not rounded

    bool operator==(const SentimentShare &) const = default;
};

struct StatusShare
{
    QString status;
    qint64 count = 0;
    int percentage = 0; ///< of the leads created, rounded

    bool operator==(const StatusShare &) const = default;
};

struct TopClient
{
    QString name;
    qint64 leads = 0;
    qint64 meetings = 0;

    bool operator==(const TopClient &) const = default;
};

struct SmsSubClient
{
    QString name; ///< "Unattributed": leads without an SMS campaign
    qint64 leads = 0; ///< positive leads with an inbound message last in the window
    qint64 responses = 0;
    qint64 meetingsBooked = 0;

    bool operator==(const SmsSubClient &) const = default;
};

struct SetterResponse
{
    UserId user;
    QString email;
    QString role; ///< empty: a former member
    ResponseGap gap;

    bool operator==(const SetterResponse &) const = default;
};

/// Messages of the window by channel.
struct ChannelActivity
{
    QString channel;
    qint64 inbound = 0;
    qint64 outbound = 0;

    bool operator==(const ChannelActivity &) const = default;
};

struct OverviewBreakdowns
{
    QList<SentimentShare> sentiments; ///< most first
    QList<ActivityDay> week; ///< messages a day over the window, or the last 7 days without one
    QList<StatusShare> statuses;
    QList<TopClient> topClients;
    QList<SmsSubClient> smsSubClients; ///< most leads first
    QList<SetterResponse> setters; ///< most answers first
    QList<ChannelActivity> channels; ///< sms, email, linkedin, then others

    bool operator==(const OverviewBreakdowns &) const = default;
};

/// `parts=core` leaves `breakdowns` empty, `parts=breakdowns` leaves `core` zero (domain §7.4).
struct OverviewData
{
    OverviewCore core;
    OverviewBreakdowns breakdowns;

    bool operator==(const OverviewData &) const = default;
};

QLatin1StringView partsName(OverviewParts parts); ///< core, breakdowns, all
std::optional<OverviewParts> parseParts(QStringView text);

/// The `AnalyticsData` of domain §7.2–7.4: `{overview:{…}, sentimentBreakdown[], weeklyStats[],
/// leadsByStatus[], topClients[], smsSubClients[], perSetterResponseTimes[], channels[]}`.
QJsonObject encodeOverview(const OverviewData &data);
Result<OverviewData> decodeOverview(const QJsonObject &object);

} // namespace signalbox
