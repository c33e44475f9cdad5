// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How often an hour of use of analytics is answered from what is kept while writers move the data (DESIGN §5:
// cache hit rate > 50 % in steady use), through the whole HTTP stack, as the service's login role. The
// console asks again a second after it was answered stale; the last two days say what it would be like at
// once.
#include "tests/bench/analyticscrowd.h"
#include "tests/bench/analyticsday.h"

#include <QLoggingCategory>

using namespace signalbox;
using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QLoggingCategory::setFilterRules(u"signalbox.*.info=false"_s);
    const auto database = BenchDatabase::open(argc, argv);
    const QList<UserId> users = benchAnalysts(*database, Analysts);
    constexpr DayScript Scripts[] {{0, 1}, {60, 1}, {5, 1}, {60, 0}, {5, 0}};
    for (const DayScript &script : Scripts) {
        ManualClock clock(SystemClock().now());
        AnalyticsService service(database->appConninfo(), {}, &clock, &clock);
        beside(application, [&] { reportDay(service, clock, *database, users, script); });
    }
    return 0;
}
