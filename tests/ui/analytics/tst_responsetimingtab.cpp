// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/analytics/tabfixture.h"
#include "ui/analytics/bucketchart.h"
#include "ui/analytics/responsetimingtab.h"

#include <QComboBox>
#include <QHeaderView>
#include <QSignalSpy>

using namespace signalbox;
using namespace Qt::StringLiterals;

using Fixture = TabFixture<ResponseTimingTab>;

/// The tab Response timing (domain §7.7).
class tst_ResponseTimingTab : public QObject
{
    Q_OBJECT

    static void answer(Fixture &f)
    {
        const auto &asked = f.gateway.timings.back();
        asked.source.finish(responseTimingReading(f.clock.now(), asked.timing));
    }
    static void open(Fixture &f)
    {
        f.tab->activate();
        answer(f);
        QTRY_VERIFY(f.panel(u"firstResponse"_s).status().computedAt);
    }
    static void choose(const Fixture &f, const QString &name, const QVariant &value)
    {
        auto *box = f.tab->findChild<QComboBox *>(name);
        const int index = box->findData(value);
        QVERIFY(index >= 0);
        box->setCurrentIndex(index);
        Q_EMIT box->activated(index);
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support).*"_s)); }

    void numbers_areThoseOfTheReading()
    {
        Fixture f;
        open(f);
        QCOMPARE(f.card(u"medianResponse"_s).figure().value, u"8m"_s);
        QCOMPARE(f.card(u"p90Response"_s).figure().value, u"3.1h"_s);
        QCOMPARE(f.card(u"eligibleLeads"_s).figure().value, u"1,311"_s);
        const QStringList responders = f.lines(u"responderTable"_s);
        QCOMPARE(responders.first(), u"Responder\tEligible\tBooked\tRate\tChange\tPending\tAvg response"_s);
        QCOMPARE(responders.at(1).section(u'\t', 0, 1), u"AI\t694"_s);
        QCOMPARE(responders.last().section(u'\t', 0, 1), u"All responders\t1,311"_s);
        QVERIFY(responders.last().endsWith(u"1.6h"_s));
        const QStringList times = f.lines(u"firstResponseTable"_s);
        QCOMPARE(times.first(), u"Bucket\tEligible\tBooked\tRate\tChange\tPending"_s);
        QCOMPARE(times.size(), 8);
        QCOMPARE(times.at(2).section(u'\t', 0, 2), u"1–5 min\t402\t114"_s);
        const auto *chart = f.tab->findChild<BucketChart *>(u"firstResponseChart"_s);
        QCOMPARE(chart->data().bars.size(), 7);
        QCOMPARE(*chart->data().bars.at(1).rate, 114.0 / 402);
        QCOMPARE(chart->data().bars.at(1).samples, 402);
        QVERIFY(chart->data().bars.at(1).rateBefore);
    }

