// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/bookings.h"
#include "core/analytics/jsonlist_p.h"

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

QJsonArray encodeWaves(const QList<qint64> &leads)
{
    QJsonArray waves;
    for (qsizetype i = 0; i < leads.size(); ++i)
        waves.append(QJsonObject {{u"wave"_s, i + 1}, {u"leads"_s, leads.at(i)}});
    return waves;
}

QList<qint64> decodeWaves(JsonFields &fields)
{
    qint64 expected = 0;
    return decodeList(fields, "dropoffByWave"_L1, [&expected](JsonFields &wave) {
        if (wave.integer("wave"_L1) != ++expected)
            wave.fail("wave"_L1, u"is out of order"_s);
        return wave.integer("leads"_L1);
    });
}

QJsonObject encodeProcess(const BookingProcessStats &process)
{
    const QString id = process.process.isNull() ? QString() : process.process.toString(QUuid::WithoutBraces);
    return {
        {u"bookingProcessId"_s, nullableText(id)},
        {u"name"_s, nullableText(process.name)},
        {u"leadsProcessed"_s, process.leadsProcessed},
        {u"leadsBooked"_s, process.leadsBooked},
        {u"bookingRate"_s, nullableNumber(process.bookingRate())},
        {u"avgOutboundsToBook"_s, nullableNumber(process.averageOutboundsToBook)},
        {u"dropoffByWave"_s, encodeWaves(process.dropoffByWave)},
    };
}

BookingProcessStats decodeProcess(JsonFields &fields)
{
    return {.process = fields.optionalUuid("bookingProcessId"_L1).value_or(QUuid()),
        .name = fields.optionalText("name"_L1),
        .leadsProcessed = fields.integer("leadsProcessed"_L1),
        .leadsBooked = fields.integer("leadsBooked"_L1),
        .averageOutboundsToBook = fields.optionalNumber("avgOutboundsToBook"_L1),
        .dropoffByWave = decodeWaves(fields)};
}

QJsonObject encodeFunnel(const SetterFunnel &setter)
{
    return {
        {u"userId"_s, setter.user.toString()},
        {u"email"_s, setter.email},
        {u"assignedLeads"_s, setter.assigned},
        {u"respondedLeads"_s, setter.responded},
        {u"positive"_s, setter.positive},
        {u"meetingsRequested"_s, setter.meetingsRequested},
        {u"meetingsBooked"_s, setter.meetingsBooked},
    };
}

SetterFunnel decodeFunnel(JsonFields &fields)
{
    return {.user = UserId {fields.uuid("userId"_L1)},
        .email = fields.text("email"_L1),
        .assigned = fields.integer("assignedLeads"_L1),
        .responded = fields.integer("respondedLeads"_L1),
        .positive = fields.integer("positive"_L1),
        .meetingsRequested = fields.integer("meetingsRequested"_L1),
        .meetingsBooked = fields.integer("meetingsBooked"_L1)};
}

} // namespace

std::optional<double> BookingProcessStats::bookingRate() const
{
    return leadsProcessed > 0 ? std::optional(fraction(leadsBooked, leadsProcessed)) : std::nullopt;
}

QJsonObject encodeBooking(const BookingData &data)
{
    return {
        {u"processes"_s, encodeList(data.processes, encodeProcess)},
        {u"summary"_s, encodeProcess(data.summary)},
        {u"setters"_s, encodeList(data.setters, encodeFunnel)},
    };
}

Result<BookingData> decodeBooking(const QJsonObject &object)
{
    return decodeWhole(object, [](JsonFields &fields) {
        return BookingData {.processes = decodeList(fields, "processes"_L1, decodeProcess),
            .summary = decodeMember(fields, "summary"_L1, decodeProcess),
            .setters = decodeList(fields, "setters"_L1, decodeFunnel)};
    });
}

} // namespace signalbox
