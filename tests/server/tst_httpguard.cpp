// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/testservice.h"
#include "tests/support/rawclient.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>
#include <QtWebSockets/QWebSocket>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

HttpLimits hastyLimits()
{
    HttpLimits limits;
    limits.headTimeout = 150ms;
    limits.idleTimeout = 300ms;
    limits.bodyTimeout = 150ms;
    limits.writeTimeout = 200ms;
    limits.lingerTimeout = 100ms;
    limits.abandonTimeout = 150ms;
    return limits;
}

/// Adds a public route whose answers wait until the test gives them.
QList<ReplySource<HttpResponse>> *addWaiting(TestService &service, const QString &pattern)
{
    auto waiting = std::make_shared<QList<ReplySource<HttpResponse>>>();
    Route route;
    route.pattern = pattern;
    route.access = Access::Public;
    route.handler = [waiting](const HttpRequest &) {
        waiting->append(ReplySource<HttpResponse>());
        return waiting->last().reply();
    };
    service.routes.add(std::move(route));
    return waiting.get();
}

/// A public POST that answers with the size of the body it got.
void addUpload(TestService &service, const QString &pattern, qint64 limit, Access access = Access::Public)
{
    Route route;
    route.method = HttpMethod::Post;
    route.pattern = pattern;
    route.access = access;
    route.bodyLimitBytes = limit;
    route.handler = [](const HttpRequest &request) {
        return Reply<HttpResponse>::ready(
            HttpResponse::text(QByteArray::number(request.body.size()), "text/plain"));
    };
    service.routes.add(std::move(route));
}

} // namespace

