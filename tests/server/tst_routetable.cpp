// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/routetable.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

class tst_RouteTable : public QObject
{
    Q_OBJECT

private:
    static void add(RouteTable &routes, HttpMethod method, const QString &pattern)
    {
        Route route;
        route.method = method;
        route.pattern = pattern;
        route.handler = [](const HttpRequest &) { return Reply<HttpResponse>::ready(HttpResponse()); };
        routes.add(std::move(route));
    }

private Q_SLOTS:
    void find_path_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QString>("pattern"); // empty: none
        QTest::addColumn<QString>("value"); // of the first placeholder
        QTest::newRow("literal") << QByteArray("/api/inbox/counts") << u"/api/inbox/counts"_s << QString();
        QTest::newRow("placeholder") << QByteArray("/api/inbox/x1") << u"/api/inbox/{id}"_s << u"x1"_s;
        QTest::newRow("literal wins")
            << QByteArray("/api/inbox/counts") << u"/api/inbox/counts"_s << QString();
        QTest::newRow("back to the placeholder")
            << QByteArray("/api/inbox/envelope/") << u"/api/{project}/envelope/"_s << u"inbox"_s;
        QTest::newRow("encoded") << QByteArray("/api/inbox/a%20b") << u"/api/inbox/{id}"_s << u"a b"_s;
        QTest::newRow("encoded slash stays inside")
            << QByteArray("/api/inbox/a%2Fb") << u"/api/inbox/{id}"_s << u"a/b"_s;
        QTest::newRow("encoded literal")
            << QByteArray("/api/%69nbox/counts") << u"/api/inbox/counts"_s << QString();
        QTest::newRow("empty at the end") << QByteArray("/api/inbox/") << u"/api/inbox/{id}"_s << u""_s;
        QTest::newRow("empty inside") << QByteArray("/api//envelope/") << QString() << QString();
        QTest::newRow("too long") << QByteArray("/api/inbox/counts/x") << QString() << QString();
        QTest::newRow("too short") << QByteArray("/api") << QString() << QString();
        QTest::newRow("case matters") << QByteArray("/API/inbox/counts") << QString() << QString();
        QTest::newRow("root") << QByteArray("/") << QString() << QString();
        QTest::newRow("star") << QByteArray("*") << QString() << QString();
    }
    void find_path()
    {
        QFETCH(QByteArray, path);
        QFETCH(QString, pattern);
        QFETCH(QString, value);
        RouteTable routes;
        add(routes, HttpMethod::Get, u"/api/inbox/counts"_s);
        add(routes, HttpMethod::Get, u"/api/inbox/{id}"_s);
        add(routes, HttpMethod::Get, u"/api/{project}/envelope/"_s);
        const RouteTable::Match match = routes.find(HttpMethod::Get, path);
        QCOMPARE(match.route ? match.route->pattern : QString(), pattern);
        if (!value.isEmpty())
            QCOMPARE(match.pathValues.first().second, value);
    }

    void find_method_tellsWhatIsAllowed()
    {
        RouteTable routes;
        add(routes, HttpMethod::Get, u"/a/{x}"_s);
        add(routes, HttpMethod::Put, u"/a/{y}"_s);
        QCOMPARE(routes.find(HttpMethod::Put, "/a/1").pathValues.first().first, u"y"_s);
        QVERIFY(routes.find(HttpMethod::Head, "/a/1").route);
        const RouteTable::Match match = routes.find(HttpMethod::Delete, "/a/1");
        QVERIFY(!match.route);
        QCOMPARE(match.allowed, (QList {HttpMethod::Get, HttpMethod::Head, HttpMethod::Put}));
    }

    void findUpgrade_livesBesideRoutes()
    {
        RouteTable routes;
        add(routes, HttpMethod::Get, u"/a"_s);
        routes.addUpgrade(u"/ws"_s, [](const HttpRequest &) { return Reply<bool>::ready(true); });
        QVERIFY(routes.findUpgrade("/ws"));
        QVERIFY(!routes.findUpgrade("/a"));
        QVERIFY(routes.find(HttpMethod::Get, "/ws").allowed.isEmpty());
    }
};

QTEST_APPLESS_MAIN(tst_RouteTable)
#include "tst_routetable.moc"
