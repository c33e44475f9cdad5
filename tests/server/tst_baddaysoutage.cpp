// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/pgconnection.h"
#include "tests/server/baddays.h"
#include "tests/server/program.h"
#include "tests/support/redisserver.h"
#include "tests/support/testdatabase.h"

#include <QElapsedTimer>
#include <QJsonArray>

#include <csignal>

using namespace signalbox;
using namespace signalbox::baddays;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 30'000;
constexpr int Leads = 300;

/// Reads counts, list and workspaces until told to stop, and judges every answer.
class Readers
{
public:
    Readers(const Tenant &tenant, int port, int count)
    {
        for (int i = 0; i < count; ++i)
            m_threads.emplace_back([this, tenant, port](const std::stop_token &stop) {
                Line line(port);
                while (!stop.stop_requested())
                    readOnce(tenant, line);
            });
    }
    ~Readers() { stop(); }
    Q_DISABLE_COPY_MOVE(Readers)

    void stop()
    {
        for (std::jthread &thread : m_threads)
            thread.request_stop();
        m_threads.clear();
    }

    std::atomic<int> good = 0;
    std::atomic<int> refused = 0; // told honestly
    QList<QByteArray> oddities; // after stop(): what nobody should ever get

private:
    void readOnce(const Tenant &tenant, Line &line)
    {
        const Answer counts = line.get(tenant.countsTarget(), tenant.userToken);
        judge(counts,
            [&] { return counts.json().value("counts"_L1).toObject().value("total"_L1).toInt() == Leads; });
        const Answer list = line.get(tenant.listTarget(), tenant.userToken);
        judge(list, [&] { return list.json().value("conversations"_L1).toArray().size() == 200; });
        const Answer workspaces = line.get("/api/workspaces", tenant.userToken);
        judge(workspaces, [&] {
            const QJsonArray all = workspaces.json().value("workspaces"_L1).toArray();
            return all.size() == 1 && all.at(0).toObject().value("attention"_L1).toInt() == Leads;
        });
    }

    template <typename IsRight> void judge(const Answer &answer, IsRight isRight)
    {
        if (answer.status == 200 && isRight()) {
            ++good;
            return;
        }
        const QJsonObject problem = answer.json();
        if (answer.status == 503 && answer.headers.value("content-type") == "application/problem+json"
            && answer.headers.value("retry-after").toInt() > 0 && problem.value("retryable"_L1).toBool()
            && !problem.value("success"_L1).toBool(true)
            && problem.value("code"_L1) == "SERVICE_UNAVAILABLE"_L1) {
            ++refused;
            return;
        }
        const std::lock_guard lock(m_mutex);
        oddities += QByteArray::number(answer.status) + ' ' + answer.body.left(400);
    }

    std::mutex m_mutex; // guards oddities: all readers write it
    std::vector<std::jthread> m_threads;
};

} // namespace

