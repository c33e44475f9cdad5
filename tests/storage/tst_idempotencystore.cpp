// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/idempotencystore.h"
#include "tests/storage/triagedata.h"

#include <barrier>
#include <thread>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// One key, one write, one answer (ux §7): also when two ask at once, and when the service dies in between.
class tst_IdempotencyStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_data = std::make_unique<TriageData>(); }
    void cleanup() { m_data.reset(); }

    void secondTime_isTheFirstAnswer()
    {
        const auto first = write(*m_data->app, ticket());
        QVERIFY2(first, first ? "" : qPrintable(describe(first.error())));
        QVERIFY(!first->isReplay);
        const auto second = write(*m_data->app, ticket());
        QVERIFY(second.has_value() && second->isReplay);
        QCOMPARE(second->body, first->body);
        QCOMPARE(second->status, 200);
        QCOMPARE(noteCount(), 1);
    }

    void anotherRequest_withTheKey_isRefused()
    {
        QVERIFY(write(*m_data->app, ticket()));
        WriteTicket other = ticket();
        other.requestHash = QByteArray(32, 'y');
        QCOMPARE(write(*m_data->app, other).error().code, u"IDEMPOTENCY_KEY_REUSED"_s);
        other = ticket();
        other.operation = u"another"_s;
        QCOMPARE(write(*m_data->app, other).error().code, u"IDEMPOTENCY_KEY_REUSED"_s);
        QCOMPARE(noteCount(), 1);
    }

    void anotherPerson_withTheKey_isAnotherIntention()
    {
        QVERIFY(write(*m_data->app, ticket()));
        WriteTicket other = ticket();
        other.user = m_data->manager;
        const auto second = write(*m_data->app, other);
        QVERIFY(second.has_value() && !second->isReplay);
        QCOMPARE(noteCount(), 2);
    }

    void failure_storesNothing_andCanBeTriedAgain()
    {
        const auto failed = writeOnce(
            *m_data->app, ticket(), []() -> Result<WriteAnswer> { return Error::unavailable(u"not now"_s); });
        QVERIFY(!failed);
        const auto again = write(*m_data->app, ticket());
        QVERIFY(again.has_value() && !again->isReplay);
    }

    void twoAtOnce_areDoneOnce()
    {
        const auto first = connectTo(m_data->database->appConninfo());
        const auto second = connectTo(m_data->database->appConninfo());
        for (int round = 0; round < 20; ++round) {
            WriteTicket same = ticket();
            same.key = u"round-%1"_s.arg(round);
            std::barrier start(2);
            std::atomic<int> fresh = 0;
            std::atomic<int> replayed = 0;
            std::array<QByteArray, 2> bodies;
            const auto ask = [&](PgConnection &pg, QByteArray &body) {
                start.arrive_and_wait();
                const auto answer = write(pg, same);
                if (!answer)
                    return;
                body = answer->body;
                ++(answer->isReplay ? replayed : fresh);
            };
            std::thread one([&] { ask(*first, bodies[0]); });
            std::thread two([&] { ask(*second, bodies[1]); });
            one.join();
            two.join();
            QCOMPARE(fresh.load(), 1);
            QCOMPARE(replayed.load(), 1);
            QCOMPARE(bodies[0], bodies[1]);
        }
        QCOMPARE(noteCount(), 20);
    }

    void twoThatWaitForEachOther_areBothDone()
    {
        std::barrier bothHoldOne(2);
        std::atomic<int> tries = 0;
        std::array<bool, 2> isDone {};
        const std::array both {
            connectTo(m_data->database->appConninfo()), connectTo(m_data->database->appConninfo())};
        const auto ask = [&](int mine) {
            const auto &pg = both[size_t(mine)];
            WriteTicket own = ticket();
            own.key = u"person-%1"_s.arg(mine);
            const auto answer = writeOnce(*pg, own, [&, isFirst = true]() mutable -> Result<WriteAnswer> {
                ++tries;
                const auto lock = [&](int which) {
                    return pg->runSql("select pg_advisory_xact_lock($1::bigint)", PgParams() << which);
                };
                if (const auto one = lock(mine); !one)
                    return one.error();
                if (std::exchange(isFirst, false))
                    bothHoldOne.arrive_and_wait();
                if (const auto other = lock(1 - mine); !other)
                    return other.error();
                return note(*pg);
            });
            isDone[size_t(mine)] = answer.has_value() && !answer->isReplay;
        };
        std::thread one([&] { ask(0); });
        std::thread two([&] { ask(1); });
        one.join();
        two.join();
        QVERIFY(isDone[0] && isDone[1]);
        QCOMPARE(tries.load(), 3); // the database gave up one of them, once
        QCOMPARE(noteCount(), 2);
    }

    void undoneEveryTime_isBusyInTheEnd()
    {
        int tries = 0;
        const auto answer = writeOnce(*m_data->app, ticket(), [&]() -> Result<WriteAnswer> {
            ++tries;
            const auto undone = m_data->app->runSql(
                "do $$ begin raise exception 'no' using errcode = 'deadlock_detected'; end $$");
            return undone ? Result<WriteAnswer>(WriteAnswer {}) : undone.error();
        });
        QCOMPARE(answer.error().kind, Error::Kind::Unavailable);
        QCOMPARE(tries, MostTries);
    }

    void firstStillRunning_theSecondTimesOutAsInProgress()
    {
        const auto slow = connectTo(m_data->database->appConninfo());
        const auto hasty = PgConnection::open(
            m_data->database->appConninfo(), {.statementTimeout = std::chrono::milliseconds(200)});
        const auto done = writeOnce(*slow, ticket(), [&]() -> Result<WriteAnswer> {
            const auto second = write(**hasty, ticket());
            return second ? Error::internal(u"the second went through"_s)
                          : Result<WriteAnswer>(WriteAnswer {200, second.error().code.toUtf8(), false});
        });
        QVERIFY(done.has_value());
        QCOMPARE(done->body, QByteArray("IDEMPOTENCY_IN_PROGRESS"));
    }

    void killedBeforeTheCommit_nothingHappened_afterIt_theAnswerIsThere()
    {
        // The connection is cut as a kill -9 of the service cuts it: the server rolls back what was not
        // committed.
        const auto victim = connectTo(m_data->database->appConninfo());
        const auto cut = writeOnce(*victim, ticket(), [&]() -> Result<WriteAnswer> {
            auto answer = note(*victim);
            InboxData(*m_data->admin)
                .run("select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = "
                     "current_database() and usename = 'signalbox_app' and state = 'idle in transaction'");
            return answer;
        });
        QVERIFY(!cut);
        QCOMPARE(noteCount(), 0);
        const auto survivor = connectTo(m_data->database->appConninfo());
        const auto first = write(*survivor, ticket());
        QVERIFY(first.has_value() && !first->isReplay);
        // Killed after it: whoever asks again, on any instance, gets the answer that was never sent.
        const auto next = connectTo(m_data->database->appConninfo());
        const auto again = write(*next, ticket());
        QVERIFY(again.has_value() && again->isReplay);
        QCOMPARE(again->body, first->body);
        QCOMPARE(noteCount(), 1);
    }

    void purge_forgetsAfterADay()
    {
        QVERIFY(write(*m_data->app, ticket()));
        QCOMPARE(*purgeIdempotencyKeys(*m_data->app), 0);
        InboxData(*m_data->admin)
            .run("update idempotency_key set created_at = now() - interval '24 hours 1 minute'");
        QCOMPARE(*purgeIdempotencyKeys(*m_data->app), 1);
    }

