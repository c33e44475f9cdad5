// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sideread.h"
#include "tests/storage/inboxdata.h"
#include "tests/support/testdatabase.h"

#include <QElapsedTimer>

#include <thread>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

/// Which backend read, and what it saw.
struct Seen
{
    qint64 backend = 0;
    qint64 users = 0;
};

Result<Seen> look(PgConnection &pg)
{
    const auto rows = pg.runSql("select pg_backend_pid(), (select count(*) from app_user)");
    if (!rows)
        return rows.error();
    return Seen {rows->integer(0, 0), rows->integer(0, 1)};
}

/// Tells when the other connection has begun.
struct Start
{
    std::promise<void> promise;
    std::future<void> begun = promise.get_future();
};

Result<Seen> sleepLong(PgConnection &pg)
{
    const auto slept = pg.runSql("select pg_sleep(600)");
    return slept ? look(pg) : slept.error();
}

/// Long before it would have slept enough.
constexpr qint64 Soon = 60'000;

} // namespace

class tst_SideRead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_database = newDatabase(); }

    void freeConnection_readsTheSameSnapshot()
    {
        PgPool pool(m_database->adminConninfo(), {.size = 1});
        const auto pg = connectTo(m_database->adminConninfo());
        const auto writer = connectTo(m_database->adminConninfo());
        std::promise<void> written;
        Start start;
        const auto both = pg->transaction(Nobody, [&]() -> Result<QList<Seen>> {
            const auto mine = look(*pg);
            auto side = SideRead<Seen>::offer(&pool, *pg, Nobody, [&](PgConnection &other) {
                start.promise.set_value();
                written.get_future().wait();
                return look(other);
            });
            if (!mine || !side)
                return mine ? side.error() : mine.error();
            start.begun.wait();
            addUser(*writer);
            written.set_value();
            const auto theirs = side->finish(*pg, {});
            return theirs ? Result<QList<Seen>>(QList<Seen> {*mine, *theirs}) : theirs.error();
        });
        QVERIFY2(both, both ? "" : qPrintable(describe(both.error())));
        QVERIFY(both->at(0).backend != both->at(1).backend);
        QCOMPARE(both->at(1).users, both->at(0).users);
        QCOMPARE(look(*pg)->users, both->at(0).users + 1);
    }

    void noPool_orNobodyFree_readsHere_data()
    {
        QTest::addColumn<bool>("hasPool");
        QTest::newRow("no pool") << false;
        QTest::newRow("every connection is busy") << true;
    }
    void noPool_orNobodyFree_readsHere()
    {
        QFETCH(bool, hasPool);
        PgPool pool(m_database->adminConninfo(), {.size = 1});
        std::promise<void> over;
        auto busy = pool.run([&](PgConnection &, std::stop_token) -> Result<bool> {
            over.get_future().wait();
            return true;
        });
        QTRY_COMPARE(pool.usage().busy, 1);
        const auto pg = connectTo(m_database->adminConninfo());
        const auto seen = readBeside(*pg, hasPool ? &pool : nullptr, &look);
        over.set_value();
        QVERIFY(seen);
        QCOMPARE(seen->backend, look(*pg)->backend);
    }

    void workThatFails_isTheFailure()
    {
        PgPool pool(m_database->adminConninfo(), {.size = 1});
        const auto pg = connectTo(m_database->adminConninfo());
        const auto seen = readByOther(
            *pg, pool, [](PgConnection &) -> Result<Seen> { return Error::denied(u"not yours"_s); });
        QVERIFY(!seen);
        QCOMPARE(seen.error().kind, Error::Kind::Denied);
        QVERIFY(pg->isUsable());
    }

    void connectionThatBreaks_isReplacedByOurs()
    {
        PgPool pool(m_database->adminConninfo(), {.size = 1});
        const auto pg = connectTo(m_database->adminConninfo());
        const qint64 own = look(*pg)->backend;
        const auto seen = readByOther(*pg, pool, [own](PgConnection &which) -> Result<Seen> {
            const auto asked = look(which);
            if (!asked || asked->backend == own)
                return asked;
            const auto killed = which.runSql("select pg_terminate_backend(pg_backend_pid())");
            return killed ? look(which) : killed.error();
        });
        QVERIFY2(seen, seen ? "" : qPrintable(describe(seen.error())));
        QCOMPARE(seen->backend, own);
    }

    void stop_cancelsTheOtherStatement()
    {
        PgPool pool(m_database->adminConninfo(), {.size = 1, .statementTimeout = std::chrono::hours(1)});
        const auto pg = connectTo(m_database->adminConninfo());
        std::stop_source stop;
        std::thread stopping([&] {
            untilSomebodySleeps();
            stop.request_stop();
        });
        QElapsedTimer timer;
        timer.start();
        const auto seen = readByOther(*pg, pool, &sleepLong, stop.get_token());
        stopping.join();
        QVERIFY(!seen);
        QVERIFY(timer.elapsed() < Soon);
    }

    void stoppedBefore_readsNothingHere()
    {
        const auto pg = connectTo(m_database->adminConninfo());
        std::stop_source stop;
        stop.request_stop();
        bool isRead = false;
        const auto seen = pg->transaction(Nobody, [&]() -> Result<Seen> {
            auto side = SideRead<Seen>::offer(nullptr, *pg, Nobody, [&](PgConnection &which) {
                isRead = true;
                return look(which);
            });
            return side ? side->finish(*pg, stop.get_token()) : Result<Seen>(side.error());
        });
        QCOMPARE(seen.error().kind, Error::Kind::Cancelled);
        QVERIFY(!isRead);
    }

    void readingThatIsGivenUp_stopsTheOtherStatement()
    {
        PgPool pool(m_database->adminConninfo(), {.size = 1, .statementTimeout = std::chrono::hours(1)});
        const auto pg = connectTo(m_database->adminConninfo());
        QElapsedTimer timer;
        timer.start();
        const auto abandoned = pg->transaction(Nobody, [&]() -> Result<Seen> {
            auto side = SideRead<Seen>::offer(&pool, *pg, Nobody, &sleepLong);
            untilSomebodySleeps();
            return Error::internal(u"my own half failed"_s);
        });
        QVERIFY(!abandoned);
        auto next = pool.run([](PgConnection &other, std::stop_token) { return look(other); });
        next.future().waitForFinished();
        QVERIFY(next.future().result());
        QVERIFY(timer.elapsed() < Soon);
    }

