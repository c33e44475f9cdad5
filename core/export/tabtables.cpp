// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/tabtables_p.h"

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

using enum CellType;

/// Hours, as a person reads gaps; the exact milliseconds would be no better.
Cell hoursOf(const std::optional<double> &milliseconds)
{
    return milliseconds ? Cell(*milliseconds / 3'600'000.0) : Cell();
}

QString dateText(const QDate &date)
{
    return date.toString(Qt::ISODate);
}

ExportTable kpis(const OverviewCore &core)
{
    return {{u"KPIs"_s,
                {{u"Total leads"_s, Integer}, {u"Outbound leads contacted"_s, Integer},
                    {u"Responses"_s, Integer}, {u"Response rate"_s, Percent}, {u"Meetings booked"_s, Integer},
                    {u"Setter response (hours)"_s, Decimal}, {u"Setter response samples"_s, Integer},
                    {u"Client response (hours)"_s, Decimal}, {u"Client response samples"_s, Integer},
                    {u"Capacity booked"_s, Integer}, {u"Capacity available"_s, Integer},
                    {u"Capacity booked share"_s, Percent}}},
        {{core.totalLeads, core.outboundLeadsContacted, core.responses, core.responseRate / 100.0,
            core.meetingsBooked, hoursOf(core.setterResponse.meanMs), core.setterResponse.samples,
            hoursOf(core.clientResponse.meanMs), core.clientResponse.samples, core.capacity.booked,
            core.capacity.available,
            core.capacity.total() == 0
                ? Cell()
                : Cell(double(core.capacity.booked) / double(core.capacity.total()))}}};
}

ExportTable dayTable(const QString &name, const QList<ActivityDay> &days)
{
    ExportTable table {{name,
                           {{u"Date"_s, Text}, {u"Part of a day"_s, Flag}, {u"Leads"_s, Integer},
                               {u"Inbound"_s, Integer}, {u"Outbound"_s, Integer}, {u"Meetings"_s, Integer}}},
        {}};
    for (const ActivityDay &day : days)
        table.rows.append(
            {dateText(day.date), day.isPartial, day.leads, day.inbound, day.outbound, day.meetings});
    return table;
}

ExportTable capacityTable(const Capacity &capacity)
{
    ExportTable table {
        {u"Capacity"_s, {{u"Calendar"_s, Text}, {u"Booked"_s, Integer}, {u"Available"_s, Integer}}}, {}};
    for (const CapacitySource &source : capacity.breakdown)
        table.rows.append({source.source, source.booked, source.available});
    if (capacity.unattributedBooked > 0)
        table.rows.append({u"(other calendars)"_s, capacity.unattributedBooked, Cell()});
    return table;
}

ExportTable sentimentTable(const QList<SentimentShare> &sentiments)
{
    ExportTable table {
        {u"Sentiments"_s,
            {{u"Sentiment"_s, Text}, {u"Leads"_s, Integer}, {u"Share of responses"_s, Percent}}},
        {}};
    for (const SentimentShare &share : sentiments)
        table.rows.append({share.sentiment, share.count, share.percentage / 100.0});
    return table;
}

ExportTable statusTable(const QList<StatusShare> &statuses)
{
    ExportTable table {
        {u"Statuses"_s, {{u"Status"_s, Text}, {u"Leads"_s, Integer}, {u"Share of leads"_s, Percent}}}, {}};
    for (const StatusShare &share : statuses)
        table.rows.append({share.status, share.count, share.percentage / 100.0});
    return table;
}

ExportTable clientTable(const QList<TopClient> &clients)
{
    ExportTable table {
        {u"Top clients"_s, {{u"Client"_s, Text}, {u"Leads"_s, Integer}, {u"Meetings"_s, Integer}}}, {}};
    for (const TopClient &client : clients)
        table.rows.append({client.name, client.leads, client.meetings});
    return table;
}

ExportTable smsTable(const QList<SmsSubClient> &clients)
{
    ExportTable table {
        {u"SMS sub-clients"_s,
            {{u"Sub-client"_s, Text}, {u"Leads (positive)"_s, Integer}, {u"Replies"_s, Integer},
                {u"Meetings"_s, Integer}, {u"Positive rate"_s, Percent}}},
        {}};
    for (const SmsSubClient &client : clients)
        table.rows.append({client.name, client.leads, client.responses, client.meetingsBooked,
            fraction(client.leads, client.responses)});
    return table;
}

ExportTable setterTable(const QList<SetterResponse> &setters)
{
    ExportTable table {{u"Setter response times"_s,
                           {{u"Setter"_s, Text}, {u"Role"_s, Text}, {u"Average response (hours)"_s, Decimal},
                               {u"Responses"_s, Integer}}},
        {}};
    for (const SetterResponse &setter : setters)
        table.rows.append({setter.email, setter.role, hoursOf(setter.gap.meanMs), setter.gap.samples});
    return table;
}

ExportTable channelTable(const QList<ChannelActivity> &channels)
{
    ExportTable table {
        {u"Channels"_s, {{u"Channel"_s, Text}, {u"Inbound"_s, Integer}, {u"Outbound"_s, Integer}}}, {}};
    for (const ChannelActivity &channel : channels)
        table.rows.append({channel.channel, channel.inbound, channel.outbound});
    return table;
}

