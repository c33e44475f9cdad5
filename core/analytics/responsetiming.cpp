// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/responsetiming.h"

#include "core/analytics/jsonlist_p.h"

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

const QStringList &knownChannels()
{
    static const QStringList names {u"sms"_s, u"email"_s, u"linkedin"_s};
    return names;
}

/// `all` is none; the id of a setter in its canonical form, so that equal filters are equal.
Result<QString> responderParameter(const QString &text)
{
    if (text.isEmpty() || text == "all"_L1)
        return QString();
    if (text == "ai"_L1)
        return text;
    constexpr QLatin1StringView prefix("user:");
    if (text.startsWith(prefix)) {
        if (const auto user = UserId::parse(QStringView(text).sliced(prefix.size())))
            return prefix + user->toString();
    }
    return unknownValue("responder"_L1, {u"all"_s, u"ai"_s, u"user:<id>"_s});
}

QJsonObject encodeBucket(const TimingBucket &bucket)
{
    return {{u"bucket"_s, bucket.bucket}, {u"stats"_s, encodeOutcome(bucket.stats)}};
}

TimingBucket decodeBucket(JsonFields &fields)
{
    return {.bucket = fields.text("bucket"_L1), .stats = decodeNested(fields, "stats"_L1, decodeOutcome)};
}

QJsonObject encodeOption(const ResponderSummary &responder)
{
    return {
        {u"key"_s, responder.key},
        {u"label"_s, responder.label},
        {u"eligible"_s, responder.stats.eligible()},
    };
}

QJsonObject encodeResponder(const ResponderSummary &responder)
{
    return {
        {u"key"_s, responder.key},
        {u"label"_s, responder.label},
        {u"stats"_s, encodeOutcome(responder.stats)},
        {u"avgResponseMs"_s, nullableNumber(responder.averageResponseMs)},
        {u"avgResponseFormatted"_s, formatGap(responder.averageResponseMs)},
    };
}

ResponderSummary decodeResponder(JsonFields &fields)
{
    return {.key = fields.text("key"_L1),
        .label = fields.text("label"_L1),
        .stats = decodeNested(fields, "stats"_L1, decodeOutcome),
        .averageResponseMs = fields.optionalNumber("avgResponseMs"_L1)};
}

QJsonObject encodeFilter(const ResponseTimingFilter &filter)
{
    return {
        {u"attributionWindowDays"_s, filter.attributionWindowDays},
        {u"maturityBufferDays"_s, filter.maturityBufferDays},
        {u"topRespondersLimit"_s, filter.topRespondersLimit},
        {u"channel"_s, nullableText(filter.channel)},
        {u"responder"_s, filter.responder.isEmpty() ? u"all"_s : filter.responder},
    };
}

ResponseTimingFilter decodeFilter(JsonFields &fields)
{
    const QString responder = fields.text("responder"_L1);
    return {.attributionWindowDays = int(fields.integer("attributionWindowDays"_L1)),
        .maturityBufferDays = int(fields.integer("maturityBufferDays"_L1)),
        .topRespondersLimit = int(fields.integer("topRespondersLimit"_L1)),
        .channel = fields.optionalText("channel"_L1),
        .responder = responder == "all"_L1 ? QString() : responder};
}

} // namespace

Result<ResponseTimingFilter> decodeResponseTimingFilter(const QueryItems &items)
{
    ResponseTimingFilter filter;
    const auto attribution
        = clampedParameter(items, "attributionWindowDays"_L1, filter.attributionWindowDays, 1, 365);
    const auto maturity = clampedParameter(items, "maturityBufferDays"_L1, filter.maturityBufferDays, 1, 60);
    const auto limit = clampedParameter(items, "topRespondersLimit"_L1, filter.topRespondersLimit, 1, 50);
    for (const auto *number : {&attribution, &maturity, &limit}) {
        if (!*number)
            return number->error();
    }
    const auto responder = responderParameter(queryItem(items, "responder"_L1));
    if (!responder)
        return responder.error();
    const QString channel = queryItem(items, "channel"_L1);
    if (!channel.isEmpty() && channel != "all"_L1 && !knownChannels().contains(channel))
        return unknownValue("channel"_L1, QStringList {u"all"_s} + knownChannels());
    filter.attributionWindowDays = *attribution;
    filter.maturityBufferDays = *maturity;
    filter.topRespondersLimit = *limit;
    filter.channel = channel == "all"_L1 ? QString() : channel;
    filter.responder = *responder;
    return filter;
}

QueryItems encodeResponseTimingFilter(const ResponseTimingFilter &filter)
{
    const ResponseTimingFilter defaults;
    QueryItems items;
    const auto addNumber = [&items](QLatin1StringView key, int value, int absent) {
        if (value != absent)
            items.append({QString(key), QString::number(value)});
    };
    addNumber("attributionWindowDays"_L1, filter.attributionWindowDays, defaults.attributionWindowDays);
    addNumber("maturityBufferDays"_L1, filter.maturityBufferDays, defaults.maturityBufferDays);
    addNumber("topRespondersLimit"_L1, filter.topRespondersLimit, defaults.topRespondersLimit);
    if (!filter.channel.isEmpty())
        items.append({u"channel"_s, filter.channel});
    if (!filter.responder.isEmpty() && filter.responder != "all"_L1)
        items.append({u"responder"_s, filter.responder});
    return items;
}

QJsonObject encodeResponseTiming(const ResponseTimingData &data)
{
    return {
        {u"responseTime"_s, encodeList(data.responseTime, encodeBucket)},
        {u"aiChosenDelay"_s, encodeList(data.aiChosenDelay, encodeBucket)},
        {u"aiDrift"_s, encodeList(data.aiDrift, encodeBucket)},
        {u"responderOptions"_s, encodeList(data.responders, encodeOption)},
        {u"responderSummary"_s, encodeList(data.responders, encodeResponder)},
        {u"filter"_s, encodeFilter(data.filter)},
        {u"medianResponseMs"_s, nullableNumber(data.medianResponseMs)},
        {u"p90ResponseMs"_s, nullableNumber(data.p90ResponseMs)},
    };
}

Result<ResponseTimingData> decodeResponseTiming(const QJsonObject &object)
{
    return decodeWhole(object, [](JsonFields &fields) {
        return ResponseTimingData {.responseTime = decodeList(fields, "responseTime"_L1, decodeBucket),
            .aiChosenDelay = decodeList(fields, "aiChosenDelay"_L1, decodeBucket),
            .aiDrift = decodeList(fields, "aiDrift"_L1, decodeBucket),
            .responders = decodeList(fields, "responderSummary"_L1, decodeResponder),
            .filter = decodeMember(fields, "filter"_L1, decodeFilter),
            .medianResponseMs = fields.optionalNumber("medianResponseMs"_L1),
            .p90ResponseMs = fields.optionalNumber("p90ResponseMs"_L1)};
    });
}

} // namespace signalbox
