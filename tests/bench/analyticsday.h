// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/benchdatabase.h"
#include "tests/server/analytics/analyticsservice.h"
#include "tests/support/manualclock.h"

#include <QList>

namespace signalbox {

constexpr int Analysts = 6;

struct DayScript
{
    int secondsBetweenWrites = 0; ///< 0: none
    int askAgainAfter = 1; ///< seconds until a console that was answered stale asks again; 0: at once
};

/// An hour of use in the time of a manual clock, a second a step, and how it was answered.
///
/// Six analysts look at the tabs, 20 to 50 seconds at each, each in an order of his own: nearly every other
/// visit (45 %) is the overview, the other five tabs share the rest. A visit asks what the tab asks: the
/// overview its two parts, the CRM its rows and their summary. Everybody begins with 30 days, the default;
/// every 15th visit chooses a preset anew: 30 days 70 %, 7 days 20 %, 90 days 10 %. One visit in twelve is a
/// refresh. As the console does, what was seen less than 90 seconds ago is shown without a question, a
/// preset's window ends now, and what is answered stale is shown and asked for again with `no-cache`: a
/// question of its own in every figure. Writes are a lead's message as ingest stores it and a lead's status,
/// by turns.
///
/// `service_hit_rate` is of everything that was asked; `lookup_hit_rate` of what may be answered from what is
/// kept, that is without the refreshes; `first_question_hit_rate` without those asked again.
/// `visits_painted_at_once` had all they show in the console's memory or in a kept answer.
/// `misses_of_new_windows` are the misses of what nobody had asked before, mostly because the window had
/// moved on. `database_reads` are those of people and those of stale answers read again.
///
/// Not on the service's thread; `clock` is the service's, by which it holds and by which it says what now is.
void reportDay(AnalyticsService &service, ManualClock &clock, const BenchDatabase &database,
    const QList<UserId> &users, const DayScript &script);

} // namespace signalbox
