// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// P5 (DESIGN §5): a cached GET counts through the whole stack, beside a bare QtHttpServer that answers the
// same bytes; the list's first page, cached and read from the database. Each server runs in its own process,
// the load comes from this one, and the two take turns, so that what else the machine does hits both.
#include "tests/bench/benchreport.h"
#include "tests/bench/httpload.h"
#include "tests/bench/processfigures.h"
#include "tests/server/program.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QHttpServer>
#include <QJsonArray>
#include <QUrl>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

constexpr int Rounds = 7;
constexpr int Connections = 16;
constexpr std::chrono::milliseconds Stretch {1500};

[[noreturn]] void giveUp(const QString &what)
{
    std::fprintf(stderr, "%s\n", qPrintable(what));
    std::exit(3);
}

/// The peer: this program again, as a QtHttpServer with one route and nothing else.
int serveBare(QCoreApplication &application, const QString &bodyFile)
{
    QFile file(bodyFile);
    if (!file.open(QIODevice::ReadOnly))
        return 3;
    const QByteArray body = file.readAll();
    QHttpServer server;
    server.route(u"/api/inbox/counts"_s, [&body] { return QHttpServerResponse("application/json", body); });
    const quint16 port = server.listen(QHostAddress::LocalHost, 0);
    std::printf("ready http://127.0.0.1:%u\n", port);
    std::fflush(stdout);
    return port == 0 ? 3 : application.exec();
}

quint16 portOf(Program &program)
{
    const QString line = program.waitForLine(u"ready "_s);
    if (line.isEmpty())
        giveUp(QString::fromUtf8(program.errors()));
    return quint16(QUrl(line.sliced(6)).port());
}

QByteArray requestFor(const QByteArray &path, const QByteArray &token)
{
    return "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token + "\r\n\r\n";
}

/// One whole exchange; the body.
QJsonObject exchange(quint16 port, const QByteArray &request)
{
    const QByteArray answer = ask(port, request);
    if (!answer.startsWith("HTTP/1.1 200"))
        giveUp(u"unexpected answer: "_s + QString::fromUtf8(answer.left(400)));
    return QJsonDocument::fromJson(answer.sliced(answer.indexOf("\r\n\r\n") + 4)).object();
}

struct Session
{
    QByteArray token;
    QByteArray workspace;
};

Session signIn(quint16 port, const QString &loginLine)
{
    const QStringList words = loginLine.split(u' ');
    const QByteArray body
        = QJsonDocument(QJsonObject {{u"email"_s, words.value(2)}, {u"password"_s, words.value(3)}})
              .toJson(QJsonDocument::Compact);
    const QByteArray head = "POST /auth/v1/token?grant_type=password HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                            "Content-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n";
    const QByteArray token = exchange(port, head + body).value("access_token"_L1).toString().toLatin1();
    const QJsonArray workspaces
        = exchange(port, requestFor("/api/workspaces", token)).value("workspaces"_L1).toArray();
    return {token, workspaces.first().toObject().value("id"_L1).toString().toLatin1()};
}

/// Stretches of one kind of request, the fastest and slowest of which say how steady the machine was.
class Series
{
public:
    /// One stretch against the server `pid` on `port`.
    LoadResult measure(qint64 pid, quint16 port, const std::function<QByteArray()> &next)
    {
        const double before = processorMicros(pid);
        LoadResult result = load(port, Connections, Stretch, next);
        m_processorMicros = processorMicros(pid) - before;
        return result;
    }
    void add(const LoadResult &result)
    {
        m_processor += m_processorMicros;
        m_requests += double(result.micros.size());
        m_failures += result.failures;
        m_answerBytes = result.answerBytes;
        m_rates.push_back(result.requestsPerSecond);
        m_micros.insert(m_micros.end(), result.micros.begin(), result.micros.end());
    }
    double rate() const
    {
        std::vector<double> sorted = m_rates;
        std::sort(sorted.begin(), sorted.end());
        return sorted[sorted.size() / 2];
    }
    double processorPerRequest() const { return m_processor / m_requests; }
    QJsonObject figures(const QString &what)
    {
        LoadResult all;
        all.micros = m_micros;
        return {{u"what"_s, what}, {u"requests_per_s"_s, rounded(rate())},
            {u"slowest_round"_s, rounded(*std::min_element(m_rates.begin(), m_rates.end()))},
            {u"fastest_round"_s, rounded(*std::max_element(m_rates.begin(), m_rates.end()))},
            {u"p50_us"_s, rounded(all.percentile(0.5))}, {u"p99_us"_s, rounded(all.percentile(0.99))},
            {u"cpu_us_per_request"_s, rounded(processorPerRequest())}, {u"answer_bytes"_s, m_answerBytes},
            {u"failures"_s, m_failures}, {u"connections"_s, Connections}};
    }

private:
    std::vector<double> m_rates;
    std::vector<double> m_micros;
    qint64 m_failures = 0;
    qint64 m_answerBytes = 0;
    double m_processorMicros = 0; // of the last stretch
    double m_processor = 0;
    double m_requests = 0;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--bare"_L1)
        return serveBare(application, arguments.value(2));

