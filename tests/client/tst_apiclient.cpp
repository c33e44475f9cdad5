// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/apiclient.h"
#include "tests/client/scriptedserver.h"
#include "tests/support/manualclock.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Kind = Error::Kind;
using State = ConnectionStatus::State;

const ApiRequest Counts {.path = u"/api/inbox/counts"_s};

SessionTokens tokens(const Clock &clock, const QString &access, std::chrono::seconds life = 1h, int user = 1)
{
    return {access, u"refresh-of-"_s + access, clock.now() + life,
        {{QUuid(uint(user), 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)}}};
}

QByteArray sessionBody(const QByteArray &access)
{
    return R"({"access_token":")" + access + R"(","refresh_token":"refresh-of-)" + access
        + R"(","expires_in":3600,"token_type":"bearer","user":{"id":"00000001-0000-0000-0000-000000000001",)"
          R"("email":"a@example.org","user_metadata":{"name":"A"}}})";
}

QByteArray bearer(const ScriptedServer::Request &request)
{
    return request.headers.value("authorization");
}

} // namespace

class tst_ApiClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<ScriptedServer>();
        m_client = std::make_unique<ApiClient>(config(m_server->url()), m_clock);
        m_client->setSession(tokens(m_clock, u"one"_s));
        m_answers.clear();
        m_kept.clear();
    }

    void cleanup()
    {
        QCOMPARE(m_server->nothingLeft(), QString());
        QCOMPARE(m_client->callsInFlight(), 0);
        m_client.reset();
    }

    void call_carriesTokenAndRequestId()
    {
        m_server->expect(
            "GET /api/inbox/counts?clientId=a%26b%20%2Bc ", ok("{}", "X-Request-Id: theirs\r\n"));
        ApiRequest request = Counts;
        request.query = {{u"clientId"_s, u"a&b +c"_s}};
        ask(request);
        QTRY_COMPARE(m_answers.size(), 1);
        QVERIFY(m_answers.first().has_value());
        QCOMPARE(m_answers.first()->requestId, u"theirs"_s);
        const auto &sent = m_server->requests().first();
        QCOMPARE(bearer(sent), "Bearer one"_ba);
        QVERIFY(!QUuid::fromString(QString::fromLatin1(sent.headers.value("x-request-id"))).isNull());
        QVERIFY(sent.headers.value("accept-encoding").contains("gzip"));
        QVERIFY(!sent.headers.contains("cookie"));
    }

    void gzippedAnswer_isUnpacked()
    {
        // `{"a":1}` by gzip.
        const auto packed = QByteArray::fromHex("1f8b0800000000000203ab564a54b232ac0500afac1b5607000000");
        m_server->expect("GET /api/inbox/counts", ok(packed, "Content-Encoding: gzip\r\n"));
        ask(Counts);
        QTRY_COMPARE(m_answers.size(), 1);
        QVERIFY(m_answers.first().has_value());
        QCOMPARE(m_answers.first()->body, R"({"a":1})"_ba);
    }

    void expiredToken_isRenewedOnceForAllThatWait()
    {
        for (int i = 0; i < 4; ++i)
            m_server->expect("GET /api/inbox/counts", ScriptedServer::answer(401, "{}"));
        m_server->expect("POST /auth/v1/token?grant_type=refresh_token", ok(sessionBody("two")));
        for (int i = 0; i < 4; ++i)
            m_server->expect("GET /api/inbox/counts", ok("{}"));
        QSignalSpy renewed(m_client.get(), &ServiceConnection::sessionRenewed);
        QSignalSpy ended(m_client.get(), &ServiceConnection::sessionEnded);
        for (int i = 0; i < 4; ++i)
            ask(Counts);
        QTRY_COMPARE(m_answers.size(), 4);
        for (const auto &answer : m_answers)
            QVERIFY(answer.has_value());
        QCOMPARE(renewed.size(), 1);
        QCOMPARE(ended.size(), 0);
        QVERIFY(m_server->requests().at(4).body.contains("refresh-of-one"));
        QCOMPARE(bearer(m_server->requests().at(4)), QByteArray());
        QCOMPARE(bearer(m_server->requests().at(8)), "Bearer two"_ba);
    }

    void callThatLeftBeforeTheRenewal_isRepeatedWithoutAnother()
    {
        m_server->expect("GET /slow", {});
        m_server->expect("GET /api/inbox/counts", ScriptedServer::answer(401, "{}"));
        m_server->expect("POST /auth/v1/token", ok(sessionBody("two")));
        m_server->expect("GET /api/inbox/counts", ok("{}"));
        ask({.path = u"/slow"_s});
        QTRY_COMPARE(m_server->requests().size(), 1);
        ask(Counts);
        QTRY_COMPARE(m_answers.size(), 1);
        // The slow one is only now refused, with the token it left with.
        m_server->expect("GET /slow", ok("{}"));
        m_server->answerHeld(ScriptedServer::answer(401, "{}"));
        QTRY_COMPARE(m_answers.size(), 2);
        QVERIFY(m_answers.last().has_value());
        QCOMPARE(bearer(m_server->requests().last()), "Bearer two"_ba);
    }

    void secondRefusal_endsTheSession()
    {
        m_server->expect("GET /api/inbox/counts", ScriptedServer::answer(401, "{}"));
        m_server->expect("POST /auth/v1/token", ok(sessionBody("two")));
        m_server->expect("GET /api/inbox/counts", ScriptedServer::answer(401, "{}"));
        QSignalSpy ended(m_client.get(), &ServiceConnection::sessionEnded);
        ask(Counts);
        QTRY_COMPARE(m_answers.size(), 1);
        QCOMPARE(m_answers.first().error().kind, Kind::Unauthenticated);
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(!m_client->hasSession());
        ask(Counts); // and nothing more goes over the wire
        QTRY_COMPARE(m_answers.size(), 2);
        QCOMPARE(m_answers.last().error().kind, Kind::Unauthenticated);
    }

    void refusedRenewal_endsTheSessionOnceForAll()
    {
        m_server->expect("GET /api/inbox/counts", ScriptedServer::answer(401, "{}"));
        m_server->expect("GET /api/inbox/counts", ScriptedServer::answer(401, "{}"));
        m_server->expect("POST /auth/v1/token",
            ScriptedServer::answer(
                400, R"({"code":400,"error_code":"refresh_token_already_used","msg":"used"})"));
        QSignalSpy ended(m_client.get(), &ServiceConnection::sessionEnded);
        ask(Counts);
        ask(Counts);
        QTRY_COMPARE(m_answers.size(), 2);
        for (const auto &answer : m_answers)
            QCOMPARE(answer.error().kind, Kind::Unauthenticated);
        QCOMPARE(m_answers.first().error().code, u"refresh_token_already_used"_s);
        QCOMPARE(ended.size(), 1);
    }

    void renewalThatFindsTheServiceAway_keepsTheSession()
    {
        m_server->expect("GET /api/inbox/counts", ScriptedServer::answer(401, "{}"));
        m_server->expect("POST /auth/v1/token", ScriptedServer::answer(503, "{}"));
        QSignalSpy ended(m_client.get(), &ServiceConnection::sessionEnded);
        ask(Counts);
        QTRY_COMPARE(m_answers.size(), 1);
        QCOMPARE(m_answers.first().error().kind, Kind::Unavailable);
        QCOMPARE(ended.size(), 0);
        QVERIFY(m_client->hasSession());
    }

    void tokenAboutToEnd_isRenewedBeforeItIsUsed()
    {
        m_clock.advance(59min + 30s);
        m_server->expect("POST /auth/v1/token", ok(sessionBody("two")));
        m_server->expect("GET /api/inbox/counts", ok("{}"));
        m_server->expect("GET /api/inbox/counts", ok("{}"));
        ask(Counts);
        ask(Counts);
        QTRY_COMPARE(m_answers.size(), 2);
        QCOMPARE(bearer(m_server->requests().at(1)), "Bearer two"_ba);
    }

    void cancelledCall_closesItsSocketAndSaysNothing()
    {
        m_server->expect("GET /api/inbox/counts", {});
        Reply<ApiAnswer> reply = begin(Counts);
        QTRY_COMPARE(m_server->requests().size(), 1);
        QCOMPARE(m_server->connectionCount(), 1);
        reply.cancel();
        QTRY_COMPARE(m_server->connectionCount(), 0);
        QTRY_COMPARE(m_client->callsInFlight(), 0);
        QVERIFY(m_answers.isEmpty());
        QVERIFY(m_client->status().state != State::Reconnecting);
    }

    void cancelledCall_waitingForTheRenewal_isNotRepeated()
    {
        m_server->expect("GET /api/inbox/counts", ScriptedServer::answer(401, "{}"));
        m_server->expect("POST /auth/v1/token", {});
        Reply<ApiAnswer> reply = begin(Counts);
        QTRY_COMPARE(m_server->requests().size(), 2);
        reply.cancel();
        QTRY_COMPARE(m_client->callsInFlight(), 1); // the renewal itself
        m_server->answerHeld(ok(sessionBody("two")));
        QTRY_COMPARE(m_client->callsInFlight(), 0);
        QVERIFY(m_answers.isEmpty());
    }

    void silence_endsAtTheDeadlineAndAsksForTheWay()
    {
        m_server->expect("GET /api/inbox/counts", {});
        m_server->expect("GET /healthz", ok("{}"));
        ApiRequest request = Counts;
        request.deadline = 50ms;
        ask(request);
        QTRY_COMPARE(m_answers.size(), 1);
        QCOMPARE(m_answers.first().error().kind, Kind::TimedOut);
        QVERIFY(!m_answers.first().error().requestId.isEmpty());
        QTRY_COMPARE(m_client->status().state, State::Connected);
        QTRY_COMPARE(m_client->callsInFlight(), 0);
    }

    void keptAnswer_isAskedForByItsTag()
    {
        ApiRequest request = Counts;
        request.isCacheable = true;
        m_server->expect("GET /api/inbox/counts", ok("{\"n\":1}", "ETag: \"v1\"\r\n"));
        m_server->expect("GET /api/inbox/counts", ScriptedServer::answer(304, {}, "ETag: \"v1\"\r\n"));
        m_server->expect("GET /api/inbox/counts", ok("{\"n\":2}", "ETag: \"v2\"\r\n"));
        for (int i = 1; i <= 3; ++i) {
            ask(request);
            QTRY_COMPARE(m_answers.size(), i);
        }
        QVERIFY(!m_server->requests().at(0).headers.contains("if-none-match"));
        QCOMPARE(m_server->requests().at(1).headers.value("if-none-match"), "\"v1\""_ba);
        QCOMPARE(m_answers.at(1)->body, "{\"n\":1}"_ba);
        QVERIFY(m_answers.at(1)->isFromCache);
        QCOMPARE(m_answers.at(2)->body, "{\"n\":2}"_ba);
        QVERIFY(!m_answers.at(2)->isFromCache);
    }

    void keptAnswer_isNotForTheNextPerson()
    {
        ApiRequest request = Counts;
        request.isCacheable = true;
        m_server->expect("GET /api/inbox/counts", ok("{\"n\":1}", "ETag: \"v1\"\r\n"));
        m_server->expect("GET /api/inbox/counts", ok("{\"n\":2}"));
        ask(request);
        QTRY_COMPARE(m_answers.size(), 1);
        m_client->setSession(tokens(m_clock, u"other"_s, 1h, 2));
        ask(request);
        QTRY_COMPARE(m_answers.size(), 2);
        QVERIFY(!m_server->requests().at(1).headers.contains("if-none-match"));
    }

    void errorAnswer_isUnderstood_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("field");
        const QByteArray page = "<html>Bad gateway</html>";
        QTest::newRow("a problem names its field")
            << 400
            << R"({"error":"Invalid cursor","code":"INVALID_CURSOR","field":"cursor","requestId":"r"})"_ba
            << Kind::Invalid << u"INVALID_CURSOR"_s << u"cursor"_s;
        QTest::newRow("the kill switch")
            << 503 << R"({"success":false,"error":"READ_API_DISABLED","code":"READ_API_DISABLED"})"_ba
            << Kind::Unavailable << u"READ_API_DISABLED"_s << QString();
        QTest::newRow("forbidden") << 403 << "{}"_ba << Kind::Denied << QString() << QString();
        QTest::newRow("not found") << 404 << R"({"error":"Lead not found"})"_ba << Kind::NotFound << QString()
                                   << QString();
        QTest::newRow("conflict") << 409 << "{}"_ba << Kind::Conflict << QString() << QString();
        QTest::newRow("too many") << 429 << "{}"_ba << Kind::Unavailable << QString() << QString();
        QTest::newRow("our defect") << 500 << "{}"_ba << Kind::Internal << QString() << QString();
        QTest::newRow("a proxy's page") << 502 << page << Kind::Unavailable << QString() << QString();
        QTest::newRow("too late") << 504 << page << Kind::TimedOut << QString() << QString();
        QTest::newRow("a redirect is not followed")
            << 302 << page << Kind::Internal << QString() << QString();
    }
    void errorAnswer_isUnderstood()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        m_server->expect("GET /api/inbox/counts",
            ScriptedServer::answer(
                status, body, "Retry-After: 7\r\nX-Request-Id: r\r\nLocation: http://127.0.0.1:1/\r\n"));
        ask(Counts);
        QTRY_COMPARE(m_answers.size(), 1);
        QVERIFY(!m_answers.first().has_value());
        const Error error = m_answers.first().error();
        QTEST(error.kind, "kind");
        QTEST(error.code, "code");
        QTEST(error.field, "field");
        QCOMPARE(error.requestId, u"r"_s);
        QCOMPARE(error.retryAfterSeconds, 7);
        QVERIFY(!error.detail.isEmpty());
        QCOMPARE(m_client->status().state, State::Connected); // an answer, whatever it says
    }

    void answerThatBreaksOff_isNoAnswer()
    {
        m_server->expect("GET /api/inbox/counts",
            "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"success\"", ScriptedServer::Then::Close);
        m_server->expect("GET /healthz", ok("{}"));
        ask(Counts);
        QTRY_COMPARE(m_answers.size(), 1);
        QVERIFY(!m_answers.first().has_value());
        QCOMPARE(m_answers.first().error().kind, Kind::Unavailable);
        QCOMPARE(m_answers.first().error().code, u"CONNECTION_LOST"_s);
        QTRY_COMPARE(m_client->status().state, State::Connected);
        QTRY_COMPARE(m_client->callsInFlight(), 0);
    }

    void serviceThatGoesAndComes_isFollowed()
    {
        QList<State> states;
        connect(m_client.get(), &ServiceConnection::statusChanged, this, [&] {
            if (states.isEmpty() || states.last() != m_client->status().state)
                states += m_client->status().state;
        });
        QCOMPARE(m_client->status().state, State::Connecting);
        m_server->expect("GET /api/inbox/counts", ok("{}"));
        ask(Counts);
        QTRY_COMPARE(m_answers.size(), 1);
        QVERIFY(m_client->status().latency.has_value());

        m_server->vanish();
        ask(Counts);
        QTRY_COMPARE(m_answers.size(), 2);
        QCOMPARE(m_answers.last().error().code, u"CONNECTION_REFUSED"_s);
        QTRY_COMPARE(m_client->status().state, State::Offline);
        QVERIFY(!m_client->status().latency.has_value());
        m_server->expect("GET /healthz", ok("{}"));
        m_server->resume();
        QTRY_COMPARE(m_client->status().state, State::Connected);
        QCOMPARE(
            states, QList<State>({State::Connected, State::Reconnecting, State::Offline, State::Connected}));
        QTRY_COMPARE(m_client->callsInFlight(), 0);
    }

    void unknownHost_isToldApart()
    {
        m_client = std::make_unique<ApiClient>(config(QUrl(u"http://signalbox.invalid:1"_s)), m_clock);
        m_client->setSession(tokens(m_clock, u"one"_s));
        ask(Counts);
        QTRY_COMPARE(m_answers.size(), 1);
        QCOMPARE(m_answers.first().error().code, u"HOST_NOT_FOUND"_s);
        m_client.reset(new ApiClient(config(m_server->url()), m_clock));
    }

    void certificateNobodyVouchesFor_isToldApart()
    {
        const QTemporaryDir directory;
        QVERIFY(makeCertificate(directory));
        const ScriptedServer server(
            contents(directory.filePath(u"certificate.pem"_s)), contents(directory.filePath(u"key.pem"_s)));
        m_client = std::make_unique<ApiClient>(config(server.url()), m_clock);
        m_client->setSession(tokens(m_clock, u"one"_s));
        ask(Counts);
        QTRY_COMPARE(m_answers.size(), 1);
        QCOMPARE(m_answers.first().error().kind, Kind::Unavailable);
        QCOMPARE(m_answers.first().error().code, u"TLS_UNTRUSTED"_s);
        m_client.reset(new ApiClient(config(m_server->url()), m_clock));
    }

    void clientThatGoes_takesItsCallsAlong()
    {
        m_server->expect("GET /api/inbox/counts", {});
        const Reply<ApiAnswer> reply = begin(Counts);
        QTRY_COMPARE(m_server->requests().size(), 1);
        m_client.reset(new ApiClient(config(m_server->url()), m_clock));
        QTRY_COMPARE(m_server->connectionCount(), 0);
        QVERIFY(m_answers.isEmpty());
        QVERIFY(reply.isFinished());
    }

    void signingOut_answersThoseThatWait()
    {
        m_server->expect("GET /api/inbox/counts", ScriptedServer::answer(401, "{}"));
        m_server->expect("POST /auth/v1/token", {});
        ask(Counts);
        QTRY_COMPARE(m_server->requests().size(), 2);
        m_client->clearSession();
        QTRY_COMPARE(m_answers.size(), 1);
        QCOMPARE(m_answers.first().error().kind, Kind::Unauthenticated);
        QTRY_COMPARE(m_client->callsInFlight(), 0);
    }

