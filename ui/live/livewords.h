// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/live/eventfeedmodel.h"
#include "ui/base/theme.h"

namespace signalbox {

/// "14:02:11.482": when a record arrived, to the millisecond.
QString presentMoment(Instant instant);
/// "182 ms", "4.1 s".
QString presentDuration(std::chrono::milliseconds duration);
/// "38 MB".
QString presentBytes(qint64 bytes);

/// Who or what a record is about: the lead's name, else "Lead 1a2b3c4d"; empty if it is about no lead. Asks
/// for a name that is not known.
QString presentWho(const LiveRecord &record, LeadNames &names);
QString presentSetter(const LiveRecord &record, LeadNames &names);
/// What happened, in a few words: "sentiment Neutral → Interested".
QString presentChange(const LiveRecord &record, LeadNames &names);
/// The same of rows of one second and kind.
QString presentGroup(const LiveRow &row, LiveKind kind);
/// "84", "0*" if the clocks differ, "—" for none.
QString presentLatency(const LiveRecord &record);
/// A field of a lead as a person calls it, and one of its values.
QString presentLeadField(QLatin1StringView field);
QString presentLeadValue(QLatin1StringView field, const QString &value, LeadNames &names);

ColorRole kindTone(const LiveRecord &record);
ColorRole latencyTone(const LiveRecord &record);

/// What is wrong with a filter, from the error of its parser.
QString explainFilterError(const Error &error);
/// Why everything was read again, from the feed's code.
QString presentResyncReason(const QString &code);

} // namespace signalbox
