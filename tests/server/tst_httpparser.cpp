// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/httpparser.h"

#include <QRandomGenerator>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

/// Feeds `bytes` in pieces of `step` and returns the status of the fault, 0 while more is needed, 200 for a
/// request.
int outcome(HttpParser &parser, const QByteArray &bytes, qsizetype step)
{
    for (qsizetype at = 0; at < bytes.size(); at += step) {
        parser.append(QByteArrayView(bytes).sliced(at, std::min(step, bytes.size() - at)));
        for (;;) {
            const HttpParser::Progress progress = parser.advance();
            if (progress == HttpParser::Progress::HeadComplete) {
                parser.setBodyLimit(1000);
                continue;
            }
            if (progress == HttpParser::Progress::Failed)
                return parser.fault().status;
            if (progress == HttpParser::Progress::RequestComplete)
                return 200;
            break;
        }
    }
    return 0;
}

} // namespace

class tst_HttpParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void advance_message_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");

        const QByteArray get = "GET / HTTP/1.1\r\nHost: a\r\n";
        const QByteArray post = "POST / HTTP/1.1\r\nHost: a\r\n";
        QTest::newRow("plain") << get + "\r\n" << 200;
        QTest::newRow("empty lines first") << "\r\n\r\n" + get + "\r\n" << 200;
        QTest::newRow("HTTP/1.0 without Host") << QByteArray("GET / HTTP/1.0\r\n\r\n") << 200;
        QTest::newRow("absolute form") << QByteArray("GET http://a/x HTTP/1.1\r\nHost: a\r\n\r\n") << 200;
        QTest::newRow("unknown method") << QByteArray("BREW / HTTP/1.1\r\nHost: a\r\n\r\n") << 200;
        QTest::newRow("fixed body") << post + "Content-Length: 3\r\n\r\nabc" << 200;
        QTest::newRow("chunked body")
            << post + "Transfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n0\r\nT: v\r\n\r\n"
            << 200;
        QTest::newRow("unfinished head") << get << 0;
        QTest::newRow("unfinished body") << post + "Content-Length: 3\r\n\r\nab" << 0;
        QTest::newRow("unfinished chunk") << post + "Transfer-Encoding: chunked\r\n\r\n3\r\nab" << 0;

        QTest::newRow("TLS hello") << QByteArray("\x16\x03\x01\x02\x00\x01", 6) << 400;
        QTest::newRow("SSH") << QByteArray("SSH-2.0-OpenSSH\r\n\r\n") << 400;
        QTest::newRow("bare LF") << QByteArray("GET / HTTP/1.1\nHost: a\n\n") << 400;
        QTest::newRow("bare CR") << QByteArray("GET / HTTP/1.1\r\nHost: a\rX: b\r\n\r\n") << 400;
        QTest::newRow("zero byte in head") << get + QByteArray("X: a\0b\r\n\r\n", 10) << 400;
        QTest::newRow("no version") << QByteArray("GET /\r\n\r\n") << 400;
        QTest::newRow("two blanks") << QByteArray("GET  / HTTP/1.1\r\nHost: a\r\n\r\n") << 400;
        QTest::newRow("HTTP/2 preface") << QByteArray("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n") << 505;
        QTest::newRow("authority form") << QByteArray("CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n") << 400;
        QTest::newRow("bad escape in path") << QByteArray("GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n") << 400;
        QTest::newRow("zero byte in query") << QByteArray("GET /?a=%00 HTTP/1.1\r\nHost: a\r\n\r\n") << 400;
        QTest::newRow("fragment") << QByteArray("GET /#x HTTP/1.1\r\nHost: a\r\n\r\n") << 400;
        QTest::newRow("no Host") << QByteArray("GET / HTTP/1.1\r\n\r\n") << 400;
        QTest::newRow("two Hosts") << get + "Host: b\r\n\r\n" << 400;
        QTest::newRow("folded line") << get + "X: a\r\n b\r\n\r\n" << 400;
        QTest::newRow("blank before colon") << get + "X : a\r\n\r\n" << 400;
        QTest::newRow("no colon") << get + "nonsense\r\n\r\n" << 400;
        QTest::newRow("other expectation") << post + "Content-Length: 1\r\nExpect: 200-ok\r\n\r\n" << 417;

        QTest::newRow("two lengths") << post + "Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc" << 400;
        QTest::newRow("list of lengths") << post + "Content-Length: 3, 3\r\n\r\nabc" << 400;
        QTest::newRow("negative length") << post + "Content-Length: -1\r\n\r\n" << 400;
        QTest::newRow("signed length") << post + "Content-Length: +3\r\n\r\nabc" << 400;
        QTest::newRow("endless length") << post + "Content-Length: 99999999999999999999\r\n\r\n" << 413;
        QTest::newRow("length over limit") << post + "Content-Length: 1001\r\n\r\n" << 413;
        QTest::newRow("length and coding") << post + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n"
                                           << 400;
        QTest::newRow("two codings") << post
                + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n"
                                     << 400;
        QTest::newRow("gzip coding") << post + "Transfer-Encoding: gzip, chunked\r\n\r\n" << 501;
        QTest::newRow("coding like chunked") << post + "Transfer-Encoding: xchunked\r\n\r\n" << 501;
        QTest::newRow("coding in HTTP/1.0")
            << QByteArray("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n") << 400;
        QTest::newRow("chunk size not hex") << post + "Transfer-Encoding: chunked\r\n\r\nx\r\n" << 400;
        QTest::newRow("chunk size negative") << post + "Transfer-Encoding: chunked\r\n\r\n-3\r\n" << 400;
        QTest::newRow("chunk size huge") << post + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n"
                                         << 400;
        QTest::newRow("chunk over limit") << post + "Transfer-Encoding: chunked\r\n\r\n3e9\r\n" << 413;
        QTest::newRow("chunk size after a blank") << post + "Transfer-Encoding: chunked\r\n\r\n 3\r\nabc\r\n"
                                                  << 400;
        QTest::newRow("chunk size before a vertical tab")
            << post + "Transfer-Encoding: chunked\r\n\r\n3\x0b\r\nabc\r\n"
            << 400;
        QTest::newRow("chunk size before its extension's blank")
            << post + "Transfer-Encoding: chunked\r\n\r\n3 ;x\r\nabc\r\n0\r\n\r\n"
            << 200;
        QTest::newRow("chunk extension with a bare LF")
            << post + "Transfer-Encoding: chunked\r\n\r\n3;x\nabc\r\nabc\r\n"
            << 400;
        QTest::newRow("trailer with a bare LF")
            << post + "Transfer-Encoding: chunked\r\n\r\n0\r\nT: v\nGET / HTTP/1.1\r\n\r\n"
            << 400;
        QTest::newRow("Host with a blank") << QByteArray("GET / HTTP/1.1\r\nHost: a b\r\n\r\n") << 400;
        QTest::newRow("Host with a path") << QByteArray("GET / HTTP/1.1\r\nHost: a/b\r\n\r\n") << 400;
        QTest::newRow("Host with a port") << QByteArray("GET / HTTP/1.1\r\nHost: [::1]:80\r\n\r\n") << 200;
        QTest::newRow("chunk too long") << post + "Transfer-Encoding: chunked\r\n\r\n2\r\nabc\r\n" << 400;
        QTest::newRow("chunk extension flood") << post + "Transfer-Encoding: chunked\r\n\r\n1;"
                + QByteArray(300, 'x') + "\r\n" << 400;
        QTest::newRow("long target") << "GET /" + QByteArray(9000, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n"
                                     << 414;
        QTest::newRow("long head") << get + "X: " + QByteArray(20000, 'a') + "\r\n\r\n" << 431;
        QTest::newRow("endless head") << get + QByteArray("X: a\r\n").repeated(4000) << 431;
        QTest::newRow("many headers") << get + QByteArray("X: a\r\n").repeated(101) + "\r\n" << 431;
        QTest::newRow("upgrade with a body")
            << get + "Connection: upgrade\r\nUpgrade: websocket\r\nContent-Length: 1\r\n\r\nx" << 400;
    }
    /// The same whether it comes at once or a byte at a time.
    void advance_message()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        for (const qsizetype step : {bytes.size(), qsizetype(7), qsizetype(1)}) {
            HttpParser parser(16 * 1024, 100);
            QCOMPARE(outcome(parser, bytes, step), status);
        }
    }

    void takeRequest_decodesTarget()
    {
        HttpParser parser(16 * 1024, 100);
        QCOMPARE(outcome(parser,
                     "GET /a%20b/c?search=100%+x&tag=A%2CB&flag&x=%C3%A9 HTTP/1.1\r\nHost: a\r\nX-Name:  v "
                     "\r\n\r\n",
                     1000),
            200);
        const HttpRequest request = parser.takeRequest();
        QCOMPARE(request.path, u"/a b/c"_s);
        QCOMPARE(request.queryValue(u"search"), u"100% x"_s);
        QCOMPARE(request.queryValue(u"tag"), u"A,B"_s);
        QCOMPARE(request.queryValue(u"flag"), QString());
        QCOMPARE(request.queryValue(u"x"), u"é"_s);
        QVERIFY(!request.queryValue(u"none").has_value());
        QCOMPARE(request.header("x-name"), QByteArray("v"));
        QVERIFY(request.keepAlive);
    }

    void takeRequest_pipelined_givesEachInOrder()
    {
        HttpParser parser(16 * 1024, 100);
        QByteArray bytes;
        for (int i = 0; i < 5; ++i)
            bytes += "POST /" + QByteArray::number(i) + " HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n"
                + QByteArray::number(10 + i);
        parser.append(bytes);
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(parser.advance(), HttpParser::Progress::HeadComplete);
            parser.setBodyLimit(2);
            QCOMPARE(parser.advance(), HttpParser::Progress::RequestComplete);
            const HttpRequest request = parser.takeRequest();
            QCOMPARE(request.path, u"/%1"_s.arg(i));
            QCOMPARE(request.body, QByteArray::number(10 + i));
        }
        QCOMPARE(parser.advance(), HttpParser::Progress::NeedsMore);
        QVERIFY(!parser.isMidRequest());
    }

    /// A client that sends nothing else must not fill the memory until the head's time is up.
    void advance_emptyLines_areNotKept()
    {
        HttpParser parser(1000, 10);
        for (int i = 0; i < 1000; ++i) {
            parser.append(QByteArray("\r\n").repeated(1000));
            QCOMPARE(parser.advance(), HttpParser::Progress::NeedsMore);
            QCOMPARE(parser.heldBytes(), qsizetype(0));
        }
    }

    void takeRequest_chunked_joinsTheBody()
    {
        QByteArray body;
        QByteArray wire = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: Chunked\r\n\r\n";
        QRandomGenerator random(7);
        while (body.size() < 900) {
            const QByteArray chunk(random.bounded(1, 30), char('a' + random.bounded(26)));
            body += chunk;
            wire += QByteArray::number(chunk.size(), 16) + "\r\n" + chunk + "\r\n";
        }
        wire += "0\r\n\r\n";
        HttpParser parser(16 * 1024, 100);
        QCOMPARE(outcome(parser, wire, 11), 200);
        QCOMPARE(parser.takeRequest().body, body);
    }

    /// Whatever comes, it ends in one of the three outcomes and touches nothing it should not (run under
    /// ASan).
    void advance_randomBytes_neverBreaks()
    {
        QRandomGenerator random(20260218);
        const QByteArray seed
            = "POST /a?b=c HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n";
        for (int round = 0; round < 3000; ++round) {
            QByteArray bytes = seed;
            for (int change = random.bounded(1, 6); change > 0; --change)
                bytes[random.bounded(int(bytes.size()))] = char(random.bounded(256));
            HttpParser parser(512, 10);
            const int status = outcome(parser, bytes, random.bounded(1, 40));
            QVERIFY2(
                status == 0 || status == 200 || (status >= 400 && status < 600), bytes.toHex().constData());
        }
    }
};

QTEST_APPLESS_MAIN(tst_HttpParser)
#include "tst_httpparser.moc"
