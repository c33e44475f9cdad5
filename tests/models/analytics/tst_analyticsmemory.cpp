// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analytics/analyticsmemory.h"
#include "tests/support/manualclock.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What was read of analytics: how much and how long.
class tst_AnalyticsMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void value_isFound_byItsKeyAndType()
    {
        ManualClock clock;
        AnalyticsMemory memory(clock);
        memory.insert(u"a"_s, 7);
        QVERIFY(memory.find<int>(u"a"_s));
        QCOMPARE(*memory.find<int>(u"a"_s), 7);
        QVERIFY(!memory.find<QString>(u"a"_s));
        QVERIFY(!memory.find<int>(u"b"_s));
        memory.insert(u"a"_s, 8);
        QCOMPARE(*memory.find<int>(u"a"_s), 8);
        QCOMPARE(memory.size(), 1);
    }

    void value_isForgotten_afterTenMinutes_howeverOftenItIsRead()
    {
        ManualClock clock;
        AnalyticsMemory memory(clock);
        memory.insert(u"a"_s, 7);
        clock.advance(9min + 59s);
        QVERIFY(memory.find<int>(u"a"_s));
        clock.advance(1s);
        QVERIFY(!memory.find<int>(u"a"_s));
        QCOMPARE(memory.size(), 0);
    }

    void twentyFirst_takesThePlaceOfTheOneUsedLongestAgo()
    {
        ManualClock clock;
        AnalyticsMemory memory(clock);
        for (int i = 0; i < AnalyticsMemory::MaximumEntries; ++i)
            memory.insert(QString::number(i), i);
        QVERIFY(memory.find<int>(u"0"_s)); // now the newest
        memory.insert(u"new"_s, -1);
        QCOMPARE(memory.size(), AnalyticsMemory::MaximumEntries);
        QVERIFY(memory.find<int>(u"0"_s));
        QVERIFY(!memory.find<int>(u"1"_s));
        QVERIFY(memory.find<int>(u"2"_s));
    }

    void clear_leavesNothing()
    {
        ManualClock clock;
        AnalyticsMemory memory(clock);
        memory.insert(u"a"_s, 7);
        memory.clear();
        QVERIFY(!memory.find<int>(u"a"_s));
    }
};

QTEST_GUILESS_MAIN(tst_AnalyticsMemory)
#include "tst_analyticsmemory.moc"