/// What the service leans on goes away and comes back while people read.
class tst_BadDaysOutage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        auto database = TestDatabase::create();
        QVERIFY2(database.has_value(), database ? "" : qPrintable(describe(database.error())));
        m_database = *std::move(database);
        // Of the server: nobody may close the database they are in.
        auto admin
            = PgConnection::open(m_database->adminConninfo().replace(m_database->name(), "postgres"_L1));
        QVERIFY(admin.has_value());
        m_admin = *std::move(admin);
    }

    void cleanup()
    {
        m_service.reset();
        m_admin.reset();
        m_database.reset();
    }

    void databaseGoneAndBack_isSaidAndNeverZero()
    {
        start({});
        QVERIFY(m_port > 0);
        Readers readers(m_tenant, m_port, 4);
        QTRY_VERIFY_WITH_TIMEOUT(readers.good > 50, Patience);
        Line probe(m_port);
        for (int round = 0; round < (isLong() ? 20 : 3); ++round) {
            QCOMPARE(probe.get("/readyz").status, 200);
            close();
            const int refused = readers.refused;
            QTRY_VERIFY_WITH_TIMEOUT(readers.refused > refused + 50, Patience);
            QCOMPARE(probe.get("/healthz").status, 200);
            const Answer ready = probe.get("/readyz");
            QCOMPARE(ready.status, 503);
            const QJsonObject checks = ready.json().value("checks"_L1).toObject();
            QVERIFY(checks.contains("database"_L1));
            QVERIFY(!checks.value("database"_L1).toObject().value("ok"_L1).toBool(true));
            // A write is refused in the same words, and is nowhere afterwards.
            const Answer write
                = probe.post(m_tenant.ingestTarget(), m_tenant.serviceToken, Tenant::record("late"));
            QCOMPARE(write.status, 503);
            QVERIFY(write.json().value("retryable"_L1).toBool());
            open();
            const int good = readers.good;
            QTRY_VERIFY_WITH_TIMEOUT(readers.good > good + 50, Patience);
        }
        readers.stop();
        QVERIFY2(readers.oddities.isEmpty(), readers.oddities.value(0));
        QCOMPARE(m_tenant.total(probe), Leads);
        QCOMPARE(m_tenant.listLength(probe), Leads);
        finish();
    }

    void backendsCutUnderLoad_costsAtMostA503()
    {
        start({});
        QVERIFY(m_port > 0);
        Readers readers(m_tenant, m_port, 4);
        QTRY_VERIFY_WITH_TIMEOUT(readers.good > 50, Patience);
        for (int round = 0; round < (isLong() ? 100 : 10); ++round) {
            cutBackends();
            const int good = readers.good;
            QTRY_VERIFY_WITH_TIMEOUT(readers.good > good + 20, Patience);
        }
        readers.stop();
        QVERIFY2(readers.oddities.isEmpty(), readers.oddities.value(0));
        finish();
    }

    void frozenDatabase_doesNotKeepUsFromStopping()
    {
        start({});
        QVERIFY(m_port > 0);
        const auto backends = m_admin->runSql(
            "select pid from pg_stat_activity where datname = '" + m_database->name().toUtf8() + "'");
        QVERIFY(backends && backends->rowCount() > 0);
        const auto signalAll = [&](int signal) {
            for (int row = 0; row < backends->rowCount(); ++row)
                ::kill(pid_t(backends->integer(row, 0)), signal);
        };
        signalAll(SIGSTOP);
        const auto thaw = qScopeGuard([&] { signalAll(SIGCONT); });
        QTest::qWait(1000); // upkeep runs into it
        QCOMPARE(Line(m_port).get("/healthz").status, 200);
        QElapsedTimer timer;
        timer.start();
        m_service->terminate();
        QCOMPARE(m_service->waitForExit(), 0);
        QVERIFY2(timer.elapsed() < 20'000, QByteArray::number(timer.elapsed()));
    }

    void redisGoneAndBack_noRequestFails()
    {
        auto redis = RedisServer::start();
        QVERIFY2(redis.has_value(), redis ? "" : qPrintable(describe(redis.error())));
        start({u"--redis"_s, (*redis)->url()});
        QVERIFY(m_port > 0);
        Readers readers(m_tenant, m_port, 4);
        for (int round = 0; round < (isLong() ? 20 : 3); ++round) {
            int good = readers.good;
            QTRY_VERIFY_WITH_TIMEOUT(readers.good > good + 50, Patience);
            (*redis)->kill();
            // Answers that are not in the cache of the process, too.
            touchALead();
            good = readers.good;
            QTRY_VERIFY_WITH_TIMEOUT(readers.good > good + 50, Patience);
            QVERIFY((*redis)->restart().has_value());
            touchALead();
        }
        readers.stop();
        QVERIFY2(readers.oddities.isEmpty(), readers.oddities.value(0));
        QCOMPARE(int(readers.refused), 0);
        finish();
    }

private:
    void start(const QStringList &more)
    {
        m_service = std::make_unique<Program>(u"signalboxd"_s,
            QStringList {
                u"serve"_s, u"--database"_s, m_database->adminConninfo(), u"--listen"_s, u"127.0.0.1:0"_s}
                + more,
            environment());
        m_port = portOf(m_service->waitForLine(u"ready "_s));
        QVERIFY2(m_port > 0, m_service->errors());
        m_tenant = Tenant::setUp(m_port);
        QByteArray records;
        for (int i = 0; i < Leads; ++i)
            records += Tenant::record("lead-" + QByteArray::number(i));
        Line line(m_port);
        const Answer stored = line.post(m_tenant.ingestTarget(), m_tenant.serviceToken, records);
        QVERIFY2(stored.status == 200, stored.body);
        QCOMPARE(m_tenant.total(line), Leads);
    }

    void finish()
    {
        m_service->terminate();
        QCOMPARE(m_service->waitForExit(), 0);
        const QByteArray log = m_service->errors();
        QVERIFY2(!log.contains("request_failed"), log.mid(log.indexOf("request_failed") - 300, 900));
    }

    /// As a stopped server is to the service: who is in is out, and nobody gets in. Other databases of the
    /// server do not notice.
    void close()
    {
        QVERIFY(m_admin->runScript(
            "alter database " + m_database->name().toUtf8() + " with allow_connections false"));
        cutBackends();
    }
    void open()
    {
        QVERIFY(m_admin->runScript(
            "alter database " + m_database->name().toUtf8() + " with allow_connections true"));
    }
    void cutBackends()
    {
        QVERIFY(m_admin->runSql("select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
            + m_database->name().toUtf8() + "'"));
    }

    /// The next answers are not those that caches hold.
    void touchALead()
    {
        auto admin = PgConnection::open(m_database->adminConninfo());
        QVERIFY(admin.has_value());
        QVERIFY((*admin)->runSql("update lead set updated_at = clock_timestamp() where id = (select id from "
                                 "lead order by id limit 1)"));
    }

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<PgConnection> m_admin;
    std::unique_ptr<Program> m_service;
    int m_port = 0;
    Tenant m_tenant;
};

QTEST_GUILESS_MAIN(tst_BadDaysOutage)
#include "tst_baddaysoutage.moc"
