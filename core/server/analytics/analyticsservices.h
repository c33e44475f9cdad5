// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/analytics/analyticsreads.h"
#include "core/server/workspaceaccess.h"

namespace signalbox {

/// How long an answer is used.
struct Keeping
{
    std::chrono::milliseconds fresh {}; ///< while nothing is written
    std::chrono::milliseconds stale {}; ///< since it was read, while it is read again; zero: never
};

/// How long things may take and are kept (domain §4.2).
struct AnalyticsLimits
{
    std::chrono::milliseconds campaignsPart {8'000}; ///< of one of four; then its statement is cancelled
    /// Overview, workflows, campaigns, booking, response timing. Stale no longer than the contract's own TTL.
    Keeping tab {std::chrono::seconds(300), std::chrono::seconds(120)};
    Keeping partialTab {std::chrono::seconds(10), {}}; ///< an answer of which a part failed
    /// The first page only. Stale: max-age and stale-while-revalidate of the contract together.
    Keeping crmRows {std::chrono::seconds(30), std::chrono::seconds(30 + 60)};
    Keeping crmSummary {std::chrono::seconds(60), std::chrono::seconds(120)}; ///< assignees too
};

/// What the routes of analytics work with. All must outlive them.
struct AnalyticsServices
{
    PgPool &pool; ///< of its own: four statements of one answer must not hold up the inbox
    WorkspaceAccess &access;
    AnalyticsReads &reads;
    const Clock &clock;
    AnalyticsLimits limits;
};

/// The caller in his role, if it grants `analytics.view` (DESIGN §8.22). Denied with code
/// `ANALYTICS_ROLE_REQUIRED` for a client's portal, and as WorkspaceAccess says for everybody else.
Reply<InboxReader> analystFor(WorkspaceAccess &access, QObject *receiver, UserId user, WorkspaceId workspace);

} // namespace signalbox
