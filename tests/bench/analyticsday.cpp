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
constexpr auto TabFreshness = 90s; // of the console

struct Analyst
{
    UserId user;
    int days = 30;
    int nextVisitAt = 0;
    QHash<QByteArray, std::chrono::microseconds> seen;
};

using Tab = QList<QByteArray>; // what it asks

const Tab Overview {"overview?parts=core", "overview?parts=breakdowns"};
const QList<Tab> OtherTabs {{"workflows?"}, {"campaigns?"}, {"booking?"}, {"response-timing?"},
    {"crm/rows?mode=rows", "crm/rows?mode=summary"}};
constexpr int OverviewPercent = 45;

int presetOf(int percent)
{
    return percent < 70 ? 30 : percent < 90 ? 7 : 90;
}

QByteArray pathOf(const QByteArray &question, WorkspaceId workspace, int days, Instant now)
{
    QByteArray path = "/api/analytics/" + question + "&clientId=" + workspace.toString().toLatin1();
    if (!question.startsWith("crm"))
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
    qint64 asked = 0;
    qint64 hits = 0;

    double rate() const { return rounded(double(hits) / double(std::max<qint64>(asked, 1))); }
};

class Day
{
public:
    Day(AnalyticsService &service, ManualClock &clock, const BenchDatabase &database,
        const QList<UserId> &users)
        : m_service(service)
        , m_clock(clock)
        , m_database(database)
        , m_admin(benchConnection(database.adminConninfo()))
    {
        for (const UserId &user : users)
            m_analysts.append({.user = user, .nextVisitAt = below(30)});
    }

    void run(int secondsBetweenWrites)
    {
        for (int second = 0; second < Seconds; ++second) {
            QMetaObject::invokeMethod(
                &m_service.exports(), [this] { m_clock.advance(1s); }, Qt::BlockingQueuedConnection);
            if (secondsBetweenWrites > 0 && second % secondsBetweenWrites == 0)
                write();
            for (Analyst &analyst : m_analysts) {
                if (analyst.nextVisitAt <= second) {
                    analyst.nextVisitAt = second + 20 + below(31);
                    visit(analyst);
                }
            }
        }
    }

    QJsonObject figures() const
    {
        const qint64 shown = m_shownWithoutAsking;
        return {{u"leads"_s, m_database.leads()}, {u"analysts"_s, m_analysts.size()},
            {u"asked"_s, m_all.asked}, {u"refreshes"_s, m_refreshes}, {u"service_hits"_s, m_all.hits},
            {u"service_hit_rate"_s, m_all.rate()},
            {u"lookup_hit_rate"_s, Tally {m_all.asked - m_refreshes, m_all.hits}.rate()},
            {u"overview_hit_rate"_s, m_overview.rate()}, {u"other_tabs_hit_rate"_s, m_others.rate()},
            {u"crm_hit_rate"_s, m_crm.rate()},
            {u"answered_from_memory"_s, Tally {m_all.asked + shown, m_all.hits + shown}.rate()}};
    }

private:
    int below(int limit) { return int(m_random() % unsigned(limit)); }

    void write()
    {
        const auto written
            = m_admin->runSql("update lead set updated_at = clock_timestamp() where workspace_id = "
                              "$1::uuid and id = (select id from lead where workspace_id = $1::uuid limit 1)",
                PgParams() << m_database.big().workspace);
        if (!written)
            qFatal("%s", qPrintable(describe(written.error())));
    }

    void visit(Analyst &analyst)
    {
        if (below(15) == 0)
            analyst.days = presetOf(below(100));
        const bool isOverview = below(100) < OverviewPercent;
        const int other = below(int(OtherTabs.size()));
        const bool isRefresh = below(12) == 0;
        for (const QByteArray &question : isOverview ? Overview : OtherTabs.at(other))
            ask(analyst, question, isRefresh);
    }

    void ask(Analyst &analyst, const QByteArray &question, bool isRefresh)
    {
        const QByteArray memory = question + QByteArray::number(analyst.days);
        const auto seen = analyst.seen.constFind(memory);
        if (!isRefresh && seen != analyst.seen.constEnd() && m_clock.elapsed() - *seen < TabFreshness) {
            ++m_shownWithoutAsking;
            return;
        }
        const QByteArray path = pathOf(question, m_database.big().workspace, analyst.days, m_clock.now());
        const QByteArray answer
            = answerTo(m_service, analyst.user, path + (isRefresh ? "&forceRefresh=true" : ""));
        analyst.seen.insert(memory, m_clock.elapsed());
        m_refreshes += isRefresh ? 1 : 0;
        const bool isHit = answer.contains("x-zrg-cache: hit");
        for (Tally *tally : {&m_all,
                 question.startsWith("overview")  ? &m_overview
                     : question.startsWith("crm") ? &m_crm
                                                  : &m_others}) {
            ++tally->asked;
            tally->hits += isHit ? 1 : 0;
        }
    }

    AnalyticsService &m_service;
    ManualClock &m_clock;
    const BenchDatabase &m_database;
    std::unique_ptr<PgConnection> m_admin;
    std::mt19937 m_random {7};
    QList<Analyst> m_analysts;
    qint64 m_shownWithoutAsking = 0;
    qint64 m_refreshes = 0;
    Tally m_all;
    Tally m_overview;
    Tally m_others;
    Tally m_crm;
};

} // namespace

void reportDay(AnalyticsService &service, ManualClock &clock, const BenchDatabase &database,
    const QList<UserId> &users, int secondsBetweenWrites)
{
    const auto begun = std::chrono::steady_clock::now();
    Day day(service, clock, database, users);
    day.run(secondsBetweenWrites);
    QJsonObject figures = day.figures();
    figures.insert(u"seconds_between_writes"_s, secondsBetweenWrites);
    figures.insert(u"seconds_taken"_s,
        rounded(std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count()));
    report("analytics_day", figures);
}

} // namespace signalbox
