// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analytics/readingtables.h"

namespace signalbox {

/// How long after an answer a booking is counted for it, and how long a lead is given before it counts as not
/// booked (domain §7.5, §7.7). What columns mean depends on it.
struct BookingTerms
{
    int attributionDays = 30;
    int maturityDays = 7;

    bool operator==(const BookingTerms &) const = default;
};

/// The head of a column, and what it means in a sentence or two, in the language of the console. `terms`
/// count in the tables of drafts and of response timing alone.
QString columnTitle(ReadingTable table, const QString &key);
QString columnDefinition(ReadingTable table, const QString &key, const BookingTerms &terms = {});

/// One cell's text: "1,204", "24.1 %", "+2.1 pt", "n = 12", "—" for none.
QString presentCell(CellKind kind, const TableCell &cell);
/// What a bucket, channel, disposition or mode means, in a sentence; empty for other kinds.
QString explainCell(CellKind kind, const TableCell &cell);

/// "3.4"; "—" for none.
QString presentAverage(const std::optional<double> &value);
/// A bucket as it stands on an axis: "1–5 min" for `1-5min`.
QString presentBucket(const QString &bucket);
QString presentDisposition(const QString &disposition);
/// "E-mail"; empty: "All channels".
QString presentChannelName(const QString &channel);

} // namespace signalbox
