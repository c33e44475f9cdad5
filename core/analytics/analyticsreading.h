// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/analyticswindow.h"

#include <QMap>

namespace signalbox {

/// What an analytics read answers: the numbers, those they are compared with, and how old they are.
///
/// On the wire: `{success, data, comparison?, window, comparisonWindow?, timezone, computedAt, errors?}`.
template <typename Data> struct AnalyticsReading
{
    Data data;
    std::optional<Data> comparison; ///< of the same shape (DESIGN §8.23)
    AnalyticsWindow window; ///< what was really read: completed, snapped, defaults filled in
    AnalyticsWindow comparisonWindow;
    QString timezone; ///< IANA name that day buckets are cut by
    Instant computedAt {}; ///< of the snapshot the numbers were read in
    QMap<QString, QString> errors; ///< parts that failed, by name; their data is absent (domain §4.2)
    bool isStale = false; ///< something was written since, and newer numbers are being read; told in a header

    bool operator==(const AnalyticsReading &) const = default;
};

/// Everything beside `data` and `comparison`.
struct AnalyticsMeta
{
    AnalyticsWindow window;
    std::optional<AnalyticsWindow> comparisonWindow;
    QString timezone;
    Instant computedAt {};
    QMap<QString, QString> errors;
};

/// The answer around what the codecs of a tab made.
QJsonObject encodeReading(
    const QJsonObject &data, const std::optional<QJsonObject> &comparison, const AnalyticsMeta &meta);

/// Reads an answer with the codec of its tab. Invalid naming the member.
template <typename Data>
Result<AnalyticsReading<Data>> decodeReading(
    const QJsonObject &body, Result<Data> (*decode)(const QJsonObject &));

} // namespace signalbox

#include "core/analytics/analyticsreading_p.h"