private:
    WriteTicket ticket() const
    {
        return {m_data->owner, m_data->workspace, u"a-key"_s, u"test"_s, QByteArray(32, 'x')};
    }
    Result<WriteAnswer> write(PgConnection &pg, const WriteTicket &which)
    {
        return writeOnce(pg, which, [&] { return note(pg); });
    }
    /// Something that can be counted, with an answer that is different each time.
    Result<WriteAnswer> note(PgConnection &pg)
    {
        const TriageWriter writer {{m_data->owner, m_data->workspace, u"OWNER"_s}, m_data->now};
        if (const auto elevated = elevate(pg, writer); !elevated)
            return elevated.error();
        const auto rows
            = pg.runSql("insert into lead_note (workspace_id, lead_id, author_user_id, body) values "
                        "($1::uuid, $2::uuid, $3::uuid, 'n') returning id",
                PgParams() << m_data->workspace << m_data->own << m_data->owner);
        if (!rows)
            return rows.error();
        return WriteAnswer {200, rows->raw(0, 0), false};
    }
    qint64 noteCount()
    {
        return InboxData(*m_data->admin).run("select count(*) from lead_note").integer(0, 0);
    }

    std::unique_ptr<TriageData> m_data;
};

QTEST_GUILESS_MAIN(tst_IdempotencyStore)
#include "tst_idempotencystore.moc"