    void choices_areNeverCut_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("wide") << 1380;
        QTest::newRow("1100 px without the rail") << 1044;
        QTest::newRow("hardly enough for one line") << 1000;
        QTest::newRow("narrow") << 900;
    }
    void choices_areNeverCut()
    {
        QFETCH(int, width);
        Fixture f;
        f.tab->resize(width, 700);
        open(f);
        const auto *bar = f.tab->findChild<QWidget *>(u"timingBar"_s);
        QCoreApplication::processEvents(); // the layout that the names of the responders ask for
        QCoreApplication::processEvents();
        for (const QComboBox *box : bar->findChildren<QComboBox *>()) {
            QVERIFY2(box->width() >= std::min(box->sizeHint().width(), f.theme.px(360)),
                qPrintable(box->objectName()));
            const QRect place(box->mapTo(bar, QPoint()), box->size());
            QVERIFY2(bar->rect().contains(place), qPrintable(box->objectName()));
        }
    }

    void medianAndP90_areMarkedWhereTheyLie()
    {
        Fixture f;
        open(f);
        const auto *chart = f.tab->findChild<BucketChart *>(u"firstResponseChart"_s);
        QCOMPARE(chart->data().marks.size(), 2);
        QCOMPARE(int(chart->data().marks.at(0).position), 2); // 8 min: 5–15
        QCOMPARE(int(chart->data().marks.at(1).position), 4); // 3.1 h: 1–4 h
        QVERIFY(chart->data().marks.at(0).label.contains(u"median"_s));
        QCOMPARE(bucketPosition(0), 0.0);
        QCOMPARE(bucketPosition(30000), 0.5);
        QCOMPARE(bucketPosition(60000), 1.0);
        QCOMPARE(bucketPosition(15 * 60000.0), 3.0);
        QCOMPARE(bucketPosition(24 * 3600000.0), 6.0);
        QVERIFY(bucketPosition(1e12) < 7.0);
    }

    void bucketWithoutAnOutcome_hasNoRate()
    {
        Fixture f;
        open(f);
        const QStringList late = f.lines(u"chosenDelayTable"_s).last().split(u'\t');
        QCOMPARE(late.mid(0, 4).join(u'|'), u"390–420 s|0|0|—"_s);
        const auto *chart = f.tab->findChild<BucketChart *>(u"chosenDelayChart"_s);
        QVERIFY(!chart->data().bars.last().rate);
    }

    void misleadingLabel_isExplained()
    {
        Fixture f;
        open(f);
        const QModelIndex cell = f.table(u"aiDriftTable"_s).model()->index(0, 0);
        QCOMPARE(cell.data().toString(), u">10 s early"_s);
        QVERIFY(cell.data(Qt::ToolTipRole).toString().contains(u"more than 10 s early"_s));
        const QAbstractItemModel &times = *f.table(u"firstResponseTable"_s).model();
        for (int row = 0; row < times.rowCount(); ++row)
            QVERIFY(!times.index(row, 0).data(Qt::ToolTipRole).toString().isEmpty());
        QCOMPARE(f.unexplained(), QStringList());
    }

    void buckets_areOrderedByTime_notByTheirNames()
    {
        Fixture f;
        open(f);
        f.table(u"firstResponseTable"_s).horizontalHeader()->setSortIndicator(0, Qt::DescendingOrder);
        const QStringList times = f.lines(u"firstResponseTable"_s);
        QCOMPARE(times.at(1).section(u'\t', 0, 0), u">24 hr"_s);
        QCOMPARE(times.last().section(u'\t', 0, 0), u"<1 min"_s);
    }

    void filter_asksForThisTabAlone_andDimsItUntilItIsThere()
    {
        Fixture f;
        open(f);
        f.gateway.forget();
        QSignalSpy changed(f.tab.get(), &AnalyticsTab::stateChanged);
        choose(f, u"timingChannel"_s, u"sms"_s);
        QCOMPARE(f.gateway.callCount(), 1);
        QCOMPARE(f.gateway.timings.back().timing.channel, u"sms"_s);
        QVERIFY(f.panel(u"firstResponse"_s).status().isOfOtherRequest);
        QCOMPARE(changed.size(), 1);
        answer(f);
        QTRY_VERIFY(!f.panel(u"firstResponse"_s).status().isOfOtherRequest);
        QVERIFY(f.card(u"eligibleLeads"_s).figure().value != u"1,311"_s);
        choose(f, u"timingResponder"_s, u"user:"_s + tabId(51).toString(QUuid::WithoutBraces));
        QCOMPARE(
            f.gateway.timings.back().timing.responder, u"user:"_s + tabId(51).toString(QUuid::WithoutBraces));
        answer(f);
        QTRY_VERIFY(f.panel(u"chosenDelay"_s).status().isEmpty); // a setter's answers have none
        QVERIFY(!f.panel(u"responders"_s).status().isEmpty);
        QVERIFY(f.tab->stepBack());
        QVERIFY(f.tab->state().isEmpty());
        QVERIFY(!f.panel(u"firstResponse"_s).status().isOfOtherRequest); // it was read a moment ago
        QCOMPARE(f.card(u"eligibleLeads"_s).figure().value, u"1,311"_s);
        QVERIFY(!f.tab->stepBack());
    }

    void terms_canBeChanged_andAreInTheDefinitions()
    {
        Fixture f;
        open(f);
        QVERIFY(f.definitions(u"responderTable"_s).join(u'\n').contains(u"30 day"_s));
        f.gateway.forget();
        choose(f, u"timingAttribution"_s, 60);
        QCOMPARE(f.gateway.callCount(), 1);
        QCOMPARE(f.gateway.timings.back().timing.attributionWindowDays, 60);
        answer(f);
        QTRY_VERIFY(f.definitions(u"responderTable"_s).join(u'\n').contains(u"60 day"_s));
    }

    void link_carriesTheFilters_andRefusesNonsense()
    {
        Fixture f;
        const QMap<QString, QString> state {{u"attributionWindowDays"_s, u"21"_s}, {u"channel"_s, u"email"_s},
            {u"maturityBufferDays"_s, u"7"_s}, {u"responder"_s, u"ai"_s}};
        f.tab->restoreState(state);
        QCOMPARE(f.gateway.callCount(), 0); // not before it is opened
        QCOMPARE(f.tab->state(), state);
        QVERIFY(f.tab->findChild<QComboBox *>(u"timingAttribution"_s)->findData(21) >= 0);
        f.tab->activate();
        QCOMPARE(f.gateway.timings.back().timing.channel, u"email"_s);
        QCOMPARE(f.gateway.timings.back().timing.maturityBufferDays, 7);
        const ExportRequest request = f.tab->exportRequest();
        QCOMPARE(request.tab, u"response-timing"_s);
        QCOMPARE(request.timing.responder, u"ai"_s);
        f.tab->restoreState({{u"channel"_s, u"fax"_s}, {u"responder"_s, u"user:x"_s},
            {u"attributionWindowDays"_s, u"4000"_s}, {u"maturityBufferDays"_s, u"many"_s}});
        QCOMPARE(f.tab->state(), (QMap<QString, QString> {{u"attributionWindowDays"_s, u"365"_s}}));
    }

    void nothing_isEmptyInEachPanel()
    {
        Fixture f;
        f.tab->activate();
        f.gateway.timings.back().source.finish(emptyResponseTiming(f.clock.now()));
        for (Panel *panel : f.tab->panels())
            QTRY_VERIFY2(panel->status().isEmpty, qPrintable(panel->id()));
        QCOMPARE(f.card(u"timingRate"_s).figure().value, u"—"_s);
    }

    void refresh_keepsTheOrder()
    {
        Fixture f;
        open(f);
        f.table(u"responderTable"_s).horizontalHeader()->setSortIndicator(3, Qt::AscendingOrder);
        const QStringList before = f.lines(u"responderTable"_s);
        f.session->refresh();
        answer(f);
        QTRY_VERIFY(!f.panel(u"responders"_s).status().isRefreshing);
        QCOMPARE(f.lines(u"responderTable"_s), before);
        QCOMPARE(f.tab->printedSections().size(), 5);
    }
};

QTEST_MAIN(tst_ResponseTimingTab)
#include "tst_responsetimingtab.moc"
