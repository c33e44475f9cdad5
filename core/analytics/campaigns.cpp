// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/campaigns.h"

#include "core/analytics/jsonlist_p.h"

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

QJsonObject encodeReactivationTotals(const ReactivationKpis &kpis)
{
    return {
        {u"totalSent"_s, kpis.sent},
        {u"responded"_s, kpis.responded},
        {u"responseRate"_s, kpis.responseRate()},
        {u"meetingsBooked"_s, kpis.meetingsBooked},
        {u"bookingRate"_s, kpis.bookingRate()},
    };
}

ReactivationKpis decodeReactivationTotals(JsonFields &fields)
{
    ReactivationKpis kpis;
    kpis.sent = fields.integer("totalSent"_L1);
    kpis.responded = fields.integer("responded"_L1);
    kpis.meetingsBooked = fields.integer("meetingsBooked"_L1);
    return kpis;
}

QJsonObject encodeReactivationCampaign(const ReactivationKpis &kpis)
{
    QJsonObject object = encodeReactivationTotals(kpis);
    object.insert("campaignId"_L1, kpis.id.toString(QUuid::WithoutBraces));
    object.insert("campaignName"_L1, kpis.name);
    return object;
}

ReactivationKpis decodeReactivationCampaign(JsonFields &fields)
{
    ReactivationKpis kpis = decodeReactivationTotals(fields);
    kpis.id = fields.uuid("campaignId"_L1);
    kpis.name = fields.text("campaignName"_L1);
    return kpis;
}

QJsonObject encodeReactivation(const ReactivationPart &part)
{
    return {
        {u"window"_s, encodeWindow(part.window)},
        {u"campaigns"_s, encodeList(part.campaigns, encodeReactivationCampaign)},
        {u"totals"_s, encodeReactivationTotals(part.totals)},
    };
}

Result<ReactivationPart> decodeReactivation(const QJsonObject &object)
{
    return decodeWhole(object, [](JsonFields &fields) {
        return ReactivationPart {.window = decodeNested(fields, "window"_L1, decodeWindow),
            .campaigns = decodeList(fields, "campaigns"_L1, decodeReactivationCampaign),
            .totals = decodeMember(fields, "totals"_L1, decodeReactivationTotals)};
    });
}

QJsonObject encodeDraftTotals(const DraftOutcomes &outcomes)
{
    return {
        {u"autoSent"_s, outcomes.autoSent},
        {u"approved"_s, outcomes.approved},
        {u"edited"_s, outcomes.edited},
        {u"total"_s, outcomes.total()},
    };
}

QJsonObject encodeDraftChannel(const DraftOutcomes &outcomes)
{
    QJsonObject object = encodeDraftTotals(outcomes);
    object.insert("channel"_L1, outcomes.channel);
    return object;
}

DraftOutcomes decodeDraftTotals(JsonFields &fields)
{
    return {.channel = {},
        .autoSent = fields.integer("autoSent"_L1),
        .approved = fields.integer("approved"_L1),
        .edited = fields.integer("edited"_L1)};
}

DraftOutcomes decodeDraftChannel(JsonFields &fields)
{
    DraftOutcomes outcomes = decodeDraftTotals(fields);
    outcomes.channel = fields.text("channel"_L1);
    return outcomes;
}

QJsonObject encodeDraftOutcomes(const DraftOutcomePart &part)
{
    return {
        {u"window"_s, encodeWindow(part.window)},
        {u"channels"_s, encodeList(part.channels, encodeDraftChannel)},
        {u"totals"_s, encodeDraftTotals(part.totals)},
    };
}

Result<DraftOutcomePart> decodeDraftOutcomes(const QJsonObject &object)
{
    return decodeWhole(object, [](JsonFields &fields) {
        return DraftOutcomePart {.window = decodeNested(fields, "window"_L1, decodeWindow),
            .channels = decodeList(fields, "channels"_L1, decodeDraftChannel),
            .totals = decodeMember(fields, "totals"_L1, decodeDraftTotals)};
    });
}

QJsonObject encodeBookingTotal(const DraftBooking &booking)
{
    return {{u"disposition"_s, booking.disposition}, {u"stats"_s, encodeOutcome(booking.counts)}};
}

QJsonObject encodeBookingRow(const DraftBooking &booking)
{
    QJsonObject object = encodeBookingTotal(booking);
    object.insert("channel"_L1, booking.channel);
    return object;
}

DraftBooking decodeBookingTotal(JsonFields &fields)
{
    return {.channel = {},
        .disposition = fields.text("disposition"_L1),
        .counts = decodeNested(fields, "stats"_L1, decodeOutcome)};
}

DraftBooking decodeBookingRow(JsonFields &fields)
{
    DraftBooking booking = decodeBookingTotal(fields);
    booking.channel = fields.text("channel"_L1);
    return booking;
}

QJsonObject encodeDraftBooking(const DraftBookingPart &part)
{
    return {
        {u"window"_s, encodeWindow(part.window)},
        {u"attributionWindowDays"_s, part.attributionWindowDays},
        {u"maturityBufferDays"_s, part.maturityBufferDays},
        {u"rows"_s, encodeList(part.rows, encodeBookingRow)},
        {u"totals"_s, encodeList(part.totals, encodeBookingTotal)},
    };
}

Result<DraftBookingPart> decodeDraftBooking(const QJsonObject &object)
{
    return decodeWhole(object, [](JsonFields &fields) {
        return DraftBookingPart {.window = decodeNested(fields, "window"_L1, decodeWindow),
            .attributionWindowDays = int(fields.integer("attributionWindowDays"_L1)),
            .maturityBufferDays = int(fields.integer("maturityBufferDays"_L1)),
            .rows = decodeList(fields, "rows"_L1, decodeBookingRow),
            .totals = decodeList(fields, "totals"_L1, decodeBookingTotal)};
    });
}

/// A part that failed is null (domain §4.2).
template <typename Part, typename Encode>
QJsonValue encodePart(const std::optional<Part> &part, Encode encode)
{
    return part ? QJsonValue(encode(*part)) : QJsonValue(QJsonValue::Null);
}

template <typename Part>
std::optional<Part> decodePart(
    JsonFields &fields, QLatin1StringView key, Result<Part> (*decode)(const QJsonObject &))
{
    return fields.has(key) ? std::optional(decodeNested(fields, key, decode)) : std::nullopt;
}

} // namespace

QJsonObject encodeCampaigns(const CampaignsData &data)
{
    return {
        {u"campaigns"_s, encodePart(data.campaigns, encodeEmailCampaigns)},
        {u"reactivation"_s, encodePart(data.reactivation, encodeReactivation)},
        {u"aiDraftOutcome"_s, encodePart(data.aiDraftOutcome, encodeDraftOutcomes)},
        {u"aiDraftBooking"_s, encodePart(data.aiDraftBooking, encodeDraftBooking)},
    };
}

Result<CampaignsData> decodeCampaigns(const QJsonObject &object)
{
    return decodeWhole(object, [](JsonFields &fields) {
        return CampaignsData {.campaigns = decodePart(fields, "campaigns"_L1, decodeEmailCampaigns),
            .reactivation = decodePart(fields, "reactivation"_L1, decodeReactivation),
            .aiDraftOutcome = decodePart(fields, "aiDraftOutcome"_L1, decodeDraftOutcomes),
            .aiDraftBooking = decodePart(fields, "aiDraftBooking"_L1, decodeDraftBooking)};
    });
}

} // namespace signalbox
