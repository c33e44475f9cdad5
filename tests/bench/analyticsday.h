// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/benchdatabase.h"
#include "tests/server/analytics/analyticsservice.h"
#include "tests/support/manualclock.h"

#include <QList>

namespace signalbox {

/// An hour of use in the time of a manual clock, a second a step, and how it was answered.
///
/// Six analysts look at the tabs in an order of their own, 20 to 50 seconds at each, at one of the three
/// presets, which they change now and then; one visit in twelve ends with a refresh. As the console does, a
/// tab seen less than 90 seconds ago is shown without a question, and a preset's window ends now. A write
/// (a lead's status) comes every `secondsBetweenWrites` seconds; 0: none.
///
/// Not on the service's thread; `clock` is the service's.
void reportDay(AnalyticsService &service, ManualClock &clock, const BenchDatabase &database,
    const QList<UserId> &users, int secondsBetweenWrites);

} // namespace signalbox
