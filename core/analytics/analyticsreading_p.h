// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/analyticsreading.h"
#include "core/inbox/jsonfields.h"

namespace signalbox {

Result<AnalyticsMeta> decodeMeta(const QJsonObject &body);

template <typename Data>
Result<AnalyticsReading<Data>> decodeReading(
    const QJsonObject &body, Result<Data> (*decode)(const QJsonObject &))
{
    const auto meta = decodeMeta(body);
    if (!meta)
        return meta.error();
    const auto data = decode(body.value(QLatin1StringView("data")).toObject());
    if (!data)
        return data.error();
    AnalyticsReading<Data> reading {.data = *data,
        .comparison = std::nullopt,
        .window = meta->window,
        .comparisonWindow = meta->comparisonWindow.value_or(AnalyticsWindow()),
        .timezone = meta->timezone,
        .computedAt = meta->computedAt,
        .errors = meta->errors};
    if (const QJsonValue other = body.value(QLatin1StringView("comparison")); other.isObject()) {
        const auto comparison = decode(other.toObject());
        if (!comparison)
            return comparison.error();
        reading.comparison = *comparison;
    }
    return reading;
}

} // namespace signalbox
