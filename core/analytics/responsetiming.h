// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/analyticsreading.h"
#include "core/analytics/analyticsrules.h"

namespace signalbox {

/// What response timing is asked for beside the window (domain §7.7).
struct ResponseTimingFilter
{
    int attributionWindowDays = 30; ///< 1…365
    int maturityBufferDays = 14; ///< 1…60
    int topRespondersLimit = 12; ///< 1…50
    QString channel; ///< sms, email, linkedin; empty: all
    QString responder; ///< `all`, `ai` or `user:<id>`; empty: all

    bool operator==(const ResponseTimingFilter &) const = default;
};

struct TimingBucket
{
    QString bucket; ///< as the specification spells it: `1-5min`
    OutcomeCounts stats;

    bool operator==(const TimingBucket &) const = default;
};

struct ResponderSummary
{
    QString key; ///< all, ai or user:<id>
    QString label; ///< All, AI, or the setter's address
    OutcomeCounts stats;
    std::optional<double> averageResponseMs;

    bool operator==(const ResponderSummary &) const = default;
};

struct ResponseTimingData
{
    QList<TimingBucket> responseTime; ///< all seven, in order
    QList<TimingBucket> aiChosenDelay; ///< all five, AI picks only
    QList<TimingBucket> aiDrift; ///< all five, AI picks with a scheduled time
    QList<ResponderSummary> responders; ///< All, AI, then setters by eligible; before the responder filter
    ResponseTimingFilter filter; ///< as applied
    std::optional<double> medianResponseMs; ///< over the picks after the filters
    std::optional<double> p90ResponseMs;

    bool operator==(const ResponseTimingData &) const = default;
};

/// Clamps the numbers; Invalid for an unknown channel or responder (DESIGN §8.8).
Result<ResponseTimingFilter> decodeResponseTimingFilter(const QueryItems &items);
QueryItems encodeResponseTimingFilter(
    const ResponseTimingFilter &filter); ///< only what differs from the defaults

QJsonObject encodeResponseTiming(const ResponseTimingData &data);
Result<ResponseTimingData> decodeResponseTiming(const QJsonObject &object);

} // namespace signalbox
