// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/analytics/tabfixture.h"
#include "ui/analytics/barchart.h"
#include "ui/analytics/workflowstab.h"

#include <QHeaderView>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Fixture = TabFixture<WorkflowsTab>;

/// The tab Workflows (domain §7.4), and what all four tabs of readings have in common.
class tst_WorkflowsTab : public QObject
{
    Q_OBJECT

    static void answer(Fixture &f, const AnalyticsReading<WorkflowsData> &reading)
    {
        f.gateway.workflows.back().source.finish(reading);
    }
    static void open(Fixture &f)
    {
        f.tab->activate();
        answer(f, workflowsReading(f.clock.now()));
        QTRY_VERIFY(f.panel(u"bookedBySequence"_s).status().computedAt);
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support).*"_s)); }

    void nothing_isAskedBeforeItIsOpened()
    {
        Fixture f;
        f.session->refresh();
        QCOMPARE(f.gateway.callCount(), 0);
        f.tab->activate();
        QCOMPARE(f.gateway.workflows.size(), 1u);
        f.tab->deactivate();
        f.session->setPeriod({.days = 7});
        QCOMPARE(f.gateway.workflows.size(), 1u);
        f.tab->activate();
        QCOMPARE(f.gateway.workflows.size(), 2u);
    }

    void numbers_areThoseOfTheReading()
    {
        Fixture f;
        open(f);
        QCOMPARE(f.card(u"totalBooked"_s).figure().value, u"187"_s);
        QCOMPARE(f.card(u"bookedFromInitial"_s).figure().value, u"104"_s);
        QCOMPARE(f.card(u"bookedFromWorkflow"_s).figure().value, u"83"_s);
        QCOMPARE(f.card(u"workflowShare"_s).figure().value, u"44.4"_s);
        QCOMPARE(f.card(u"workflowShare"_s).figure().unit, u"%"_s);
        QCOMPARE(f.card(u"totalBooked"_s).figure().change->before, 164.0);
        const QStringList lines = f.lines(u"sequenceTable"_s);
        QCOMPARE(lines.first(), u"Sequence\tBooked\tChange\tShare"_s);
        QCOMPARE(lines.size(), 6);
        QCOMPARE(lines.at(1).section(u'\t', 0, 2), u"No response, 5 touches\t41\t+5"_s);
        QVERIFY(lines.at(1).section(u'\t', 3).startsWith(u"49.4"_s));
        const auto *bars = f.tab->findChild<BarChart *>(u"sequenceBars"_s);
        QCOMPARE(bars->rows().size(), 5);
        QCOMPARE(bars->rows().first().value, 41.0);
        const auto *origins = f.tab->findChild<BarChart *>(u"originBars"_s);
        QCOMPARE(origins->rows().size(), 2); // and the period before
        QCOMPARE(origins->rows().first().parts.at(1).value, 83.0);
    }

    void withoutAComparison_thereIsNoChange()
    {
        Fixture f;
        f.tab->activate();
        answer(f, workflowsReading(f.clock.now(), false));
        QTRY_COMPARE(f.lines(u"sequenceTable"_s).first(), u"Sequence\tBooked\tShare"_s);
        QVERIFY(!f.card(u"totalBooked"_s).figure().change);
    }

    void nothingBooked_isEmpty_andTheShareIsUnknown()
    {
        Fixture f;
        f.tab->activate();
        answer(f, emptyWorkflows(f.clock.now()));
        QTRY_VERIFY(f.panel(u"bookedBySequence"_s).status().isEmpty);
        QVERIFY(f.panel(u"bookingOrigins"_s).status().isEmpty);
        QCOMPARE(f.card(u"totalBooked"_s).figure().value, u"0"_s);
        QCOMPARE(f.card(u"workflowShare"_s).figure().value, u"—"_s);
    }

    void loading_isASkeleton_andAFailureSaysSoAndAsksAgain()
    {
        Fixture f;
        f.tab->activate();
        QVERIFY(f.panel(u"bookedBySequence"_s).status().isLoading);
        QVERIFY(f.card(u"totalBooked"_s).status().isLoading);
        f.gateway.workflows.back().source.finish(
            Error {.kind = Error::Kind::Unavailable, .requestId = u"r1"_s});
        QTRY_VERIFY(f.panel(u"bookedBySequence"_s).status().error);
        QVERIFY(!f.panel(u"bookedBySequence"_s).status().isEmpty);
        Q_EMIT f.panel(u"bookedBySequence"_s).retryRequested();
        QCOMPARE(f.gateway.workflows.size(), 2u);
        QVERIFY(f.panel(u"bookedBySequence"_s).status().isLoading);
        answer(f, workflowsReading(f.clock.now()));
        QTRY_COMPARE(f.card(u"totalBooked"_s).figure().value, u"187"_s);
        QVERIFY(!f.panel(u"bookedBySequence"_s).status().error);
    }

