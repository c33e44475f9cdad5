// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/responsetiming.h"
#include "tests/storage/campaignworld.h"

namespace signalbox {

/// What response timing must say (domain §7.7), walked from the rows of a world.
ResponseTimingData walkedTiming(
    const World &world, const AnalyticsWindow &window, const ResponseTimingFilter &filter);

} // namespace signalbox
