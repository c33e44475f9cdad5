// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/analytics/analyticsreads.h"
#include "core/server/workspaceaccess.h"

namespace signalbox {

/// How long things may take and are kept (domain §4.2).
struct AnalyticsLimits
{
    std::chrono::milliseconds campaignsPart {8'000}; ///< of one of four; then its statement is cancelled
    std::chrono::milliseconds tab {300'000}; ///< overview, workflows, campaigns, booking, response timing
    std::chrono::milliseconds partialTab {10'000}; ///< an answer of which a part failed
    std::chrono::milliseconds crmRows {30'000}; ///< first page only
    std::chrono::milliseconds crmSummary {60'000}; ///< assignees too
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
