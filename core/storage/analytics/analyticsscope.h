// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/storage/pgconnection.h"

#include <QTimeZone>

namespace signalbox {

/// Who reads which workspace's aggregates, after authorisation (DESIGN §8.22).
struct AnalyticsScope
{
    UserId user;
    WorkspaceId workspace;
    Instant now {}; ///< of the request: defaults and open ends are measured from it, never from the database
    QTimeZone zone = QTimeZone::utc(); ///< the workspace's: days are cut by it
    bool isSerial = false; ///< no statement takes a core beside the connection's own

    /// A read-only transaction in one snapshot that may see the whole workspace, if the user's role grants
    /// it.
    TenantScope tenantScope() const
    {
        return {.user = user, .workspace = workspace, .analyticsWorkspace = workspace};
    }
};

/// The first statement of a transaction of analytics: Denied unless the role of the user grants aggregates of
/// the workspace. The policies of the inbox show a client's portal its leads, so they alone would not refuse.
Result<void> admitAnalytics(PgConnection &pg, const AnalyticsScope &scope);

} // namespace signalbox
