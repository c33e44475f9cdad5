// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/compression.h"
#include "tests/server/testservice.h"
#include "tests/support/rawclient.h"

#include <QJsonDocument>
#include <QLoggingCategory>
#include <QRegularExpression>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString ReadFlag = u"INBOX_READ_API_V1"_s;

/// A read route that counts its calls and answers `{"n":calls}` with an ETag.
int *addRead(TestService &service)
{
    auto calls = std::make_shared<int>(0);
    Route route;
    route.pattern = u"/api/read"_s;
    route.readFlag = ReadFlag;
    route.isTenantRead = true;
    route.handler = [calls](const HttpRequest &) {
        HttpResponse response = HttpResponse::json({{u"n"_s, ++*calls}});
        response.etag = "\"v1\"";
        response.cache = CacheSource::Materialized;
        response.timings.append({"db", 1500us});
        return Reply<HttpResponse>::ready(response);
    };
    service.routes.add(std::move(route));
    return calls.get();
}

void addFailing(
    TestService &service, const QString &pattern, const Error &error, ErrorForm form = ErrorForm::Problem)
{
    Route route;
    route.pattern = pattern;
    route.access = Access::Public;
    route.errorForm = form;
    route.handler = [error](const HttpRequest &) { return Reply<HttpResponse>::ready(error); };
    service.routes.add(std::move(route));
}

} // namespace

/// The way of a request: order of the gates, headers of every answer, errors (domain §4.1, DESIGN §8.7, ux
/// §7).
class tst_RequestPipeline : public QObject
{
    Q_OBJECT

private:
    const UserId m_user {QUuid::createUuid()};

    static RawAnswer ask(TestService &service, const QByteArray &bytes, bool isHead = false)
    {
        RawClient client(service.port);
        if (!client.connectToServer())
            return {};
        client.send(bytes);
        return client.answer(isHead);
    }
    static RawAnswer get(TestService &service, const QByteArray &path, const QByteArray &lines = {})
    {
        return ask(service, "GET " + path + " HTTP/1.1\r\nHost: t\r\n" + lines + "\r\n");
    }

private Q_SLOTS:
    void everyAnswer_carriesTheCommonHeaders()
    {
        TestService service;
        service.addGet(u"/x"_s, "ok");
        service.start();
        for (const QByteArray path : {"/x", "/nothing"}) {
            const RawAnswer answer = get(service, path);
            QCOMPARE(answer.header("x-request-id").size(), 36);
            QVERIFY(answer.header("server-timing").startsWith("total;dur="));
            QCOMPARE(answer.header("x-content-type-options"), QByteArray("nosniff"));
            QCOMPARE(answer.header("cache-control"), QByteArray("private, no-store"));
            QVERIFY(answer.header("date").endsWith(" GMT"));
            QVERIFY(answer.header("access-control-allow-origin").isEmpty());
        }
    }

