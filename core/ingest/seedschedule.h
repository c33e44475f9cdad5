// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/ingest/seedrandom.h"

namespace signalbox {

/// When `count` messages of lead `index` were sent: ascending, no two alike, none after `now`, on working
/// days and hours mostly. The first few leads were active within the last hours, the rest over the last
/// months.
QList<Instant> seedSchedule(Instant now, SeedRandom &random, int count, qint64 index);

/// Moves an instant to a working hour at or before it: weekends and nights are rare, not absent.
Instant seedWorkingTime(Instant when, SeedRandom &random);

/// `Tue, 3 Nov 2026 10:12`, UTC: how the demo's mails date what they quote.
QByteArray seedDateText(Instant when);

} // namespace signalbox
