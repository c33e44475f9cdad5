// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/realtime/websocketyard.h"
#include "tests/support/maskedframes.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QtWebSockets/QWebSocket>

#include <sys/socket.h>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

HttpLimits withTimes(std::chrono::milliseconds close, std::chrono::milliseconds silence)
{
    HttpLimits limits;
    limits.webSocket.closeTimeout = close;
    limits.webSocket.silenceTimeout = silence;
    return limits;
}

/// A client of Qt's, connected.
std::unique_ptr<QWebSocket> connected(const QUrl &url)
{
    auto client = std::make_unique<QWebSocket>();
    QSignalSpy spy(client.get(), &QWebSocket::connected);
    client->open(url);
    if (spy.isEmpty() && !spy.wait())
        client.reset();
    return client;
}

/// A connected client that does not read.
class DeafClient
{
public:
    explicit DeafClient(quint16 port)
        : m_socket(port)
    {
        m_isOpen = m_socket.open().status == 101;
        QTcpSocket &socket = m_socket.client().socket();
        QObject::disconnect(&socket, &QTcpSocket::readyRead, nullptr, nullptr);
        socket.setReadBufferSize(1);
    }
    bool isOpen() const { return m_isOpen; }
    void hear() { m_socket.client().socket().setReadBufferSize(0); }
    RawWebSocket &socket() { return m_socket; }

private:
    RawWebSocket m_socket;
    bool m_isOpen = false;
};

/// Sends frames of 64 KB until one waits and the kernel takes no more. How many.
int fill(WebSocketConnection &socket)
{
    const WireFrame frame = WireFrame::text(QByteArray(64 * 1024, 'x'));
    int sent = 0;
    qint64 before = -1;
    while (socket.backlog().bytes != before || socket.backlog().frames < 8) {
        before = socket.backlog().bytes;
        for (int i = 0; i < 8; ++i, ++sent)
            socket.send(frame);
        for (int i = 0; i < 20; ++i)
            QCoreApplication::processEvents();
        before += 8 * frame.bytes.size();
    }
    return sent;
}

} // namespace

