// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/bookings.h"
#include "core/analytics/campaigns.h"
#include "core/analytics/responsetiming.h"

#include <QVariant>

namespace signalbox {

/// What a cell of an analytics table holds, and so how it is written and ordered.
enum class CellKind
{
    Text, ///< empty: all of them
    Process, ///< of bookings; empty: all of them, none: without one
    Channel, ///< sms, email, linkedin; empty: all of them
    Disposition, ///< AUTO_SENT, APPROVED, EDITED, all
    ResponseMode, ///< SETTER_MANAGED, AI_AUTO_SEND
    TimeBucket, ///< as the specification spells it: `1-5min`
    Responder, ///< an address, or `All` and `AI`
    Count, ///< qint64
    Share, ///< double, 0…1; may exceed it
    Average, ///< double, one decimal
    Gap, ///< double, milliseconds
    CountChange, ///< qint64, against the comparison
    ShareChange, ///< double, in fractions of one
};

/// Whether people read it as a quantity: right-aligned, compared by size.
bool isQuantity(CellKind kind);
/// Only there while the page compares.
bool isChange(CellKind kind);

struct TableCell
{
    QVariant value; ///< invalid: there is none, "—"
    /// Why there is no change although both sides have one: the smaller side's count is too small (ux §12.2).
    std::optional<qint64> tooFew;

    bool operator==(const TableCell &) const = default;
};

struct TableColumn
{
    QString key; ///< stable, unique in its table
    CellKind kind = CellKind::Text;

    bool operator==(const TableColumn &) const = default;
};

struct TableRow
{
    QString id; ///< stable from one reading to the next, unique in its table
    QList<TableCell> cells; ///< a column each
    bool isTotal = false; ///< stays below the others, however they are sorted

    bool operator==(const TableRow &) const = default;
};

/// The tables of the tabs Workflows, Campaigns, Booking and Response timing (domain §12.5).
enum class ReadingTable
{
    Sequences,
    Reactivation,
    EmailCampaigns,
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
