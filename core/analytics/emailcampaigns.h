// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/analyticsrules.h"

namespace signalbox {

struct EmailCampaignRates
{
    double bookedPerPositive = 0; ///< 0…1
    double requestedPerPositive = 0;
    double bookedPerRequested = 0;

    bool operator==(const EmailCampaignRates &) const = default;
};

/// Positive replies and meetings of one industry or headcount bucket.
struct CampaignSlice
{
    QString name;
    qint64 positiveReplies = 0;
    qint64 meetingsBooked = 0;

    double bookingRate() const { return fraction(meetingsBooked, positiveReplies); }
    bool operator==(const CampaignSlice &) const = default;
};

/// KPIs of an e-mail campaign (domain §7.5). Its default window is 7 days.
struct EmailCampaignKpis
{
    QUuid id;
    QString bisonCampaignId;
    QString name;
    QString clientName;
    QString responseMode; ///< SETTER_MANAGED or AI_AUTO_SEND
    double autoSendConfidenceThreshold = 0;
    QString provider; ///< GHL or CALENDLY: whose bookings count
    qint64 positiveReplies = 0;
    qint64 meetingsRequested = 0;
    qint64 meetingsBooked = 0;
    QList<CampaignSlice> byIndustry; ///< most positive replies first; "Unknown" for none
    QList<CampaignSlice> byHeadcount; ///< in the order of the buckets
    WorkspaceId client; ///< whose campaign it is

    EmailCampaignRates rates() const;
    bool operator==(const EmailCampaignKpis &) const = default;
};

/// A campaign in a ranking of the weekly report.
struct RankedCampaign
{
    QUuid id;
    QString name;
    qint64 positiveReplies = 0;
    qint64 meetingsBooked = 0;

    bool operator==(const RankedCampaign &) const = default;
};

struct WeeklyReport
{
    AnalyticsWindow range;
    QList<RankedCampaign> top; ///< five by bookedPerPositive, best first
    QList<RankedCampaign> bottom; ///< five, worst first
    QList<RankedCampaign> highPositiveLowBooking; ///< at least 8 positives and a rate of at most 0.1
    QList<CampaignSlice> sentiments; ///< only positiveReplies (= leads) is filled
    QList<CampaignSlice> byIndustry;
    QList<CampaignSlice> byHeadcount;

    bool operator==(const WeeklyReport &) const = default;
};

struct EmailCampaignsPart
{
    AnalyticsWindow window;
    QList<EmailCampaignKpis> campaigns; ///< most positive replies first
    WeeklyReport report;

    bool operator==(const EmailCampaignsPart &) const = default;
};

QJsonObject encodeEmailCampaigns(const EmailCampaignsPart &part);
Result<EmailCampaignsPart> decodeEmailCampaigns(const QJsonObject &object);

} // namespace signalbox
