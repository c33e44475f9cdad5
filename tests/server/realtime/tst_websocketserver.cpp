// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/realtime/websocketyard.h"
#include "tests/support/maskedframes.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The way from a request to a socket, and the sockets' end with the service.
class tst_WebSocketServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void handshake_refused_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        const QByteArray key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
        const QByteArray version = "Sec-WebSocket-Version: 13\r\n";
        QTest::addRow("without a version") << key << 426 << u"WEBSOCKET_VERSION"_s;
        QTest::addRow("an old version") << key + "Sec-WebSocket-Version: 8\r\n"
                                        << 426 << u"WEBSOCKET_VERSION"_s;
        QTest::addRow("without a key") << version << 400 << u"WEBSOCKET_KEY"_s;
        QTest::addRow("a short key") << version + "Sec-WebSocket-Key: YWJj\r\n" << 400 << u"WEBSOCKET_KEY"_s;
        QTest::addRow("a key that is not base64")
            << version + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=!\r\n"
            << 400 << u"WEBSOCKET_KEY"_s;
    }
    void handshake_refused()
    {
        QFETCH(QByteArray, headers);
        QFETCH(int, status);
        QFETCH(QString, code);
        WebSocketYard yard;
        RawClient client(yard.service.port);
        QVERIFY(client.connectToServer());
        client.get("/ws", "Connection: Upgrade\r\nUpgrade: websocket\r\n" + headers);
        const RawAnswer answer = client.answer();
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.json().value("code"_L1).toString(), code);
        QCOMPARE(answer.header("sec-websocket-version"), QByteArray("13"));
        QVERIFY(yard.sockets.empty());
        client.get("/ws"); // the connection lives on
        QCOMPARE(client.answer().status, 426);
    }

    void handshake_waitsUntilSomebodyTakesTheSocket()
    {
        TestService service;
        service.routes.addUpgrade(u"/ws"_s, [](const HttpRequest &) { return Reply<bool>::ready(true); });
        service.start();
        QSignalSpy arrived(&service.server, &HttpServer::webSocketArrived);
        RawClient client(service.port);
        QVERIFY(client.connectToServer());
        client.get("/ws",
            "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
        QTRY_COMPARE(arrived.size(), 1);
        QVERIFY(client.unread().isEmpty());
        const auto upgraded = service.server.takeWebSocket();
        QVERIFY(upgraded.socket);
        QVERIFY(!service.server.takeWebSocket().socket);
        QCOMPARE(client.answer().status, 101);
        QCOMPARE(service.server.guard().connectionCount(), 0);
    }

    void webSockets_countTowardsTheLimit()
    {
        HttpLimits limits;
        limits.connections = 2;
        WebSocketYard yard(limits);
        RawWebSocket one(yard.service.port);
        RawWebSocket two(yard.service.port);
        QCOMPARE(one.open().status, 101);
        QCOMPARE(two.open().status, 101);
        RawClient third(yard.service.port);
        QVERIFY(third.connectToServer());
        QCOMPARE(third.answer().status, 503);
        one.client().close();
        QTRY_COMPARE(yard.ended, 1);
        RawWebSocket fourth(yard.service.port);
        QCOMPARE(fourth.open().status, 101);
    }

    void drain_closesAllWith1012AndThenIsDone()
    {
        WebSocketYard yard;
        std::vector<std::unique_ptr<RawWebSocket>> clients;
        for (int i = 0; i < 20; ++i) {
            clients.push_back(std::make_unique<RawWebSocket>(yard.service.port));
            QCOMPARE(clients.back()->open().status, 101);
        }
        QSignalSpy drained(&yard.service.server, &HttpServer::drained);
        connect(&yard.service.server, &HttpServer::drainBegun, &yard.service.server, [&yard] {
            for (const auto &socket : yard.sockets)
                socket->send(WireFrame::text("come back later"));
        });
        yard.service.server.drain(20s);
        QVERIFY(drained.isEmpty());
        const auto closing = [&] {
            return std::ranges::count_if(yard.sockets, [](const auto &socket) { return !socket->isOpen(); });
        };
        QVERIFY2(closing() < 20, "not all at once");
        for (const auto &client : clients) {
            QCOMPARE(client->frame().payload, QByteArray("come back later"));
            const ServerFrame last = client->frame();
            QCOMPARE(last.closeCode(), 1012);
            client->send(maskedFrame(0x88, closePayload(1012)));
            QVERIFY(client->client().waitForClose());
        }
        QTRY_COMPARE(drained.size(), 1);
        QCOMPARE(yard.ended, 20);
    }

    void drain_cutsSocketsThatDoNotClose()
    {
        WebSocketYard yard;
        RawWebSocket client(yard.service.port);
        QCOMPARE(client.open().status, 101);
        QSignalSpy drained(&yard.service.server, &HttpServer::drained);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"drain_cut"_s));
        yard.service.server.drain(200ms);
        QTRY_COMPARE(drained.size(), 1);
        QTRY_COMPARE(yard.ended, 1);
        QVERIFY(client.client().waitForClose());
    }

    void drain_socketApprovedTooLate_isClosed()
    {
        TestService service;
        ReplySource<bool> gate;
        service.routes.addUpgrade(u"/ws"_s, [&gate](const HttpRequest &) { return gate.reply(); });
        service.start();
        QSignalSpy arrived(&service.server, &HttpServer::webSocketArrived);
        QSignalSpy drained(&service.server, &HttpServer::drained);
        RawClient client(service.port);
        QVERIFY(client.connectToServer());
        client.get("/ws",
            "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
        QTRY_COMPARE(service.server.guard().connectionCount(), 1);
        QCoreApplication::processEvents();
        service.server.drain(10s);
        gate.finish(true);
        QVERIFY(client.waitForClose());
        QVERIFY(arrived.isEmpty());
        QTRY_COMPARE(drained.size(), 1);
    }

    /// The sockets may outlive the server: they are closed with it.
    void serverGone_socketsAreClosed()
    {
        std::unique_ptr<WebSocketConnection> socket;
        {
            WebSocketYard yard;
            RawWebSocket client(yard.service.port);
            QCOMPARE(client.open().status, 101);
            socket = std::move(yard.sockets.front());
            QVERIFY(socket->isOpen());
        }
        QVERIFY(!socket->isOpen());
        socket->send(WireFrame::text("to nobody"));
        socket->abort();
    }
};

QTEST_GUILESS_MAIN(tst_WebSocketServer)
#include "tst_websocketserver.moc"
