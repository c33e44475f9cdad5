// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/memorycache.h"
#include "core/server/ratelimiter.h"
#include "tests/support/manualclock.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What keeps the service's memory and time within bounds: token buckets and the cache of bodies.
class tst_Limits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void take_emptyBucket_refillsWithTime()
    {
        ManualClock clock;
        RateLimiter limiter(clock, {.perSecond = 2, .burst = 4});
        for (int i = 0; i < 4; ++i)
            QCOMPARE(limiter.take(u"a"_s, 1), 0);
        QCOMPARE(limiter.take(u"a"_s, 1), 1);
        QCOMPARE(limiter.take(u"a"_s, 4), 2);
        QCOMPARE(limiter.take(u"b"_s, 4), 0);
        clock.advance(500ms);
        QCOMPARE(limiter.take(u"a"_s, 1), 0);
        QCOMPARE(limiter.take(u"a"_s, 1), 1);
        clock.advance(1h);
        QCOMPARE(limiter.take(u"a"_s, 100), 0); // more than a bucket holds takes a full one
        QCOMPARE(limiter.take(u"a"_s, 1), 1);
        QCOMPARE(limiter.take(u"a"_s, 0), 0);
    }

    void take_manyCallers_areForgotten()
    {
        ManualClock clock;
        RateLimiter limiter(clock, {.perSecond = 10, .burst = 10});
        for (int i = 0; i < 5000; ++i) {
            QCOMPARE(limiter.take(QString::number(i), 1), 0);
            clock.advance(10ms);
        }
        QVERIFY2(limiter.bucketCount() <= 1100, qPrintable(QString::number(limiter.bucketCount())));
    }

    void find_expired_isAMiss()
    {
        ManualClock clock;
        MemoryCache cache(clock, 1 << 20);
        cache.store("k", "v", 30s);
        clock.advance(29s);
        QCOMPARE(cache.find("k"), QByteArray("v"));
        clock.advance(1s);
        QVERIFY(!cache.find("k"));
        QCOMPARE(cache.bytes(), 0);
    }

    void store_overTheLimit_dropsTheLeastUsed()
    {
        ManualClock clock;
        MemoryCache cache(clock, 4 * 1200);
        const QByteArray body(1000, 'x');
        for (const char *key : {"a", "b", "c", "d"})
            cache.store(key, body, 1h);
        QVERIFY(cache.find("a"));
        cache.store("e", body, 1h);
        QVERIFY(!cache.find("b"));
        QVERIFY(cache.find("a") && cache.find("c") && cache.find("d") && cache.find("e"));
        cache.store("e", "small", 1h);
        QCOMPARE(cache.find("e"), QByteArray("small"));
        QCOMPARE(cache.count(), 4);
        cache.store("huge", QByteArray(2000, 'x'), 1h); // it would push out too much
        QVERIFY(!cache.find("huge"));
        QCOMPARE(cache.count(), 4);
        QVERIFY(cache.bytes() <= 4 * 1200);
    }
};

QTEST_APPLESS_MAIN(tst_Limits)
#include "tst_limits.moc"
