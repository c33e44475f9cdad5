// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/analyticsreading.h"
#include "core/analytics/analyticsrules.h"

namespace signalbox {

/// Meetings by what led to them (domain §7.4, Workflows).
struct SequenceBookings
{
    QUuid sequence;
    QString name;
    qint64 booked = 0;
    double share = 0; ///< of those booked from a workflow, 0…1

    bool operator==(const SequenceBookings &) const = default;
};

struct WorkflowsData
{
    qint64 totalBooked = 0;
    qint64 bookedFromInitial = 0;
    qint64 bookedFromWorkflow = 0;
    qint64 unattributed = 0; ///< always 0
    QList<SequenceBookings> sequences; ///< most first

    double initialRate() const { return fraction(bookedFromInitial, totalBooked); }
    double workflowRate() const { return fraction(bookedFromWorkflow, totalBooked); }
    bool operator==(const WorkflowsData &) const = default;
};

QJsonObject encodeWorkflows(const WorkflowsData &data);
Result<WorkflowsData> decodeWorkflows(const QJsonObject &object);

/// One booking process (domain §7.6): of the leads whose progress began in the window.
struct BookingProcessStats
{
    QUuid process; ///< null: progress without one
    QString name;
    qint64 leadsProcessed = 0;
    qint64 leadsBooked = 0;
    std::optional<double> averageOutboundsToBook; ///< over the booked; none: nobody
    QList<qint64> dropoffByWave; ///< leads not booked that stand at wave 1, 2, …

    std::optional<double> bookingRate() const; ///< 0…1; none without a lead
    bool operator==(const BookingProcessStats &) const = default;
};

/// What a setter made of the leads assigned to him (domain §7.6, setter funnel).
struct SetterFunnel
{
    UserId user;
    QString email;
    qint64 assigned = 0;
    qint64 responded = 0;
    qint64 positive = 0;
    qint64 meetingsRequested = 0;
    qint64 meetingsBooked = 0;

    bool operator==(const SetterFunnel &) const = default;
};

struct BookingData
{
    QList<BookingProcessStats> processes; ///< by name
    BookingProcessStats summary; ///< all of them, without a name
    QList<SetterFunnel> setters;

    bool operator==(const BookingData &) const = default;
};

QJsonObject encodeBooking(const BookingData &data);
Result<BookingData> decodeBooking(const QJsonObject &object);

} // namespace signalbox
