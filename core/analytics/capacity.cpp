// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/capacity.h"

#include "core/analytics/analyticsrules.h"
#include "core/inbox/jsonfields.h"

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

QJsonValue share(qint64 booked, qint64 total)
{
    return total == 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(fraction(booked, total));
}

QJsonObject encodeSource(const CapacitySource &source)
{
    const qint64 total = source.booked + source.available;
    return {{"source"_L1, source.source}, {"bookedSlots"_L1, source.booked},
        {"availableSlots"_L1, source.available}, {"totalSlots"_L1, total},
        {"bookedPct"_L1, share(source.booked, total)}};
}

QJsonObject encodeFetch(const CapacityFetch &fetch)
{
    return {{"source"_L1, fetch.source}, {"fetchedAtIso"_L1, wireInstant(fetch.fetchedAt)},
        {"isStale"_L1, fetch.isStale}, {"calendarType"_L1, fetch.calendarType},
        {"calendarUrl"_L1, fetch.calendarUrl}, {"lastError"_L1, nullableText(fetch.lastError)}};
}

QString element(qsizetype index)
{
    return u'[' + QString::number(index) + u']';
}

} // namespace

std::optional<double> Capacity::bookedShare() const
{
    return total() == 0 ? std::nullopt : std::optional(fraction(booked, total()));
}

QJsonObject encodeCapacity(const Capacity &capacity)
{
    QJsonArray breakdown;
    for (const CapacitySource &source : capacity.breakdown)
        breakdown.append(encodeSource(source));
    QJsonArray fetches;
    for (const CapacityFetch &fetch : capacity.fetches)
        fetches.append(encodeFetch(fetch));
    return {{"fromUtcIso"_L1, nullableInstant(capacity.window.from)},
        {"toUtcIso"_L1, nullableInstant(capacity.window.to)}, {"windowDays"_L1, capacity.windowDays},
        {"bookedSlots"_L1, capacity.booked}, {"availableSlots"_L1, capacity.available},
        {"totalSlots"_L1, capacity.total()}, {"bookedPct"_L1, share(capacity.booked, capacity.total())},
        {"breakdown"_L1, breakdown}, {"unattributedBookedSlots"_L1, capacity.unattributedBooked},
        {"cacheMeta"_L1, fetches}};
}

Result<Capacity> decodeCapacity(const QJsonObject &object)
{
    JsonFields fields(object, u"capacity"_s);
    Capacity capacity;
    capacity.window = {fields.optionalInstant("fromUtcIso"_L1), fields.optionalInstant("toUtcIso"_L1)};
    capacity.windowDays = int(fields.integer("windowDays"_L1));
    capacity.booked = fields.integer("bookedSlots"_L1);
    capacity.available = fields.integer("availableSlots"_L1);
    capacity.unattributedBooked = fields.integer("unattributedBookedSlots"_L1);
    const QJsonArray breakdown = fields.array("breakdown"_L1);
    for (qsizetype i = 0; i < breakdown.size(); ++i) {
        JsonFields source(breakdown.at(i).toObject(), fields.pathOf("breakdown"_L1) + element(i));
        capacity.breakdown.append({source.text("source"_L1), source.integer("bookedSlots"_L1),
            source.integer("availableSlots"_L1)});
        fields.adopt(source.error());
    }
    const QJsonArray fetches = fields.array("cacheMeta"_L1);
    for (qsizetype i = 0; i < fetches.size(); ++i) {
        JsonFields fetch(fetches.at(i).toObject(), fields.pathOf("cacheMeta"_L1) + element(i));
        capacity.fetches.append({fetch.text("source"_L1), fetch.instant("fetchedAtIso"_L1),
            fetch.flag("isStale"_L1), fetch.text("calendarType"_L1), fetch.text("calendarUrl"_L1),
            fetch.optionalText("lastError"_L1)});
        fields.adopt(fetch.error());
    }
    if (fields.error())
        return *fields.error();
    return capacity;
}

} // namespace signalbox