private:
    static inline const TenantScope Nobody {};

    /// Returns when the statement runs, so that a cancellation meets it.
    void untilSomebodySleeps() const
    {
        const auto watch = connectTo(m_database->adminConninfo());
        const QByteArray sleepers
            = "select exists (select from pg_stat_activity where datname = current_database()"
              " and state = 'active' and query like 'select pg_sleep%')";
        while (!watch->runSql(sleepers)->boolean(0, 0)) { }
    }

    static void addUser(PgConnection &pg)
    {
        QVERIFY(pg.runSql("insert into app_user (email) values ('later@x.test')"));
    }

    static Result<Seen> readBeside(PgConnection &pg, PgPool *pool, SideRead<Seen>::Work work)
    {
        return pg.transaction(Nobody, [&]() -> Result<Seen> {
            auto side = SideRead<Seen>::offer(pool, pg, Nobody, std::move(work));
            return side ? side->finish(pg, {}) : Result<Seen>(side.error());
        });
    }

    /// Finishes only after the other connection has begun the work.
    static Result<Seen> readByOther(
        PgConnection &pg, PgPool &pool, const SideRead<Seen>::Work &work, const std::stop_token &stop = {})
    {
        const auto begun = std::make_shared<std::atomic<bool>>(false);
        return pg.transaction(Nobody, [&]() -> Result<Seen> {
            auto side = SideRead<Seen>::offer(&pool, pg, Nobody, [work, begun](PgConnection &which) {
                begun->store(true);
                begun->notify_all();
                return work(which);
            });
            begun->wait(false);
            return side ? side->finish(pg, stop) : Result<Seen>(side.error());
        });
    }

    std::unique_ptr<TestDatabase> m_database;
};

QTEST_GUILESS_MAIN(tst_SideRead)
#include "tst_sideread.moc"
