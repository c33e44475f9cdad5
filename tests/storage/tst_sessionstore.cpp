// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/workerpool.h"
#include "core/storage/sessionstore.h"
#include "core/storage/userstore.h"
#include "tests/storage/inboxdata.h"
#include "tests/support/manualclock.h"
#include "tests/support/testdatabase.h"

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Tokens are plain words here: the store sees hashes and does not care whose. "b" is the successor of "a",
/// and so on.
class tst_SessionStore : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<PgConnection> m_admin;
    std::unique_ptr<PgConnection> m_app;
    ManualClock m_clock;
    UserId m_user;
    SessionId m_session;
    QString m_prefix;
    int m_round = 0;

    QString token(char letter) const { return m_prefix + QLatin1Char(letter); }
    RefreshVerdict refresh(char letter)
    {
        const auto outcome
            = rotateRefreshToken(*m_app, token(letter), token(char(letter + 1)), m_clock.now());
        if (!outcome)
            qFatal("%s", qPrintable(describe(outcome.error())));
        return outcome->verdict;
    }
    bool isLive()
    {
        const auto live = isSessionLive(*m_app, m_session, m_user, m_clock.now());
        return live && *live;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_database = newDatabase();
        m_admin = connectTo(m_database->adminConninfo());
        m_app = connectTo(m_database->appConninfo());
    }
    void init()
    {
        m_clock = ManualClock();
        m_prefix = u"%1-"_s.arg(++m_round);
        const auto user = addUser(*m_app, u"person%1@example.com"_s.arg(m_round), u"Person"_s, u"hash"_s);
        QVERIFY2(user, user ? "" : qPrintable(describe(user.error())));
        m_user = user->id;
        m_session = {newUuid()};
        const auto made = createSession(*m_app, m_session, m_user, token('a'), m_clock.now());
        QVERIFY2(made, made ? "" : qPrintable(describe(made.error())));
    }

    void refresh_rotates()
    {
        QVERIFY(isLive());
        QCOMPARE(refresh('a'), RefreshVerdict::Rotated);
        QCOMPARE(refresh('b'), RefreshVerdict::Rotated);
        QCOMPARE(refresh('c'), RefreshVerdict::Rotated);
        QVERIFY(isLive());
    }

    void refresh_lostAnswer_isGivenAgainWithinTheGrace()
    {
        QCOMPARE(refresh('a'), RefreshVerdict::Rotated);
        m_clock.advance(10s);
        QCOMPARE(refresh('a'), RefreshVerdict::Repeated);
        QCOMPARE(refresh('a'), RefreshVerdict::Repeated);
        QCOMPARE(refresh('b'), RefreshVerdict::Rotated);
    }

    void refresh_usedTokenAfterTheGrace_endsTheSession()
    {
        QCOMPARE(refresh('a'), RefreshVerdict::Rotated);
        m_clock.advance(10s + 1us);
        QCOMPARE(refresh('a'), RefreshVerdict::Reused);
        QVERIFY(!isLive());
        QCOMPARE(refresh('b'), RefreshVerdict::Ended); // the thief's or the owner's: the whole family is dead
    }

    void refresh_usedTokenThatMovedOn_endsTheSessionAtOnce()
    {
        QCOMPARE(refresh('a'), RefreshVerdict::Rotated);
        QCOMPARE(refresh('b'), RefreshVerdict::Rotated);
        QCOMPARE(refresh('a'), RefreshVerdict::Reused);
        QCOMPARE(refresh('c'), RefreshVerdict::Ended);
        QVERIFY(!isLive());
    }

    void refresh_oldAncestor_endsTheSession()
    {
        for (char letter = 'a'; letter < 'h'; ++letter) {
            QCOMPARE(refresh(letter), RefreshVerdict::Rotated);
            m_clock.advance(1h);
        }
        QCOMPARE(refresh('c'), RefreshVerdict::Reused);
        QCOMPARE(refresh('h'), RefreshVerdict::Ended);
    }

    void refresh_reuseInOneSession_leavesTheOthersAlone()
    {
        const SessionId other {newUuid()};
        QVERIFY(createSession(*m_app, other, m_user, token('z'), m_clock.now()));
        QCOMPARE(refresh('a'), RefreshVerdict::Rotated);
        m_clock.advance(1min);
        QCOMPARE(refresh('a'), RefreshVerdict::Reused);
        const auto live = isSessionLive(*m_app, other, m_user, m_clock.now());
        QVERIFY(live && *live);
    }

    void refresh_successorOfAnotherSecret_isUnknownAndHarmless()
    {
        QCOMPARE(refresh('a'), RefreshVerdict::Rotated);
        const auto outcome = rotateRefreshToken(*m_app, token('a'), u"other"_s, m_clock.now());
        QVERIFY(outcome);
        QCOMPARE(outcome->verdict, RefreshVerdict::Unknown);
        QVERIFY(isLive());
    }

    void refresh_manyAtOnceWithOneToken_oneRotatesAndTheRestRepeat()
    {
        WorkerPool pool(8);
        QList<Reply<int>> replies;
        for (int i = 0; i < 8; ++i) {
            replies << pool.run([this](std::stop_token) -> Result<int> {
                const auto connection = PgConnection::open(m_database->appConninfo());
                if (!connection)
                    return connection.error();
                const auto outcome = rotateRefreshToken(**connection, token('a'), token('b'), m_clock.now());
                return outcome ? Result<int>(int(outcome->verdict)) : Result<int>(outcome.error());
            });
        }
        pool.waitForDone();
        QList<int> verdicts;
        for (const auto &reply : replies) {
            const auto verdict = reply.future().result();
            QVERIFY2(verdict, verdict ? "" : qPrintable(describe(verdict.error())));
            verdicts << *verdict;
        }
        QCOMPARE(verdicts.count(int(RefreshVerdict::Rotated)), 1);
        QCOMPARE(verdicts.count(int(RefreshVerdict::Repeated)), 7);
        QCOMPARE(refresh('b'), RefreshVerdict::Rotated);
    }

    void refresh_idleForThirtyDays_hasExpired()
    {
        m_clock.advance(24h * 30);
        QCOMPARE(refresh('a'), RefreshVerdict::Rotated);
        m_clock.advance(24h * 30 + 1s);
        QVERIFY(!isLive());
        QCOMPARE(refresh('b'), RefreshVerdict::Expired);
    }

    void refresh_unknownToken_isUnknown() { QCOMPARE(refresh('q'), RefreshVerdict::Unknown); }

    void endSession_stopsRefreshAndAccess()
    {
        QVERIFY(endSession(*m_app, m_session, SessionEnd::SignedOut, m_clock.now()));
        QVERIFY(!isLive());
        QCOMPARE(refresh('a'), RefreshVerdict::Ended);
    }

    void endSessionsOfUser_sparesOne()
    {
        const SessionId kept {newUuid()};
        QVERIFY(createSession(*m_app, kept, m_user, token('k'), m_clock.now()));
        const auto ended
            = endSessionsOfUser(*m_app, m_user, kept, SessionEnd::PasswordChanged, m_clock.now());
        QCOMPARE(*ended, 1);
        QVERIFY(!isLive());
        QCOMPARE(refresh('k'), RefreshVerdict::Rotated);
    }

    void disabledUser_hasNoLiveSession()
    {
        QVERIFY(setUserDisabled(*m_app, m_user, true, m_clock.now()));
        QVERIFY(!isLive());
        QCOMPARE(refresh('a'), RefreshVerdict::Disabled);
        QVERIFY(setUserDisabled(*m_app, m_user, false, m_clock.now()));
        QVERIFY(isLive());
    }

    void isSessionLive_ofAnotherPerson_isFalse()
    {
        const auto live = isSessionLive(*m_app, m_session, {newUuid()}, m_clock.now());
        QVERIFY(live && !*live);
    }

    void createSession_removesWhatFellIdle()
    {
        m_clock.advance(24h * 30 + 1s);
        QVERIFY(createSession(*m_app, {newUuid()}, m_user, token('n'), m_clock.now()));
        InboxData data(*m_admin);
        const auto rows
            = data.run("select count(*) from auth_session where user_id = $1::uuid", PgParams() << m_user);
        QCOMPARE(rows.integer(0, 0), 1);
    }

    void rotation_forgetsTokensUsedLongAgo()
    {
        for (char letter = 'a'; letter < 'f'; ++letter) {
            QCOMPARE(refresh(letter), RefreshVerdict::Rotated);
            m_clock.advance(24h * 10);
        }
        InboxData data(*m_admin);
        const auto rows = data.run(
            "select count(*) from auth_refresh_token where session_id = $1::uuid", PgParams() << m_session);
        QCOMPARE(rows.integer(0, 0), 5); // "a" was used forty days before "e"
    }
};

QTEST_APPLESS_MAIN(tst_SessionStore)
#include "tst_sessionstore.moc"