    void requestId_isEchoedIfUsable_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<QByteArray>("echoed"); // empty: a new uuid
        QTest::newRow("plain") << QByteArray("abc-1") << QByteArray("abc-1");
        QTest::newRow("trimmed") << QByteArray("  abc \t") << QByteArray("abc");
        QTest::newRow("cut") << QByteArray(200, 'x') << QByteArray(128, 'x');
        QTest::newRow("blank") << QByteArray("   ") << QByteArray();
        QTest::newRow("not ASCII") << QByteArray("a\xc3\xa9") << QByteArray();
        QTest::newRow("tab inside") << QByteArray("a\tb") << QByteArray();
    }
    void requestId_isEchoedIfUsable()
    {
        QFETCH(QByteArray, sent);
        QFETCH(QByteArray, echoed);
        TestService service;
        service.addGet(u"/x"_s, "ok");
        service.start();
        const QByteArray id = get(service, "/x", "X-Request-Id: " + sent + "\r\n").header("x-request-id");
        if (echoed.isEmpty())
            QVERIFY(UserId::parse(QString::fromLatin1(id)).has_value());
        else
            QCOMPARE(id, echoed);
    }

    void methods_areMatched()
    {
        TestService service;
        service.addGet(u"/x"_s, "content");
        service.start();
        const RawAnswer wrong = ask(service, "POST /x HTTP/1.1\r\nHost: t\r\nContent-Length: 2\r\n\r\n{}");
        QCOMPARE(wrong.status, 405);
        QCOMPARE(wrong.header("allow"), QByteArray("OPTIONS, GET, HEAD"));
        QCOMPARE(wrong.json().value(u"code"_s).toString(), u"METHOD_NOT_ALLOWED"_s);
        const RawAnswer odd = ask(service, "BREW /x HTTP/1.1\r\nHost: t\r\n\r\n");
        QCOMPARE(odd.status, 405);

        const RawAnswer head = ask(service, "HEAD /x HTTP/1.1\r\nHost: t\r\n\r\n", true);
        QCOMPARE(head.status, 200);
        QCOMPARE(head.header("content-length"), QByteArray("7"));

        const RawAnswer options
            = ask(service, "OPTIONS /x HTTP/1.1\r\nHost: t\r\nOrigin: http://evil\r\n\r\n");
        QCOMPARE(options.status, 204);
        QCOMPARE(options.header("allow"), QByteArray("OPTIONS, GET, HEAD"));
        for (const auto &[name, value] : options.headers)
            QVERIFY2(!name.startsWith("access-control"), name.constData());

        QCOMPARE(get(service, "/y").json().value(u"code"_s).toString(), u"ROUTE_NOT_FOUND"_s);
        QCOMPARE(get(service, "/x/").status, 404);
    }

    void http10_isAnsweredInItsWay()
    {
        TestService service;
        service.addGet(u"/x"_s, "ok");
        service.start();
        QCOMPARE(ask(service, "GET /x HTTP/1.0\r\n\r\n").header("connection"), QByteArray("close"));
        QCOMPARE(ask(service, "GET /x HTTP/1.0\r\nConnection: keep-alive\r\n\r\n").header("connection"),
            QByteArray("keep-alive"));
    }

    /// domain §15: with the flag off an unauthenticated call gets 503 and the five headers; the fail-open
    /// header changes nothing (DESIGN §8.12).
    void killSwitch_answersBeforeAuthentication()
    {
        TestService service;
        int *calls = addRead(service);
        service.start();
        for (const QString &off : {u"0"_s, u" FALSE\n"_s, u"off"_s}) {
            service.flags.setStored({{ReadFlag, off}});
            const RawAnswer answer = get(service, "/api/read",
                "x-zrg-read-api-fail-open: server_action_unavailable\r\nX-Request-Id: r1\r\n");
            QCOMPARE(answer.status, 503);
            QCOMPARE(answer.json().value(u"success"_s).toBool(true), false);
            QCOMPARE(answer.json().value(u"error"_s).toString(), u"READ_API_DISABLED"_s);
            QCOMPARE(answer.json().value(u"code"_s).toString(), u"READ_API_DISABLED"_s);
            QCOMPARE(answer.header("x-zrg-read-api-enabled"), QByteArray("0"));
            QCOMPARE(answer.header("x-zrg-read-api-reason"), QByteArray("disabled_by_flag"));
            QCOMPARE(answer.header("x-request-id"), QByteArray("r1"));
            QCOMPARE(answer.header("cache-control"), QByteArray("private, max-age=0, must-revalidate"));
            QVERIFY(!answer.header("x-zrg-duration-ms").isEmpty());
        }
        QCOMPARE(service.authenticator.asked, 0);
        QCOMPARE(*calls, 0);
        // Table over environment over default.
        service.flags.setStored({});
        service.variables.insert(ReadFlag, u"no"_s);
        QCOMPARE(get(service, "/api/read").status, 503);
        service.flags.setStored({{ReadFlag, u" TRUE\n"_s}});
        QCOMPARE(get(service, "/api/read").status, 401);
    }

    void read_carriesItsHeadersAnd304()
    {
        TestService service;
        addRead(service);
        service.start();
        const QByteArray who = FakeAuthenticator::headerFor(m_user);
        const RawAnswer answer = get(service, "/api/read", who);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.header("x-zrg-read-api-enabled"), QByteArray("1"));
        QCOMPARE(answer.header("x-zrg-cache"), QByteArray("materialized"));
        QCOMPARE(answer.header("cache-status"), QByteArray("signalbox; fwd=miss; detail=materialized"));
        QCOMPARE(answer.header("cache-control"), QByteArray("private, no-cache"));
        QCOMPARE(answer.header("etag"), QByteArray("\"v1\""));
        QVERIFY(answer.header("vary").contains("Authorization"));
        QVERIFY(answer.header("server-timing").contains("db;dur=1.50"));
        for (const QByteArray known : {"\"v1\"", "W/\"v1\"", "\"x\", \"v1\"", "*", "\"v1-gz\""}) {
            const RawAnswer unchanged = get(service, "/api/read", who + "If-None-Match: " + known + "\r\n");
            QCOMPARE(unchanged.status, 304);
            QVERIFY(unchanged.body.isEmpty());
            QCOMPARE(unchanged.header("etag"), QByteArray("\"v1\""));
            QCOMPARE(unchanged.header("cache-control"), QByteArray("private, no-cache"));
        }
        QCOMPARE(get(service, "/api/read", who + "If-None-Match: \"v2\"\r\n").status, 200);
    }

    /// What a 304 names is the copy the client has: the compressed one has a tag of its own.
    void unchanged_forWhoTakesGzip_namesTheCompressedCopy()
    {
        TestService service;
        Route route;
        route.pattern = u"/tagged"_s;
        route.access = Access::Public;
        route.handler = [](const HttpRequest &) {
            HttpResponse response = HttpResponse::text(QByteArray(4096, 'x'), "text/plain");
            response.etag = "\"v1\"";
            return Reply<HttpResponse>::ready(response);
        };
        service.routes.add(std::move(route));
        service.start();
        const QByteArray gzip = "Accept-Encoding: gzip\r\n";
        const QByteArray tag = get(service, "/tagged", gzip).header("etag");
        QCOMPARE(tag, QByteArray("\"v1-gz\""));
        const RawAnswer unchanged = get(service, "/tagged", gzip + "If-None-Match: " + tag + "\r\n");
        QCOMPARE(unchanged.status, 304);
        QCOMPARE(unchanged.header("etag"), tag);
        QVERIFY(unchanged.header("vary").contains("apikey"));
        QCOMPARE(get(service, "/tagged", "If-None-Match: \"v1\"\r\n").header("etag"), QByteArray("\"v1\""));
    }

    /// The line is written as text: whatever a client calls its request, it stays one JSON object.
    void requestLog_isJson_whateverTheRequestIsCalled()
    {
        static QStringList lines;
        lines.clear();
        TestService service;
        service.addGet(u"/plain"_s, "x");
        service.start();
        const auto before = qInstallMessageHandler(
            [](QtMsgType, const QMessageLogContext &, const QString &text) { lines.append(text); });
        QLoggingCategory::setFilterRules(u"signalbox.server.info=true"_s);
        const RawAnswer answer = get(service, "/plain", "X-Request-Id: a\"b\\c\",\"status\":7\r\n");
        QLoggingCategory::setFilterRules({});
        qInstallMessageHandler(before);
        QCOMPARE(answer.status, 200);
        const auto wanted = std::find_if(
            lines.begin(), lines.end(), [](const QString &line) { return line.contains("http_request"_L1); });
        QVERIFY(wanted != lines.end());
        const QJsonObject line = QJsonDocument::fromJson(wanted->toUtf8()).object();
        QCOMPARE(line.value("requestId"_L1).toString(), u"a\"b\\c\",\"status\":7"_s);
        QCOMPARE(line.value("status"_L1).toInt(), 200);
        QCOMPARE(line.value("route"_L1).toString(), u"/plain"_s);
    }

    void access_isChecked()
    {
        TestService service;
        addRead(service);
        Route machine;
        machine.method = HttpMethod::Post;
        machine.pattern = u"/api/ingest"_s;
        machine.access = Access::Service;
        machine.handler
            = [](const HttpRequest &) { return Reply<HttpResponse>::ready(HttpResponse::noContent()); };
        service.routes.add(std::move(machine));
        service.start();
        const RawAnswer nobody = get(service, "/api/read");
        QCOMPARE(nobody.status, 401);
        QCOMPARE(nobody.json().value(u"error"_s).toString(), u"Not authenticated"_s);
        QVERIFY(nobody.header("www-authenticate").startsWith("Bearer"));
        QCOMPARE(get(service, "/api/read", "Authorization: Bearer service\r\n").status, 403);
        const QByteArray post = "POST /api/ingest HTTP/1.1\r\nHost: t\r\nContent-Length: 0\r\n";
        QCOMPARE(ask(service, post + "Authorization: bearer service\r\n\r\n").status, 204);
        QCOMPARE(ask(service, post + FakeAuthenticator::headerFor(m_user) + "\r\n").status, 403);
    }

    void errors_areProblems_data()
    {
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("retryable");
        using Kind = Error::Kind;
        QTest::newRow("invalid") << Kind::Invalid << u""_s << 400 << u"secret detail"_s << false;
        QTest::newRow("cursor") << Kind::Invalid << u"INVALID_CURSOR"_s << 400 << u"Invalid cursor"_s
                                << false;
        QTest::newRow("denied") << Kind::Denied << u""_s << 403 << u"Unauthorized"_s << false;
        QTest::newRow("not found") << Kind::NotFound << u""_s << 404 << u"secret detail"_s << false;
        QTest::newRow("conflict") << Kind::Conflict << u"OWN_CODE"_s << 409 << u"secret detail"_s << false;
        QTest::newRow("unavailable") << Kind::Unavailable << u""_s << 503 << u"Service unavailable"_s << true;
        QTest::newRow("timed out") << Kind::TimedOut << u""_s << 504 << u"The request took too long"_s
                                   << true;
        QTest::newRow("internal") << Kind::Internal << u""_s << 500 << u"Internal error (ref: r1)"_s << false;
    }
    void errors_areProblems()
    {
        QFETCH(Error::Kind, kind);
        QFETCH(QString, code);
        QFETCH(int, status);
        QFETCH(QString, text);
        QFETCH(bool, retryable);
        TestService service;
        addFailing(service, u"/x"_s,
            {.kind = kind, .detail = u"secret detail"_s, .code = code, .field = u"limit"_s});
        addFailing(service, u"/auth"_s, {.kind = kind, .detail = u"secret detail"_s, .code = code},
            ErrorForm::GoTrue);
        service.start();
        const RawAnswer answer = get(service, "/x?limit=1", "X-Request-Id: r1\r\n");
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.header("content-type"), QByteArray("application/problem+json"));
        const QJsonObject problem = answer.json();
        QCOMPARE(problem.value(u"status"_s).toInt(), status);
        QCOMPARE(problem.value(u"error"_s).toString(), text);
        QCOMPARE(problem.value(u"success"_s).toBool(true), false);
        QCOMPARE(problem.value(u"requestId"_s).toString(), u"r1"_s);
        QCOMPARE(problem.value(u"retryable"_s).toBool(), retryable);
        QCOMPARE(problem.value(u"field"_s).toString(), u"limit"_s);
        QCOMPARE(problem.value(u"instance"_s).toString(), u"/x"_s);
        if (!code.isEmpty())
            QCOMPARE(problem.value(u"code"_s).toString(), code);
        const QJsonObject goTrue = get(service, "/auth", "X-Request-Id: r1\r\n").json();
        QCOMPARE(goTrue.value(u"code"_s).toInt(), status);
        QCOMPARE(goTrue.value(u"msg"_s).toString(), text);
        QVERIFY(goTrue.contains(u"error_code"_s));
    }

    void deadline_answers504AndCancels()
    {
        TestService service;
        auto source = std::make_shared<std::optional<ReplySource<HttpResponse>>>();
        Route route;
        route.pattern = u"/slow"_s;
        route.access = Access::Public;
        route.deadline = 50ms;
        route.handler = [source](const HttpRequest &) {
            source->emplace();
            return (*source)->reply();
        };
        service.routes.add(std::move(route));
        service.start();
        const RawAnswer answer = get(service, "/slow");
        QCOMPARE(answer.status, 504);
        QCOMPARE(answer.json().value(u"code"_s).toString(), u"DEADLINE_EXCEEDED"_s);
        QVERIFY((*source)->stopToken().stop_requested());
        (*source)->finish(HttpResponse::noContent());
        QCOMPARE(get(service, "/none").status, 404);
    }

    void gzip_isUsedFrom1KbOn()
    {
        TestService service;
        QByteArray large;
        for (int i = 0; i < 3000; ++i)
            large += QByteArray::number(i * 7919) + ' ';
        service.addGet(u"/small"_s, QByteArray(1023, 'x'));
        service.addGet(u"/medium"_s, QByteArray(1024, 'x'));
        service.addGet(u"/large"_s, large); // compressed by a worker
        service.start();
        QVERIFY(get(service, "/small", "Accept-Encoding: gzip\r\n").header("content-encoding").isEmpty());
        QVERIFY(get(service, "/medium", "Accept-Encoding: br, gzip;q=0\r\n")
                    .header("content-encoding")
                    .isEmpty());
        QVERIFY(get(service, "/medium").header("content-encoding").isEmpty());
        for (const QByteArray path : {"/medium", "/large"}) {
            const RawAnswer answer = get(service, path, "Accept-Encoding: br, gzip;q=0.5\r\n");
            QCOMPARE(answer.header("content-encoding"), QByteArray("gzip"));
            QVERIFY(answer.header("vary").contains("Accept-Encoding"));
            QCOMPARE(answer.body, gzipped(path == "/large" ? large : QByteArray(1024, 'x')));
            QVERIFY(answer.body.startsWith("\x1f\x8b"));
        }
    }

    void rateLimit_answers429()
    {
        TestService service({}, {.perSecond = 0.5, .burst = 3});
        addRead(service);
        service.start();
        const QByteArray who = FakeAuthenticator::headerFor(m_user);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(get(service, "/api/read", who).status, 200);
        const RawAnswer answer = get(service, "/api/read", who);
        QCOMPARE(answer.status, 429);
        QCOMPARE(answer.json().value(u"code"_s).toString(), u"RATE_LIMITED"_s);
        QVERIFY(answer.header("retry-after").toInt() >= 1);
        QCOMPARE(get(service, "/api/read", FakeAuthenticator::headerFor(UserId {QUuid::createUuid()})).status,
            200);
    }

    void operations_answer()
    {
        TestService service;
        bool isHanging = true;
        ReplySource<QString> never;
        Operations operations {service.metrics, service.clock,
            {{u"fine"_s, [] { return Reply<QString>::ready(u"version 7"_s); }},
                {u"hanging"_s, [&] { return isHanging ? never.reply() : Reply<QString>::ready(u"well"_s); }}},
            [&] { return service.server.isDraining(); }, 60ms};
        addOperationsRoutes(service.routes, operations);
        service.start();
        QCOMPARE(get(service, "/healthz").status, 200);
        const RawAnswer late = get(service, "/readyz");
        QCOMPARE(late.status, 503);
        const QJsonObject checks = late.json().value(u"checks"_s).toObject();
        QCOMPARE(checks.value(u"fine"_s).toObject().value(u"ok"_s).toBool(), true);
        QCOMPARE(checks.value(u"hanging"_s).toObject().value(u"ok"_s).toBool(true), false);
        isHanging = false;
        QCOMPARE(get(service, "/readyz").status, 200);

        RawClient open(service.port);
        QVERIFY(open.connectToServer());
        open.send("GET /readyz HT");
        QTRY_COMPARE(service.server.guard().connectionCount(), 1);
        service.server.drain();
        open.send("TP/1.1\r\nHost: t\r\n\r\n");
        const RawAnswer draining = open.answer();
        QCOMPARE(draining.status, 503);
        QCOMPARE(draining.json().value(u"status"_s).toString(), u"draining"_s);
    }

    /// Each line of /metrics is a comment or a sample; figures move; no path, id or query is in a label.
    void metrics_countRequests()
    {
        TestService service;
        Operations operations {service.metrics, service.clock, {}, [] { return false; }};
        addOperationsRoutes(service.routes, operations);
        service.start();
        QCOMPARE(get(service, "/healthz?clientId=secret").status, 200);
        QCOMPARE(get(service, "/a/secret/path").status, 404);
        const RawAnswer answer = get(service, "/metrics");
        QCOMPARE(answer.header("content-type"), QByteArray("text/plain; version=0.0.4; charset=utf-8"));
        QVERIFY(answer.body.contains(
            "signalbox_http_requests_total{method=\"GET\",route=\"/healthz\",status=\"200\"} 1\n"));
        QVERIFY(answer.body.contains(
            "signalbox_http_requests_total{method=\"GET\",route=\"unmatched\",status=\"404\"} 1\n"));
        QVERIFY(
            answer.body.contains("signalbox_http_request_duration_seconds_count{route=\"/healthz\"} 1\n"));
        QVERIFY(answer.body.contains("signalbox_build_info{version=\"" SIGNALBOX_VERSION "\""));
        QVERIFY(!answer.body.contains("secret"));
        static const QRegularExpression sample(
            u"^([a-z_]+(\\{[a-z]+=\"[^\"]*\"(,[a-z]+=\"[^\"]*\")*\\})? [0-9.e+-]+|# (HELP|TYPE) [a-z_]+ .+)$"_s);
        for (const QByteArray &line : answer.body.trimmed().split('\n'))
            QVERIFY2(sample.match(QString::fromUtf8(line)).hasMatch(), line.constData());
    }
};

QTEST_GUILESS_MAIN(tst_RequestPipeline)
#include "tst_requestpipeline.moc"