    void failedRefresh_keepsTheNumbers_andIsAskedAgainThoughTheyAreFresh()
    {
        Fixture f;
        open(f);
        f.session->refresh();
        QVERIFY(f.panel(u"bookedBySequence"_s).status().isRefreshing);
        QVERIFY(f.gateway.workflows.back().request.forceRefresh);
        f.gateway.workflows.back().source.finish(Error {.kind = Error::Kind::TimedOut});
        QTRY_VERIFY(f.panel(u"bookedBySequence"_s).status().error);
        QVERIFY(f.panel(u"bookedBySequence"_s).status().computedAt);
        QCOMPARE(f.lines(u"sequenceTable"_s).size(), 6);
        const auto asked = f.gateway.workflows.size();
        Q_EMIT f.panel(u"bookedBySequence"_s).retryRequested();
        QCOMPARE(f.gateway.workflows.size(), asked + 1);
    }

    void otherPeriod_dimsWhatIsShown_untilItIsThere()
    {
        Fixture f;
        open(f);
        f.session->setPeriod({.days = 90});
        QVERIFY(f.panel(u"bookedBySequence"_s).status().isOfOtherRequest);
        QVERIFY(f.card(u"totalBooked"_s).status().isOfOtherRequest);
        answer(f, workflowsReading(f.clock.now()));
        QTRY_VERIFY(!f.panel(u"bookedBySequence"_s).status().isOfOtherRequest);
    }

    void refresh_keepsOrder_selection_andPlace()
    {
        Fixture f;
        open(f);
        PanelTable &table = f.table(u"sequenceTable"_s);
        table.horizontalHeader()->setSortIndicator(1, Qt::AscendingOrder);
        table.selectRow(0);
        QCOMPARE(table.copyText().section(u'\n', 1).section(u'\t', 0, 0), u"Reactivation spring"_s);
        f.tab->resize(600, 300);
        auto *canvas = f.tab->findChild<QScrollArea *>();
        QTRY_VERIFY(canvas->verticalScrollBar()->maximum() > 40);
        canvas->verticalScrollBar()->setValue(40);
        auto newer = workflowsReading(f.clock.now());
        newer.data.sequences.prepend({tabId(7), u"Brand new"_s, 12, 0.1});
        f.session->refresh();
        answer(f, newer);
        QTRY_COMPARE(table.model()->rowCount(), 6);
        QCOMPARE(table.copyText().section(u'\n', 1).section(u'\t', 0, 0), u"Reactivation spring"_s);
        QCOMPARE(table.model()->index(0, 0).data().toString(), u"Reactivation spring"_s);
        QCOMPARE(canvas->verticalScrollBar()->value(), 40);
    }

    void age_isTold_andGrowsStale()
    {
        Fixture f;
        open(f);
        QCOMPARE(f.tab->computedAt(), std::optional(f.clock.now()));
        f.clock.advance(25min);
        f.tab->updateAges();
        QVERIFY(f.clock.now() - *f.panel(u"bookedBySequence"_s).status().computedAt > StaleAfter);
    }

    void refusal_isTold()
    {
        Fixture f;
        QSignalSpy lost(f.tab.get(), &AnalyticsTab::accessLost);
        f.tab->activate();
        f.gateway.workflows.back().source.finish(Error {.kind = Error::Kind::Denied});
        QTRY_COMPARE(lost.size(), 1);
    }

    void everything_isExplained()
    {
        Fixture f;
        open(f);
        QCOMPARE(f.unexplained(), QStringList());
        QCOMPARE(f.table(u"sequenceTable"_s).accessibleName(), u"Booked by sequence"_s);
        for (const BarRow &row : f.tab->findChild<BarChart *>(u"sequenceBars"_s)->rows())
            QVERIFY(!row.definition.isEmpty());
    }

    void paper_holdsCardsChartsAndTable()
    {
        Fixture f;
        open(f);
        const QList<PrintedSection> sections = f.tab->printedSections();
        QCOMPARE(sections.size(), 3);
        QVERIFY(dynamic_cast<PrintedPicture *>(sections.at(0).picture));
        QCOMPARE(sections.at(2).table->rows.size(), 5);
        QVERIFY(!sections.at(2).definition.isEmpty());
    }
};

QTEST_MAIN(tst_WorkflowsTab)
#include "tst_workflowstab.moc"
