// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/livering.h"
#include "models/live/livestatistics.h"
#include "tests/support/feedevents.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The recording and its figures.
class tst_LiveRing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void change_isAgainstTheLeadsEventBefore()
    {
        LiveRing ring;
        ManualClock clock;
        ring.append(recordOf(feedEvent(clock.now(), {.lead = 1, .sentiment = u"Neutral"_s})));
        ring.append(recordOf(feedEvent(clock.now(), {.lead = 2, .sentiment = u"Interested"_s})));
        ring.append(
            recordOf(feedEvent(clock.now(), {.lead = 1, .sentiment = u"Call Requested"_s, .setter = 2})));
        QVERIFY(changesOf(ring.at(1)).isEmpty());
        QCOMPARE(changesOf(ring.at(3)),
            QList<LeadFieldChange>({{"sentimentTag"_L1, u"Neutral"_s, u"Call Requested"_s},
                {"assignedToUserId"_L1, {}, feedUser(2).toString()}}));
    }

    void trimming_forgetsTheOldest_alsoAsTheEventBefore()
    {
        LiveRing ring(3);
        ManualClock clock;
        for (int i = 0; i < 5; ++i) {
            ring.append(recordOf(feedEvent(clock.now(), {.lead = i})));
            clock.advance(1s);
        }
        ring.trimTo(ring.trimTarget(std::numeric_limits<quint64>::max()));
        QCOMPARE(ring.first(), 3u);
        QCOMPARE(ring.size(), 3);
        QCOMPARE(ring.seconds().size(), 3u);
        ring.append(recordOf(feedEvent(clock.now(), {.lead = 0})));
        QVERIFY(!ring.at(6).before); // the lead's first event has gone
        ring.append(recordOf(feedEvent(clock.now(), {.lead = 4})));
        QVERIFY(ring.at(7).before);
    }

    void whatIsRead_staysUntilTwiceTheCapacity()
    {
        LiveRing ring(10);
        for (int i = 0; i < 20; ++i)
            ring.append({.kind = LiveKind::Heartbeat});
        QCOMPARE(ring.trimTarget(3), 3u);
        QCOMPARE(ring.trimTarget(15), 11u);
        for (int i = 0; i < 5; ++i)
            ring.append({.kind = LiveKind::Heartbeat});
        QCOMPARE(ring.trimTarget(3), 6u);
    }

    void bytes_goBackToNothing()
    {
        LiveRing ring(10);
        ManualClock clock;
        for (int i = 0; i < 10; ++i)
            ring.append(recordOf(feedEvent(clock.now(), {.lead = i})));
        QCOMPARE_GT(ring.bytes(), 10 * qint64(sizeof(LeadEvent)));
        ring.trimTo(ring.end());
        QCOMPARE(ring.bytes(), 0);
        QVERIFY(ring.seconds().empty());
    }

    void moment_isFoundByItsTime()
    {
        LiveRing ring;
        ManualClock clock;
        const Instant start = clock.now();
        for (int i = 0; i < 10; ++i) {
            ring.append({.kind = LiveKind::Heartbeat, .at = clock.now()});
            clock.advance(1s);
        }
        QCOMPARE(ring.serialAt(start - 1h), 1u);
        QCOMPARE(ring.serialAt(start + 3500ms), 5u);
        QCOMPARE(ring.serialAt(start + 1h), ring.end());
    }

    void latency_belowZero_isZeroAndMarked()
    {
        const LiveRecord record = recordOf(feedEvent(ManualClock().now(), {.latencyMs = -40}));
        QCOMPARE(record.latency, 0ms);
        QVERIFY(record.isClockOff);
        QVERIFY(!recordOf(feedEvent(ManualClock().now(), {.latencyMs = 40})).isClockOff);
        QVERIFY(!recordOf(feedEvent(ManualClock().now(), {.isReplay = true})).latency);
    }

    void percentiles_areOfTheNewest()
    {
        LiveStatistics statistics;
        QVERIFY(!statistics.latencyPercentile(0.5));
        const auto add = [&](int latency) {
            statistics.add(recordOf(feedEvent(ManualClock().now(), {.latencyMs = latency})), 5s);
        };
        for (int i = 1; i <= 100; ++i)
            add(i);
        QCOMPARE(statistics.latencyPercentile(0.5), 51ms);
        const double p95 = double(statistics.latencyPercentile(0.95)->count());
        QCOMPARE_GE(p95, 96 * 0.97);
        QCOMPARE_LE(p95, 96);
        for (int i = 0; i < 1024; ++i)
            add(700);
        QCOMPARE_GE(statistics.latencyPercentile(0.01)->count(), 679);
        QCOMPARE_LE(statistics.latencyPercentile(0.99)->count(), 700);
        add(2'000'000'000);
        QVERIFY(statistics.latencyPercentile(1)->count() > 1'000'000'000);
    }

    void seconds_fallOutAfterAMinute()
    {
        LiveStatistics statistics;
        const LiveRecord event = recordOf(feedEvent(ManualClock().now(), {.latencyMs = 80}));
        for (int i = 0; i < 30; ++i)
            statistics.add(event, 100s);
        statistics.add({.kind = LiveKind::Heartbeat, .latency = 12ms}, 101s);
        QCOMPARE(statistics.eventsBySecond(101s).at(58), 30);
        QCOMPARE(statistics.eventsBySecond(101s).at(59), 0); // a heartbeat is no event
        QCOMPARE(statistics.latencyBySecond(101s).at(58), 80);
        QCOMPARE(statistics.latencyBySecond(101s).at(59), 12);
        QCOMPARE(statistics.eventsPerSecond(101s), 3.0);
        QCOMPARE(statistics.eventsBySecond(161s), (std::array<int, LiveStatistics::Seconds> {}));
        QCOMPARE(statistics.latencyBySecond(200s).at(59), -1);
        QCOMPARE(statistics.total(), 30);
    }

    void replays_areNeitherEventsNorLatency()
    {
        LiveStatistics statistics;
        statistics.add(recordOf(feedEvent(ManualClock().now(), {.isReplay = true})), 5s);
        QCOMPARE(statistics.total(), 0);
        QVERIFY(!statistics.latencyPercentile(0.5));
    }
};

QTEST_GUILESS_MAIN(tst_LiveRing)
#include "tst_livering.moc"
