// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/analyticsday.h"

#include "core/analytics/analyticswindow.h"
#include "tests/bench/benchreport.h"
#include "tests/bench/httpload.h"

#include <QJsonDocument>

#include <random>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace signalbox {

namespace {

constexpr int Seconds = 3600;
constexpr auto TabFreshness = 90s; // of the console
constexpr int WrittenLeads = 200; // that writes go round

struct Analyst
{
    UserId user;
    int days = 30;
    int nextVisitAt = 0;
    QHash<QByteArray, std::chrono::microseconds> seen;
};

/// What was answered stale, to be asked for again.
struct Due
{
    int at = 0;
    qsizetype analyst = 0;
    QByteArray question;
    QByteArray path;
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
    const QByteArray path = "/api/analytics/" + question + "&clientId=" + workspace.toString().toLatin1();
    const bool isCrm = question.startsWith("crm");
    const AnalyticsWindow window = lastDays(days, now); // what the console sends
    return path + (isCrm ? "&dateFrom=" : "&from=") + toIso(*window.from).toLatin1()
        + (isCrm ? "&dateTo=" : "&to=") + toIso(*window.to).toLatin1();
}

/// Its head; anything but a success ends the program.
QByteArray answerTo(AnalyticsService &service, UserId user, const QByteArray &path, const QByteArray &headers)
{
    const QByteArray answer = ask(service.service().port,
        "GET " + path + " HTTP/1.1\r\nHost: x\r\n" + FakeAuthenticator::headerFor(user) + headers + "\r\n");
    if (!answer.startsWith("HTTP/1.1 200"))
        qFatal("%s", answer.left(600).constData());
    return answer.left(answer.indexOf("\r\n\r\n"));
}

double shareOf(qint64 part, qint64 whole)
{
    return rounded(double(part) / double(std::max<qint64>(whole, 1)));
}

struct Tally
{
    qint64 asked = 0;
    qint64 hits = 0;

    double rate() const { return shareOf(hits, asked); }
};

class Day
{
public:
    Day(AnalyticsService &service, ManualClock &clock, const BenchDatabase &database,
        const QList<UserId> &users, const DayScript &script)
        : m_service(service)
        , m_clock(clock)
        , m_database(database)
        , m_script(script)
        , m_admin(benchConnection(database.adminConninfo()))
    {
        for (const UserId &user : users)
            m_analysts.append({.user = user, .nextVisitAt = below(30)});
        const auto leads = m_admin->runSql("select id from lead where workspace_id = $1::uuid limit $2::int",
            PgParams() << workspace() << WrittenLeads);
        for (int row = 0; leads && row < leads->rowCount(); ++row)
            m_leads.append(LeadId {leads->uuid(row, 0)});
    }

    void run()
    {
        const int between = m_script.secondsBetweenWrites;
        for (int second = 0; second < Seconds; ++second) {
            // In a second of a day a reading lands; here a second is a moment.
            while (m_script.askAgainAfter > 0 && m_service.flightsOpen() > 0)
                std::this_thread::sleep_for(1ms);
            QMetaObject::invokeMethod(
                &m_service.exports(), [this] { m_clock.advance(1s); }, Qt::BlockingQueuedConnection);
            if (between > 0 && second % between == 0)
                write();
            askAgain(second);
            for (qsizetype i = 0; i < m_analysts.size(); ++i) {
                if (m_analysts.at(i).nextVisitAt <= second) {
                    m_analysts[i].nextVisitAt = second + 20 + below(31);
                    visit(i, second);
                    askAgain(second);
                }
            }
        }
    }

    QJsonObject figures() const
    {
        const qint64 shown = m_shownWithoutAsking;
        const qint64 reads = m_service.databaseReads();
        return {{u"leads"_s, m_database.leads()}, {u"analysts"_s, m_analysts.size()},
            {u"asked"_s, m_all.asked}, {u"refreshes"_s, m_refreshes}, {u"asked_again"_s, m_askedAgain},
            {u"stale"_s, m_stale}, {u"service_hits"_s, m_all.hits}, {u"service_hit_rate"_s, m_all.rate()},
            {u"first_question_hit_rate"_s, m_first.rate()},
            {u"lookup_hit_rate"_s, Tally {m_all.asked - m_refreshes, m_all.hits}.rate()},
            {u"overview_hit_rate"_s, m_overview.rate()}, {u"other_tabs_hit_rate"_s, m_others.rate()},
            {u"crm_hit_rate"_s, m_crm.rate()},
            {u"answered_from_memory"_s, Tally {m_all.asked + shown, m_all.hits + shown}.rate()},
            {u"visits"_s, m_visits}, {u"visits_painted_at_once"_s, shareOf(m_visitsAtOnce, m_visits)},
            {u"misses"_s, m_misses}, {u"misses_of_new_windows"_s, shareOf(m_newQuestions, m_misses)},
            {u"database_reads"_s, reads}, {u"database_reads_per_visit"_s, shareOf(reads, m_visits)}};
    }

private:
    int below(int limit) { return int(m_random() % unsigned(limit)); }
    WorkspaceId workspace() const { return m_database.big().workspace; }

