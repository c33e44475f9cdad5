// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// P9 (DESIGN §5): every analytics endpoint through the whole HTTP stack, cold and warm, as the service's
// login role under row-level security; and fifty people who ask at once what nobody has asked. Every request
// is a connection of its own, from a thread of its own.
#include "tests/bench/analyticscrowd.h"
#include "tests/bench/benchreport.h"
#include "tests/bench/httpload.h"
#include "tests/server/analytics/analyticsservice.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <thread>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

constexpr int ColdReads = 12;
constexpr int WarmReads = 100;
constexpr int Crowd = 50;

/// One person at a console of his own: a blocking client on a thread that is not the service's.
class Visitor
{
public:
    Visitor(AnalyticsService &service, UserId user)
        : m_port(service.service().port)
        , m_user(user)
    { }
    void read(const QByteArray &path) const
    {
        const QByteArray answer = ask(m_port,
            "GET " + path + " HTTP/1.1\r\nHost: x\r\n" + FakeAuthenticator::headerFor(m_user) + "\r\n");
        // A part that failed would look fast.
        if (!answer.startsWith("HTTP/1.1 200") || answer.contains("\"errors\":{\""))
            qFatal("%s", answer.left(2000).constData());
    }

private:
    quint16 m_port;
    UserId m_user;
};

/// Of the service's own thread.
quint64 readsOf(AnalyticsService &service, const QByteArray &endpoint, const QByteArray &outcome)
{
    quint64 reads = 0;
    QMetaObject::invokeMethod(
        &service.exports(), [&] { reads = service.reads(endpoint, outcome); }, Qt::BlockingQueuedConnection);
    return reads;
}

struct Endpoint
{
    QString name;
    QByteArray path; ///< with its own parameters
};

const QList<Endpoint> Endpoints {
    {u"overview core"_s, "overview?parts=core"},
    {u"overview breakdowns"_s, "overview?parts=breakdowns"},
    {u"workflows"_s, "workflows?"},
    {u"campaigns"_s, "campaigns?"},
    {u"booking"_s, "booking?"},
    {u"response-timing"_s, "response-timing?"},
};

QByteArray windowed(const Endpoint &endpoint, WorkspaceId workspace, int days, const QByteArray &compare)
{
    const Instant now = SystemClock().now();
    return "/api/analytics/" + endpoint.path + "&clientId=" + workspace.toString().toLatin1()
        + "&from=" + toIso(now - std::chrono::days(days)).toLatin1() + "&to=" + toIso(now).toLatin1()
        + "&compare=" + compare;
}

QJsonObject figuresOf(Samples &cold, Samples &warm)
{
    return {{u"cold_ms_p50"_s, rounded(cold.median() / 1000)},
        {u"cold_ms_p95"_s, rounded(cold.percentile(0.95) / 1000)},
        {u"warm_ms_p50"_s, rounded(warm.median() / 1000)},
        {u"warm_ms_p95"_s, rounded(warm.percentile(0.95) / 1000)}};
}

/// Cold: nothing kept is used, the database's own memory is warm. Warm: the same question again.
void measure(const Visitor &visitor, const QByteArray &path, Samples &cold, Samples &warm)
{
    visitor.read(path + "&forceRefresh=true");
    for (int i = 0; i < ColdReads; ++i)
        cold.measure([&] { visitor.read(path + "&forceRefresh=true"); });
    for (int i = 0; i < WarmReads; ++i)
        warm.measure([&] { visitor.read(path); });
}

void reportEndpoints(AnalyticsService &service, const BenchDatabase &database)
{
    const Visitor owner(service, database.big().user);
    Samples allCold;
    Samples allWarm;
    for (const Endpoint &endpoint : Endpoints) {
        for (const int days : {7, 30, 90}) {
            for (const QByteArray compare : {"none", "previous"}) {
                Samples cold;
                Samples warm;
                measure(owner, windowed(endpoint, database.big().workspace, days, compare), cold, warm);
                QJsonObject figures = figuresOf(cold, warm);
                figures.insert(u"endpoint"_s, endpoint.name);
                figures.insert(u"days"_s, days);
                figures.insert(u"compare"_s, QString::fromLatin1(compare));
                figures.insert(u"leads"_s, database.leads());
                report("analytics_endpoint", figures);
                allCold.add(cold.percentile(0.95));
                allWarm.add(warm.percentile(0.95));
            }
        }
    }
    for (const auto mode : {"rows", "summary", "assignees"}) {
        Samples cold;
        Samples warm;
        measure(owner,
            "/api/analytics/crm/rows?clientId=" + database.big().workspace.toString().toLatin1()
                + "&mode=" + mode,
            cold, warm);
        QJsonObject figures = figuresOf(cold, warm);
        figures.insert(u"endpoint"_s, u"crm "_s + QString::fromLatin1(mode));
        figures.insert(u"leads"_s, database.leads());
        report("analytics_endpoint", figures);
    }
    report("analytics",
        {{u"leads"_s, database.leads()}, {u"worst_cold_ms_p95"_s, rounded(allCold.percentile(1) / 1000)},
            {u"worst_warm_ms_p95"_s, rounded(allWarm.percentile(1) / 1000)}});
}

void reportCrowd(AnalyticsService &service, const BenchDatabase &database, const QList<UserId> &users)
{
    for (const Endpoint &endpoint : Endpoints) {
        const QByteArray path = windowed(endpoint, database.big().workspace, 31, "none");
        const QByteArray name = endpoint.path.left(endpoint.path.indexOf('?'));
        const quint64 before = readsOf(service, name, "miss");
        std::vector<Samples> answered(size_t(users.size()));
        std::vector<std::thread> threads;
        for (int i = 0; i < users.size(); ++i)
            threads.emplace_back(
                [&, i] { answered[size_t(i)].measure([&] { Visitor(service, users.at(i)).read(path); }); });
        Samples all;
        for (size_t i = 0; i < threads.size(); ++i) {
            threads[i].join();
            all.add(answered[i].median());
        }
        report("analytics_crowd",
            {{u"endpoint"_s, endpoint.name}, {u"people"_s, users.size()}, {u"leads"_s, database.leads()},
                {u"loads"_s, qint64(readsOf(service, name, "miss") - before)},
                {u"ms_p50"_s, rounded(all.median() / 1000)},
                {u"ms_p95"_s, rounded(all.percentile(0.95) / 1000)}});
    }
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QLoggingCategory::setFilterRules(u"signalbox.*.info=false"_s);
    const auto database = BenchDatabase::open(argc, argv);
    const QList<UserId> users = benchAnalysts(*database, Crowd);
    AnalyticsService service(database->appConninfo());
    beside(application, [&] {
        reportEndpoints(service, *database);
        reportCrowd(service, *database, users);
    });
    return 0;
}
