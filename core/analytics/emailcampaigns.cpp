// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/emailcampaigns.h"

#include "core/analytics/jsonlist_p.h"

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

QJsonObject encodeSlice(const CampaignSlice &slice, const QString &nameKey)
{
    return {
        {nameKey, slice.name},
        {u"positiveReplies"_s, slice.positiveReplies},
        {u"meetingsBooked"_s, slice.meetingsBooked},
        {u"bookingRate"_s, slice.bookingRate()},
    };
}

QJsonArray encodeSlices(const QList<CampaignSlice> &slices, const QString &nameKey)
{
    return encodeList(slices, [&](const CampaignSlice &slice) { return encodeSlice(slice, nameKey); });
}

QList<CampaignSlice> decodeSlices(JsonFields &fields, QLatin1StringView key, QLatin1StringView nameKey)
{
    return decodeList(fields, key, [nameKey](JsonFields &slice) {
        return CampaignSlice {.name = slice.text(nameKey),
            .positiveReplies = slice.integer("positiveReplies"_L1),
            .meetingsBooked = slice.integer("meetingsBooked"_L1)};
    });
}

QJsonObject encodeRates(const EmailCampaignRates &rates)
{
    return {
        {u"bookedPerPositive"_s, rates.bookedPerPositive},
        {u"requestedPerPositive"_s, rates.requestedPerPositive},
        {u"bookedPerRequested"_s, rates.bookedPerRequested},
    };
}

QJsonObject encodeKpis(const EmailCampaignKpis &campaign)
{
    return {
        {u"id"_s, campaign.id.toString(QUuid::WithoutBraces)},
        {u"bisonCampaignId"_s, campaign.bisonCampaignId},
        {u"name"_s, campaign.name},
        {u"clientId"_s, campaign.client.toString()},
        {u"clientName"_s, campaign.clientName},
        {u"responseMode"_s, campaign.responseMode},
        {u"autoSendConfidenceThreshold"_s, campaign.autoSendConfidenceThreshold},
        {u"provider"_s, campaign.provider},
        {u"positiveReplies"_s, campaign.positiveReplies},
        {u"meetingsRequested"_s, campaign.meetingsRequested},
        {u"meetingsBooked"_s, campaign.meetingsBooked},
        {u"rates"_s, encodeRates(campaign.rates())},
        {u"byIndustry"_s, encodeSlices(campaign.byIndustry, u"industry"_s)},
        {u"byHeadcountBucket"_s, encodeSlices(campaign.byHeadcount, u"bucket"_s)},
    };
}

EmailCampaignKpis decodeKpis(JsonFields &fields)
{
    EmailCampaignKpis campaign;
    campaign.id = fields.uuid("id"_L1);
    campaign.bisonCampaignId = fields.text("bisonCampaignId"_L1);
    campaign.name = fields.text("name"_L1);
    campaign.client = WorkspaceId {fields.uuid("clientId"_L1)};
    campaign.clientName = fields.text("clientName"_L1);
    campaign.responseMode = fields.text("responseMode"_L1);
    const auto threshold = fields.optionalNumber("autoSendConfidenceThreshold"_L1);
    if (!threshold)
        fields.fail("autoSendConfidenceThreshold"_L1, u"is missing"_s);
    campaign.autoSendConfidenceThreshold = threshold.value_or(0);
    campaign.provider = fields.text("provider"_L1);
    campaign.positiveReplies = fields.integer("positiveReplies"_L1);
    campaign.meetingsRequested = fields.integer("meetingsRequested"_L1);
    campaign.meetingsBooked = fields.integer("meetingsBooked"_L1);
    campaign.byIndustry = decodeSlices(fields, "byIndustry"_L1, "industry"_L1);
    campaign.byHeadcount = decodeSlices(fields, "byHeadcountBucket"_L1, "bucket"_L1);
    return campaign;
}

QJsonObject encodeRanked(const RankedCampaign &campaign)
{
    return {
        {u"id"_s, campaign.id.toString(QUuid::WithoutBraces)},
        {u"name"_s, campaign.name},
        {u"positiveReplies"_s, campaign.positiveReplies},
        {u"meetingsBooked"_s, campaign.meetingsBooked},
        {u"bookedPerPositive"_s, fraction(campaign.meetingsBooked, campaign.positiveReplies)},
    };
}

RankedCampaign decodeRanked(JsonFields &fields)
{
    return {.id = fields.uuid("id"_L1),
        .name = fields.text("name"_L1),
        .positiveReplies = fields.integer("positiveReplies"_L1),
        .meetingsBooked = fields.integer("meetingsBooked"_L1)};
}

QJsonObject encodeSentiment(const CampaignSlice &slice)
{
    return {{u"sentiment"_s, slice.name}, {u"count"_s, slice.positiveReplies}};
}

CampaignSlice decodeSentiment(JsonFields &fields)
{
    return {.name = fields.text("sentiment"_L1), .positiveReplies = fields.integer("count"_L1)};
}

QJsonObject encodeReport(const WeeklyReport &report)
{
    return {
        {u"range"_s, encodeWindow(report.range)},
        {u"topCampaigns"_s, encodeList(report.top, encodeRanked)},
        {u"bottomCampaigns"_s, encodeList(report.bottom, encodeRanked)},
        {u"highPositiveLowBooking"_s, encodeList(report.highPositiveLowBooking, encodeRanked)},
        {u"sentimentBreakdown"_s, encodeList(report.sentiments, encodeSentiment)},
        {u"bookingRateByIndustry"_s, encodeSlices(report.byIndustry, u"industry"_s)},
        {u"bookingRateByHeadcountBucket"_s, encodeSlices(report.byHeadcount, u"bucket"_s)},
    };
}

WeeklyReport decodeReport(JsonFields &fields)
{
    WeeklyReport report;
    report.range = decodeNested(fields, "range"_L1, decodeWindow);
    report.top = decodeList(fields, "topCampaigns"_L1, decodeRanked);
    report.bottom = decodeList(fields, "bottomCampaigns"_L1, decodeRanked);
    report.highPositiveLowBooking = decodeList(fields, "highPositiveLowBooking"_L1, decodeRanked);
    report.sentiments = decodeList(fields, "sentimentBreakdown"_L1, decodeSentiment);
    report.byIndustry = decodeSlices(fields, "bookingRateByIndustry"_L1, "industry"_L1);
    report.byHeadcount = decodeSlices(fields, "bookingRateByHeadcountBucket"_L1, "bucket"_L1);
    return report;
}

} // namespace

EmailCampaignRates EmailCampaignKpis::rates() const
{
    return {.bookedPerPositive = fraction(meetingsBooked, positiveReplies),
        .requestedPerPositive = fraction(meetingsRequested, positiveReplies),
        .bookedPerRequested = fraction(meetingsBooked, meetingsRequested)};
}

QJsonObject encodeEmailCampaigns(const EmailCampaignsPart &part)
{
    return {
        {u"window"_s, encodeWindow(part.window)},
        {u"campaigns"_s, encodeList(part.campaigns, encodeKpis)},
        {u"weeklyReport"_s, encodeReport(part.report)},
    };
}

Result<EmailCampaignsPart> decodeEmailCampaigns(const QJsonObject &object)
{
    return decodeWhole(object, [](JsonFields &fields) {
        EmailCampaignsPart part;
        part.window = decodeNested(fields, "window"_L1, decodeWindow);
        part.campaigns = decodeList(fields, "campaigns"_L1, decodeKpis);
        part.report = decodeMember(fields, "weeklyReport"_L1, decodeReport);
        return part;
    });
}

} // namespace signalbox
