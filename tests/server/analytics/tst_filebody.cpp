// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/filebody.h"
#include "tests/server/testservice.h"
#include "tests/support/rawclient.h"

#include <QTemporaryDir>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// Ranges as RFC 9110 §14 writes them, and a body that is read while it is sent.
class tst_FileBody : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void range_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<int>("first"); // -1: the whole, -2: not satisfiable
        QTest::addColumn<int>("length");
        QTest::newRow("none") << QByteArray() << -1 << 0;
        QTest::newRow("first ten") << QByteArray("bytes=0-9") << 0 << 10;
        QTest::newRow("one") << QByteArray("bytes=99-99") << 99 << 1;
        QTest::newRow("from") << QByteArray("bytes=40-") << 40 << 60;
        QTest::newRow("last five") << QByteArray("bytes=-5") << 95 << 5;
        QTest::newRow("more than all") << QByteArray("bytes=-500") << 0 << 100;
        QTest::newRow("cut at the end") << QByteArray("bytes=90-500") << 90 << 10;
        QTest::newRow("beyond") << QByteArray("bytes=100-") << -2 << 0;
        QTest::newRow("last none") << QByteArray("bytes=-0") << -2 << 0;
        QTest::newRow("two stretches") << QByteArray("bytes=0-1,5-6") << -1 << 0;
        QTest::newRow("backwards") << QByteArray("bytes=9-1") << -1 << 0;
        QTest::newRow("other unit") << QByteArray("rows=0-1") << -1 << 0;
        QTest::newRow("no number") << QByteArray("bytes=a-b") << -1 << 0;
        QTest::newRow("nothing") << QByteArray("bytes=-") << -1 << 0;
        QTest::newRow("huge") << QByteArray("bytes=0-99999999999999999999") << -1 << 0;
        QTest::newRow("sign") << QByteArray("bytes=+1-2") << -1 << 0;
    }
    void range()
    {
        QFETCH(QByteArray, header);
        QFETCH(int, first);
        QFETCH(int, length);
        HttpRequest request;
        if (!header.isEmpty())
            request.headers.append({"range", header});
        const auto range = rangeOf(request, 100, "\"e\"");
        QCOMPARE(range.has_value(), first != -2);
        if (!range)
            return;
        QCOMPARE(range->has_value(), first >= 0);
        if (*range)
            QCOMPARE(**range, (ByteRange {first, length}));
    }

    void range_ofAnotherState_isTheWhole()
    {
        HttpRequest request;
        request.headers = {{"range", "bytes=0-1"}, {"if-range", "\"old\""}};
        QVERIFY(!*rangeOf(request, 100, "\"new\""));
        QVERIFY(*rangeOf(request, 100, "\"old\""));
    }

    /// Larger than every buffer on the way: the client reads it all, in order; the connection stays usable.
    void body_isReadWhileItIsSent()
    {
        QTemporaryDir directory;
        QByteArray bytes;
        for (int i = 0; bytes.size() < 12'000'000; ++i)
            bytes += QByteArray::number(i) + '\n';
        QFile file(directory.filePath(u"large"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        TestService service;
        Route route;
        route.pattern = u"/large"_s;
        route.access = Access::Public;
        auto shortBy = std::make_shared<qint64>(0);
        route.handler = [&, shortBy](const HttpRequest &) {
            const auto body = FileBody::open(file.fileName(), {0, bytes.size() + *shortBy}, nullptr);
            HttpResponse response;
            response.contentType = "text/plain";
            response.source = *body;
            return Reply<HttpResponse>::ready(response);
        };
        service.routes.add(std::move(route));
        service.addGet(u"/small"_s, "small");
        service.start();
        RawClient client(service.port);
        QVERIFY(client.connectToServer());
        client.get("/large", "Accept-Encoding: gzip\r\n");
        client.get("/small");
        const RawAnswer large = client.answer(false, 20'000);
        QCOMPARE(large.status, 200);
        QVERIFY(large.body == bytes);
        QCOMPARE(client.answer().body, QByteArray("small"));
        client.send("HEAD /large HTTP/1.1\r\nHost: x\r\n\r\n");
        QCOMPARE(client.answer(true).header("content-length"), QByteArray::number(bytes.size()));
        // A file that became shorter cuts the connection: nobody takes a part for the whole.
        *shortBy = 1;
        client.get("/large");
        QVERIFY(client.waitForClose(20'000));
    }
};

QTEST_GUILESS_MAIN(tst_FileBody)
#include "tst_filebody.moc"