    const auto directory = makeDataDirectory();
    // The pages cost a token each of the caller's 1,000 a second; counts cost none. What is to be measured is
    // the stack, so the bucket is made too large to matter.
    Program service(u"signalboxd"_s,
        {u"serve"_s, u"--embedded"_s, directory->filePath(u"db"_s), u"--listen"_s, u"127.0.0.1:0"_s,
            u"--demo"_s, u"--leads"_s, u"20000"_s},
        {{u"SIGNALBOX_SERVER_REQUESTS_PER_SECOND"_s, u"1000000"_s}});
    const quint16 port = portOf(service);
    const Session session = signIn(port, service.waitForLine(u"login OWNER"_s));
    const QByteArray counts = requestFor("/api/inbox/counts?clientId=" + session.workspace, session.token);
    const QByteArray page
        = requestFor("/api/inbox/conversations?clientId=" + session.workspace, session.token);

    const QByteArray countsAnswer = ask(port, counts);
    const QString bodyFile = directory->filePath(u"body"_s);
    QFile file(bodyFile);
    if (!file.open(QIODevice::WriteOnly)
        || file.write(countsAnswer.sliced(countsAnswer.indexOf("\r\n\r\n") + 4)) <= 0)
        giveUp(u"cannot write "_s + bodyFile);
    file.close();
    Program bare(u"bench/bench_http"_s, {u"--bare"_s, bodyFile});
    const quint16 barePort = portOf(bare);

    // The first page's own rows, asked for as those not newer than an instant to come: only the first page is
    // ever kept, so each of these is read from the database.
    qint64 later = QDateTime::currentMSecsSinceEpoch() + 86'400'000;
    const auto uncachedPage = [&] {
        const QByteArray at
            = QDateTime::fromMSecsSinceEpoch(++later, Qt::UTC).toString(Qt::ISODateWithMs).toLatin1();
        return requestFor(
            "/api/inbox/conversations?clientId=" + session.workspace + "&at=" + at, session.token);
    };

    Series ofService;
    Series ofBare;
    Series ofPage;
    Series ofUncachedPage;
    for (int round = 0; round <= Rounds; ++round) {
        const LoadResult a = ofService.measure(service.pid(), port, [&] { return counts; });
        const LoadResult b = ofBare.measure(bare.pid(), barePort, [&] { return counts; });
        const LoadResult c = ofPage.measure(service.pid(), port, [&] { return page; });
        const LoadResult d = ofUncachedPage.measure(service.pid(), port, uncachedPage);
        if (round == 0)
            continue; // connections to the database, prepared statements
        ofService.add(a);
        ofBare.add(b);
        ofPage.add(c);
        ofUncachedPage.add(d);
    }
    report("http", ofService.figures(u"counts, cached"_s));
    report("http", ofBare.figures(u"bare QtHttpServer, the same body"_s));
    report("http",
        {{u"what"_s, u"P5: counts cached / bare QtHttpServer"_s},
            {u"ratio"_s, rounded(ofService.rate() / ofBare.rate())},
            {u"ratio_of_cpu"_s, rounded(ofBare.processorPerRequest() / ofService.processorPerRequest())}});
    report("http", ofPage.figures(u"first page, cached"_s));
    report("http", ofUncachedPage.figures(u"first page, from the database"_s));
    service.terminate();
    service.waitForExit();
    return 0;
}
