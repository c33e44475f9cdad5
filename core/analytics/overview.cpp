// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/overview.h"

#include "core/analytics/analyticsrules.h"
#include "core/inbox/jsonfields.h"

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

QJsonObject encodeDay(const ActivityDay &day)
{
    return {{"date"_L1, day.date.toString(Qt::ISODate)}, {"day"_L1, day.label},
        {"isPartial"_L1, day.isPartial}, {"leads"_L1, day.leads}, {"inbound"_L1, day.inbound},
        {"outbound"_L1, day.outbound}, {"meetings"_L1, day.meetings}};
}

ActivityDay decodeDay(JsonFields &fields)
{
    ActivityDay day;
    day.date = QDate::fromString(fields.text("date"_L1), Qt::ISODate);
    if (!day.date.isValid())
        fields.fail("date"_L1, u"is no date"_s);
    day.label = fields.text("day"_L1);
    day.isPartial = fields.flag("isPartial"_L1);
    day.leads = fields.integer("leads"_L1);
    day.inbound = fields.integer("inbound"_L1);
    day.outbound = fields.integer("outbound"_L1);
    day.meetings = fields.integer("meetings"_L1);
    return day;
}

QJsonObject encodeSentiment(const SentimentShare &share)
{
    return {
        {"sentiment"_L1, share.sentiment}, {"count"_L1, share.count}, {"percentage"_L1, share.percentage}};
}

SentimentShare decodeSentiment(JsonFields &fields)
{
    return {fields.text("sentiment"_L1), fields.integer("count"_L1),
        fields.optionalNumber("percentage"_L1).value_or(0)};
}

QJsonObject encodeStatus(const StatusShare &share)
{
    return {{"status"_L1, share.status}, {"count"_L1, share.count}, {"percentage"_L1, share.percentage}};
}

StatusShare decodeStatus(JsonFields &fields)
{
    return {fields.text("status"_L1), fields.integer("count"_L1), int(fields.integer("percentage"_L1))};
}

QJsonObject encodeTopClient(const TopClient &client)
{
    return {{"name"_L1, client.name}, {"leads"_L1, client.leads}, {"meetings"_L1, client.meetings}};
}

TopClient decodeTopClient(JsonFields &fields)
{
    return {fields.text("name"_L1), fields.integer("leads"_L1), fields.integer("meetings"_L1)};
}

QJsonObject encodeSubClient(const SmsSubClient &client)
{
    return {{"name"_L1, client.name}, {"leads"_L1, client.leads}, {"responses"_L1, client.responses},
        {"meetingsBooked"_L1, client.meetingsBooked}};
}

SmsSubClient decodeSubClient(JsonFields &fields)
{
    return {fields.text("name"_L1), fields.integer("leads"_L1), fields.integer("responses"_L1),
        fields.integer("meetingsBooked"_L1)};
}

QJsonValue nullableNumber(const std::optional<double> &number)
{
    return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Null);
}

QJsonObject encodeSetter(const SetterResponse &setter)
{
    return {{"userId"_L1, setter.user.toString()}, {"email"_L1, setter.email},
        {"role"_L1, nullableText(setter.role)}, {"avgResponseTimeMs"_L1, nullableNumber(setter.gap.meanMs)},
        {"avgResponseTimeFormatted"_L1, formatGap(setter.gap.meanMs)},
        {"responseCount"_L1, setter.gap.samples}};
}

SetterResponse decodeSetter(JsonFields &fields)
{
    return {UserId {fields.uuid("userId"_L1)}, fields.text("email"_L1), fields.optionalText("role"_L1),
        {fields.optionalNumber("avgResponseTimeMs"_L1), fields.integer("responseCount"_L1)}};
}

QJsonObject encodeChannel(const ChannelActivity &channel)
{
    return {
        {"channel"_L1, channel.channel}, {"inbound"_L1, channel.inbound}, {"outbound"_L1, channel.outbound}};
}

ChannelActivity decodeChannelActivity(JsonFields &fields)
{
    return {fields.text("channel"_L1), fields.integer("inbound"_L1), fields.integer("outbound"_L1)};
}

template <typename Row> QJsonArray encodeList(const QList<Row> &rows, QJsonObject (*encode)(const Row &))
{
    QJsonArray array;
    for (const Row &row : rows)
        array.append(encode(row));
    return array;
}

template <typename Row>
QList<Row> decodeList(JsonFields &fields, QLatin1StringView key, Row (*decode)(JsonFields &))
{
    QList<Row> rows;
    const QJsonArray array = fields.array(key);
    rows.reserve(array.size());
    for (qsizetype i = 0; i < array.size(); ++i) {
        JsonFields row(array.at(i).toObject(), u"%1[%2]"_s.arg(fields.pathOf(key)).arg(i));
        rows.append(decode(row));
        fields.adopt(row.error());
    }
    return rows;
}