class tst_WebSocketConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void open_answersAsTheStandardSays()
    {
        WebSocketYard yard;
        RawWebSocket socket(yard.service.port);
        const RawAnswer answer = socket.open();
        QCOMPARE(answer.status, 101);
        // RFC 6455 §1.3's own example
        QCOMPARE(answer.header("sec-websocket-accept"), QByteArray("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="));
        QCOMPARE(answer.header("upgrade"), QByteArray("websocket"));
        QVERIFY(answer.header("sec-websocket-extensions").isEmpty());
        QVERIFY(answer.header("sec-websocket-protocol").isEmpty());
    }

    void open_framesBehindTheRequest_arrive()
    {
        WebSocketYard yard;
        RawWebSocket socket(yard.service.port);
        QCOMPARE(socket.open(maskedText("early") + maskedText("second").first(3)).status, 101);
        socket.send(maskedText("second").sliced(3));
        QTRY_COMPARE(yard.texts, QByteArrayList({"early", "second"}));
    }

    void echo_qtClient_bothWays()
    {
        WebSocketYard yard;
        yard.echoes = true;
        const auto client = connected(yard.url());
        QVERIFY(client);
        QSignalSpy texts(client.get(), &QWebSocket::textMessageReceived);
        const QString umlaut
            = u"Grüße, 世界 "_s.repeated(900); // more than one byte a letter, a medium length
        client->sendTextMessage(umlaut);
        client->sendTextMessage(u"two"_s);
        QTRY_COMPARE(texts.size(), 2);
        QCOMPARE(texts.at(0).at(0).toString(), umlaut);
        client->sendBinaryMessage("\xff\x00z");
        QTRY_COMPARE(yard.binaries.size(), 1);
        QSignalSpy pong(client.get(), &QWebSocket::pong);
        client->ping("are you there");
        QTRY_COMPARE(pong.size(), 1);
        QCOMPARE(pong.at(0).at(1).toByteArray(), QByteArray("are you there"));
        client->close(QWebSocketProtocol::CloseCodeNormal, u"enough"_s);
        QTRY_COMPARE(yard.ended, 1);
        QTRY_COMPARE(client->state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(client->closeCode(), QWebSocketProtocol::CloseCodeNormal);
        QCOMPARE(yard.service.server.webSockets().openCount(), 0);
    }

    void fragments_withPingBetween()
    {
        WebSocketYard yard;
        RawWebSocket socket(yard.service.port);
        QCOMPARE(socket.open().status, 101);
        socket.send(maskedFrame(0x01, "one ") + maskedFrame(0x89, "?") + maskedFrame(0x00, "two ")
            + maskedFrame(0x80, "three"));
        const ServerFrame pong = socket.frame();
        QCOMPARE(pong.firstByte, 0x8a);
        QCOMPARE(pong.payload, QByteArray("?"));
        QTRY_COMPARE(yard.texts, QByteArrayList({"one two three"}));
    }

    void broadcast_500Clients_allHearAllInOrder()
    {
        WebSocketYard yard;
        std::vector<std::unique_ptr<QWebSocket>> clients;
        QHash<QWebSocket *, QStringList> heard;
        for (int i = 0; i < 500; ++i) {
            clients.push_back(std::make_unique<QWebSocket>());
            QWebSocket *client = clients.back().get();
            connect(client, &QWebSocket::textMessageReceived, client,
                [&heard, client](const QString &text) { heard[client].append(text); });
            client->open(yard.url());
        }
        QTRY_COMPARE(yard.sockets.size(), size_t(500));
        QStringList said;
        for (int round = 0; round < 10; ++round) {
            const QString text = QString::number(round) + QString(1000, u'x');
            said.append(text);
            const WireFrame frame = WireFrame::text(text.toUtf8());
            for (const auto &socket : yard.sockets)
                socket->send(frame);
        }
        const auto complete = [&] {
            return std::ranges::count_if(
                clients, [&](const auto &client) { return heard[client.get()] == said; });
        };
        QTRY_COMPARE(complete(), 500);
        QCOMPARE(yard.service.server.webSockets().figures().framesOut, 5000);
        QVERIFY(yard.service.metrics.exposition().contains("\nsignalbox_websockets 500\n"));
        QVERIFY(yard.service.metrics.exposition().contains("\nsignalbox_websockets_accepted_total 500\n"));
        QVERIFY(yard.service.metrics.exposition().contains("\nsignalbox_websocket_frames_sent_total 5000\n"));
    }

    void slowReader_waitsAloneAndCanBeCutShort()
    {
        WebSocketYard yard;
        DeafClient deaf(yard.service.port);
        QVERIFY(deaf.isOpen());
        const auto client = connected(yard.url());
        QVERIFY(client);
        QSignalSpy texts(client.get(), &QWebSocket::textMessageReceived);
        WebSocketConnection &slow = yard.socket(0);
        fill(slow);

        yard.socket(1).send(WireFrame::text("quick"));
        QTRY_COMPARE(texts.size(), 1);

        const RealtimeSocket::Backlog before = slow.backlog();
        QVERIFY(before.frames >= 8);
        QVERIFY(before.bytes > 7 * 64 * 1024);
        QVERIFY(before.bytes <= qint64(before.frames) * (64 * 1024 + 10));
        QVERIFY(before.oldest > 0us);
        slow.send(WireFrame::text("one more"));
        QCOMPARE(slow.backlog().frames, before.frames + 1);
        QCOMPARE(slow.backlog().bytes, before.bytes + 10);

        slow.dropBacklog();
        QVERIFY(slow.backlog().frames <= 1); // what was partly sent stays whole
        const qint64 dropped = yard.service.server.webSockets().figures().framesDropped;
        QCOMPARE(dropped, before.frames + 1 - slow.backlog().frames);
        slow.send(WireFrame::text("after"));
        deaf.hear();
        ServerFrame frame;
        do {
            frame = deaf.socket().frame();
            QCOMPARE(frame.firstByte, 0x81);
            if (frame.payload.size() == 64 * 1024)
                QVERIFY(frame.payload.count('x') == frame.payload.size());
        } while (frame.payload.size() == 64 * 1024);
        QCOMPARE(frame.payload, QByteArray("after"));
        QCOMPARE(slow.backlog().frames, 0);
        QCOMPARE(slow.backlog().bytes, 0);
        QCOMPARE(slow.backlog().oldest, 0us);
    }

    void slowReader_thatNeverHears_isCutAfterTheCloseTimeout()
    {
        WebSocketYard yard(withTimes(100ms, 60s));
        DeafClient deaf(yard.service.port);
        QVERIFY(deaf.isOpen());
        fill(yard.socket(0));
        yard.socket(0).close(1008, "too slow");
        QTRY_COMPARE(yard.ended, 1);
        QCOMPARE(yard.service.server.webSockets().openCount(), 0);
    }

    void close_sendsWhatIsQueuedFirst()
    {
        WebSocketYard yard;
        const auto client = connected(yard.url());
        QVERIFY(client);
        QSignalSpy texts(client.get(), &QWebSocket::textMessageReceived);
        QSignalSpy gone(client.get(), &QWebSocket::disconnected);
        yard.socket(0).send(WireFrame::text("last words"));
        yard.socket(0).close(4001, "why");
        yard.socket(0).send(WireFrame::text("too late"));
        QTRY_COMPARE(gone.size(), 1);
        QCOMPARE(texts.size(), 1);
        QCOMPARE(int(client->closeCode()), 4001);
        QCOMPARE(client->closeReason(), u"why"_s);
        QTRY_COMPARE(yard.ended, 1);
    }

    void close_clientThatDoesNotAnswer_isCut()
    {
        WebSocketYard yard(withTimes(100ms, 60s));
        RawWebSocket socket(yard.service.port);
        QCOMPARE(socket.open().status, 101);
        yard.socket(0).close(1000, {});
        QCOMPARE(socket.frame().closeCode(), 1000);
        QTRY_COMPARE(yard.ended, 1);
    }

    void silence_isEndedAsGoingAway()
    {
        WebSocketYard yard(withTimes(100ms, 300ms));
        RawWebSocket silent(yard.service.port);
        QCOMPARE(silent.open().status, 101);
        const auto since = yard.socket(0).lastReceivedAt();
        silent.send(maskedText("a sign of life"));
        QTRY_VERIFY(yard.socket(0).lastReceivedAt() > since);
        QCOMPARE(silent.frame().closeCode(), 1001);
        QTRY_COMPARE(yard.ended, 1);
    }

    void bad_frames_areRefusedWithTheirCode_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("code");
        QTest::addRow("not WebSocket at all") << QByteArray("GET / HTTP/1.1\r\nHost: x\r\n\r\n") << 1002;
        QTest::addRow("zeros") << QByteArray(1000, '\0') << 1002;
        QTest::addRow("2 MB in one frame") << maskedText(QByteArray(2 << 20, 'a')) << 1009;
        QTest::addRow("not UTF-8") << maskedText("\xff\xfe") << 1007;
        QTest::addRow("an unmasked frame") << QByteArray("\x81\x02hi") << 1002;
    }
    /// The close frame arrives although the client goes on sending.
    void bad_frames_areRefusedWithTheirCode()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, code);
        WebSocketYard yard;
        RawWebSocket socket(yard.service.port);
        QCOMPARE(socket.open().status, 101);
        socket.send(bytes);
        QCOMPARE(socket.frame().closeCode(), code);
        QVERIFY(socket.client().waitForClose());
        QTRY_COMPARE(yard.ended, 1);
        QVERIFY(yard.texts.isEmpty());
    }

    void halfClosed_ends()
    {
        WebSocketYard yard;
        RawWebSocket socket(yard.service.port);
        QCOMPARE(socket.open().status, 101);
        socket.client().finishWriting();
        QTRY_COMPARE(yard.ended, 1);
        QVERIFY(socket.client().waitForClose());
    }

    void reset_ends()
    {
        WebSocketYard yard;
        RawWebSocket socket(yard.service.port);
        QCOMPARE(socket.open().status, 101);
        const linger hard {1, 0};
        ::setsockopt(
            int(socket.client().socket().socketDescriptor()), SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
        socket.client().close();
        QTRY_COMPARE(yard.ended, 1);
        yard.socket(0).send(WireFrame::text("to nobody")); // harmless
        yard.socket(0).close(1000, {});
        QCoreApplication::processEvents();
        QCOMPARE(yard.ended, 1);
    }

    void abort_fromAText_endsAtOnce()
    {
        WebSocketYard yard;
        RawWebSocket socket(yard.service.port);
        QCOMPARE(socket.open().status, 101);
        connect(&yard.socket(0), &RealtimeSocket::textReceived, &yard.socket(0),
            [&yard] { yard.socket(0).abort(); });
        socket.send(maskedText("one") + maskedText("two"));
        QVERIFY(socket.client().waitForClose());
        QTRY_COMPARE(yard.ended, 1);
        QCOMPARE(yard.texts, QByteArrayList({"one"}));
    }

    void destroyed_whileFramesWait_isForgotten()
    {
        WebSocketYard yard;
        const auto client = connected(yard.url());
        QVERIFY(client);
        yard.socket(0).send(WireFrame::text("never"));
        yard.sockets.clear();
        QCOMPARE(yard.service.server.webSockets().openCount(), 0);
        QTRY_COMPARE(client->state(), QAbstractSocket::UnconnectedState);
    }

    /// A client that only pings and never reads does not fill our memory with pongs.
    void pings_ofADeafClient_areNotAnsweredForEver()
    {
        WebSocketYard yard;
        DeafClient deaf(yard.service.port);
        QVERIFY(deaf.isOpen());
        fill(yard.socket(0));
        while (yard.socket(0).backlog().frames < 64)
            yard.socket(0).send(WireFrame::text("x"));
        const int frames = yard.socket(0).backlog().frames;
        const qint64 heard = yard.service.server.webSockets().figures().messagesIn;
        deaf.socket().send(maskedFrame(0x89, QByteArray(125, 'p')).repeated(1000));
        QTRY_COMPARE(yard.service.server.webSockets().figures().messagesIn, heard + 1000);
        QVERIFY(yard.socket(0).backlog().frames <= frames);
    }
};

QTEST_GUILESS_MAIN(tst_WebSocketConnection)

#include "tst_websocketconnection.moc"
