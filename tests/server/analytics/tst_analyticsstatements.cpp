// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/campaigns.h"
#include "core/server/analytics/tabreadings.h"
#include "tests/server/analytics/analyticsservice.h"
#include "tests/support/manualclock.h"
#include "tests/support/testdatabase.h"

#include <QRegularExpression>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Statements of analytics that take long: shared by those who wait, cancelled when nobody does or a part is
/// late. A lock on a table makes them long.
class tst_AnalyticsStatements : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<AnalyticsCast> m_cast;

    /// Statements of the service that wait for a lock.
    qint64 waiting()
    {
        return m_cast->data()
            .run("select count(*) from pg_stat_activity where datname = current_database() and usename = "
                 "'signalbox_app' and wait_event_type = 'Lock'")
            .integer(0, 0);
    }
    std::unique_ptr<PgConnection> lock(const QByteArray &table)
    {
        auto holder = connectTo(m_database->adminConninfo());
        if (!holder->runScript("begin; lock table " + table + " in access exclusive mode"))
            qFatal("no lock");
        return holder;
    }
    static void expectLateParts(int count)
    {
        for (int i = 0; i < count; ++i)
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"analytics_part_failed"_s));
    }
    static void askMany(AnalyticsService &service, const QList<UserId> &users, const QByteArray &path,
        std::vector<std::unique_ptr<RawClient>> &clients)
    {
        for (const UserId &user : users) {
            clients.push_back(std::make_unique<RawClient>(service.service().port));
            QVERIFY(clients.back()->connectToServer());
            clients.back()->get(path, FakeAuthenticator::headerFor(user));
        }
    }

