// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/heldanswers.h"
#include "tests/support/manualclock.h"
#include "tests/support/waitlimit.h"

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class tst_HeldAnswers : public QObject
{
    Q_OBJECT

private:
    ManualClock m_clock;
    std::unique_ptr<HeldAnswers<QString, int>> m_answers;
    QList<ReplySource<int>> m_asked;

    Reply<int> get(const QString &key)
    {
        return m_answers->get(key, [this] {
            m_asked.append(ReplySource<int>());
            return m_asked.last().reply();
        });
    }
    int value(const Reply<int> &reply)
    {
        return QTest::qWaitFor([&] { return reply.isFinished(); }, WaitLimit) ? *reply.future().result() : -1;
    }

private Q_SLOTS:
    void init()
    {
        m_clock = ManualClock();
        m_asked.clear();
        m_answers = std::make_unique<HeldAnswers<QString, int>>(m_clock, 100ms, this);
    }

    void get_manyAtOnce_askOnce()
    {
        const auto first = get(u"a"_s);
        const auto second = get(u"a"_s);
        const auto other = get(u"b"_s);
        QCOMPARE(m_asked.size(), 2);
        m_asked[0].finish(1);
        m_asked[1].finish(2);
        QCOMPARE(value(first), 1);
        QCOMPARE(value(second), 1);
        QCOMPARE(value(other), 2);
    }

    void get_isHeldFromTheQuestionOn()
    {
        const auto first = get(u"a"_s);
        m_clock.advance(60ms); // the database took its time
        m_asked[0].finish(1);
        QCOMPARE(value(first), 1);
        m_clock.advance(39ms);
        QCOMPARE(value(get(u"a"_s)), 1);
        QCOMPARE(m_asked.size(), 1);
        m_clock.advance(1ms);
        (void)get(u"a"_s);
        QCOMPARE(m_asked.size(), 2);
    }

    void get_errorsAreNotHeld()
    {
        const auto first = get(u"a"_s);
        m_asked[0].finish(Error::unavailable(u"gone"_s));
        QTRY_VERIFY(first.isFinished());
        QVERIFY(!first.future().result());
        (void)get(u"a"_s);
        QCOMPARE(m_asked.size(), 2);
    }

    void forget_dropsWhatIsHeld()
    {
        const auto first = get(u"a"_s);
        m_asked[0].finish(1);
        QCOMPARE(value(first), 1);
        m_answers->forgetIf([](const QString &key) { return key == "b"_L1; });
        QCOMPARE(value(get(u"a"_s)), 1);
        m_answers->forgetIf([](const QString &key) { return key == "a"_L1; });
        (void)get(u"a"_s);
        QCOMPARE(m_asked.size(), 2);
    }

    void forget_whileAsking_theAnswerIsGivenButNotHeld()
    {
        const auto first = get(u"a"_s);
        m_answers->forgetIf([](const QString &) { return true; });
        const auto late = get(u"a"_s); // after the change: not from a question asked before it
        QCOMPARE(m_asked.size(), 2);
        m_asked[0].finish(1);
        QCOMPARE(value(first), 1);
        QVERIFY(!late.isFinished());
        m_asked[1].finish(2);
        QCOMPARE(value(late), 2);
        QCOMPARE(value(get(u"a"_s)), 2);
        QCOMPARE(m_asked.size(), 2);
    }

    void get_aFloodOfKeys_staysBounded()
    {
        for (int i = 0; i < 30'000; ++i) {
            const auto reply = get(QString::number(i));
            m_asked.last().finish(i);
            m_clock.advance(10us);
            if (i % 1000 == 0)
                QTRY_VERIFY(reply.isFinished() && m_answers->size() > 0);
        }
        QTRY_VERIFY(m_answers->size() > 0);
        QCOMPARE_LE(m_answers->size(), 20'000);
    }
};

QTEST_GUILESS_MAIN(tst_HeldAnswers)

#include "tst_heldanswers.moc"
