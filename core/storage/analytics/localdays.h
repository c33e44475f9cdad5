// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/analyticswindow.h"
#include "core/storage/analytics/analyticsscope.h"

namespace signalbox {

/// A bound as a parameter of a statement; a missing one is infinite.
QString fromBound(const AnalyticsWindow &window);
QString toBound(const AnalyticsWindow &window);

/// Windows of more days have no list of them.
constexpr int MaximumDays = 1100;

/// The days that a window touches, as the database cuts them; none for an open window or one that is too
/// long.
Result<QList<LocalDay>> loadLocalDays(
    PgConnection &pg, const AnalyticsScope &scope, const AnalyticsWindow &window);

/// How a window falls on a grid of local days (migrations 0012 and 0018): whole days, and what a bound cuts
/// off the first and last one. All are parameters of a statement.
struct GridCut
{
    struct Range
    {
        QString first;
        QString last;
    };
    QString from;
    QString firstDay; ///< whole days: [firstDay, lastDay)
    QString lastDay;
    Range whole; ///< from when to when they are
    QString dayOfFrom;
    QString beginOfDayOfFrom;
    Range head; ///< of the day of `from`
    Range tail; ///< of the day of `to`
    QString dayOfTail;
};

Result<GridCut> cutWindow(PgConnection &pg, const AnalyticsScope &scope, const AnalyticsWindow &window);

/// `$1` to `$12` of the statements that read a grid: the workspace and the cut, but for the day of the tail.
PgParams gridParams(const AnalyticsScope &scope, const GridCut &cut);

} // namespace signalbox
