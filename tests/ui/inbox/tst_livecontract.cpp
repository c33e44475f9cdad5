// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/inbox/livestage.h"

#include <QMenu>
#include <QSplitter>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// All that L1 says no update may change.
struct Untouched
{
    explicit Untouched(const LiveStage &stage)
        : current(stage.view->currentLead())
        , selection(stage.view->selectedLeads())
        , focus(stage.page->focusWidget())
        , popup(QApplication::activePopupWidget())
        , text(stage.search->text())
        , caret(stage.search->cursorPosition())
        , query(stage.model().query())
        , widths(stage.page->findChild<QSplitter *>(u"inboxSplitter"_s)->sizes())
        , place(stage.page->state())
    {
        int row = stage.view->firstVisibleRow();
        if (stage.view->visualRect(stage.model().index(row)).top() < 0)
            ++row;
        anchor = stage.model().at(row)->lead.id;
        y = stage.yOf(anchor);
    }
    QString differenceTo(const LiveStage &stage) const
    {
        const Untouched now(stage);
        if (now.anchor != anchor || now.y != y)
            return u"the anchor moved from %1 to %2"_s.arg(y).arg(stage.yOf(anchor));
        if (now.current != current || now.selection != selection)
            return u"current row or selection"_s;
        if (now.focus != focus || now.popup != popup)
            return u"focus or popup"_s;
        if (now.text != text || now.caret != caret)
            return u"text or caret"_s;
        if (now.query != query || now.widths != widths || now.place != place)
            return u"query, widths or place"_s;
        return {};
    }

    LeadId anchor;
    int y = 0;
    LeadId current;
    QList<LeadId> selection;
    QWidget *focus;
    QWidget *popup;
    QString text;
    int caret;
    InboxQuery query;
    QList<int> widths;
    PageState place;
};

/// What a person may be doing.
using Doing = std::function<void(LiveStage &)>;

QColor groundOf(const LiveStage &stage, int row)
{
    const QRect rect = stage.view->visualRect(stage.model().index(row));
    const QImage picture = stage.view->viewport()->grab().toImage();
    return picture.pixelColor(QPoint(rect.left() + 6, rect.center().y()) * picture.devicePixelRatio());
}

} // namespace

