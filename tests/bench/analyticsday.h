// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/benchdatabase.h"
#include "tests/server/analytics/analyticsservice.h"
#include "tests/support/manualclock.h"

#include <QList>

namespace signalbox {

constexpr int Analysts = 6;

/// An hour of use in the time of a manual clock, a second a step, and how it was answered.
///
/// Six analysts look at the tabs, 20 to 50 seconds at each, each in an order of his own: nearly every other
/// visit (45 %) is the overview, the other five tabs share the rest. A visit asks what the tab asks: the
/// overview its two parts, the CRM its rows and their summary. Everybody begins with 30 days, the default;
/// every 15th visit chooses a preset anew: 30 days 70 %, 7 days 20 %, 90 days 10 %. One visit in twelve is a
/// refresh. As the console does, what was seen less than 90 seconds ago is shown without a question, and a
/// preset's window ends now. A write (a lead's status) comes every `secondsBetweenWrites` seconds; 0: none.
///
/// `service_hit_rate` is of everything that was asked; `lookup_hit_rate` of what may be answered from what is
/// kept, that is without the refreshes. The CRM's answers are kept a person and for less time than a console
/// shows them without asking: they can only miss here.
///
/// Not on the service's thread; `clock` is the service's, by which it holds and by which it says what now is.
void reportDay(AnalyticsService &service, ManualClock &clock, const BenchDatabase &database,
    const QList<UserId> &users, int secondsBetweenWrites);

} // namespace signalbox
