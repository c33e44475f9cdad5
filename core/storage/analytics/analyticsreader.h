// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/bookings.h"
#include "core/analytics/overview.h"
#include "core/storage/analytics/analyticsscope.h"

namespace signalbox {

/// What an answer says beside its numbers.
struct AnalyticsContext
{
    QString workspaceName;
    QTimeZone zone = QTimeZone::utc(); ///< that days are cut by
    QString provider; ///< GHL or CALENDLY
    QString version; ///< changes with every commit that may show in an answer (DESIGN §8.5)
    Instant readAt {}; ///< of the snapshot
};

/// Denied without `analytics.view` of the workspace. `scope.zone` is not looked at.
Result<AnalyticsContext> loadAnalyticsContext(PgConnection &pg, const AnalyticsScope &scope);
/// The same as the first call inside a transaction begun with the scope.
Result<AnalyticsContext> loadAnalyticsContextInTransaction(PgConnection &pg, const AnalyticsScope &scope);

/// The overview of a window, as it is handed in (domain §7.2–7.4). Without one: all time, but gaps of 30 days
/// and a week of activity. Denied without `analytics.view`.
///
/// Gaps that take longer than five seconds are left out, as if there were none; the rest answers.
Result<OverviewData> loadOverview(
    PgConnection &pg, const AnalyticsScope &scope, const AnalyticsWindow &window, OverviewParts parts);
/// The same inside a transaction begun with the scope and admitted (admitAnalytics()).
Result<OverviewData> loadOverviewInTransaction(
    PgConnection &pg, const AnalyticsScope &scope, const AnalyticsWindow &window, OverviewParts parts);

/// Meetings by what led to them (domain §7.4); without a window the last 30 days.
Result<WorkflowsData> loadWorkflows(
    PgConnection &pg, const AnalyticsScope &scope, const AnalyticsWindow &window);
Result<WorkflowsData> loadWorkflowsInTransaction(
    PgConnection &pg, const AnalyticsScope &scope, const AnalyticsWindow &window);

} // namespace signalbox
