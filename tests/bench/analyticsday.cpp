// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/analyticsday.h"

#include "tests/bench/benchreport.h"
#include "tests/bench/httpload.h"

#include <random>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace signalbox {

namespace {

constexpr int Seconds = 3600;
constexpr int Analysts = 6;
constexpr auto TabFreshness = 90s; // of the console

struct Analyst
{
    UserId user;
    int days = 30;
    int nextVisitAt = 0;
    QHash<QByteArray, std::chrono::microseconds> seen;
};

const QList<QByteArray> Tabs {"overview?parts=core", "overview?parts=breakdowns", "workflows?", "campaigns?",
    "booking?", "response-timing?", "crm/rows?mode=rows", "crm/rows?mode=summary"};

QByteArray pathOf(const QByteArray &tab, WorkspaceId workspace, int days, Instant now)
{
    QByteArray path = "/api/analytics/" + tab + "&clientId=" + workspace.toString().toLatin1();
    if (!tab.startsWith("crm"))
        path += "&from=" + toIso(now - std::chrono::days(days)).toLatin1() + "&to=" + toIso(now).toLatin1();
    return path;
}

/// Its head; anything but a success ends the program.
QByteArray answerTo(AnalyticsService &service, UserId user, const QByteArray &path)
{
    const QByteArray answer = ask(service.service().port,
        "GET " + path + " HTTP/1.1\r\nHost: x\r\n" + FakeAuthenticator::headerFor(user) + "\r\n");
    if (!answer.startsWith("HTTP/1.1 200"))
        qFatal("%s", answer.left(600).constData());
    return answer.left(answer.indexOf("\r\n\r\n"));
}

struct Tally
{
    qint64 shownWithoutAsking = 0;
    qint64 asked = 0;
    qint64 hits = 0;
    qint64 refreshes = 0;
};

} // namespace

void reportDay(AnalyticsService &service, ManualClock &clock, const BenchDatabase &database,
    const QList<UserId> &users, int secondsBetweenWrites)
{
    const auto admin = benchConnection(database.adminConninfo());
    std::mt19937 random(7);
    const auto below = [&](int limit) { return int(random() % unsigned(limit)); };
    QList<Analyst> analysts;
    for (int i = 0; i < Analysts; ++i)
        analysts.append({.user = users.at(i), .nextVisitAt = below(30)});
    Tally tally;
    for (int second = 0; second < Seconds; ++second) {
        QMetaObject::invokeMethod(
            &service.exports(), [&clock] { clock.advance(1s); }, Qt::BlockingQueuedConnection);
        if (secondsBetweenWrites > 0 && second % secondsBetweenWrites == 0)
            (void)admin->runSql(
                "update lead set updated_at = clock_timestamp() where workspace_id = "
                "$1::uuid and id = (select id from lead where workspace_id = $1::uuid limit 1)",
                PgParams() << database.big().workspace);
        for (Analyst &analyst : analysts) {
            if (analyst.nextVisitAt > second)
                continue;
            analyst.nextVisitAt = second + 20 + below(31);
            if (below(15) == 0)
                analyst.days = QList<int> {7, 30, 90}.at(below(3));
            const QByteArray tab = Tabs.at(below(int(Tabs.size())));
            const QByteArray memory = tab + QByteArray::number(analyst.days);
            const bool isRefresh = below(12) == 0;
            const auto seen = analyst.seen.constFind(memory);
            if (!isRefresh && seen != analyst.seen.constEnd() && clock.elapsed() - *seen < TabFreshness) {
                ++tally.shownWithoutAsking;
                continue;
            }
            const QByteArray answer = answerTo(service, analyst.user,
                pathOf(tab, database.big().workspace, analyst.days, clock.now())
                    + (isRefresh ? "&forceRefresh=true" : ""));
            analyst.seen.insert(memory, clock.elapsed());
            ++tally.asked;
            tally.refreshes += isRefresh ? 1 : 0;
            tally.hits += answer.contains("x-zrg-cache: hit") ? 1 : 0;
        }
    }
    report("analytics_day",
        {{u"leads"_s, database.leads()}, {u"seconds_between_writes"_s, secondsBetweenWrites},
            {u"analysts"_s, Analysts}, {u"visits"_s, tally.asked + tally.shownWithoutAsking},
            {u"asked"_s, tally.asked}, {u"refreshes"_s, tally.refreshes}, {u"service_hits"_s, tally.hits},
            {u"service_hit_rate"_s, rounded(double(tally.hits) / double(std::max<qint64>(tally.asked, 1)))},
            {u"answered_from_memory"_s,
                rounded(double(tally.hits + tally.shownWithoutAsking)
                    / double(tally.asked + tally.shownWithoutAsking))}});
}

} // namespace signalbox
