// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/bookings.h"
#include "core/analytics/campaigns.h"
#include "core/analytics/responsetiming.h"
#include "models/analytics/readingtablemodel.h"

namespace signalbox {

/// The tables of the tabs Workflows, Campaigns, Booking and Response timing (domain §12.5).
enum class ReadingTable
{
    Sequences,
    Reactivation,
    EmailCampaigns,
    CampaignSlices, ///< of one campaign, or of all: by industry, by headcount
    RankedCampaigns,
    DraftOutcomes,
    DraftBookings,
    BookingProcesses,
    Setters,
    Responders,
    ResponseTimes,
    ChosenDelays,
    Drifts,
};

/// Below this many on either side a change of a rate is chance (ux §12.2).
constexpr qint64 MinimumSamples = 30;

QList<TableColumn> tableColumns(ReadingTable table);

// Rows in the order of tableColumns(); `before` is what they are compared with, null for nothing. Rates
// without a denominator have no value.
QList<TableRow> sequenceRows(const WorkflowsData &now, const WorkflowsData *before);
QList<TableRow> reactivationRows(const ReactivationPart &now, const ReactivationPart *before);
QList<TableRow> campaignRows(const EmailCampaignsPart &now, const EmailCampaignsPart *before);
QList<TableRow> sliceRows(const QList<CampaignSlice> &slices);
QList<TableRow> rankedRows(const QList<RankedCampaign> &campaigns);
QList<TableRow> draftOutcomeRows(const DraftOutcomePart &now, const DraftOutcomePart *before);
QList<TableRow> draftBookingRows(const DraftBookingPart &now, const DraftBookingPart *before);
QList<TableRow> processRows(const BookingData &now, const BookingData *before);
QList<TableRow> setterRows(const BookingData &now, const BookingData *before);
QList<TableRow> responderRows(const ResponseTimingData &now, const ResponseTimingData *before);
QList<TableRow> bucketRows(const QList<TimingBucket> &now, const QList<TimingBucket> *before);

/// part/whole; none without a whole.
std::optional<double> rateOf(qint64 part, qint64 whole);

} // namespace signalbox
