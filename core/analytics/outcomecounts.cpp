// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/analyticsrules.h"
#include "core/analytics/jsonlist_p.h"

namespace signalbox {

using namespace Qt::StringLiterals;

std::optional<double> OutcomeCounts::bookingRate() const
{
    return eligible() > 0 ? std::optional(double(booked) / double(eligible())) : std::nullopt;
}

QJsonObject encodeOutcome(const OutcomeCounts &counts)
{
    return {
        {u"booked"_s, counts.booked},
        {u"notBooked"_s, counts.notBooked},
        {u"pending"_s, counts.pending},
        {u"bookedNoTimestamp"_s, counts.bookedNoTimestamp},
        {u"eligible"_s, counts.eligible()},
        {u"bookingRate"_s, nullableNumber(counts.bookingRate())},
    };
}

Result<OutcomeCounts> decodeOutcome(const QJsonObject &object)
{
    return decodeWhole(object, [](JsonFields &fields) {
        return OutcomeCounts {
            .booked = fields.integer("booked"_L1),
            .notBooked = fields.integer("notBooked"_L1),
            .pending = fields.integer("pending"_L1),
            .bookedNoTimestamp = fields.integer("bookedNoTimestamp"_L1),
        };
    });
}

} // namespace signalbox
