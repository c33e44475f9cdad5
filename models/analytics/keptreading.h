// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/analyticsreading.h"
#include "models/analytics/analyticsmemory.h"

namespace signalbox {

/// What AnalyticsMemory holds of a period.
template <typename Data> struct KeptReading
{
    QString key; ///< with the instants of its window
    AnalyticsReading<Data> reading;
};

/// Numbers never go back in time: a stale answer may be older than what was read here.
template <typename Data>
bool isOlder(const AnalyticsReading<Data> &answer, const AnalyticsReading<Data> *known)
{
    return answer.isStale && known && known->computedAt > answer.computedAt;
}

/// A partial answer is not kept: the next visit asks again (domain §4.2).
template <typename Data>
void keepReading(AnalyticsMemory &memory, const QString &period, const KeptReading<Data> &answer)
{
    const auto *kept = memory.find<KeptReading<Data>>(period);
    if (answer.reading.errors.isEmpty() && !isOlder(answer.reading, kept ? &kept->reading : nullptr))
        memory.insert(period, answer);
}

} // namespace signalbox
