// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/tabtables_p.h"

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

using enum CellType;

ExportTable emailTable(const EmailCampaignsPart &part)
{
    ExportTable table {{u"E-mail campaigns"_s,
                           {{u"Campaign"_s, Text}, {u"Client"_s, Text}, {u"Mode"_s, Text},
                               {u"Provider"_s, Text}, {u"Positive replies"_s, Integer},
                               {u"Meetings requested"_s, Integer}, {u"Meetings booked"_s, Integer},
                               {u"Booked / positive"_s, Percent}, {u"Requested / positive"_s, Percent},
                               {u"Booked / requested"_s, Percent}, {u"Auto-send confidence"_s, Decimal}}},
        {}};
    for (const EmailCampaignKpis &campaign : part.campaigns)
        table.rows.append({campaign.name, campaign.clientName, campaign.responseMode, campaign.provider,
            campaign.positiveReplies, campaign.meetingsRequested, campaign.meetingsBooked,
            fraction(campaign.meetingsBooked, campaign.positiveReplies),
            fraction(campaign.meetingsRequested, campaign.positiveReplies),
            fraction(campaign.meetingsBooked, campaign.meetingsRequested),
            campaign.autoSendConfidenceThreshold});
    return table;
}

void appendSlices(ExportTable &table, const QString &campaign, const QList<CampaignSlice> &slices)
{
    for (const CampaignSlice &slice : slices)
        table.rows.append(
            {campaign, slice.name, slice.positiveReplies, slice.meetingsBooked, slice.bookingRate()});
}

/// Slices of every campaign, then those of all of them.
ExportTable sliceTable(const QString &name, const QString &column, const EmailCampaignsPart &part,
    QList<CampaignSlice> EmailCampaignKpis::*slices, const QList<CampaignSlice> &all)
{
    ExportTable table {{name,
                           {{u"Campaign"_s, Text}, {column, Text}, {u"Positive replies"_s, Integer},
                               {u"Meetings booked"_s, Integer}, {u"Booking rate"_s, Percent}}},
        {}};
    for (const EmailCampaignKpis &campaign : part.campaigns)
        appendSlices(table, campaign.name, campaign.*slices);
    appendSlices(table, u"(all)"_s, all);
    return table;
}

ExportTable reportTable(const WeeklyReport &report)
{
    ExportTable table {{u"Weekly report"_s,
                           {{u"List"_s, Text}, {u"Campaign"_s, Text}, {u"Positive replies"_s, Integer},
                               {u"Meetings booked"_s, Integer}, {u"Booked / positive"_s, Percent}}},
        {}};
    const auto add = [&table](const QString &list, const QList<RankedCampaign> &campaigns) {
        for (const RankedCampaign &campaign : campaigns)
            table.rows.append({list, campaign.name, campaign.positiveReplies, campaign.meetingsBooked,
                fraction(campaign.meetingsBooked, campaign.positiveReplies)});
    };
    add(u"Top"_s, report.top);
    add(u"Bottom"_s, report.bottom);
    add(u"Many positive replies, few bookings"_s, report.highPositiveLowBooking);
    return table;
}

ExportTable sentimentTable(const WeeklyReport &report)
{
    ExportTable table {{u"Campaign sentiments"_s, {{u"Sentiment"_s, Text}, {u"Leads"_s, Integer}}}, {}};
    for (const CampaignSlice &slice : report.sentiments)
        table.rows.append({slice.name, slice.positiveReplies});
    return table;
}

ExportTable reactivationTable(const ReactivationPart &part)
{
    ExportTable table {
        {u"Reactivation"_s,
            {{u"Campaign"_s, Text}, {u"Sent"_s, Integer}, {u"Responded"_s, Integer},
                {u"Response rate"_s, Percent}, {u"Booked"_s, Integer}, {u"Booking rate"_s, Percent}}},
        {}};
    const auto add = [&table](const ReactivationKpis &kpis, const QString &name) {
        table.rows.append(
            {name, kpis.sent, kpis.responded, kpis.responseRate(), kpis.meetingsBooked, kpis.bookingRate()});
    };
    for (const ReactivationKpis &campaign : part.campaigns)
        add(campaign, campaign.name);
    add(part.totals, u"(all)"_s);
    return table;
}

ExportTable outcomeTable(const DraftOutcomePart &part)
{
    ExportTable table {{u"AI draft outcomes"_s,
                           {{u"Channel"_s, Text}, {u"Auto-sent"_s, Integer}, {u"Approved"_s, Integer},
                               {u"Edited"_s, Integer}, {u"Total"_s, Integer}}},
        {}};
    const auto add = [&table](const DraftOutcomes &outcomes, const QString &name) {
        table.rows.append({name, outcomes.autoSent, outcomes.approved, outcomes.edited, outcomes.total()});
    };
    for (const DraftOutcomes &channel : part.channels)
        add(channel, channel.channel);
    add(part.totals, u"(all)"_s);
    return table;
}

ExportTable draftBookingTable(const DraftBookingPart &part)
{
    ExportTable table {
        {u"AI draft booking"_s,
            {{u"Channel"_s, Text}, {u"Disposition"_s, Text}, {u"Eligible"_s, Integer}, {u"Booked"_s, Integer},
                {u"Booking rate"_s, Percent}, {u"Pending"_s, Integer}, {u"Booked, no timestamp"_s, Integer}}},
        {}};
    const auto add = [&table](const DraftBooking &booking) {
        const OutcomeCounts &counts = booking.counts;
        table.rows.append(
            {booking.channel.isEmpty() ? u"(all)"_s : booking.channel, booking.disposition, counts.eligible(),
                counts.booked, cellOf(counts.bookingRate()), counts.pending, counts.bookedNoTimestamp});
    };
    for (const DraftBooking &booking : part.rows)
        add(booking);
    for (const DraftBooking &booking : part.totals)
        add(booking);
    return table;
}

} // namespace

QList<ExportTable> tabTables(const CampaignsData &data)
{
    QList<ExportTable> tables;
    if (data.reactivation)
        tables.append(reactivationTable(*data.reactivation));
    if (const auto &part = data.campaigns) {
        tables.append(emailTable(*part));
        tables.append(sliceTable(
            u"By industry"_s, u"Industry"_s, *part, &EmailCampaignKpis::byIndustry, part->report.byIndustry));
        tables.append(sliceTable(u"By headcount"_s, u"Headcount"_s, *part, &EmailCampaignKpis::byHeadcount,
            part->report.byHeadcount));
        tables.append(reportTable(part->report));
        tables.append(sentimentTable(part->report));
    }
    if (data.aiDraftOutcome)
        tables.append(outcomeTable(*data.aiDraftOutcome));
    if (data.aiDraftBooking)
        tables.append(draftBookingTable(*data.aiDraftBooking));
    return tables;
}

} // namespace signalbox
