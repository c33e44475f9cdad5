// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/chartqueue.h"
#include "ui/analytics/figures.h"
#include "ui/analytics/overviewwords.h"
#include "ui/analytics/thinning.h"

#include <QtTest/QTest>

#include <algorithm>
#include <cmath>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// How numbers, changes and periods are told.
class tst_Figures : public QObject
{
    Q_OBJECT

    const QLocale m_english {QLocale::English, QLocale::UnitedStates};

private Q_SLOTS:
    void change_isToldWithArrowAndTone_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("text");
        QTest::addColumn<ChangeText::Arrow>("arrow");
        QTest::addColumn<ColorRole>("tone");
        using enum ChangeText::Arrow;
        const auto counted = [](double now, double before) {
            return Change {now, before, qint64(now), qint64(before), ChangeUnit::Percent, BetterWhen::Higher};
        };
        QTest::newRow("more leads") << counted(1082, 1000) << u"+8.2\u202F%"_s << Up << ColorRole::Ok;
        QTest::newRow("fewer leads") << counted(986, 1000) << u"\u22121.4\u202F%"_s << Down
                                     << ColorRole::Danger;
        QTest::newRow("the same") << counted(1000, 1000) << u"no change"_s << None << ColorRole::Text3;
        QTest::newRow("few now") << counted(12, 1000) << u"n = 12"_s << None << ColorRole::Text3;
        QTest::newRow("few before") << counted(1000, 29) << u"n = 29"_s << None << ColorRole::Text3;
        QTest::newRow("just enough") << counted(60, 30) << u"+100.0\u202F%"_s << Up << ColorRole::Ok;
        QTest::newRow("rate up") << Change {24.1, 22.1, 500, 500, ChangeUnit::Points, BetterWhen::Higher}
                                 << u"+2.0 pt"_s << Up << ColorRole::Ok;
        QTest::newRow("faster") << Change {42 * 60000., 48 * 60000., 400, 380, ChangeUnit::Duration,
            BetterWhen::Lower} << u"\u22126m better"_s
                                << Down << ColorRole::Ok;
        QTest::newRow("slower") << Change {3 * 3600000., 3600000., 400, 380, ChangeUnit::Duration,
            BetterWhen::Lower} << u"+2.0h worse"_s
                                << Up << ColorRole::Danger;
        QTest::newRow("neither") << Change {30, 20, 500, 500, ChangeUnit::Points, BetterWhen::Neither}
                                 << u"+10.0 pt"_s << Up << ColorRole::Text2;
    }
    void change_isToldWithArrowAndTone()
    {
        QFETCH(Change, change);
        const ChangeText shown = presentChange(change, m_english);
        QTEST(shown.text, "text");
        QTEST(shown.arrow, "arrow");
        QTEST(shown.tone, "tone");
    }

    void numbers_areGrouped_andNoneIsADash()
    {
        QCOMPARE(presentNumber(12408, m_english), u"12,408"_s);
        QCOMPARE(presentNumber(-3, m_english), u"\u22123"_s);
        QCOMPARE(presentNumber(std::nullopt, m_english), u"\u2014"_s);
        QCOMPARE(presentShare(0.2413, m_english), u"24.1\u202F%"_s);
        QCOMPARE(presentShare(std::nullopt, m_english), u"\u2014"_s);
        QCOMPARE(presentNumber(12408, QLocale(QLocale::German)), u"12.408"_s);
    }

    void gap_isWrittenAsTheServiceWritesIt()
    {
        for (const double minutes : {0.0, 59.4, 59.6, 90.0, 198.0, 1439.0, 1440.0, 2160.0})
            QCOMPARE(presentGap(minutes * 60'000, m_english), formatGap(minutes * 60'000));
        QCOMPARE(presentGap(198 * 60'000.0, QLocale(QLocale::German)), u"3,3h"_s);
        QCOMPARE(presentGap(std::nullopt, m_english), u"\u2014"_s);
    }

    /// As CLDR has it: the sign before the digits, the per cent sign behind them, whatever runs around them.
    void numbers_runFromLeftToRightInArabicToo()
    {
        const QLocale arabic(QLocale::Arabic, QLocale::UnitedArabEmirates); // the console's
        QCOMPARE(presentSigned(-1.8, 1, arabic), u"\u200E\u22121.8\u200E"_s);
        QCOMPARE(presentShare(0.2413, arabic), u"\u200E24.1\u202F%\u200E"_s);
        QCOMPARE(presentNumber(-3, arabic), u"\u200E\u22123\u200E"_s);
        QCOMPARE(presentNumber(12408, arabic), u"12,408"_s);
        QCOMPARE(withoutMarks(presentSigned(-1.8, 1, arabic)), u"\u22121.8"_s);
        QCOMPARE(unturned(u"["_s, m_english), u"["_s);
    }

    void window_isToldInLocalDays_endIncluded()
    {
        const QTimeZone zone("America/New_York");
        const AnalyticsWindow dates {parseIso(u"2026-02-01T05:00:00Z"), parseIso(u"2026-03-01T05:00:00Z")};
        QCOMPARE(presentWindow(dates, zone, m_english), u"1 Feb – 28 Feb 2026"_s);
        const AnalyticsWindow day {parseIso(u"2026-02-01T05:00:00Z"), parseIso(u"2026-02-02T05:00:00Z")};
        QCOMPARE(presentWindow(day, zone, m_english), u"1 Feb 2026"_s);
        const AnalyticsWindow preset {parseIso(u"2025-12-20T14:01:00Z"), parseIso(u"2026-01-19T14:01:00Z")};
        QCOMPARE(presentWindow(preset, zone, m_english), u"20 Dec 2025 – 19 Jan 2026"_s);
        QCOMPARE(presentWindow({}, zone, m_english), u"All time"_s);
    }

    void sentimentsThatReadTheSame_areOneRow()
    {
        OverviewBreakdowns now;
        now.sentiments = {{u"Not Interested"_s, 50, 50}, {u"Interested"_s, 30, 30}, {u"Positive"_s, 20, 20}};
        OverviewBreakdowns before;
        before.sentiments = {{u"Interested"_s, 40, 40}, {u"Not Interested"_s, 60, 60}};
        const QList<BarRow> rows = sentimentRows(now, &before, m_english);
        QCOMPARE(rows.size(), 2);
        const auto interested = std::ranges::find(rows, u"Interested"_s, &BarRow::label);
        QVERIFY(interested != rows.cend());
        QCOMPARE(interested->value, 50);
        QCOMPARE(interested->change->now, 50);
        QCOMPARE(interested->change->before, 40);
    }

    void thinning_keepsPeaksGapsAndEnds()
    {
        QList<std::optional<double>> values;
        for (int i = 0; i < 5000; ++i)
            values.append(i >= 2000 && i < 2100 ? std::nullopt : std::optional(std::sin(i / 50.0)));
        values[777] = 99;
        values[3333] = -99;
        const LineRuns runs = thinned(values, 0, 4999, 400);
        QCOMPARE(runs.size(), 2); // the gap is one
        qsizetype points = 0;
        QList<double> ys;
        for (const auto &run : runs) {
            points += run.size();
            QVERIFY(std::ranges::is_sorted(run, {}, &QPointF::x));
            for (const QPointF &point : run)
                ys.append(point.y());
        }
        QCOMPARE_LE(points, 420);
        QVERIFY(ys.contains(99.0));
        QVERIFY(ys.contains(-99.0));
        QCOMPARE(thinned(values, 10, 19, 400).first().size(), 10); // few enough: all of them
    }

    void queue_makesOneATurn_visibleOnesFirst()
    {
        QWidget window;
        QWidget hidden(&window);
        hidden.hide();
        QWidget seen(&window);
        window.resize(100, 100);
        seen.resize(50, 50);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        ChartQueue queue;
        QStringList made;
        queue.add(&hidden, [&] { made.append(u"hidden"_s); });
        queue.add(&seen, [&] { made.append(u"seen"_s); });
        auto gone = std::make_unique<QWidget>();
        queue.add(gone.get(), [&] { made.append(u"gone"_s); });
        gone.reset();
        QVERIFY(made.isEmpty()); // not in the turn that asks for them
        for (int turn = 0; turn < 20 && queue.size() > 0; ++turn) {
            const qsizetype before = made.size();
            QCoreApplication::processEvents();
            QCOMPARE_LE(made.size() - before, 1);
        }
        QCOMPARE(made, (QStringList {u"seen"_s, u"hidden"_s}));
        QTRY_COMPARE(queue.size(), 0);
    }
};

QTEST_MAIN(tst_Figures)
#include "tst_figures.moc"
