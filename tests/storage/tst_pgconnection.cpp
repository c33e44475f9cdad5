// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/pgpool.h"
#include "tests/storage/inboxdata.h"
#include "tests/support/testdatabase.h"

using namespace signalbox;
using namespace Qt::StringLiterals;

class tst_PgConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_database = newDatabase(); }

    void params_everyType_comesBackAsItWent()
    {
        const auto pg = connectTo(m_database->adminConninfo());
        const QStringList texts {u"a,b"_s, u"say \"x\""_s, u"back\\slash"_s, u"{}"_s, QString(), u"NULL"_s,
            u"مرحبا"_s, u"\uFEFFmark"_s};
        const QList<QUuid> uuids {newUuid(), newUuid()};
        const Instant at = *parseIso(u"2026-02-18T05:52:00.123456Z");
        const auto rows = pg->runSql(
            "select $1::text[], $2::uuid[], $3::timestamptz, $4::bool, $5::float8, $6::bytea, $7::int",
            (PgParams() << texts << uuids << at << true << 0.1)
                .addBytes(QByteArray("\0\x01\xff", 3))
                .addNull());
        QVERIFY2(rows.has_value(), rows ? "" : qPrintable(describe(rows.error())));
        QCOMPARE(rows->textList(0, 0), texts);
        QCOMPARE(rows->uuidList(0, 1), uuids);
        QCOMPARE(rows->instant(0, 2), at);
        QVERIFY(rows->boolean(0, 3));
        QCOMPARE(rows->number(0, 4), 0.1);
        QCOMPARE(rows->bytes(0, 5), QByteArray("\0\x01\xff", 3));
        QVERIFY(rows->isNull(0, 6));
    }

    void errors_haveTheirKind_andQuoteNoValue_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<int>("kind");
        QTest::newRow("a bad value") << QByteArray("select 'secret'::uuid") << int(Error::Kind::Invalid);
        QTest::newRow("a duplicate") << QByteArray(
            "insert into app_user (email) values ('secret'), ('secret')")
                                     << int(Error::Kind::Conflict);
        QTest::newRow("a broken check")
            << QByteArray("insert into app_user (email) values ('SECRET')") << int(Error::Kind::Invalid);
        QTest::newRow("our own mistake")
            << QByteArray("select nothing from nowhere") << int(Error::Kind::Internal);
        QTest::newRow("a deadline") << QByteArray("select pg_sleep(5)") << int(Error::Kind::TimedOut);
    }
    void errors_haveTheirKind_andQuoteNoValue()
    {
        QFETCH(QByteArray, sql);
        QFETCH(int, kind);
        const auto pg = std::move(*PgConnection::open(
            m_database->adminConninfo(), {.statementTimeout = std::chrono::milliseconds(100)}));
        const auto failed = pg->runSql(sql);
        QVERIFY(!failed);
        QCOMPARE(int(failed.error().kind), kind);
        QVERIFY(!failed.error().detail.contains(u"secret"_s, Qt::CaseInsensitive));
    }

    void transaction_thatFails_leavesNothing()
    {
        const auto pg = connectTo(m_database->adminConninfo());
        const auto failed = pg->transaction({.readOnly = false}, [&]() -> Result<int> {
            const auto inserted = pg->runSql("insert into app_user (email) values ('gone@x.test')");
            return inserted ? Result<int>(Error::internal(u"changed my mind"_s)) : inserted.error();
        });
        QVERIFY(!failed);
        QCOMPARE(pg->runSql("select count(*) from app_user where email = 'gone@x.test'")->integer(0, 0), 0);
        QVERIFY(pg->isUsable());
    }

    /// Readings that each begin a transaction share one when somebody began it around them.
    void transaction_withinOneOfItsScope_joinsIt()
    {
        const auto pg = connectTo(m_database->adminConninfo());
        const auto other = connectTo(m_database->adminConninfo());
        const TenantScope scope {.user = UserId {newUuid()}};
        const auto people = [&]() -> Result<qint64> {
            return pg->transaction(scope, [&]() -> Result<qint64> {
                const auto rows = pg->runSql("select count(*) from app_user");
                return rows ? Result<qint64>(rows->integer(0, 0)) : rows.error();
            });
        };
        const auto grown = pg->transaction(scope, [&]() -> Result<qint64> {
            const auto before = people();
            if (!other->runSql("insert into app_user (email) values ('meanwhile@x.test')"))
                return Error::internal(u"not inserted"_s);
            const auto after = people();
            return *after - *before;
        });
        QCOMPARE(*grown, 0);
        QVERIFY(pg->isUsable());
        // In another's name it is refused, and whoever began the outer one still ends it.
        const auto refused = pg->transaction(
            scope, [&]() -> Result<qint64> { return pg->transaction({.user = UserId {newUuid()}}, people); });
        QCOMPARE(refused.error().kind, Error::Kind::Internal);
        QVERIFY(pg->isUsable());
        QVERIFY(people().has_value());
    }

    void scope_endsWithTheTransaction()
    {
        const auto pg = connectTo(m_database->appConninfo());
        const UserId user {newUuid()};
        const auto inside
            = pg->transaction({.user = user}, [&] { return pg->runSql("select current_user_id()"); });
        QCOMPARE(inside->uuid(0, 0), user.value);
        QVERIFY(pg->runSql("select current_user_id()")->isNull(0, 0));
    }

    void open_keepsTheOptionsOfTheConnectionString()
    {
        const auto pg = connectTo(m_database->adminConninfo() + u" options='-c role=signalbox_app'"_s);
        QCOMPARE(pg->runSql("select current_user::text, current_setting('timezone')")->text(0, 0),
            u"signalbox_app"_s);
    }

    void pool_cancelledTask_stopsTheStatement()
    {
        PgPool pool(m_database->appConninfo(), {.size = 1});
        QElapsedTimer timer;
        timer.start();
        auto slow
            = pool.run([](PgConnection &pg, std::stop_token) { return pg.runSql("select pg_sleep(20)"); });
        QTRY_COMPARE(pool.usage().busy, 1);
        slow.cancel();
        bool isAnswered = false;
        deliver(pool.run([](PgConnection &pg, std::stop_token) { return pg.runSql("select 1"); }), this,
            [&](const Result<PgResult> &rows) { isAnswered = rows.has_value(); });
        QTRY_VERIFY(isAnswered);
        QVERIFY(timer.elapsed() < 10000);
    }

    void pool_connectionsKilledByTheServer_areReplaced()
    {
        PgPool pool(m_database->appConninfo(), {.size = 2});
        const auto ask = [&] {
            auto reply = pool.run([](PgConnection &pg, std::stop_token) { return pg.runSql("select 1"); });
            reply.future().waitForFinished();
            return reply.future().result().has_value();
        };
        QVERIFY(ask());
        const auto admin = connectTo(m_database->adminConninfo());
        QVERIFY(admin->runSql("select pg_terminate_backend(pid, 5000) from pg_stat_activity"
                              " where usename = 'signalbox_app' and datname = current_database()"));
        QVERIFY(ask());
    }

    void pool_noServer_isUnavailable_notForEver()
    {
        PgPool pool(u"host=/nonexistent dbname=x"_s, {.size = 1});
        auto reply = pool.run([](PgConnection &pg, std::stop_token) { return pg.runSql("select 1"); });
        reply.future().waitForFinished();
        QCOMPARE(reply.future().result().error().kind, Error::Kind::Unavailable);
        QCOMPARE(pool.usage().failedConnects, 1);
    }

private:
    std::unique_ptr<TestDatabase> m_database;
};

QTEST_GUILESS_MAIN(tst_PgConnection)

#include "tst_pgconnection.moc"
