// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"
#include "core/storage/pgconnection.h"
#include "tests/storage/inboxdata.h"
#include "tests/support/testdatabase.h"

#include <thread>

using namespace signalbox;
using namespace Qt::StringLiterals;

class tst_Migrator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void migrations_areNumberedWithoutGaps()
    {
        const auto steps = Migrator::builtIn();
        QVERIFY(steps.has_value());
        for (int i = 0; i < steps->size(); ++i)
            QCOMPARE((*steps)[i].version, i + 1);
    }

    void migrate_twice_appliesOnce()
    {
        const auto database = newDatabase(false);
        const auto pg = connectTo(database->adminConninfo());
        QCOMPARE(*Migrator::currentVersion(*pg), 0);
        const auto first = Migrator::migrate(*pg);
        QVERIFY2(first.has_value(), first ? "" : qPrintable(describe(first.error())));
        QCOMPARE(*first, int(Migrator::builtIn()->size()));
        QCOMPARE(*Migrator::migrate(*pg), 0);
    }

    void migrate_twentyStartersAtOnce_applyOnce()
    {
        const auto database = newDatabase(false);
        std::vector<std::thread> starters;
        std::atomic<int> applied = 0;
        std::atomic<int> failed = 0;
        for (int i = 0; i < 20; ++i) {
            starters.emplace_back([&] {
                const auto pg = PgConnection::open(database->adminConninfo());
                const auto done = pg ? Migrator::migrate(**pg) : pg.error();
                done ? applied += *done : ++failed;
            });
        }
        for (std::thread &starter : starters)
            starter.join();
        QCOMPARE(failed.load(), 0);
        QCOMPARE(applied.load(), int(Migrator::builtIn()->size()));
    }

    void rollBack_toNothing_andUpAgain()
    {
        const auto database = newDatabase();
        const auto pg = connectTo(database->adminConninfo());
        const auto down = Migrator::rollBackTo(*pg, 0);
        QVERIFY2(down.has_value(), down ? "" : qPrintable(describe(down.error())));
        const auto left
            = pg->runSql("select count(*) from pg_class c where c.relnamespace = 'public'::regnamespace"
                         " and c.relkind = 'r' and c.relname <> 'schema_migration'");
        QCOMPARE(left->integer(0, 0), 0);
        QCOMPARE(*Migrator::migrate(*pg), int(Migrator::builtIn()->size()));
    }

    /// Step 21's way back locks the rows of the CRM, then the leads; the writer has them the other way round.
    void aStepThatLosesADeadlock_isTakenAgain()
    {
        const auto database = newDatabase();
        const auto pg = connectTo(database->adminConninfo());
        const auto writer = connectTo(database->adminConninfo());
        const auto watch = connectTo(database->adminConninfo());
        QVERIFY(Migrator::rollBackTo(*pg, 21)); // the later ones wait for the leads too
        QVERIFY(
            writer->runScript("set deadlock_timeout = '1h'; begin; lock table lead in row exclusive mode"));
        QVERIFY(pg->runScript("set deadlock_timeout = '3s'")); // so it is the one that finds out
        std::atomic<int> undone = -1;
        std::thread migration([&] {
            if (const auto done = Migrator::rollBackTo(*pg, 20))
                undone = *done;
        });
        const auto over = qScopeGuard([&] { // whatever fails in between
            (void)writer->runScript("rollback");
            if (migration.joinable())
                migration.join();
        });
        const auto isWaiting = [&] {
            return watch
                ->runSql("select exists (select from pg_locks l join pg_database d on d.oid = l.database"
                         " where d.datname = current_database() and not l.granted"
                         " and l.relation = 'lead'::regclass)")
                ->boolean(0, 0);
        };
        QTRY_VERIFY(isWaiting());
        const auto wrote = writer->runScript("lock table lead_crm_row in row exclusive mode; commit");
        migration.join();
        QVERIFY(wrote);
        QCOMPARE(undone.load(), 1);
        QCOMPARE(*Migrator::currentVersion(*pg), 20);
    }

    // The table is large where the step is long: its readers are held up by no more than the commit.
    void crmKeys_keepNoReaderOfLeadsOut_data()
    {
        QTest::addColumn<bool>("isUp");
        QTest::addRow("up") << true;
        QTest::addRow("down") << false;
    }
    void crmKeys_keepNoReaderOfLeadsOut()
    {
        QFETCH(bool, isUp);
        const auto steps = Migrator::builtIn();
        const Migration &step = steps->at(26 - 1);
        QCOMPARE(step.name, u"keep_crm_keys"_s);
        const auto database = newDatabase();
        const auto pg = connectTo(database->adminConninfo());
        QVERIFY(Migrator::rollBackTo(*pg, isUp ? 25 : 26));
        QVERIFY(pg->runScript("begin"));
        QVERIFY(pg->runScript(isUp ? step.up : step.down));
        const auto locks = pg->runSql("select count(*) filter (where mode = 'ShareRowExclusiveLock'),"
                                      " count(*) filter (where mode = 'AccessExclusiveLock') from pg_locks"
                                      " where pid = pg_backend_pid() and relation = 'lead'::regclass");
        QCOMPARE(locks->integer(0, 0), 1);
        QCOMPARE(locks->integer(0, 1), 0);
        QVERIFY(pg->runScript("rollback"));
    }

    void indexesOfAnalytics_areBuiltBeforeOthersGo()
    {
        const auto steps = Migrator::builtIn();
        for (const int version : {27, 28}) {
            for (const QByteArray &script : {steps->at(version - 1).up, steps->at(version - 1).down}) {
                QVERIFY(script.contains("\ncreate index"));
                QVERIFY(script.lastIndexOf("\ncreate index") < script.indexOf("\ndrop index"));
            }
        }
    }

    void migrate_aNewerDatabase_isRefusedUntouched()
    {
        const auto database = newDatabase();
        const auto pg = connectTo(database->adminConninfo());
        QVERIFY(
            pg->runScript("insert into schema_migration (version, name) values (9999, 'from_the_future')"));
        const auto refused = Migrator::migrate(*pg);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Unavailable);
        QVERIFY(refused.error().detail.contains(u"9999"_s));
    }
};

QTEST_GUILESS_MAIN(tst_Migrator)
#include "tst_migrator.moc"