void insertGap(QJsonObject &object, const QString &name, const ResponseGap &gap)
{
    object.insert(name, formatGap(gap.meanMs));
    object.insert(name + "Ms"_L1, nullableNumber(gap.meanMs));
    object.insert(name + "Samples"_L1, gap.samples);
}

QJsonObject encodeCore(const OverviewCore &core)
{
    QJsonObject object {{"totalLeads"_L1, core.totalLeads},
        {"outboundLeadsContacted"_L1, core.outboundLeadsContacted}, {"responses"_L1, core.responses},
        {"responseRate"_L1, core.responseRate}, {"meetingsBooked"_L1, core.meetingsBooked},
        {"avgResponseTime"_L1, formatGap(core.setterResponse.meanMs)},
        {"capacity"_L1, encodeCapacity(core.capacity)}, {"days"_L1, encodeList(core.days, encodeDay)}};
    insertGap(object, u"setterResponseTime"_s, core.setterResponse);
    insertGap(object, u"clientResponseTime"_s, core.clientResponse);
    return object;
}

OverviewCore decodeCore(JsonFields &fields)
{
    OverviewCore core;
    core.totalLeads = fields.integer("totalLeads"_L1);
    core.outboundLeadsContacted = fields.integer("outboundLeadsContacted"_L1);
    core.responses = fields.integer("responses"_L1);
    core.responseRate = int(fields.integer("responseRate"_L1));
    core.meetingsBooked = fields.integer("meetingsBooked"_L1);
    core.setterResponse
        = {fields.optionalNumber("setterResponseTimeMs"_L1), fields.integer("setterResponseTimeSamples"_L1)};
    core.clientResponse
        = {fields.optionalNumber("clientResponseTimeMs"_L1), fields.integer("clientResponseTimeSamples"_L1)};
    const auto capacity = decodeCapacity(fields.object("capacity"_L1));
    if (capacity)
        core.capacity = *capacity;
    else
        fields.adopt(capacity.error());
    core.days = decodeList(fields, "days"_L1, decodeDay);
    return core;
}

} // namespace

QLatin1StringView partsName(OverviewParts parts)
{
    switch (parts) {
    case OverviewParts::Core:
        return "core"_L1;
    case OverviewParts::Breakdowns:
        return "breakdowns"_L1;
    case OverviewParts::All:
        break;
    }
    return "all"_L1;
}

std::optional<OverviewParts> parseParts(QStringView text)
{
    for (const auto parts : {OverviewParts::Core, OverviewParts::Breakdowns, OverviewParts::All}) {
        if (text == partsName(parts))
            return parts;
    }
    return std::nullopt;
}

QJsonObject encodeOverview(const OverviewData &data)
{
    const OverviewBreakdowns &breakdowns = data.breakdowns;
    return {{"overview"_L1, encodeCore(data.core)},
        {"sentimentBreakdown"_L1, encodeList(breakdowns.sentiments, encodeSentiment)},
        {"weeklyStats"_L1, encodeList(breakdowns.week, encodeDay)},
        {"leadsByStatus"_L1, encodeList(breakdowns.statuses, encodeStatus)},
        {"topClients"_L1, encodeList(breakdowns.topClients, encodeTopClient)},
        {"smsSubClients"_L1, encodeList(breakdowns.smsSubClients, encodeSubClient)},
        {"perSetterResponseTimes"_L1, encodeList(breakdowns.setters, encodeSetter)},
        {"channels"_L1, encodeList(breakdowns.channels, encodeChannel)}};
}

Result<OverviewData> decodeOverview(const QJsonObject &object)
{
    JsonFields fields(object, u"data"_s);
    JsonFields core(fields.object("overview"_L1), u"data.overview"_s);
    OverviewData data;
    data.core = decodeCore(core);
    fields.adopt(core.error());
    OverviewBreakdowns &breakdowns = data.breakdowns;
    breakdowns.sentiments = decodeList(fields, "sentimentBreakdown"_L1, decodeSentiment);
    breakdowns.week = decodeList(fields, "weeklyStats"_L1, decodeDay);
    breakdowns.statuses = decodeList(fields, "leadsByStatus"_L1, decodeStatus);
    breakdowns.topClients = decodeList(fields, "topClients"_L1, decodeTopClient);
    breakdowns.smsSubClients = decodeList(fields, "smsSubClients"_L1, decodeSubClient);
    breakdowns.setters = decodeList(fields, "perSetterResponseTimes"_L1, decodeSetter);
    breakdowns.channels = decodeList(fields, "channels"_L1, decodeChannelActivity);
    if (fields.error())
        return *fields.error();
    return data;
}

} // namespace signalbox