/// The live-update contract of ux §10, clause by clause, on the real page: where things stay.
class tst_LiveContract : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support).*"_s)); }

    void L1_noUpdateTouchesWhatThePersonHolds_data()
    {
        QTest::addColumn<Doing>("doing");
        QTest::addRow("reading in the middle") << Doing([](LiveStage &stage) {
            stage.scrollTo(1234);
            stage.click(stage.view->firstVisibleRow() + 3);
        });
        QTest::addRow("looking at the top, a row chosen") << Doing([](LiveStage &stage) { stage.click(2); });
        QTest::addRow("between two rows, none chosen")
            << Doing([](LiveStage &stage) { stage.scrollTo(777); });
        QTest::addRow("writing a search") << Doing([](LiveStage &stage) {
            stage.scrollTo(500);
            stage.search->setFocus();
            QTest::keyClicks(stage.search, u"pr"_s);
            stage.search->setCursorPosition(1);
        });
        QTest::addRow("rows ticked") << Doing([](LiveStage &stage) {
            stage.click(1);
            stage.click(3, Qt::ControlModifier);
            stage.click(5, Qt::ControlModifier);
        });
        QTest::addRow("a menu open") << Doing([](LiveStage &stage) {
            stage.click(2);
            Q_EMIT stage.view->customContextMenuRequested(QPoint(40, 40));
            QVERIFY(QApplication::activePopupWidget());
        });
        QTest::addRow("a button held down") << Doing([](LiveStage &stage) {
            QTest::mousePress(stage.view->viewport(), Qt::LeftButton, {},
                stage.view->visualRect(stage.model().index(2)).center());
        });
    }
    void L1_noUpdateTouchesWhatThePersonHolds()
    {
        QFETCH(Doing, doing);
        LiveStage stage;
        QVERIFY(stage.isReady());
        doing(stage);
        QVERIFY(stage.isReady(stage.view->firstVisibleRow()));
        QTest::qWait(50); // what the person did has its effects
        const Untouched before(stage);
        QRandomGenerator random(20260218);
        for (int batch = 0; batch < 100; ++batch) {
            for (int i = 0; i < 5; ++i)
                stage.happen(random);
            stage.clock.advance(10ms); // slower than a burst once, faster for long
            QTest::qWait(15);
            const QString difference = before.differenceTo(stage);
            QVERIFY2(difference.isEmpty(), qPrintable(u"%1, batch %2"_s.arg(difference).arg(batch)));
        }
        QTRY_VERIFY(stage.pill->isVisible()); // it did arrive
        QCOMPARE(before.differenceTo(stage), QString());
        QTest::mouseRelease(stage.view->viewport(), Qt::LeftButton);
        if (QWidget *popup = QApplication::activePopupWidget())
            popup->close();
    }

    void L2_aChangedRow_isTintedOnce_data()
    {
        QTest::addColumn<bool>("hasMotion");
        QTest::addRow("motion") << true;
        QTest::addRow("reduced motion") << false;
    }
    void L2_aChangedRow_isTintedOnce()
    {
        QFETCH(bool, hasMotion);
        LiveStage stage;
        stage.theme.setMotion(hasMotion);
        QVERIFY(stage.isReady());
        const QColor ground = groundOf(stage, 4);
        StructureSpy structure(stage.model());
        QSignalSpy updated(&stage.model(), &InboxModel::rowUpdated);
        stage.retag(4, u"Meeting Requested"_s);
        QTRY_COMPARE(updated.size(), 1);
        QCOMPARE(updated.first().first().toInt(), 4);
        QCOMPARE(stage.model().at(4)->sentimentTag, u"Meeting Requested"_s);
        QCOMPARE(groundOf(stage, 4) != ground, hasMotion);
        QCOMPARE(groundOf(stage, 5), ground);
        // It changes again and again meanwhile: still one tint of 600 ms.
        QTest::qWait(400);
        stage.inbox.retag(4, u"Interested"_s);
        stage.page->beat();
        QTRY_COMPARE(updated.size(), 2);
        QTRY_COMPARE_WITH_TIMEOUT(groundOf(stage, 4), ground, 580); // a tint begun anew would last 600
    }

    void L3_whileThePersonHoldsSomething_structureIsFrozen_data()
    {
        QTest::addColumn<Doing>("hold");
        QTest::addColumn<Doing>("release");
        const Doing wait = [](LiveStage &stage) { stage.clock.advance(3s); };
        QTest::addRow("rows ticked") << Doing([](LiveStage &stage) {
            stage.click(1);
            stage.click(3, Qt::ControlModifier);
            stage.clock.advance(10s);
        }) << Doing([](LiveStage &stage) {
            stage.click(1);
            stage.clock.advance(3s);
        });
        QTest::addRow("a button down") << Doing([](LiveStage &stage) {
            QTest::mousePress(stage.view->viewport(), Qt::LeftButton, {}, QPoint(50, 50));
            stage.clock.advance(10s);
        }) << Doing([](LiveStage &stage) {
            QTest::mouseRelease(stage.view->viewport(), Qt::LeftButton, {}, QPoint(50, 50));
        });
        QTest::addRow("a menu open") << Doing([](LiveStage &stage) {
            stage.click(1);
            Q_EMIT stage.view->customContextMenuRequested(QPoint(40, 40));
            stage.clock.advance(10s);
        }) << Doing([](LiveStage &) { QApplication::activePopupWidget()->close(); });
        QTest::addRow("typed a moment ago") << Doing([](LiveStage &stage) {
            stage.search->setFocus();
            QTest::keyClick(stage.search, Qt::Key_P);
        }) << wait;
        QTest::addRow("scrolled a moment ago") << Doing([](LiveStage &stage) {
            QWheelEvent wheel({50, 50}, stage.view->viewport()->mapToGlobal(QPointF(50, 50)), {}, {0, 120},
                {}, {}, Qt::NoScrollPhase, false);
            QApplication::sendEvent(stage.view->viewport(), &wheel);
        }) << wait;
    }
    void L3_whileThePersonHoldsSomething_structureIsFrozen()
    {
        QFETCH(Doing, hold);
        QFETCH(Doing, release);
        LiveStage stage;
        QVERIFY(stage.isReady());
        stage.clock.advance(10s);
        hold(stage);
        const LeadId top = stage.model().at(0)->lead.id;
        StructureSpy structure(stage.model());
        for (int i = 0; i < 12; ++i)
            stage.arrive();
        for (int i = 0; i < 3; ++i)
            stage.write(30 + 5 * i);
        stage.retag(16, u"Meeting Requested"_s);
        const LeadId changed = stage.inbox.row(16).lead.id;
        QTRY_COMPARE(stage.pill->text(), u"12 new · 3 moved"_s);
        // Repainting is allowed.
        QTRY_COMPARE(stage.model().at(stage.model().rowOf(changed))->sentimentTag, u"Meeting Requested"_s);
        QTest::qWait(1200); // past the looks for a rest, and the new total
        QCOMPARE(structure.count(), 0);
        QCOMPARE(stage.model().at(0)->lead.id, top);
        QVERIFY(stage.pill->isVisible());
        release(stage);
        QTRY_VERIFY(!stage.pill->isVisible());
        QCOMPARE(stage.model().at(0)->lead.id, stage.inbox.row(0).lead.id);
    }

    void L4_whatComesWaits_unlessTheListRestsAtItsTop()
    {
        LiveStage stage;
        QVERIFY(stage.isReady());
        stage.click(4);
        const LeadId current = stage.view->currentLead();
        stage.clock.advance(1900ms);
        for (int i = 0; i < 12; ++i)
            stage.arrive();
        for (int i = 0; i < 3; ++i)
            stage.write(30 + 5 * i);
        QTRY_COMPARE(stage.pill->text(), u"12 new · 3 moved"_s);
        const int y = stage.yOf(current);
        stage.clock.advance(200ms); // rested for 2 s
        QTRY_VERIFY(!stage.pill->isVisible());
        QCOMPARE(stage.view->currentLead(), current);
        QCOMPARE(stage.view->currentRow(), 19);
        QCOMPARE(stage.yOf(current), y); // the pixels of the current row stand still
        QCoreApplication::processEvents();
        QCOMPARE(stage.yOf(current), y);
        // Now the list is not at its top any more.
        stage.clock.advance(10s);
        stage.arrive();
        QTRY_COMPARE(stage.pill->text(), u"1 new"_s);
        QTest::qWait(1200);
        QVERIFY(stage.pill->isVisible());
        QCOMPARE(stage.yOf(current), y);
        stage.commands.trigger(u"inbox.showNew"_s);
        QTRY_VERIFY(!stage.pill->isVisible());
        QVERIFY(stage.view->isAtTop());
        QCOMPARE(stage.model().at(0)->lead.id, stage.inbox.row(0).lead.id);
    }

    void L4_rowsThatOnlyChangePlaces_leaveTheCurrentRowWhereItIs()
    {
        LiveStage stage;
        QVERIFY(stage.isReady());
        stage.click(4);
        const LeadId current = stage.view->currentLead();
        const int y = stage.yOf(current);
        stage.clock.advance(10s);
        stage.write(20); // none comes, none goes
        QTRY_COMPARE(stage.model().at(0)->lead.id, stage.inbox.row(0).lead.id);
        QCOMPARE(stage.model().rowOf(current), 5);
        QCOMPARE(stage.yOf(current), y);
    }

    void L5_aRowThatLeft_isAGhostThatSaysWhere_data()
    {
        QTest::addColumn<int>("categories");
        QTest::addColumn<QString>("words");
        QTest::addRow("another category") << int(AiSentBit) << u"now AI sent"_s;
        QTest::addRow("no category") << int(EligibleBit) << u"in no category now"_s;
        QTest::addRow("somebody else's") << 0 << u"no longer yours"_s;
    }
    void L5_aRowThatLeft_isAGhostThatSaysWhere()
    {
        QFETCH(int, categories);
        QFETCH(QString, words);
        LiveStage stage;
        QVERIFY(stage.isReady());
        stage.click(2);
        const LeadId ghost = stage.model().at(3)->lead.id;
        const LeadId behind = stage.model().at(4)->lead.id;
        StructureSpy structure(stage.model());
        stage.depart(3, categories);
        QTRY_COMPARE(stage.model().rowState(3), RowState::Ghost);
        QTRY_VERIFY2(stage.view->rowDelegate().describe(3).contains(words, Qt::CaseInsensitive),
            qPrintable(stage.view->rowDelegate().describe(3)));
        QCOMPARE(stage.model().rowOf(ghost), 3); // it has not moved
        QVERIFY(!stage.pill->isVisible()); // what followed it up to the page is not new
        QCOMPARE(structure.count(), 0);
        stage.commands.trigger(u"inbox.next"_s);
        QCOMPARE(stage.view->currentLead(), behind);
        stage.commands.trigger(u"inbox.previous"_s);
        QCOMPARE(stage.view->currentRow(), 2);
        const int y = stage.yOf(stage.view->currentLead());
        QVERIFY(stage.page->stepBack()); // Esc
        QCOMPARE(stage.model().rowOf(ghost), -1);
        QCOMPARE(stage.yOf(stage.view->currentLead()), y);
        QVERIFY(!stage.page->stepBack());
    }

    void L5_ghosts_stayWhenNewRowsShowThemselves_andGoWithARefresh()
    {
        LiveStage stage;
        QVERIFY(stage.isReady());
        const LeadId ghost = stage.model().at(3)->lead.id;
        stage.depart(3, AiSentBit);
        QTRY_COMPARE(stage.model().rowState(3), RowState::Ghost);
        stage.clock.advance(10s);
        stage.arrive();
        QTRY_COMPARE(stage.model().rowOf(ghost), 4);
        QCOMPARE(stage.model().rowState(4), RowState::Ghost);
        QCOMPARE(stage.model().at(0)->lead.id, stage.inbox.row(0).lead.id);
        stage.page->refresh();
        QTRY_COMPARE(stage.model().rowOf(ghost), -1);
    }

    void L5_aRowThatComesBack_isAGhostNoMore()
    {
        LiveStage stage;
        QVERIFY(stage.isReady());
        const LeadId lead = stage.model().at(3)->lead.id;
        stage.feed.tell({stage.event(lead, LeadEvent::Kind::Left)});
        QCOMPARE(stage.model().rowState(3), RowState::Ghost); // at once: the event says it all
        stage.feed.tell({stage.event(lead)});
        QTRY_COMPARE(stage.model().rowState(3), RowState::Present);
    }

    void L5_deepInTheList_whatMovedUpIsNoGhost()
    {
        LiveStage stage(3000);
        QVERIFY(stage.isReady());
        stage.scrollTo(1500 * stage.theme.listRowHeight());
        QVERIFY(stage.isReady(1502));
        const LeadId moved = stage.model().at(1502)->lead.id;
        const LeadId left = stage.model().at(1504)->lead.id;
        stage.inbox.removeAt(1504, AiSentBit);
        stage.inbox.moveToTop(1502);
        stage.page->beat(); // nobody told: the heartbeat finds out
        QTRY_COMPARE(stage.model().rowState(stage.model().rowOf(left)), RowState::Ghost);
        QCOMPARE(stage.model().rowState(stage.model().rowOf(moved)), RowState::Present);
        QCOMPARE(stage.model().rowOf(moved), 1502);
        QTRY_COMPARE(stage.pill->text(), u"1 moved"_s);
    }
};

QTEST_MAIN(tst_LiveContract)
#include "tst_livecontract.moc"
