// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// P9: the overview at a million leads, by part, window and comparison (DESIGN §5). In process, as the
// service's login role, under row-level security; each call on a connection of its own, so plans are made
// anew.
#include "core/storage/analytics/analyticsreader.h"
#include "tests/bench/benchdatabase.h"
#include "tests/bench/benchreport.h"

#include <QCoreApplication>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

constexpr int Repeats = 20;

struct Case
{
    const char *name;
    int days; ///< 0: all time
};
constexpr Case Windows[] {{"7d", 7}, {"30d", 30}, {"90d", 90}, {"all", 0}};

std::unique_ptr<PgConnection> serviceConnection(const BenchDatabase &database)
{
    auto connection = PgConnection::open(database.appConninfo(), {.hasGenericPlans = true});
    if (!connection)
        qFatal("%s", qPrintable(describe(connection.error())));
    return std::move(*connection);
}

template <typename T> T need(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(describe(result.error())));
    return *std::move(result);
}

void reportPart(const BenchDatabase &database, const AnalyticsScope &scope, const Case &window,
    const char *when, const AnalyticsWindow &range, OverviewParts parts)
{
    Samples samples;
    OverviewData data;
    for (int i = 0; i < Repeats; ++i) {
        const auto pg = serviceConnection(database);
        samples.measure([&] { data = need(loadOverview(*pg, scope, range, parts)); });
    }
    report("analytics_overview",
        {{u"window"_s, QLatin1StringView(window.name)}, {u"when"_s, QLatin1StringView(when)},
            {u"part"_s, partsName(parts)}, {u"leads"_s, data.core.totalLeads},
            {u"responses"_s, data.core.responses}, {u"ms_p50"_s, rounded(samples.median() / 1000)},
            {u"ms_p95"_s, rounded(samples.percentile(0.95) / 1000)}});
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto database = BenchDatabase::open(argc, argv);
    const InboxReader reader = database->big();
    AnalyticsScope scope {.user = reader.user, .workspace = reader.workspace, .now = SystemClock().now()};
    scope.zone = need(loadAnalyticsContext(*serviceConnection(*database), scope)).zone;
    for (const Case &window : Windows) {
        const AnalyticsWindow current
            = window.days > 0 ? lastDays(window.days, scope.now) : AnalyticsWindow();
        const auto previous = comparisonWindow(current, Comparison::Previous, scope.zone);
        for (const auto parts : {OverviewParts::Core, OverviewParts::Breakdowns}) {
            reportPart(*database, scope, window, "current", current, parts);
            if (previous)
                reportPart(*database, scope, window, "previous", *previous, parts);
        }
    }
    return 0;
}
