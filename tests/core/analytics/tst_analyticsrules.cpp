// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/analyticsrules.h"

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

Instant at(const QString &iso)
{
    return parseIso(iso).value_or(Instant());
}

} // namespace

class tst_AnalyticsRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void percent_isRounded_andMayExceedAHundred()
    {
        QCOMPARE(percent(1, 3), 33);
        QCOMPARE(percent(2, 3), 67);
        QCOMPARE(percent(1, 200), 1); // half away from zero
        QCOMPARE(percent(3, 2), 150);
        QCOMPARE(percent(7, 0), 0);
        QCOMPARE(percent(0, 7), 0);
        QCOMPARE(fraction(1, 4), 0.25);
        QCOMPARE(fraction(1, 0), 0.0);
    }

    void formatGap_readsAsAnalystsDo_data()
    {
        QTest::addColumn<double>("minutes");
        QTest::addColumn<QString>("expected");
        QTest::newRow("nothing") << 0.0 << u"0m"_s;
        QTest::newRow("59.4 min") << 59.4 << u"59m"_s;
        QTest::newRow("59.6 min is an hour") << 59.6 << u"1.0h"_s;
        QTest::newRow("90 min") << 90.0 << u"1.5h"_s;
        QTest::newRow("a minute under a day") << 1439.0 << u"24.0h"_s;
        QTest::newRow("a day") << 1440.0 << u"1.0d"_s;
        QTest::newRow("36 h") << 36.0 * 60 << u"1.5d"_s;
    }
    void formatGap_readsAsAnalystsDo()
    {
        QFETCH(double, minutes);
        QFETCH(QString, expected);
        QCOMPARE(formatGap(minutes * 60'000), expected);
    }
    void formatGap_ofNone_isNotAvailable() { QCOMPARE(formatGap(std::nullopt), u"N/A"_s); }

    void headcountBucket_countsByTheUpperBound_data()
    {
        QTest::addColumn<QString>("expected");
        const std::pair<QString, QString> vectors[] {{u"11-50"_s, u"11-50"_s}, {u"45-60"_s, u"51-200"_s},
            {QString(), u"Unknown"_s}, {u"a few"_s, u"Unknown"_s}, {u"1"_s, u"1-10"_s}, {u"10"_s, u"1-10"_s},
            {u"11"_s, u"11-50"_s}, {u"2 to 10 employees"_s, u"1-10"_s}, {u"1,000"_s, u"501-1000"_s},
            {u"1,001"_s, u"1000+"_s}, {u"501–1.000"_s, u"501-1000"_s}, {u"1000+"_s, u"1000+"_s},
            {u"10,001+"_s, u"1000+"_s}, {u"1k-5k"_s, u"1000+"_s}, {u"0"_s, u"Unknown"_s}};
        for (const auto &[text, bucket] : vectors)
            QTest::addRow("%s", qPrintable(u"'%1'"_s.arg(text))) << bucket;
    }
    void headcountBucket_countsByTheUpperBound()
    {
        QFETCH(QString, expected);
        const QString text = QString::fromUtf8(QTest::currentDataTag());
        QCOMPARE(headcountBucket(text.mid(1, text.size() - 2)), expected);
    }

    void businessHours_areNewYorks_data()
    {
        QTest::addColumn<bool>("expected");
        QTest::newRow("2026-02-13T14:00:00Z") << true; // Friday 09:00
        QTest::newRow("2026-02-13T13:59:59Z") << false;
        QTest::newRow("2026-02-13T21:50:00Z") << true; // Friday 16:50
        QTest::newRow("2026-02-13T21:59:59Z") << true;
        QTest::newRow("2026-02-13T22:00:00Z") << false; // 17:00
        QTest::newRow("2026-02-14T16:00:00Z") << false; // Saturday
        QTest::newRow("2026-02-15T16:00:00Z") << false; // Sunday
        QTest::newRow("2026-02-16T14:10:00Z") << true; // Monday 09:10
        QTest::newRow("2026-03-06T13:30:00Z") << false; // 08:30, before clocks go forward
        QTest::newRow("2026-03-09T13:30:00Z") << true; // 09:30, after
        QTest::newRow("2025-10-31T20:30:00Z") << true; // 16:30, before clocks go back
        QTest::newRow("2025-11-03T21:30:00Z") << true; // 16:30, after
        QTest::newRow("2025-11-03T13:30:00Z") << false; // 08:30
    }
    void businessHours_areNewYorks()
    {
        QFETCH(bool, expected);
        const Instant instant = at(QString::fromLatin1(QTest::currentDataTag()));
        QCOMPARE(isBusinessHour(instant), expected);
        // Whatever was asked before.
        QVERIFY(!isBusinessHour(at(u"2020-07-05T15:00:00Z"_s)));
        QCOMPARE(isBusinessHour(instant), expected);
    }

    void outcomes_haveNoRateUntilSomethingIsDecided()
    {
        const OutcomeCounts open {.pending = 3, .bookedNoTimestamp = 1};
        QVERIFY(!open.bookingRate());
        const OutcomeCounts decided {.booked = 1, .notBooked = 3, .pending = 5};
        QCOMPARE(decided.bookingRate().value_or(-1), 0.25);
        QVERIFY(encodeOutcome(open).value("bookingRate"_L1).isNull());
        for (const OutcomeCounts &counts : {open, decided})
            QVERIFY(*decodeOutcome(encodeOutcome(counts)) == counts);
        QCOMPARE(decodeOutcome({}).error().kind, Error::Kind::Invalid);
    }
};

QTEST_APPLESS_MAIN(tst_AnalyticsRules)
#include "tst_analyticsrules.moc"