/// The columns that say how leads turned out, and a row of them.
const QList<TableColumn> &outcomeColumns()
{
    static const QList<TableColumn> columns {{u"Eligible"_s, Integer}, {u"Booked"_s, Integer},
        {u"Booking rate"_s, Percent}, {u"Not booked"_s, Integer}, {u"Pending"_s, Integer},
        {u"Booked, no timestamp"_s, Integer}};
    return columns;
}

QList<Cell> outcomeCells(const OutcomeCounts &counts)
{
    return {counts.eligible(), counts.booked, cellOf(counts.bookingRate()), counts.notBooked, counts.pending,
        counts.bookedNoTimestamp};
}

ExportTable bucketTable(const QString &name, const QList<TimingBucket> &buckets)
{
    ExportTable table {{name, QList<TableColumn> {{u"Bucket"_s, Text}} + outcomeColumns()}, {}};
    for (const TimingBucket &bucket : buckets)
        table.rows.append(QList<Cell> {bucket.bucket} + outcomeCells(bucket.stats));
    return table;
}

ExportTable responderTable(const ResponseTimingData &data)
{
    ExportTable table {{u"Responders"_s,
                           QList<TableColumn> {{u"Responder"_s, Text}} + outcomeColumns()
                               + QList<TableColumn> {{u"Average response (hours)"_s, Decimal}}},
        {}};
    for (const ResponderSummary &responder : data.responders)
        table.rows.append(QList<Cell> {responder.label} + outcomeCells(responder.stats)
            + QList<Cell> {hoursOf(responder.averageResponseMs)});
    return table;
}

ExportTable processTable(const BookingData &data)
{
    ExportTable table {{u"Booking processes"_s,
                           {{u"Process"_s, Text}, {u"Leads"_s, Integer}, {u"Booked"_s, Integer},
                               {u"Booking rate"_s, Percent}, {u"Average outbounds to book"_s, Decimal}}},
        {}};
    const auto add = [&table](const BookingProcessStats &stats, const QString &name) {
        const Cell rate
            = stats.leadsProcessed == 0 ? Cell() : Cell(fraction(stats.leadsBooked, stats.leadsProcessed));
        table.rows.append(
            {name, stats.leadsProcessed, stats.leadsBooked, rate, cellOf(stats.averageOutboundsToBook)});
    };
    for (const BookingProcessStats &stats : data.processes)
        add(stats, stats.name);
    add(data.summary, u"(all)"_s);
    return table;
}

ExportTable waveTable(const BookingData &data)
{
    ExportTable table {{u"Drop-off by wave"_s,
                           {{u"Process"_s, Text}, {u"Wave"_s, Integer}, {u"Leads not booked"_s, Integer}}},
        {}};
    for (const BookingProcessStats &stats : data.processes) {
        for (qsizetype wave = 0; wave < stats.dropoffByWave.size(); ++wave)
            table.rows.append({stats.name, qint64(wave + 1), stats.dropoffByWave.at(wave)});
    }
    return table;
}

ExportTable funnelTable(const BookingData &data)
{
    ExportTable table {{u"Setters"_s,
                           {{u"Setter"_s, Text}, {u"Assigned"_s, Integer}, {u"Responded"_s, Integer},
                               {u"Positive"_s, Integer}, {u"Meetings requested"_s, Integer},
                               {u"Meetings booked"_s, Integer}}},
        {}};
    for (const SetterFunnel &setter : data.setters)
        table.rows.append({setter.email, setter.assigned, setter.responded, setter.positive,
            setter.meetingsRequested, setter.meetingsBooked});
    return table;
}

} // namespace

QList<ExportTable> tabTables(const OverviewData &data)
{
    const OverviewBreakdowns &breakdowns = data.breakdowns;
    return {kpis(data.core), dayTable(u"Days"_s, data.core.days), capacityTable(data.core.capacity),
        sentimentTable(breakdowns.sentiments), dayTable(u"Activity"_s, breakdowns.week),
        statusTable(breakdowns.statuses), clientTable(breakdowns.topClients),
        smsTable(breakdowns.smsSubClients), setterTable(breakdowns.setters),
        channelTable(breakdowns.channels)};
}

QList<ExportTable> tabTables(const WorkflowsData &data)
{
    const ExportTable totals {{u"Meetings"_s,
                                  {{u"Total booked"_s, Integer}, {u"Booked from initial"_s, Integer},
                                      {u"Booked from workflow"_s, Integer}, {u"Unattributed"_s, Integer},
                                      {u"Initial share"_s, Percent}, {u"Workflow share"_s, Percent}}},
        {{data.totalBooked, data.bookedFromInitial, data.bookedFromWorkflow, data.unattributed,
            data.initialRate(), data.workflowRate()}}};
    ExportTable sequences {
        {u"Sequences"_s, {{u"Sequence"_s, Text}, {u"Booked"_s, Integer}, {u"Share"_s, Percent}}}, {}};
    for (const SequenceBookings &sequence : data.sequences)
        sequences.rows.append({sequence.name, sequence.booked, sequence.share});
    return {totals, sequences};
}

QList<ExportTable> tabTables(const BookingData &data)
{
    return {processTable(data), waveTable(data), funnelTable(data)};
}

QList<ExportTable> tabTables(const ResponseTimingData &data)
{
    return {responderTable(data), bucketTable(u"First response time"_s, data.responseTime),
        bucketTable(u"AI chosen delay"_s, data.aiChosenDelay), bucketTable(u"AI drift"_s, data.aiDrift)};
}

} // namespace signalbox
