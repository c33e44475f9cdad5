// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/overview.h"
#include "tests/server/analytics/analyticsservice.h"
#include "tests/support/manualclock.h"
#include "tests/support/testdatabase.h"

#include <QRegularExpression>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QList<QByteArray> Tabs {"overview", "workflows", "campaigns", "booking", "response-timing"};

QString codeOf(const RawAnswer &answer)
{
    return answer.json().value("code"_L1).toString();
}

/// Without what depends on when it was read.
QString timeless(const QByteArray &body)
{
    static const QRegularExpression times(u"\"(computedAt|fromUtcIso|toUtcIso)\":\"[^\"]*\""_s);
    return QString::fromUtf8(body).remove(times);
}

/// Up to which a window that ends now is read.
bool isOnTheCoarseStep(Instant instant)
{
    const auto ahead = instant - SystemClock().now();
    return instant.time_since_epoch() % 5min == 0s && ahead > -1min && ahead <= 5min;
}

} // namespace

/// The tabs of analytics over HTTP on a real database: order of checks, roles, windows, cache, parts.
class tst_AnalyticsRoutes : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<AnalyticsCast> m_cast;

private Q_SLOTS:
    void initTestCase() { m_database = newDatabase(); }
    void init() { m_cast = std::make_unique<AnalyticsCast>(m_database->adminConninfo()); }
    void cleanup() { m_cast.reset(); }

    void tabs_answerInTheEnvelope()
    {
        AnalyticsService service(m_database->appConninfo());
        for (const QByteArray &tab : Tabs) {
            const RawAnswer answer = service.get(m_cast->owner, m_cast->tab(tab) + "&compare=previous");
            QVERIFY2(answer.status == 200, tab + ": " + answer.body);
            const QJsonObject body = answer.json();
            QCOMPARE(body.value("success"_L1).toBool(), true);
            for (const auto member : {"data"_L1, "comparison"_L1, "window"_L1, "comparisonWindow"_L1})
                QVERIFY2(body.value(member).isObject(), tab + ' ' + member.data());
            QVERIFY(parseIso(body.value("computedAt"_L1).toString()));
            QCOMPARE(body.value("timezone"_L1).toString(), u"UTC"_s);
            QCOMPARE(answer.header("cache-control"), QByteArray("private, no-cache"));
            QCOMPARE(answer.header("x-zrg-read-api-enabled"), QByteArray("1"));
            QCOMPARE(answer.header("x-zrg-cache"), QByteArray("miss"));
            QCOMPARE(answer.header("cache-status"), QByteArray("signalbox; fwd=miss"));
            QVERIFY(answer.header("server-timing").contains("db;dur="));
            QVERIFY(!answer.header("x-zrg-duration-ms").isEmpty());
        }
    }

    void overview_parts_areTheirOwn()
    {
        AnalyticsService service(m_database->appConninfo());
        for (const QByteArray parts : {"core", "breakdowns", "all"}) {
            const RawAnswer answer = service.get(m_cast->owner, m_cast->tab("overview") + "&parts=" + parts);
            QCOMPARE(answer.status, 200);
            QCOMPARE(answer.header("x-zrg-analytics-parts"), parts);
            QCOMPARE(answer.header("x-zrg-cache"), QByteArray("miss"));
            const auto reading = decodeReading(answer.json(), &decodeOverview);
            QVERIFY2(reading, reading ? "" : qPrintable(describe(reading.error())));
            QCOMPARE(reading->data.core.totalLeads, parts == "breakdowns" ? 0 : 2);
            QCOMPARE(reading->data.core.meetingsBooked, parts == "breakdowns" ? 0 : 1);
            QCOMPARE(reading->data.breakdowns.sentiments.isEmpty(), parts == "core");
        }
        QCOMPARE(service.get(m_cast->owner, m_cast->tab("overview")).header("x-zrg-analytics-parts"),
            QByteArray("all"));
    }

    void windows_areCompletedAndSettled()
    {
        AnalyticsService service(m_database->appConninfo());
        const auto windowOf = [&](const QByteArray &query) {
            const RawAnswer answer
                = service.get(m_cast->owner, "/api/analytics/overview?" + m_cast->client() + query);
            const auto reading = decodeReading(answer.json(), &decodeOverview);
            return reading ? reading->window : AnalyticsWindow {Instant(), Instant()};
        };
        QCOMPARE(windowOf({}), AnalyticsWindow());
        const AnalyticsWindow before = windowOf("&to=2026-02-18T05:52:00.001Z");
        QCOMPARE(before.to, parseIso(u"2026-02-18T05:53:00Z"));
        QCOMPARE(before.from, parseIso(u"2026-01-19T05:53:00Z"));
        const AnalyticsWindow since = windowOf("&from=2026-02-18T05:52:00Z");
        QVERIFY(since.to && isOnTheCoarseStep(*since.to));
        const QByteArray now = toIso(SystemClock().now()).toLatin1();
        const AnalyticsWindow preset = windowOf("&from=2026-02-18T05:52:00Z&to=" + now);
        QVERIFY(preset.to && isOnTheCoarseStep(*preset.to));
        // The same preset, a second later in the same minute, is the same question.
        const QByteArray week = "&from=2026-02-11T05:52:10Z&to=2026-02-18T05:52:10Z";
        const QByteArray later = "&from=2026-02-11T05:52:59Z&to=2026-02-18T05:52:59Z";
        const quint64 hits = service.reads("overview", "hit");
        QCOMPARE(windowOf(week), windowOf(later));
        QCOMPARE(service.reads("overview", "hit"), hits + 1);
    }

    void parameters_wrong_areNamed()
    {
        AnalyticsService service(m_database->appConninfo());
        const QByteArray overview = "/api/analytics/overview?" + m_cast->client();
        const QByteArray timing = "/api/analytics/response-timing?" + m_cast->client();
        const QList<std::pair<QByteArray, QString>> cases {
            {"/api/analytics/overview", u"clientId"_s},
            {"/api/analytics/workflows?clientId=7", u"clientId"_s},
            {overview + "&parts=everything", u"parts"_s},
            {overview + "&compare=never", u"compare"_s},
            {overview + "&from=yesterday", u"from"_s},
            {overview + "&to=2026-02-30T00:00:00Z", u"to"_s},
            {overview + "&from=2026-02-18T00:00:00Z&to=2026-02-17T00:00:00Z", u"from"_s},
            {overview + "&to=0001-01-01T00:00:00Z", u"to"_s},
            {overview + "&from=99999999999999999999", u"from"_s},
            {overview + "&forceRefresh=maybe", u"forceRefresh"_s},
            {timing + "&channel=fax", u"channel"_s},
            {timing + "&topRespondersLimit=few", u"topRespondersLimit"_s},
            {timing + "&responder=user:me", u"responder"_s},
        };
        for (const auto &[path, field] : cases) {
            const RawAnswer answer = service.get(m_cast->owner, path);
            QVERIFY2(answer.status == 400, path.constData());
            QCOMPARE(codeOf(answer), u"INVALID_PARAMETER"_s);
            QCOMPARE(answer.json().value("field"_L1).toString(), field);
            QVERIFY2(answer.json().value("error"_L1).toString().contains(field), answer.body);
            // Who one is comes first; what the parameters say before the right to the workspace.
            QCOMPARE(service.get({}, path).status, 401);
            QCOMPARE(service.get(m_cast->stranger, path).status, 400);
        }
    }

    void roles_allButThePortal()
    {
        AnalyticsService service(m_database->appConninfo());
        for (const QByteArray &tab : Tabs) {
            const RawAnswer whole = service.get(m_cast->owner, m_cast->tab(tab));
            for (const UserId &member : {m_cast->manager, m_cast->setter}) {
                const RawAnswer answer = service.get(member, m_cast->tab(tab));
                QVERIFY2(answer.status == 200, tab + answer.body);
                // The whole workspace's numbers, not the setter's own.
                QCOMPARE(answer.json().value("data"_L1).toObject().keys(),
                    whole.json().value("data"_L1).toObject().keys());
            }
            const RawAnswer refused = service.get(m_cast->portal, m_cast->tab(tab));
            QCOMPARE(refused.status, 403);
            QCOMPARE(codeOf(refused), u"ANALYTICS_ROLE_REQUIRED"_s);
            QVERIFY(refused.json().value("error"_L1).toString().contains(u"INBOX_MANAGER"_s));
            const RawAnswer foreign = service.get(m_cast->stranger, m_cast->tab(tab));
            QCOMPARE(foreign.status, 403);
            QCOMPARE(codeOf(foreign), u"FORBIDDEN"_s);
        }
        const auto overview
            = decodeReading(service.get(m_cast->setter, m_cast->tab("overview")).json(), &decodeOverview);
        QCOMPARE(overview->data.core.totalLeads, 2);
    }

    void kept_isAHit_and304()
    {
        AnalyticsService service(m_database->appConninfo());
        const QByteArray path = "/api/analytics/workflows?" + m_cast->client()
            + "&from=2026-01-01T00:00:00Z&to=2027-02-01T00:00:00Z";
        const RawAnswer first = service.get(m_cast->owner, path);
        const RawAnswer second = service.get(m_cast->owner, path);
        QCOMPARE(second.header("x-zrg-cache"), QByteArray("hit"));
        QCOMPARE(second.header("cache-status"), QByteArray("signalbox; hit"));
        QCOMPARE(second.body, first.body);
        const QByteArray known = "If-None-Match: " + first.header("etag") + "\r\n";
        QCOMPARE(service.get(m_cast->owner, path, known).status, 304);
        QCOMPARE(
            service.get(m_cast->owner, path + "&compare=year").header("x-zrg-cache"), QByteArray("miss"));
        // A refresh reads again, and what it read is what is kept.
        const RawAnswer refreshed = service.get(m_cast->owner, path + "&forceRefresh=true", known);
        QCOMPARE(refreshed.status, 200);
        QCOMPARE(refreshed.header("x-zrg-cache"), QByteArray("miss"));
        QCOMPARE(service.get(m_cast->owner, path).body, refreshed.body);
    }

    void kept_isEverybodysOfTheWorkspace_whoMaySeeIt()
    {
        AnalyticsService service(m_database->appConninfo());
        for (const QByteArray &tab : Tabs) {
            const QByteArray path = m_cast->tab(tab);
            const RawAnswer first = service.get(m_cast->owner, path);
            QCOMPARE(first.header("x-zrg-cache"), QByteArray("miss"));
            for (const UserId &member : {m_cast->manager, m_cast->setter}) {
                const RawAnswer answer = service.get(member, path);
                QCOMPARE(answer.header("x-zrg-cache"), QByteArray("hit"));
                QCOMPARE(answer.body, first.body);
            }
            // Because it is what even a setter, who sees the own leads elsewhere, would have read himself.
            const RawAnswer own = service.get(m_cast->setter, path + "&forceRefresh=true");
            QCOMPARE(own.header("x-zrg-cache"), QByteArray("miss"));
            QCOMPARE(timeless(own.body), timeless(first.body));
            QCOMPARE(codeOf(service.get(m_cast->portal, path)), u"ANALYTICS_ROLE_REQUIRED"_s);
            const RawAnswer foreign = service.get(m_cast->stranger, path);
            QCOMPARE(foreign.status, 403);
            QVERIFY(foreign.header("x-zrg-cache") != "hit");
            QByteArray elsewhere = path;
            elsewhere.replace(m_cast->workspace.toString().toLatin1(), m_cast->foreign.toString().toLatin1());
            QCOMPARE(service.get(m_cast->stranger, elsewhere).header("x-zrg-cache"), QByteArray("miss"));
            QCOMPARE(service.get(m_cast->owner, elsewhere).status, 403);
        }
    }

    void write_isToldWithinTheHold()
    {
        ManualClock holds;
        AnalyticsService service(m_database->appConninfo(), {}, &holds);
        const QByteArray path = "/api/analytics/overview?parts=core&" + m_cast->client();
        const auto leads = [](const RawAnswer &answer) {
            const auto reading = decodeReading(answer.json(), &decodeOverview);
            return reading ? reading->data.core.totalLeads : -1;
        };
        const RawAnswer first = service.get(m_cast->owner, path);
        QCOMPARE(leads(first), 2);
        m_cast->data().addLead(m_cast->workspace, {});
        holds.advance(9s);
        const RawAnswer second = service.get(m_cast->owner, path);
        QCOMPARE(leads(second), 2);
        QVERIFY(second.header("x-zrg-stale").isEmpty());
        holds.advance(28s);
        const RawAnswer stale = service.get(m_cast->owner, path);
        QCOMPARE(stale.body, first.body);
        QCOMPARE(stale.header("x-zrg-stale"), QByteArray("1"));
        QCOMPARE(stale.header("x-zrg-cache"), QByteArray("hit"));
        QCOMPARE(stale.header("age"), QByteArray("37"));
        QCOMPARE(stale.header("cache-status"), QByteArray("signalbox; hit; ttl=-37"));
        QCOMPARE(leads(service.get(m_cast->owner, path, "Cache-Control: max-age=3, No-Cache\r\n")), 3);
        const RawAnswer current = service.get(m_cast->owner, path);
        QCOMPARE(leads(current), 3);
        QVERIFY(current.header("x-zrg-stale").isEmpty());
        QVERIFY(current.header("age").isEmpty());
        QCOMPARE(service.reads("overview", "stale"), 1);
    }

    void stale_knownAlready_isA304ThatSaysSo()
    {
        ManualClock holds;
        AnalyticsService service(m_database->appConninfo(), {}, &holds);
        const QByteArray path = "/api/analytics/workflows?" + m_cast->client();
        const QByteArray known = "If-None-Match: " + service.get(m_cast->owner, path).header("etag") + "\r\n";
        m_cast->data().addLead(m_cast->workspace, {});
        holds.advance(20s);
        const RawAnswer answer = service.get(m_cast->owner, path, known);
        QCOMPARE(answer.status, 304);
        QCOMPARE(answer.header("x-zrg-stale"), QByteArray("1"));
    }

    void revoked_isRefusedWhatIsKept()
    {
        AnalyticsService service(m_database->appConninfo());
        const QByteArray path = "/api/analytics/workflows?" + m_cast->client()
            + "&from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z";
        QCOMPARE(service.get(m_cast->setter, path).status, 200);
        m_cast->data().run(
            "delete from workspace_member where user_id = $1::uuid", PgParams() << m_cast->setter);
        QTRY_COMPARE(service.get(m_cast->setter, path).status, 403);
        QCOMPARE(service.get(m_cast->owner, path).header("x-zrg-cache"), QByteArray("hit")); // it is there
    }

    void revoked_isRefusedWhatIsStale()
    {
        ManualClock holds;
        AnalyticsService service(m_database->appConninfo(), {}, &holds);
        const QByteArray path = "/api/analytics/workflows?" + m_cast->client();
        QCOMPARE(service.get(m_cast->setter, path).status, 200);
        m_cast->data().addLead(m_cast->workspace, {});
        m_cast->data().run(
            "delete from workspace_member where user_id = $1::uuid", PgParams() << m_cast->setter);
        holds.advance(30s);
        QTRY_COMPARE(service.get(m_cast->setter, path).status, 403);
        const RawAnswer refused = service.get(m_cast->setter, path);
        QVERIFY(refused.header("x-zrg-stale").isEmpty());
        QVERIFY(refused.header("age").isEmpty());
    }

    void killSwitch_offForEverybody()
    {
        AnalyticsService service(m_database->appConninfo());
        service.service().flags.setStored({{u"ANALYTICS_READ_API_V1"_s, u"off"_s}});
        const QByteArray some = newUuid().toByteArray(QUuid::WithoutBraces);
        QList<QByteArray> paths {"/api/analytics/crm/rows?" + m_cast->client(),
            "/api/analytics/exports/" + some, "/api/analytics/exports/" + some + "/content"};
        for (const QByteArray &tab : Tabs)
            paths.append(m_cast->tab(tab));
        for (const UserId &user : {m_cast->owner, UserId()}) {
            for (const QByteArray &path : paths) {
                QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"read_api_disabled"_s));
                const RawAnswer answer = service.get(user, path);
                QVERIFY2(answer.status == 503, path.constData());
                QCOMPARE(codeOf(answer), u"READ_API_DISABLED"_s);
                QCOMPARE(answer.header("x-zrg-read-api-reason"), QByteArray("disabled_by_flag"));
            }
        }
    }

    void database_gone_isAnError()
    {
        AnalyticsService service(u"host=/nonexistent dbname=none"_s);
        for (const QByteArray &tab : Tabs)
            QCOMPARE(service.get(m_cast->owner, m_cast->tab(tab)).status, 503);
    }
};

QTEST_GUILESS_MAIN(tst_AnalyticsRoutes)

#include "tst_analyticsroutes.moc"
