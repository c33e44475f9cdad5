// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/analyticswindow.h"
#include "core/storage/analytics/analyticsscope.h"

namespace signalbox {

/// What was written in a window, by local day, direction and channel.
struct Activity
{
    struct Cell
    {
        QDate day;
        bool isInbound = false;
        QString channel;
        qint64 messages = 0;
    };
    QList<Cell> cells;
    qint64 leadsWriting = 0; ///< distinct leads with an inbound message
    qint64 leadsWrittenTo = 0; ///< distinct leads with an outbound message
};

/// Exact for any window, open ones too (migration 0012). In a transaction of analytics.
Result<Activity> loadActivity(PgConnection &pg, const AnalyticsScope &scope, const AnalyticsWindow &window);

/// Windows of more days have no list of them.
constexpr int MaximumDays = 1100;

/// The days that a window touches, as the database cuts them; none for an open window or one that is too
/// long.
Result<QList<LocalDay>> loadLocalDays(
    PgConnection &pg, const AnalyticsScope &scope, const AnalyticsWindow &window);

/// A bound as a parameter of a statement; a missing one is infinite.
QString fromBound(const AnalyticsWindow &window);
QString toBound(const AnalyticsWindow &window);

} // namespace signalbox