/// What the one port does with clients that are broken, slow, greedy or gone (DESIGN D6, §6).
class tst_HttpGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void garbage_isAnswered400AndClosed()
    {
        TestService service;
        RawClient client(service.start());
        QVERIFY(client.connectToServer());
        client.send("\x16\x03\x01 hello");
        const RawAnswer answer = client.answer();
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.header("content-type"), QByteArray("application/problem+json"));
        QCOMPARE(answer.header("connection"), QByteArray("close"));
        QCOMPARE(answer.json().value(u"code"_s).toString(), u"MALFORMED_REQUEST"_s);
        QVERIFY(!answer.json().value(u"requestId"_s).toString().isEmpty());
        QVERIFY(client.waitForClose());
    }

    void oversize_isRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        const QByteArray post = "POST /upload HTTP/1.1\r\nHost: a\r\n";
        QTest::newRow("head") << "GET / HTTP/1.1\r\nHost: a\r\nX: " + QByteArray(60000, 'x') + "\r\n\r\n"
                              << 431;
        QTest::newRow("target") << "GET /" + QByteArray(60000, 'x') + " HTTP/1.1\r\nHost: a\r\n\r\n" << 414;
        QTest::newRow("declared body") << post + "Content-Length: 2000001\r\n\r\n" << 413;
        QTest::newRow("sent body") << post + "Content-Length: 2000001\r\n\r\n" + QByteArray(2000001, 'x')
                                   << 413;
        QTest::newRow("chunked body") << post + "Transfer-Encoding: chunked\r\n\r\n1e8481\r\n"
                + QByteArray(2000001, 'x')
                + "\r\n0\r\n\r\n" << 413;
        QTest::newRow("many small chunks") << post + "Transfer-Encoding: chunked\r\n\r\n"
                + QByteArray("400\r\n" + QByteArray(1024, 'x') + "\r\n").repeated(1100)
                                           << 413;
    }
    /// The answer arrives although the client is still sending.
    void oversize_isRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        TestService service;
        addUpload(service, u"/upload"_s, 1 << 20);
        RawClient client(service.start());
        QVERIFY(client.connectToServer());
        client.send(bytes);
        QCOMPARE(client.answer().status, status);
    }

    void body_upToTheLimit_isTaken()
    {
        TestService service;
        addUpload(service, u"/upload"_s, 8 << 20);
        RawClient client(service.start());
        QVERIFY(client.connectToServer());
        client.send(
            "POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: 8388608\r\n\r\n" + QByteArray(8 << 20, 'x'));
        QCOMPARE(client.answer(false, 20000).body, QByteArray("8388608"));
    }

    void expectContinue_isInvitedOrRefused()
    {
        TestService service;
        addUpload(service, u"/upload"_s, 100);
        RawClient client(service.start());
        QVERIFY(client.connectToServer());
        client.send("POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
        QCOMPARE(client.answer().status, 100);
        client.send("abc");
        QCOMPARE(client.answer().body, QByteArray("3"));
        client.send(
            "POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: 101\r\nExpect: 100-continue\r\n\r\n");
        QCOMPARE(client.answer().status, 413);
    }

    /// A route with a large limit takes nothing in before it knows who sends.
    void largeBody_withoutCredentials_isRefusedAtTheHead()
    {
        TestService service;
        addUpload(service, u"/ingest"_s, 64 << 20, Access::Service);
        RawClient client(service.start());
        QVERIFY(client.connectToServer());
        client.send("POST /ingest HTTP/1.1\r\nHost: a\r\nContent-Length: 60000000\r\n\r\n");
        QCOMPARE(client.answer().status, 401);

        RawClient known(service.port);
        QVERIFY(known.connectToServer());
        service.authenticator.isSlow = true;
        known.send("POST /ingest HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer service\r\nContent-Length: "
                   "5\r\n\r\nabcde");
        QTRY_COMPARE(service.authenticator.waiting.size(), 1);
        service.authenticator.isSlow = false;
        service.authenticator.waiting.first().finish(Caller {.isService = true});
        QCOMPARE(known.answer().body, QByteArray("5"));
    }

    void uploads_overTheSharedBudget_areTurnedAway()
    {
        HttpLimits limits;
        limits.bufferedBodyBytes = 1 << 20;
        TestService service(limits);
        addUpload(service, u"/upload"_s, 1 << 20);
        service.start();
        const QByteArray half
            = "POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: 900000\r\n\r\n" + QByteArray(700000, 'x');
        RawClient first(service.port);
        RawClient second(service.port);
        QVERIFY(first.connectToServer() && second.connectToServer());
        first.send(half);
        QTest::qWait(50); // nothing happens: the first upload is within the budget
        QVERIFY(first.isOpen() && first.unread().isEmpty());
        second.send(half);
        QCOMPARE(second.answer().status, 503);
        first.send(QByteArray(200000, 'x'));
        QCOMPARE(first.answer().body, QByteArray("900000"));
    }

    void slowHead_isTimedOut()
    {
        TestService service(hastyLimits());
        service.addGet(u"/"_s, "ok");
        RawClient client(service.start());
        QVERIFY(client.connectToServer());
        client.send("GET / HT");
        QCOMPARE(client.answer().status, 408);
        QVERIFY(client.waitForClose());
    }

    void silence_isClosedWithoutAWord()
    {
        TestService service(hastyLimits());
        service.addGet(u"/"_s, "ok");
        RawClient silent(service.start());
        QVERIFY(silent.connectToServer());
        QVERIFY(silent.waitForClose());
        QVERIFY(silent.unread().isEmpty());

        RawClient idle(service.port);
        QVERIFY(idle.connectToServer());
        idle.get("/");
        QCOMPARE(idle.answer().status, 200);
        QVERIFY(idle.waitForClose());
        QVERIFY(idle.unread().isEmpty());
    }

    void slowBody_isTimedOut()
    {
        TestService service(hastyLimits());
        addUpload(service, u"/upload"_s, 1 << 20);
        RawClient client(service.start());
        QVERIFY(client.connectToServer());
        client.send("POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nabc");
        QCOMPARE(client.answer().status, 408);
    }

    void slowReader_isCut()
    {
        HttpLimits limits = hastyLimits();
        limits.slowestBytesPerSecond = 100 << 20;
        TestService service(limits);
        service.addGet(u"/large"_s, QByteArray(32 << 20, 'x'));
        RawClient client(service.start());
        QVERIFY(client.connectToServer());
        client.socket().setReadBufferSize(1000);
        QObject::disconnect(&client.socket(), &QTcpSocket::readyRead, nullptr, nullptr);
        client.get("/large");
        QTRY_COMPARE(service.server.guard().connectionCount(), 1);
        QTRY_COMPARE(service.server.guard().connectionCount(), 0);
    }

    void halfClosed_stillGetsItsAnswer()
    {
        TestService service;
        service.addGet(u"/now"_s, "now");
        auto *waiting = addWaiting(service, u"/later"_s);
        service.start();
        RawClient client(service.port);
        QVERIFY(client.connectToServer());
        client.get("/now");
        client.get("/later");
        client.finishWriting();
        QCOMPARE(client.answer().body, QByteArray("now"));
        QTRY_COMPARE(waiting->size(), 1);
        waiting->first().finish(HttpResponse::text("later", "text/plain"));
        QCOMPARE(client.answer().body, QByteArray("later"));
        QVERIFY(client.waitForClose());
    }

    void gone_cancelsItsWork()
    {
        TestService service(hastyLimits());
        auto *waiting = addWaiting(service, u"/later"_s);
        service.start();
        for (const bool isReset : {false, true}) {
            RawClient client(service.port);
            QVERIFY(client.connectToServer());
            client.get("/later");
            QTRY_COMPARE(waiting->size(), 1);
            if (isReset) {
                client.close();
            } else {
                client.finishWriting();
            }
            QTRY_VERIFY(waiting->first().stopToken().stop_requested());
            waiting->first().finish(
                HttpResponse::text("too late", "text/plain")); // into the void, without harm
            QTRY_COMPARE(service.server.guard().connectionCount(), 0);
            waiting->clear();
        }
    }

    void pipelined_answersComeInOrder()
    {
        TestService service;
        service.addGet(u"/fast"_s, "fast");
        auto *waiting = addWaiting(service, u"/slow"_s);
        service.start();
        RawClient client(service.port);
        QVERIFY(client.connectToServer());
        client.send("GET /slow HTTP/1.1\r\nHost: a\r\nX-Request-Id: 1\r\n\r\n"
                    "GET /fast HTTP/1.1\r\nHost: a\r\nX-Request-Id: 2\r\n\r\n"
                    "GET /slow HTTP/1.1\r\nHost: a\r\nX-Request-Id: 3\r\n\r\n"
                    "GET /none HTTP/1.1\r\nHost: a\r\nX-Request-Id: 4\r\n\r\n");
        QTRY_COMPARE(waiting->size(), 1);
        waiting->first().finish(HttpResponse::text("slow 1", "text/plain"));
        QTRY_COMPARE(waiting->size(), 2);
        waiting->last().finish(HttpResponse::text("slow 3", "text/plain"));
        for (const char *id : {"1", "2", "3", "4"})
            QCOMPARE(client.answer().header("x-request-id"), QByteArray(id));
        QVERIFY(client.isOpen());
    }

    void pipelined_flood_isAllAnswered()
    {
        TestService service;
        service.addGet(u"/"_s, QByteArray(300, 'x'));
        service.start();
        RawClient client(service.port);
        QVERIFY(client.connectToServer());
        constexpr int Count = 5000;
        client.send(QByteArray("GET / HTTP/1.1\r\nHost: a\r\n\r\n").repeated(Count));
        for (int i = 0; i < Count; ++i)
            QCOMPARE(client.answer().status, 200);
    }

    void thousandConnections_areServedAtOnce()
    {
        TestService service;
        service.addGet(u"/"_s, "ok");
        service.start();
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 1000; ++i) {
            clients.push_back(std::make_unique<RawClient>(service.port));
            QVERIFY(clients.back()->connectToServer());
        }
        QTRY_COMPARE(service.server.guard().connectionCount(), 1000);
        for (const auto &client : clients)
            client->get("/");
        for (const auto &client : clients)
            QCOMPARE(client->answer().body, QByteArray("ok"));
        clients.clear();
        QTRY_COMPARE(service.server.guard().connectionCount(), 0);
    }

    void connections_overTheLimit_areTold()
    {
        HttpLimits limits;
        limits.connections = 10;
        limits.connectionsPerAddress = 5;
        TestService service(limits);
        service.addGet(u"/"_s, "ok");
        service.start();
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 5; ++i) {
            clients.push_back(std::make_unique<RawClient>(service.port));
            QVERIFY(clients.back()->connectToServer());
        }
        QTRY_COMPARE(service.server.guard().connectionCount(), 5);
        RawClient sixth(service.port);
        QVERIFY(sixth.connectToServer());
        const RawAnswer refusal = sixth.answer();
        QCOMPARE(refusal.status, 503);
        QCOMPARE(refusal.json().value(u"code"_s).toString(), u"TOO_MANY_CONNECTIONS"_s);
        clients.pop_back();
        QTRY_COMPARE(service.server.guard().connectionCount(), 4);
        RawClient again(service.port);
        QVERIFY(again.connectToServer());
        again.get("/");
        QCOMPARE(again.answer().status, 200);
    }

    /// Clients that do every wrong thing at random moments leave nothing behind and disturb nobody.
    void chaos_leavesTheServiceWell()
    {
        TestService service(hastyLimits());
        service.addGet(u"/"_s, QByteArray(20000, 'x'));
        auto *waiting = addWaiting(service, u"/later"_s);
        addUpload(service, u"/upload"_s, 1 << 20);
        service.start();
        QRandomGenerator random(42);
        const QList<QByteArray> openings {"GET / HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /later HTTP/1.1\r\nHost: a\r\n\r\n",
            "POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc", "GET / HTTP/1.1\r\n",
            "\0\0\0", "GET / HTTP/1.1\n\n",
            "POST /upload HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"};
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int round = 0; round < 600; ++round) {
            clients.push_back(std::make_unique<RawClient>(service.port));
            QVERIFY(clients.back()->connectToServer());
            clients.back()->send(
                openings.at(random.bounded(int(openings.size()))).repeated(random.bounded(1, 4)));
            if (random.bounded(3) == 0)
                clients.at(size_t(random.bounded(int(clients.size()))))->close();
            if (random.bounded(3) == 0)
                clients.erase(clients.begin() + random.bounded(int(clients.size())));
            if (!waiting->isEmpty() && random.bounded(2) == 0)
                waiting->takeFirst().finish(HttpResponse::text("late", "text/plain"));
            QCoreApplication::processEvents();
        }
        clients.clear();
        QTRY_COMPARE(service.server.guard().connectionCount(), 0);
        RawClient sane(service.port);
        QVERIFY(sane.connectToServer());
        sane.get("/");
        QCOMPARE(sane.answer().status, 200);
    }

    void drain_finishesWorkAndStopsAccepting()
    {
        TestService service;
        service.addGet(u"/"_s, "ok");
        auto *waiting = addWaiting(service, u"/later"_s);
        service.start();
        RawClient idle(service.port);
        RawClient busy(service.port);
        QVERIFY(idle.connectToServer() && busy.connectToServer());
        busy.get("/later");
        QTRY_COMPARE(waiting->size(), 1);
        QSignalSpy drained(&service.server, &HttpServer::drained);
        service.server.drain();
        QVERIFY(idle.waitForClose());
        QVERIFY(drained.isEmpty());
        RawClient late(service.port);
        late.socket().connectToHost(QHostAddress(QHostAddress::LocalHost), service.port);
        QTRY_COMPARE(late.socket().error(), QAbstractSocket::ConnectionRefusedError);
        waiting->first().finish(HttpResponse::text("done", "text/plain"));
        const RawAnswer answer = busy.answer();
        QCOMPARE(answer.body, QByteArray("done"));
        QCOMPARE(answer.header("connection"), QByteArray("close"));
        busy.close();
        QTRY_COMPARE(drained.size(), 1);
    }

    void drain_cutsWhatTakesTooLong()
    {
        TestService service;
        auto *waiting = addWaiting(service, u"/later"_s);
        service.start();
        RawClient busy(service.port);
        QVERIFY(busy.connectToServer());
        busy.get("/later");
        QTRY_COMPARE(waiting->size(), 1);
        QSignalSpy drained(&service.server, &HttpServer::drained);
        service.server.drain(100ms);
        QTRY_COMPARE(drained.size(), 1);
        QVERIFY(waiting->first().stopToken().stop_requested());
        QVERIFY(busy.waitForClose());
    }

    /// One port: a good token is upgraded, a bad one gets 401, and plain requests live beside (realtime
    /// §5.1).
    void upgrade_isDecidedBefore101()
    {
        TestService service;
        service.addGet(u"/"_s, "ok");
        service.routes.addUpgrade(u"/realtime/v1/websocket"_s, [](const HttpRequest &request) {
            return Reply<bool>::ready(request.queryValue(u"apikey") == u"good"_s
                    ? Result<bool>(true)
                    : Result<bool>(Error {.kind = Error::Kind::Unauthenticated}));
        });
        QSignalSpy arrived(&service.server, &HttpServer::webSocketArrived);
        service.start();
        const QByteArray upgrade
            = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
              "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
        RawClient bad(service.port);
        QVERIFY(bad.connectToServer());
        bad.get("/", {});
        QCOMPARE(bad.answer().status, 200);
        bad.get("/realtime/v1/websocket?apikey=bad", upgrade); // on a connection that was used before
        QCOMPARE(bad.answer().status, 401);

        RawClient plain(service.port);
        QVERIFY(plain.connectToServer());
        plain.get("/realtime/v1/websocket?apikey=good");
        const RawAnswer required = plain.answer();
        QCOMPARE(required.status, 426);
        QCOMPARE(required.header("upgrade"), QByteArray("websocket"));
        plain.get("/", upgrade); // no WebSocket lives there: an ordinary request
        QCOMPARE(plain.answer().status, 200);

        QWebSocket good;
        QSignalSpy text(&good, &QWebSocket::textMessageReceived);
        good.open(QUrl(u"ws://127.0.0.1:%1/realtime/v1/websocket?apikey=good&vsn=2.0.0"_s.arg(service.port)));
        QTRY_COMPARE(arrived.size(), 1);
        const auto [socket, request] = service.server.takeWebSocket();
        QVERIFY(socket);
        QCOMPARE(request.queryValue(u"vsn"), u"2.0.0"_s);
        QCOMPARE(request.peerAddress, u"127.0.0.1"_s);
        socket->send(WireFrame::text("hello"));
        QTRY_COMPARE(text.size(), 1);
        QCOMPARE(service.server.guard().connectionCount(), 2); // the guard let the third go
    }
};

QTEST_GUILESS_MAIN(tst_HttpGuard)

#include "tst_httpguard.moc"
