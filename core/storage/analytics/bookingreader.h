// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/bookings.h"
#include "core/storage/analytics/analyticsscope.h"

namespace signalbox {

/// The booking tab (domain §7.6); 30 days by default. Every booking process by name, whether or not it was
/// run, then progress that has none; and everybody to whom leads were assigned in the window and who still
/// has them, with every SETTER, most leads first.
///
/// The unit is a progress row: a lead in two campaigns is processed twice. Waves beyond the hundredth count
/// as the hundredth. Denied without sight of the workspace's aggregates, TimedOut, or Unavailable.
Result<BookingData> loadBooking(PgConnection &pg, const AnalyticsScope &scope, const AnalyticsWindow &window);

} // namespace signalbox
