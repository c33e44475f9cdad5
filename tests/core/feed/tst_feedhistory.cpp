// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feed/ackwindow.h"
#include "core/feed/feedring.h"
#include "core/feed/feedslot.h"
#include "core/feed/pgsnapshot.h"
#include "tests/support/manualclock.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

FeedBatch batchOf(quint64 lsn, quint32 count)
{
    FeedBatch batch;
    for (quint32 ordinal = 1; ordinal <= count; ++ordinal) {
        auto change = std::make_shared<LeadChange>();
        change->position = {lsn, ordinal};
        batch.leads.push_back(std::move(change));
    }
    batch.end = {lsn, count};
    return batch;
}

} // namespace

/// What the feed keeps, confirms and holds back (realtime §3.1, §3.5).
class tst_FeedHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ring_servesWhatCameAfter()
    {
        ManualClock clock;
        FeedRing ring(clock, {});
        ring.beginAfter(100);
        ring.append(batchOf(110, 2));
        ring.append(batchOf(120, 0)); // a commit without leads
        ring.append(batchOf(130, 1));
        QCOMPARE(ring.head(), (FeedPosition {130, 1}));
        QCOMPARE(sizeSince(ring, {101, 0}), 3);
        QCOMPARE(sizeSince(ring, {110, 0}), 3);
        QCOMPARE(sizeSince(ring, {110, 1}), 2);
        QCOMPARE(sizeSince(ring, {110, 2}), 1);
        QCOMPARE(sizeSince(ring, {120, 0}), 1);
        QCOMPARE(sizeSince(ring, {130, 1}), 0);
        QCOMPARE((*ring.since({110, 1}))[0]->position, (FeedPosition {110, 2}));
    }

    void ring_beforeItBegan_orAheadOfIt_servesNone()
    {
        ManualClock clock;
        FeedRing ring(clock, {});
        ring.beginAfter(100);
        QCOMPARE(sizeSince(ring, ring.head()), 0);
        ring.append(batchOf(110, 2));
        QCOMPARE(sizeSince(ring, {99, 1}), -1);
        QCOMPARE(sizeSince(ring, {100, 1}), -1); // the rest of that commit is not known here
        QCOMPARE(sizeSince(ring, {110, 3}), -1);
        QCOMPARE(sizeSince(ring, {111, 0}), -1);
        ring.beginAfter(200);
        QCOMPARE(sizeSince(ring, {110, 2}), -1);
        QCOMPARE(ring.size(), size_t(0));
    }

    void ring_dropsWhatIsTooManyOrTooOld()
    {
        ManualClock clock;
        FeedRing ring(clock, {.age = 5min, .changes = 3});
        ring.beginAfter(100);
        ring.append(batchOf(110, 2));
        ring.append(batchOf(120, 2));
        QCOMPARE(ring.size(), size_t(3));
        QCOMPARE(sizeSince(ring, {110, 0}), -1);
        QCOMPARE(sizeSince(ring, {110, 1}), 3); // whoever has the one that was dropped misses nothing
        clock.advance(5min);
        ring.append(batchOf(130, 0));
        QCOMPARE(ring.size(), size_t(3));
        clock.advance(1us);
        ring.append(batchOf(140, 1));
        QCOMPARE(ring.size(), size_t(1));
        QCOMPARE(sizeSince(ring, {120, 1}), -1);
        QCOMPARE(sizeSince(ring, {120, 2}), 1);
    }

    void window_confirmsWhatWasToldAWindowAgo()
    {
        AckWindow window(120s);
        QCOMPARE(window.confirmed(0s), 0u);
        window.note(100, 10s);
        window.note(200, 20s);
        QCOMPARE(window.confirmed(129s), 0u);
        QCOMPARE(window.confirmed(130s), 100u);
        QCOMPARE(window.confirmed(139s), 100u);
        QCOMPARE(window.confirmed(140s), 200u);
        QCOMPARE(window.confirmed(10'000s), 200u);
        window.note(200, 200s); // nothing new
        window.note(300, 201s);
        window.note(301, 201s + 1ms); // marks are a second apart: later than needed, never earlier
        QCOMPARE(window.confirmed(321s + 2ms), 300u);
    }

    void snapshot_seesWhatHasEnded_data()
    {
        QTest::addColumn<QByteArray>("snapshot");
        QTest::addColumn<quint32>("xid");
        QTest::addColumn<bool>("sees");
        const quint64 later = (quint64(1) << 32) + 5; // the counter has come round once
        const QByteArray round = QByteArray::number(later - 10) + ':' + QByteArray::number(later) + ':'
            + QByteArray::number(later - 10);
        QTest::addRow("older than all that run") << QByteArray("10:20:10,15") << 9u << true;
        QTest::addRow("the oldest that runs") << QByteArray("10:20:10,15") << 10u << false;
        QTest::addRow("between") << QByteArray("10:20:10,15") << 14u << true;
        QTest::addRow("another that runs") << QByteArray("10:20:15,10") << 15u << false;
        QTest::addRow("the next") << QByteArray("10:20:10,15") << 20u << false;
        QTest::addRow("later") << QByteArray("20:20:") << 25u << false;
        QTest::addRow("none runs") << QByteArray("20:20:") << 19u << true;
        QTest::addRow("after the round, ended") << round << 4u << true;
        QTest::addRow("after the round, to come") << round << 5u << false;
        QTest::addRow("before the round, ended") << round << 0xffff'fffcu << true;
        QTest::addRow("before the round, runs") << round << 0xffff'fffbu << false;
    }
    void snapshot_seesWhatHasEnded()
    {
        QFETCH(const QByteArray, snapshot);
        QFETCH(const quint32, xid);
        QFETCH(const bool, sees);
        const auto parsed = PgSnapshot::parse(snapshot);
        QVERIFY(parsed.has_value());
        QCOMPARE(parsed->sees(xid), sees);
    }

    void snapshot_inAnotherForm_isNone()
    {
        for (const char *text : {"", "1:2", "a:2:", "1:2:x", "3:2:", "1:2:3:4", "1:2:,"})
            QVERIFY2(!PgSnapshot::parse(text), text);
    }

    void slotName_holdsWhatPostgresAllows()
    {
        QCOMPARE(feedSlotName(u"one"_s, "16384"), QByteArray("signalbox_one_16384"));
        QCOMPARE(feedSlotName(u"Host-7.example\u00e9"_s, "5"), QByteArray("signalbox_host_7_example__5"));
        QVERIFY(feedSlotName(QString(200, u'x'), "4294967295").size() <= 61);
    }

private:
    static int sizeSince(const FeedRing &ring, const FeedPosition &position)
    {
        const auto changes = ring.since(position);
        return changes ? int(changes->size()) : -1;
    }
};

QTEST_APPLESS_MAIN(tst_FeedHistory)
#include "tst_feedhistory.moc"
