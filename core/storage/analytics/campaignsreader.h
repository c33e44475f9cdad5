// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/campaigns.h"
#include "core/storage/analytics/analyticsscope.h"

namespace signalbox {

// The four parts of the campaigns tab (domain §7.5), each in a transaction of its own so that they can run
// side by side on four connections. Windows come completed and snapped; one without bounds is the default.
// All fail with Denied without sight of the workspace's aggregates, TimedOut, or Unavailable.

/// Every e-mail campaign of the workspace and the weekly report over them; 7 days by default.
///
/// A campaign is ranked if it has a positive reply: top by bookings per positive reply, then by positive
/// replies; bottom the other way about, most positive replies first among equals.
Result<EmailCampaignsPart> loadEmailCampaigns(
    PgConnection &pg, const AnalyticsScope &scope, const AnalyticsWindow &window);

/// The reactivation campaigns that sent something; 30 days by default.
Result<ReactivationPart> loadReactivation(
    PgConnection &pg, const AnalyticsScope &scope, const AnalyticsWindow &window);

/// E-mail, SMS and LinkedIn, whether or not anything was sent, then channels unknown to us; 30 days by
/// default.
Result<DraftOutcomePart> loadDraftOutcomes(
    PgConnection &pg, const AnalyticsScope &scope, const AnalyticsWindow &window);

/// The same channels by disposition; 30 days by default. Attribution 30 days, maturity 7.
Result<DraftBookingPart> loadDraftBooking(
    PgConnection &pg, const AnalyticsScope &scope, const AnalyticsWindow &window);

} // namespace signalbox