private:
    static ApiClient::Config config(const QUrl &server)
    {
        return {.server = server, .firstRetry = 10ms, .longestRetry = 40ms, .jitter = [] { return 0.0; }};
    }

    static QByteArray ok(const QByteArray &body, const QByteArray &headers = {})
    {
        return ScriptedServer::answer(200, body, headers);
    }

    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static bool makeCertificate(const QTemporaryDir &directory)
    {
        QProcess openssl;
        openssl.setWorkingDirectory(directory.path());
        openssl.start(u"openssl"_s,
            {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-days"_s, u"2"_s, u"-subj"_s,
                u"/CN=127.0.0.1"_s, u"-addext"_s, u"subjectAltName=IP:127.0.0.1"_s, u"-keyout"_s,
                u"key.pem"_s, u"-out"_s, u"certificate.pem"_s});
        return openssl.waitForFinished() && openssl.exitCode() == 0;
    }

    void ask(const ApiRequest &request) { m_kept.append(begin(request)); }

    Reply<ApiAnswer> begin(const ApiRequest &request)
    {
        const auto reply = m_client->send<ApiAnswer>(
            request, [](const ApiAnswer &answer) { return Result<ApiAnswer>(answer); });
        deliver(reply, this, [this](const Result<ApiAnswer> &answer) { m_answers.append(answer); });
        return reply;
    }

    ManualClock m_clock;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<ApiClient> m_client;
    QList<Result<ApiAnswer>> m_answers;
    QList<Reply<ApiAnswer>> m_kept;
};

QTEST_GUILESS_MAIN(tst_ApiClient)
#include "tst_apiclient.moc"