private Q_SLOTS:
    void initTestCase() { m_database = newDatabase(); }
    void init() { m_cast = std::make_unique<AnalyticsCast>(m_database->adminConninfo()); }
    void cleanup() { m_cast.reset(); }

    /// Fifty people ask at once; the database runs one statement, and everybody is answered.
    void crowd_cold_runsOneQuery()
    {
        AnalyticsService service(m_database->appConninfo());
        QList<UserId> people;
        for (int i = 0; i < 50; ++i) {
            people.append(m_cast->data().addUser(u"p%1@a.test"_s.arg(i)));
            m_cast->data().addMember(m_cast->workspace, people.last(), u"ADMIN"_s);
        }
        auto holder = lock("message");
        std::vector<std::unique_ptr<RawClient>> clients;
        askMany(service, people, m_cast->tab("overview"), clients);
        QTRY_COMPARE(service.reads("overview", "joined"), 49U);
        QTRY_COMPARE(waiting(), 1);
        QVERIFY(holder->runScript("rollback"));
        for (const auto &client : clients)
            QCOMPARE(client->answer(false, 20'000).status, 200);
        QCOMPARE(service.reads("overview", "miss"), 1U);
    }

    void leaving_cancelsTheStatement_unlessOthersWait()
    {
        AnalyticsService service(m_database->appConninfo());
        auto holder = lock("message");
        std::vector<std::unique_ptr<RawClient>> clients;
        askMany(service, {m_cast->owner, m_cast->manager}, m_cast->tab("overview"), clients);
        QTRY_COMPARE(service.reads("overview", "joined"), 1U);
        QTRY_COMPARE(waiting(), 1);
        std::vector<std::unique_ptr<RawClient>> later;
        askMany(service, {m_cast->owner}, m_cast->tab("overview") + "&parts=breakdowns", later);
        QTRY_COMPARE(waiting(), 2);
        const auto open = [&] { return service.service().server.guard().connectionCount(); };
        clients[0]->close();
        QTRY_COMPARE(open(), 2);
        // Statements are cancelled one after the other: once the later question's is, the first had its turn.
        later[0]->close();
        QTRY_COMPARE(open(), 1);
        QTRY_COMPARE(waiting(), 1);
        QVERIFY(holder->runScript("rollback"));
        QCOMPARE(clients[1]->answer(false, 20'000).status, 200);
        QCOMPARE(
            service.reads("overview", "miss"), 2U); // the answer is of the statement that both waited for

        holder = lock("message");
        std::vector<std::unique_ptr<RawClient>> last;
        askMany(service, {m_cast->owner}, m_cast->tab("overview") + "&parts=core", last);
        QTRY_COMPARE(waiting(), 1);
        last[0]->close();
        QTRY_COMPARE(waiting(), 0);
        QVERIFY(holder->runScript("rollback"));
    }

    /// Connections that read parts of one answer leave each other the cores.
    void parts_takeNoWorkers()
    {
        const auto pg = connectTo(m_database->appConninfo());
        PgPool pool(m_database->appConninfo(), {.size = 1});
        const Instant now = SystemClock().now();
        const AnalyticsScope alone {.user = m_cast->owner, .workspace = m_cast->workspace, .now = now};
        AnalyticsScope part = alone;
        part.isSerial = true;
        const auto workers = [&](const AnalyticsScope &scope, PgPool *beside, Comparison compare) {
            return pg->transaction(scope.tenantScope(), [&]() -> Result<QString> {
                const auto reading = loadBookingReading(
                    {*pg, beside}, scope, {m_cast->workspace, lastDays(7, now), compare});
                if (!reading)
                    return reading.error();
                const auto rows = pg->runSql("select current_setting('max_parallel_workers_per_gather')");
                return rows ? Result<QString>(rows->text(0, 0)) : rows.error();
            });
        };
        const auto all = workers(alone, &pool, Comparison::None);
        QVERIFY(all);
        QVERIFY(*all != u"0"_s);
        QCOMPARE(*workers(alone, nullptr, Comparison::Previous), *all); // one after the other
        QCOMPARE(*workers(alone, &pool, Comparison::Previous), u"0"_s);
        QCOMPARE(*workers(part, nullptr, Comparison::Previous), u"0"_s);
        QCOMPARE(*workers(part, &pool, Comparison::None), u"0"_s);
    }

    /// A part whose statement does not end is cancelled and named; the rest is there, and not kept for long.
    void campaigns_oneLate_isNullAndNamed()
    {
        AnalyticsService service(m_database->appConninfo(), {.campaignsPart = 300ms, .partialTab = {1ms}});
        auto holder = lock("reactivation_enrollment");
        expectLateParts(1);
        const RawAnswer answer = service.get(m_cast->owner, m_cast->tab("campaigns"));
        QCOMPARE(answer.status, 200);
        const auto reading = decodeReading(answer.json(), &decodeCampaigns);
        QVERIFY(reading);
        QVERIFY(reading->data.campaigns && reading->data.aiDraftOutcome && reading->data.aiDraftBooking);
        QVERIFY(!reading->data.reactivation);
        QVERIFY(answer.json().value("data"_L1).toObject().value("reactivation"_L1).isNull());
        QCOMPARE(
            reading->errors, (QMap<QString, QString> {{u"reactivation"_s, u"Reactivation timed out"_s}}));
        QTRY_COMPARE(waiting(), 0);
        QVERIFY(holder->runScript("rollback"));
        const RawAnswer whole = service.get(m_cast->owner, m_cast->tab("campaigns"));
        QCOMPARE(whole.header("x-zrg-cache"), QByteArray("miss"));
        QVERIFY(!whole.json().contains("errors"_L1) || whole.json().value("errors"_L1).toObject().isEmpty());
    }

    /// It is told for its seconds while nothing is written, and never afterwards.
    void campaigns_oneLate_isNeverToldAsStale()
    {
        ManualClock holds;
        AnalyticsService service(m_database->appConninfo(), {.campaignsPart = 300ms}, &holds);
        auto holder = lock("reactivation_enrollment");
        expectLateParts(1);
        QVERIFY(service.get(m_cast->owner, m_cast->tab("campaigns")).json().contains("errors"_L1));
        QTRY_COMPARE(waiting(), 0);
        QVERIFY(holder->runScript("rollback"));
        holds.advance(9s);
        const RawAnswer partial = service.get(m_cast->owner, m_cast->tab("campaigns"));
        QCOMPARE(partial.header("x-zrg-cache"), QByteArray("hit"));
        QVERIFY(partial.header("x-zrg-stale").isEmpty());
        holds.advance(2s);
        const RawAnswer whole = service.get(m_cast->owner, m_cast->tab("campaigns"));
        QCOMPARE(whole.header("x-zrg-cache"), QByteArray("miss"));
        QVERIFY(!whole.json().contains("errors"_L1));
        // The whole one may be.
        m_cast->data().addLead(m_cast->workspace, {});
        holds.advance(20s);
        QCOMPARE(service.get(m_cast->owner, m_cast->tab("campaigns")).header("x-zrg-stale"), QByteArray("1"));
    }

    void campaigns_allLate_isAFailureWithReasons()
    {
        AnalyticsService service(m_database->appConninfo(), {.campaignsPart = 300ms});
        const auto holder = lock("email_campaign, reactivation_enrollment, reactivation_campaign, ai_draft");
        expectLateParts(4);
        const RawAnswer answer = service.get(m_cast->owner, m_cast->tab("campaigns"));
        QCOMPARE(answer.status, 500);
        QCOMPARE(answer.header("content-type"), QByteArray("application/problem+json"));
        QCOMPARE(answer.json().value("code"_L1).toString(), u"ANALYTICS_FAILED"_s);
        QCOMPARE(answer.json().value("errors"_L1).toObject().size(), 4);
        QVERIFY(answer.header("etag").isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_AnalyticsStatements)

#include "tst_analyticsstatements.moc"
