// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How often an hour of use of analytics is answered from what is kept while writers move the data (DESIGN §5:
// cache hit rate > 50 % in steady use), through the whole HTTP stack, as the service's login role.
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
    for (const int secondsBetweenWrites : {0, 60, 5}) {
        ManualClock clock(SystemClock().now());
        AnalyticsService service(database->appConninfo(), {}, &clock, &clock);
        beside(application, [&] { reportDay(service, clock, *database, users, secondsBetweenWrites); });
    }
    return 0;
}
