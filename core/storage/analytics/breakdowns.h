// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/overview.h"
#include "core/storage/analytics/activity.h"

namespace signalbox {

/// Sentiments, statuses, the workspace's own row and the SMS campaigns of a window (domain §7.4); the other
/// lists stay empty.
Result<OverviewBreakdowns> loadBreakdowns(
    PgConnection &pg, const AnalyticsScope &scope, const AnalyticsWindow &window);

/// sms, email, linkedin, then others by name; only those that were used.
QList<ChannelActivity> channelsOf(const Activity &activity);

} // namespace signalbox
