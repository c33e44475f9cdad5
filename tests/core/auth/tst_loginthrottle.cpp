// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/auth/loginthrottle.h"
#include "tests/support/manualclock.h"

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class tst_LoginThrottle : public QObject
{
    Q_OBJECT

private:
    ManualClock m_clock;

private Q_SLOTS:
    void init() { m_clock = ManualClock(); }

    void admit_fiveFreeTries_thenDoublingWaits()
    {
        LoginThrottle throttle(m_clock);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(throttle.admit(u"192.0.2.1"_s, u"ada"_s), std::nullopt);
        QList<qint64> waits;
        for (int i = 0; i < 8; ++i) {
            const auto wait = throttle.admit(u"192.0.2.1"_s, u"ada"_s);
            QVERIFY(wait.has_value());
            waits << wait->count();
            m_clock.advance(*wait);
            QCOMPARE(throttle.admit(u"192.0.2.1"_s, u"ada"_s), std::nullopt);
        }
        QCOMPARE(waits, QList<qint64>({1, 2, 4, 8, 16, 30, 30, 30}));
    }

    void admit_refusedTry_doesNotLengthenTheWait()
    {
        LoginThrottle throttle(m_clock);
        for (int i = 0; i < 8; ++i) {
            if (const auto wait = throttle.admit(u"192.0.2.1"_s, u"ada"_s)) {
                m_clock.advance(*wait);
                QCOMPARE(throttle.admit(u"192.0.2.1"_s, u"ada"_s), std::nullopt);
            }
        }
        const auto before = throttle.admit(u"192.0.2.1"_s, u"ada"_s);
        for (int i = 0; i < 100; ++i)
            QCOMPARE(throttle.admit(u"192.0.2.1"_s, u"ada"_s), before);
    }

    void succeeded_forgetsTheFailures()
    {
        LoginThrottle throttle(m_clock);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(throttle.admit(u"192.0.2.1"_s, u"ada"_s), std::nullopt);
        throttle.succeeded(u"192.0.2.1"_s, u"ada"_s);
        QCOMPARE(throttle.admit(u"192.0.2.1"_s, u"ada"_s), std::nullopt);
    }

    void admit_whereKnown_hasTwentyTries()
    {
        LoginThrottle throttle(m_clock);
        QCOMPARE(throttle.admit(u"192.0.2.1"_s, u"ada"_s), std::nullopt);
        throttle.succeeded(u"192.0.2.1"_s, u"ada"_s);
        for (int i = 0; i < 20; ++i)
            QCOMPARE(throttle.admit(u"192.0.2.1"_s, u"ada"_s), std::nullopt);
        QCOMPARE(throttle.admit(u"192.0.2.1"_s, u"ada"_s), std::optional(1s));
    }

    void admit_guesserElsewhere_doesNotLockTheOwnerOut()
    {
        LoginThrottle throttle(m_clock);
        QCOMPARE(throttle.admit(u"198.51.100.7"_s, u"ada"_s), std::nullopt);
        throttle.succeeded(u"198.51.100.7"_s, u"ada"_s);
        int admitted = 0;
        for (int machine = 0; machine < 200; ++machine) {
            for (int i = 0; i < 10; ++i)
                admitted += throttle.admit(u"203.0.113.%1"_s.arg(machine), u"ada"_s) ? 0 : 1;
        }
        QCOMPARE(admitted, 49); // the account's tries from strangers; the owner's first was one of fifty
        QCOMPARE(throttle.admit(u"198.51.100.7"_s, u"ada"_s), std::nullopt);
        QVERIFY(throttle.admit(u"192.0.2.99"_s, u"ada"_s).has_value());
    }

    void admit_oneAddressTryingManyAccounts_isSlowedButNotItsKnownPeople()
    {
        LoginThrottle throttle(m_clock);
        QCOMPARE(throttle.admit(u"192.0.2.1"_s, u"colleague"_s), std::nullopt);
        throttle.succeeded(u"192.0.2.1"_s, u"colleague"_s);
        int admitted = 0;
        for (int i = 0; i < 100; ++i)
            admitted += throttle.admit(u"192.0.2.1"_s, u"account%1"_s.arg(i)) ? 0 : 1;
        QCOMPARE(admitted, 19);
        QCOMPARE(throttle.admit(u"192.0.2.1"_s, u"account200"_s), std::optional(3s));
        QCOMPARE(throttle.admit(u"192.0.2.1"_s, u"colleague"_s), std::nullopt);
        m_clock.advance(3s);
        QCOMPARE(throttle.admit(u"192.0.2.1"_s, u"account200"_s), std::nullopt);
    }

    void admit_ipv6Neighbours_countAsOne()
    {
        LoginThrottle throttle(m_clock);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(throttle.admit(u"2001:db8:1:2::%1"_s.arg(i + 1), u"ada"_s), std::nullopt);
        QVERIFY(throttle.admit(u"2001:db8:1:2:ffff::1"_s, u"ada"_s).has_value());
        QCOMPARE(throttle.admit(u"2001:db8:1:3::1"_s, u"ada"_s), std::nullopt);
        QCOMPARE(throttle.admit(u"::ffff:192.0.2.1"_s, u"bob"_s), std::nullopt);
    }

    void admit_aFloodOfAddresses_staysBounded()
    {
        LoginThrottle throttle(m_clock);
        for (int i = 0; i < 50'000; ++i) {
            m_clock.advance(1ms);
            (void)throttle.admit(
                u"10.%1.%2.%3"_s.arg(i >> 16).arg((i >> 8) & 255).arg(i & 255), u"a%1"_s.arg(i));
        }
        QCOMPARE_LE(throttle.size(), 60'003);
    }
};

QTEST_APPLESS_MAIN(tst_LoginThrottle)
#include "tst_loginthrottle.moc"
