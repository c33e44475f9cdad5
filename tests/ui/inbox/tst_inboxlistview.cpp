// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/inboxfixture.h"
#include "tests/support/waitlimit.h"
#include "ui/inbox/conversationdelegate.h"
#include "ui/inbox/datebubble.h"
#include "ui/inbox/inboxlistview.h"

#include <QAccessible>
#include <QRandomGenerator>
#include <QScrollBar>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A list over a fake inbox that answers at once.
struct ListFixture : InboxFixture
{
    explicit ListFixture(int leads)
        : InboxFixture(leads)
        , model(gateway)
        , view(model, theme, clock)
    {
        inbox.answer(gateway);
        view.resize(384, 760);
        view.show();
        model.setQuery({.workspace = workspaceId(1)});
        model.setExpectedTotal(leads);
    }

    bool waitForRow(int row)
    {
        return QTest::qWaitFor([&] { return model.at(row) != nullptr; }, WaitLimit);
    }
    /// Where a lead is on screen, in pixels from the top.
    int yOf(LeadId lead) const { return view.visualRect(model.index(model.rowOf(lead))).top(); }

    InboxModel model;
    InboxListView view;
};

} // namespace

class tst_InboxListView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support).*"_s)); }

    void rows_areMirrored_forWhoReadsFromTheRight()
    {
        ListFixture f(30);
        QVERIFY(f.waitForRow(0));
        // The chips stand at the end of the last line.
        const auto chipPixels = [&f](bool isLeft) {
            const QImage row = f.view.viewport()->grab(f.view.visualRect(f.model.index(0, 0))).toImage();
            const QRgb ground = f.theme.color(ColorRole::InfoSoft).rgb();
            int count = 0;
            for (int x = isLeft ? 0 : row.width() / 2; x < (isLeft ? row.width() / 2 : row.width()); ++x)
                for (int y = row.height() / 2; y < row.height(); ++y)
                    count += row.pixel(x, y) == ground;
            return count;
        };
        QVERIFY(chipPixels(false) > 4 * chipPixels(true));
        f.view.setLayoutDirection(Qt::RightToLeft);
        QVERIFY(chipPixels(true) > 4 * chipPixels(false));
    }

    void walking_withTheKeys_choosesOneAfterTheOther()
    {
        ListFixture f(300);
        QVERIFY(f.waitForRow(0));
        QSignalSpy chosen(&f.view, &InboxListView::leadChosen);
        QTest::keyClick(&f.view, Qt::Key_Down);
        QCOMPARE(f.view.currentRow(), 0);
        QTest::keyClick(&f.view, Qt::Key_Down);
        QTest::keyClick(&f.view, Qt::Key_Down);
        QCOMPARE(f.view.currentRow(), 2);
        QTest::keyClick(&f.view, Qt::Key_Up);
        QCOMPARE(f.view.currentRow(), 1);
        QCOMPARE(chosen.size(), 4);
        QTest::keyClick(&f.view, Qt::Key_PageDown);
        QVERIFY(f.view.currentRow() > 5);
        QVERIFY(f.view.currentRow() <= f.view.lastVisibleRow());
    }

    void anchor_whateverIsInsertedMovedOrRemoved_keepsItsPixels()
    {
        ListFixture f(2000);
        QVERIFY(f.waitForRow(0));
        QRandomGenerator random(20260218);
        f.view.verticalScrollBar()->setValue(4321);
        QVERIFY(f.waitForRow(f.view.firstVisibleRow()));
        QCoreApplication::processEvents();
        const int anchorRow = f.view.firstVisibleRow() + 1;
        const LeadId anchor = f.model.at(anchorRow)->lead.id;
        const int y = f.yOf(anchor);
        for (int i = 0; i < 60; ++i) {
            for (int k = random.bounded(1, 5); k > 0; --k)
                f.inbox.insertAtTop();
            const int victim = random.bounded(f.inbox.size());
            if (f.inbox.row(victim).lead.id != anchor)
                random.bounded(2) ? f.inbox.moveToTop(victim) : f.inbox.removeAt(victim);
            QSignalSpy answered(&f.model, &InboxModel::stateChanged);
            f.model.refresh();
            QTRY_COMPARE(f.model.state(), LoadState::Ready);
            f.model.setExpectedTotal(f.inbox.size());
            QCOMPARE(f.yOf(anchor), y);
            QCoreApplication::processEvents();
            QCOMPARE(f.yOf(anchor), y);
        }
    }

    void current_isALeadNotARow()
    {
        ListFixture f(300);
        QVERIFY(f.waitForRow(10));
        f.view.step(1);
        f.view.step(1);
        const LeadId current = f.view.currentLead();
        for (int i = 0; i < 7; ++i)
            f.inbox.insertAtTop();
        f.model.refresh();
        QTRY_COMPARE(f.model.rowOf(current), 8);
        QCOMPARE(f.view.currentLead(), current);
        QCOMPARE(f.view.currentRow(), 8);
        f.inbox.removeAt(8);
        f.model.refresh();
        QTRY_COMPARE(f.model.rowOf(current), -1);
        QCOMPARE(f.view.currentLead(), current); // no neighbour takes its place
    }

    void ghosts_areSkipped()
    {
        ListFixture f(300);
        QVERIFY(f.waitForRow(10));
        f.view.step(1);
        f.inbox.removeAt(1);
        f.model.poll();
        QTRY_COMPARE(f.model.rowState(1), RowState::Ghost);
        f.view.step(1);
        QCOMPARE(f.view.currentRow(), 2);
    }

    void thumb_inAHugeList_reachesTheEndAndShowsTheDate()
    {
        ListFixture f(1'000'000);
        QVERIFY(f.waitForRow(0));
        QCOMPARE(f.view.contentHeight(), 76'000'000);
        QScrollBar *bar = f.view.verticalScrollBar();
        bar->setSliderDown(true);
        bar->setSliderPosition(bar->maximum() / 2);
        Q_EMIT bar->sliderMoved(bar->value());
        auto *bubble = f.view.findChild<DateBubble *>();
        bar->setSliderDown(false);
        QVERIFY(QTest::qWaitFor([&] { return f.model.at(f.view.firstVisibleRow()) != nullptr; }, WaitLimit));
        Q_EMIT bar->sliderMoved(bar->value());
        QVERIFY(bubble->isVisible());
        QVERIFY(bubble->text().contains(u"2025"_s)); // 500,000 minutes before February 2026
        bar->setValue(bar->maximum());
        QVERIFY(QTest::qWaitFor([&] { return f.model.at(999'999) != nullptr; }, WaitLimit));
        QCOMPARE(f.model.at(999'999)->lead.id, f.inbox.row(999'999).lead.id);
    }

    void rows_beyondWhatAScrollBarHolds_areStillReached()
    {
        ListFixture f(1000);
        QVERIFY(f.waitForRow(0));
        f.model.setExpectedTotal(60'000'000); // 4.5 thousand million pixels
        QCOMPARE(f.view.contentHeight(), 60'000'000LL * 76);
        QScrollBar *bar = f.view.verticalScrollBar();
        QVERIFY(bar->maximum() > 0);
        bar->setValue(bar->maximum());
        QVERIFY(f.view.lastVisibleRow() >= 59'999'900);
        f.view.scrollToTop();
        QCOMPARE(f.view.firstVisibleRow(), 0);
    }

    void copying_givesATable()
    {
        ListFixture f(300);
        QVERIFY(f.waitForRow(10));
        f.view.step(1);
        QTest::keyClick(&f.view, Qt::Key_Down, Qt::ShiftModifier);
        const QStringList lines = f.view.selectionAsText().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 3);
        for (const QString &line : lines)
            QCOMPARE(line.count(u'\t'), 8);
        QVERIFY(lines.at(1).startsWith(f.model.at(0)->lead.name()));
    }

    void selectAll_twice_isEverythingThatMatches_andSurvivesPaging()
    {
        ListFixture f(3022);
        QVERIFY(f.waitForRow(10));
        QSignalSpy ticks(&f.view, &InboxListView::ticksChanged);
        QTest::keyClick(&f.view, Qt::Key_A, Qt::ControlModifier);
        QVERIFY(f.view.hasTicks());
        QVERIFY(!f.view.selection().allOf);
        const qint64 loaded = f.view.tickedCount();
        QVERIFY(loaded >= 50 && loaded < 3022);
        QTest::keyClick(&f.view, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(f.view.selection().allOf, std::optional(f.model.query()));
        QCOMPARE(f.view.tickedCount(), 3022);
        f.view.goToRow(2000); // rows that were never loaded when it was said
        QVERIFY(f.waitForRow(2000));
        const QPoint middle = f.view.visualRect(f.model.index(2001)).center();
        QTest::mouseClick(f.view.viewport(), Qt::LeftButton, Qt::ControlModifier, middle);
        QCOMPARE(f.view.tickedCount(), 3021);
        QCOMPARE(f.view.selection().leads, QList<LeadId>({f.model.at(2001)->lead.id}));
        QVERIFY(!f.view.selectedLeads().contains(f.model.at(2001)->lead.id));
        QCOMPARE(ticks.size(), 3);
        f.view.clearTicks();
        QVERIFY(!f.view.hasTicks());
    }

    void accessibility_namesTheRows()
    {
        ListFixture f(300);
        QVERIFY(f.waitForRow(10));
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&f.view);
        QVERIFY(list);
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(list->childCount(), 300);
        QAccessibleInterface *row = list->child(0);
        QCOMPARE(row->role(), QAccessible::ListItem);
        QVERIFY(row->text(QAccessible::Name).contains(f.model.at(0)->lead.name()));
        QCOMPARE(list->indexOfChild(row), 0);
        QCOMPARE(row->parent(), list);
        QVERIFY(row->rect().height() == 76);
        QVERIFY(!list->child(300));
    }

    void compact_rowsAre52Pixels()
    {
        ListFixture f(300);
        QVERIFY(f.waitForRow(0));
        f.theme.setDensity(Theme::Density::Compact);
        QCOMPARE(f.view.visualRect(f.model.index(1)).top(), 52);
    }
};

QTEST_MAIN(tst_InboxListView)
#include "tst_inboxlistview.moc"
