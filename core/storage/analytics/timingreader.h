// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/responsetiming.h"
#include "core/storage/analytics/analyticsscope.h"

namespace signalbox {

/// Response timing (domain §7.7) of the leads whose inbound messages lie in the window; 30 days by default.
///
/// One pick a lead is made first, then the channel filters; the responders are counted over that, and the
/// responder filters what the buckets and percentiles show. Leads that had booked before the answer are in no
/// number. Equally early answers: the earlier inbound message is the pick.
///
/// `filter` as decodeResponseTimingFilter() leaves it. Denied without sight of the workspace's aggregates,
/// TimedOut, or Unavailable.
Result<ResponseTimingData> loadResponseTiming(PgConnection &pg, const AnalyticsScope &scope,
    const AnalyticsWindow &window, const ResponseTimingFilter &filter);

} // namespace signalbox