    /// A lead's answer as it is taken in, and a change of its status, by turns.
    void write()
    {
        const LeadId lead = m_leads.at(m_writes % m_leads.size());
        const QJsonObject message {{u"channel"_s, u"email"_s}, {u"direction"_s, u"inbound"_s},
            {u"body"_s, u"Yes, let us talk."_s}, {u"sent_at"_s, toIsoMicros(m_clock.now())}};
        const auto written = m_writes++ % 2 == 0
            ? m_admin->run("IngestInsertMessage"_L1,
                PgParams() << workspace() << lead
                           << QString::fromUtf8(QJsonDocument(message).toJson(QJsonDocument::Compact)))
            : m_admin->runSql("update lead set status = case status when 'qualified' then 'new' else "
                              "'qualified' end, updated_at = clock_timestamp() where workspace_id = "
                              "$1::uuid and id = $2::uuid",
                PgParams() << workspace() << lead);
        if (!written)
            qFatal("%s", qPrintable(describe(written.error())));
    }

    void visit(qsizetype who, int second)
    {
        Analyst &analyst = m_analysts[who];
        if (below(15) == 0)
            analyst.days = presetOf(below(100));
        const bool isOverview = below(100) < OverviewPercent;
        const int other = below(int(OtherTabs.size()));
        const bool isRefresh = below(12) == 0;
        bool isAtOnce = true;
        for (const QByteArray &question : isOverview ? Overview : OtherTabs.at(other))
            isAtOnce &= show(who, question, isRefresh, second);
        ++m_visits;
        m_visitsAtOnce += isAtOnce ? 1 : 0;
    }

    /// Whether there was something to show at once.
    bool show(qsizetype who, const QByteArray &question, bool isRefresh, int second)
    {
        Analyst &analyst = m_analysts[who];
        const QByteArray memory = question + QByteArray::number(analyst.days);
        const auto seen = analyst.seen.constFind(memory);
        if (!isRefresh && seen != analyst.seen.constEnd() && m_clock.elapsed() - *seen < TabFreshness) {
            ++m_shownWithoutAsking;
            return true;
        }
        const QByteArray path = pathOf(question, workspace(), analyst.days, m_clock.now());
        const QByteArray answer
            = answerTo(m_service, analyst.user, path + (isRefresh ? "&forceRefresh=true" : ""), {});
        analyst.seen.insert(memory, m_clock.elapsed());
        m_refreshes += isRefresh ? 1 : 0;
        const bool isHit = tell(question, answer);
        ++m_first.asked;
        m_first.hits += isHit ? 1 : 0;
        const bool isNew = !std::exchange(m_asked[path], true);
        if (!isHit && !isRefresh) {
            ++m_misses;
            m_newQuestions += isNew ? 1 : 0;
        }
        if (answer.contains("x-zrg-stale: 1")) {
            ++m_stale;
            m_due.append({second + m_script.askAgainAfter, who, question, path});
        }
        return isHit;
    }

    void askAgain(int second)
    {
        const QList<Due> due = std::exchange(m_due, {});
        for (const Due &one : due) {
            if (one.at > second) {
                m_due.append(one);
                continue;
            }
            ++m_askedAgain;
            tell(one.question,
                answerTo(
                    m_service, m_analysts.at(one.analyst).user, one.path, "Cache-Control: no-cache\r\n"));
        }
    }

    bool tell(const QByteArray &question, const QByteArray &answer)
    {
        const bool isHit = answer.contains("x-zrg-cache: hit");
        for (Tally *tally : {&m_all,
                 question.startsWith("overview")  ? &m_overview
                     : question.startsWith("crm") ? &m_crm
                                                  : &m_others}) {
            ++tally->asked;
            tally->hits += isHit ? 1 : 0;
        }
        return isHit;
    }

    AnalyticsService &m_service;
    ManualClock &m_clock;
    const BenchDatabase &m_database;
    const DayScript m_script;
    std::unique_ptr<PgConnection> m_admin;
    std::mt19937 m_random {7};
    QList<Analyst> m_analysts;
    QList<LeadId> m_leads;
    QList<Due> m_due;
    QHash<QByteArray, bool> m_asked; // by anybody
    qsizetype m_writes = 0;
    qint64 m_visits = 0;
    qint64 m_visitsAtOnce = 0;
    qint64 m_shownWithoutAsking = 0;
    qint64 m_refreshes = 0;
    qint64 m_stale = 0;
    qint64 m_askedAgain = 0;
    qint64 m_misses = 0;
    qint64 m_newQuestions = 0;
    Tally m_all;
    Tally m_first; // without those that ask again
    Tally m_overview;
    Tally m_others;
    Tally m_crm;
};

} // namespace

void reportDay(AnalyticsService &service, ManualClock &clock, const BenchDatabase &database,
    const QList<UserId> &users, const DayScript &script)
{
    const auto begun = std::chrono::steady_clock::now();
    Day day(service, clock, database, users, script);
    day.run();
    QJsonObject figures = day.figures();
    figures.insert(u"seconds_between_writes"_s, script.secondsBetweenWrites);
    figures.insert(u"asked_again_after"_s, script.askAgainAfter);
    figures.insert(u"seconds_taken"_s,
        rounded(std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count()));
    report("analytics_day", figures);
}

} // namespace signalbox
