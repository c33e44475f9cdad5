// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analytics/readingtables.h"

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

QList<TableColumn> campaignColumns()
{
    return {{u"campaign"_s, CellKind::Text}, {u"positive"_s, CellKind::Count},
        {u"positiveChange"_s, CellKind::CountChange}, {u"requested"_s, CellKind::Count},
        {u"booked"_s, CellKind::Count}, {u"bookedChange"_s, CellKind::CountChange},
        {u"bookedPerPositive"_s, CellKind::Share}, {u"bookedPerPositiveChange"_s, CellKind::ShareChange},
        {u"requestedPerPositive"_s, CellKind::Share}, {u"bookedPerRequested"_s, CellKind::Share},
        {u"mode"_s, CellKind::ResponseMode}};
}

QList<TableColumn> setterColumns()
{
    return {{u"setter"_s, CellKind::Text}, {u"assigned"_s, CellKind::Count},
        {u"responded"_s, CellKind::Count}, {u"positive"_s, CellKind::Count},
        {u"requested"_s, CellKind::Count}, {u"booked"_s, CellKind::Count},
        {u"bookedChange"_s, CellKind::CountChange}, {u"respondedPerAssigned"_s, CellKind::Share},
        {u"positivePerResponded"_s, CellKind::Share}, {u"requestedPerPositive"_s, CellKind::Share},
        {u"bookedPerRequested"_s, CellKind::Share}, {u"bookedPerAssigned"_s, CellKind::Share}};
}

QList<TableColumn> bucketColumns()
{
    return {{u"bucket"_s, CellKind::TimeBucket}, {u"eligible"_s, CellKind::Count},
        {u"booked"_s, CellKind::Count}, {u"rate"_s, CellKind::Share},
        {u"rateChange"_s, CellKind::ShareChange}, {u"pending"_s, CellKind::Count}};
}

} // namespace

bool isQuantity(CellKind kind)
{
    return kind >= CellKind::Count;
}

bool isChange(CellKind kind)
{
    return kind == CellKind::CountChange || kind == CellKind::ShareChange;
}

QList<TableColumn> tableColumns(ReadingTable table)
{
    switch (table) {
    case ReadingTable::Sequences:
        return {{u"sequence"_s, CellKind::Text}, {u"booked"_s, CellKind::Count},
            {u"bookedChange"_s, CellKind::CountChange}, {u"share"_s, CellKind::Share}};
    case ReadingTable::Reactivation:
        return {{u"campaign"_s, CellKind::Text}, {u"sent"_s, CellKind::Count},
            {u"responded"_s, CellKind::Count}, {u"responseRate"_s, CellKind::Share},
            {u"responseRateChange"_s, CellKind::ShareChange}, {u"booked"_s, CellKind::Count},
            {u"bookingRate"_s, CellKind::Share}, {u"bookingRateChange"_s, CellKind::ShareChange}};
    case ReadingTable::EmailCampaigns:
        return campaignColumns();
    case ReadingTable::RankedCampaigns:
        return {{u"campaign"_s, CellKind::Text}, {u"positive"_s, CellKind::Count},
            {u"booked"_s, CellKind::Count}, {u"bookedPerPositive"_s, CellKind::Share}};
    case ReadingTable::DraftOutcomes:
        return {{u"channel"_s, CellKind::Channel}, {u"autoSent"_s, CellKind::Count},
            {u"approved"_s, CellKind::Count}, {u"edited"_s, CellKind::Count}, {u"total"_s, CellKind::Count},
            {u"totalChange"_s, CellKind::CountChange}};
    case ReadingTable::DraftBookings:
        return {{u"channel"_s, CellKind::Channel}, {u"disposition"_s, CellKind::Disposition},
            {u"eligible"_s, CellKind::Count}, {u"booked"_s, CellKind::Count},
            {u"bookingRate"_s, CellKind::Share}, {u"bookingRateChange"_s, CellKind::ShareChange},
            {u"pending"_s, CellKind::Count}, {u"noTimestamp"_s, CellKind::Count}};
    case ReadingTable::BookingProcesses:
        return {{u"process"_s, CellKind::Process}, {u"leads"_s, CellKind::Count},
            {u"leadsChange"_s, CellKind::CountChange}, {u"booked"_s, CellKind::Count},
            {u"bookingRate"_s, CellKind::Share}, {u"bookingRateChange"_s, CellKind::ShareChange},
            {u"averageOutbounds"_s, CellKind::Average}};
    case ReadingTable::Setters:
        return setterColumns();
    case ReadingTable::Responders:
        return {{u"responder"_s, CellKind::Responder}, {u"eligible"_s, CellKind::Count},
            {u"booked"_s, CellKind::Count}, {u"rate"_s, CellKind::Share},
            {u"rateChange"_s, CellKind::ShareChange}, {u"pending"_s, CellKind::Count},
            {u"averageResponse"_s, CellKind::Gap}};
    case ReadingTable::ResponseTimes:
    case ReadingTable::ChosenDelays:
    case ReadingTable::Drifts:
        return bucketColumns();
    }
    return {};
}

} // namespace signalbox
