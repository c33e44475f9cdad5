// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/overview.h"
#include "core/storage/analytics/analyticsscope.h"

namespace signalbox {

/// Mean gaps between messages of a window (domain §7.2).
struct GapFigures
{
    ResponseGap setters; ///< inbound → next outbound, whoever sent it
    ResponseGap clients; ///< outbound → next inbound
    QList<SetterResponse> people; ///< most answers first; without names until nameSetters()
};

/// Nothing but empty figures when it takes longer than five seconds.
Result<GapFigures> loadGaps(PgConnection &pg, const AnalyticsScope &scope, const AnalyticsWindow &window);

/// Fills in the addresses and roles.
Result<void> nameSetters(PgConnection &pg, const AnalyticsScope &scope, QList<SetterResponse> &people);

} // namespace signalbox
