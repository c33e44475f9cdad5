// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/analytics/readflights.h"
#include "tests/support/manualclock.h"
#include "tests/support/waitlimit.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Equal reads at the same time: who is carried, who is left, what is cancelled.
class tst_ReadFlights : public QObject
{
    Q_OBJECT

private:
    ManualClock m_clock;
    std::unique_ptr<ReadFlights> m_flights;
    QList<std::pair<UserId, ReplySource<LoadedBody>>> m_loads; // in whose name, and how it ends
    const UserId m_ada {newUuid()};
    const UserId m_ben {newUuid()};

    Reply<LoadedBody> join(UserId user, const QByteArray &key = "k",
        std::chrono::microseconds notBefore = std::chrono::microseconds::min())
    {
        return m_flights->join(key, notBefore, user, [this, user] {
            m_loads.append({user, ReplySource<LoadedBody>()});
            return m_loads.last().second.reply();
        });
    }
    static QByteArray bodyOf(const Reply<LoadedBody> &reply)
    {
        if (!QTest::qWaitFor([&] { return reply.isFinished(); }, WaitLimit))
            return "never answered";
        const auto result = reply.future().result();
        return result ? result->body : QByteArray(kindName(result.error().kind).data());
    }
    static LoadedBody body(const QByteArray &text, std::chrono::milliseconds keptFor = 0ms)
    {
        return {text, "\"" + text + "\"", keptFor};
    }

private Q_SLOTS:
    void init()
    {
        m_clock = ManualClock();
        m_loads.clear();
        m_flights = std::make_unique<ReadFlights>(m_clock);
    }

    void join_equalReads_areOneOfTheFirst()
    {
        QList<Reply<LoadedBody>> replies {join(m_ada)};
        for (int i = 0; i < 49; ++i)
            replies.append(join(UserId {newUuid()}));
        const auto other = join(m_ada, "other");
        QCOMPARE(m_loads.size(), 2);
        QCOMPARE(m_loads[0].first, m_ada);
        m_loads[0].second.finish(body("x"));
        for (const auto &reply : replies)
            QCOMPARE(bodyOf(reply), QByteArray("x"));
        QVERIFY(!other.isFinished());
        // What has landed carries nobody any more.
        const auto late = join(m_ben);
        QCOMPARE(m_loads.size(), 3);
        Q_UNUSED(late)
    }

    void leaving_theFirst_keepsTheReadForTheOthers()
    {
        auto first = join(m_ada);
        const auto second = join(m_ben);
        first.cancel();
        QVERIFY(!m_loads[0].second.isCancelled());
        m_loads[0].second.finish(body("x"));
        QCOMPARE(bodyOf(second), QByteArray("x"));
        QCOMPARE(m_flights->open(), 0);
    }

    void leaving_theLast_cancelsTheRead()
    {
        auto first = join(m_ada);
        auto second = join(m_ben);
        second.cancel();
        first.cancel();
        QVERIFY(m_loads[0].second.isCancelled());
        QVERIFY(m_loads[0].second.stopToken().stop_requested());
        QCOMPARE(m_flights->open(), 0);
        const auto next = join(m_ben);
        QCOMPARE(m_loads.size(), 2);
        m_loads[1].second.finish(body("y"));
        QCOMPARE(bodyOf(next), QByteArray("y"));
    }

    void refresh_joinsOnlyWhatBeganAfterIt()
    {
        const auto old = join(m_ada);
        m_clock.advance(1s);
        const auto asked = m_clock.elapsed();
        m_clock.advance(1ms);
        const auto refresh = join(m_ben, "k", asked);
        QCOMPARE(m_loads.size(), 2);
        const auto another = join(m_ada, "k", asked); // the same click, elsewhere
        const auto usual = join(m_ada);
        QCOMPARE(m_loads.size(), 2);
        m_loads[1].second.finish(body("new"));
        QCOMPARE(bodyOf(refresh), QByteArray("new"));
        QCOMPARE(bodyOf(another), QByteArray("new"));
        QCOMPARE(bodyOf(usual), QByteArray("new"));
        m_loads[0].second.finish(body("old"));
        QCOMPARE(bodyOf(old), QByteArray("old"));
    }

    void refusal_ofTheFirst_isNotTheOthers()
    {
        const auto revoked = join(m_ada);
        const auto again = join(m_ada);
        const auto other = join(m_ben);
        m_loads[0].second.finish(Error::denied(u"no more"_s));
        QCOMPARE(bodyOf(revoked), QByteArray("denied"));
        QCOMPARE(bodyOf(again), QByteArray("denied"));
        QCOMPARE(m_loads.size(), 2);
        QCOMPARE(m_loads[1].first, m_ben);
        QVERIFY(!other.isFinished());
        m_loads[1].second.finish(body("x"));
        QCOMPARE(bodyOf(other), QByteArray("x"));
    }

    void failure_isEverybodys()
    {
        const auto first = join(m_ada);
        const auto second = join(m_ben);
        m_loads[0].second.finish(Error::unavailable(u"gone"_s));
        QCOMPARE(bodyOf(first), QByteArray("unavailable"));
        QCOMPARE(bodyOf(second), QByteArray("unavailable"));
        QCOMPARE(m_loads.size(), 1);
    }

    void end_whileWaiting_cancels()
    {
        auto reply = join(m_ada);
        m_flights.reset();
        QVERIFY(m_loads[0].second.isCancelled());
        reply.cancel(); // nobody is there to hear it
    }
};

QTEST_GUILESS_MAIN(tst_ReadFlights)

#include "tst_readflights.moc"
