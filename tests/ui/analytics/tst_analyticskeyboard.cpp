// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analytics/exporttransfers.h"
#include "tests/support/analyticsdemo.h"
#include "tests/support/fakeanalyticsgateway.h"
#include "tests/support/fakecrm.h"
#include "tests/support/tabreadings.h"
#include "tests/support/windowtest.h"
#include "ui/analytics/analyticspage.h"
#include "ui/analytics/crmtable.h"
#include "ui/analytics/paneltable.h"
#include "ui/analytics/tabstrip.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QClipboard>
#include <QGuiApplication>
#include <QTemporaryDir>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The page without a mouse, in the window with all its commands (ux §13).
class tst_AnalyticsKeyboard : public WindowTest
{
    Q_OBJECT

    std::unique_ptr<FakeAnalyticsGateway> m_gateway;
    std::unique_ptr<AnalyticsMemory> m_memory;
    std::unique_ptr<ExportTransfers> m_exports;
    std::unique_ptr<FakeCrm> m_crm;
    QTemporaryDir m_folder;

    void answerAll()
    {
        const auto now = [this] { return m_stage->clock.now(); };
        m_gateway->answerOverview = [now](const auto &one) -> Result<AnalyticsReading<OverviewData>> {
            return demoOverviewReading(one.request, one.parts, now());
        };
        m_gateway->answerWorkflows = [now](const auto &) -> Result<AnalyticsReading<WorkflowsData>> {
            return workflowsReading(now(), true);
        };
        m_gateway->answerCampaigns = [now](const auto &) -> Result<AnalyticsReading<CampaignsData>> {
            return campaignsReading(now(), true);
        };
        m_gateway->answerBooking = [now](const auto &) -> Result<AnalyticsReading<BookingData>> {
            return bookingReading(now(), true);
        };
        m_gateway->answerResponseTiming
            = [now](const auto &one) -> Result<AnalyticsReading<ResponseTimingData>> {
            return responseTimingReading(now(), one.timing, true);
        };
        m_crm = std::make_unique<FakeCrm>(m_stage->sessions.workspaces.first().id, 300, now());
        m_crm->answer(*m_gateway);
    }
    void openPage()
    {
        m_gateway = std::make_unique<FakeAnalyticsGateway>();
        m_memory = std::make_unique<AnalyticsMemory>(m_stage->clock);
        m_exports = std::make_unique<ExportTransfers>(*m_gateway, m_stage->clock);
        answerAll();
        PageSpec inbox = StagePage::spec();
        inbox.id = u"inbox"_s;
        m_stage->openSignedIn({inbox,
            analyticsPageSpec({*m_gateway, *m_memory, *m_exports}, analyticsTabs(&m_stage->preferences))});
        window().resize(1440, 900);
        QVERIFY(QTest::qWaitForWindowExposed(&window()));
        QTRY_VERIFY(window().host().page() && !window().host().isSwitching());
        QTest::keyClick(&window(), Qt::Key_2, Qt::ControlModifier);
        QTRY_VERIFY(analytics() && analytics()->isVisible());
    }
    /// By its key, Alt and its digit.
    void openTab(int tab)
    {
        openPage();
        QTest::keyClick(&window(), Qt::Key(Qt::Key_1 + tab), Qt::AltModifier);
        QCOMPARE(analytics()->tabId(), analyticsTabs().at(tab).id);
        const auto isShown = [this] {
            const AnalyticsTab &open = *analytics()->tab();
            return open.computedAt() && std::ranges::all_of(open.panels(), [](const Panel *panel) {
                return panel->status().computedAt.has_value();
            });
        };
        QTRY_VERIFY(isShown());
        analytics()->tab()->finishPictures();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    }
    AnalyticsPage *analytics() const { return qobject_cast<AnalyticsPage *>(window().host().page()); }
    static QString describe(const QWidget *widget)
    {
        return u"%1 %2 (%3)"_s.arg(QString::fromLatin1(widget->metaObject()->className()),
            widget->objectName(), widget->accessibleName());
    }
    /// What Tab goes through from the tabs on, until it leaves the page.
    QList<QWidget *> walk() const
    {
        QList<QWidget *> reached {analytics()->findChild<TabStrip *>()};
        reached.first()->setFocus();
        for (int i = 0; i < 300; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QWidget *now = QApplication::focusWidget();
            if (!now || !analytics()->isAncestorOf(now) || reached.contains(now))
                return reached;
            reached.append(now);
        }
        return reached;
    }
    static bool takesTab(const QWidget *widget)
    {
        return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus)
            && !widget->focusProxy();
    }
    /// The first table of the open tab, with the focus.
    PanelTable *focusTable() const
    {
        for (PanelTable *table : analytics()->tab()->findChildren<PanelTable *>()) {
            if (!table->isVisible())
                continue;
            table->setFocus(Qt::TabFocusReason);
            return table;
        }
        return nullptr;
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    static void eachTab()
    {
        QTest::addColumn<int>("tab");
        const QList<AnalyticsTabSpec> tabs = analyticsTabs();
        for (int i = 0; i < tabs.size(); ++i)
            QTest::newRow(qPrintable(tabs.at(i).id)) << i;
    }

private Q_SLOTS:
    void cleanup()
    {
        m_stage->window.reset();
        m_exports.reset();
        m_memory.reset();
        m_gateway.reset();
    }

    void tab_reachesEverythingInReadingOrder_data() { eachTab(); }
    void tab_reachesEverythingInReadingOrder()
    {
        QFETCH(int, tab);
        openTab(tab);
        const QList<QWidget *> reached = walk();
        QStringList steps;
        for (const QWidget *one : reached)
            steps.append(describe(one));
        for (QWidget *one : analytics()->findChildren<QWidget *>()) {
            if (takesTab(one))
                QVERIFY2(reached.contains(one),
                    qPrintable(u"not reached: "_s + describe(one) + u" by "_s + steps.last(3).join(u", "_s)));
        }
        // Never back up the page: what follows begins no higher than the middle of what was before, or beside
        // it.
        for (qsizetype i = 1; i < reached.size(); ++i) {
            const auto place = [this](const QWidget *one) {
                return QRect(one->mapTo(analytics(), QPoint()), one->size());
            };
            const QRect before = place(reached.at(i - 1));
            const QRect now = place(reached.at(i));
            const bool isInside = reached.at(i - 1)->isAncestorOf(reached.at(i));
            const bool isBeside = now.left() > before.center().x();
            QVERIFY2(isInside || isBeside || now.bottom() >= before.top(),
                qPrintable(describe(reached.at(i - 1)) + u" → "_s + describe(reached.at(i))));
        }
    }

    void everything_hasANameAndIsSeenWhenItHasTheFocus_data() { eachTab(); }
    void everything_hasANameAndIsSeenWhenItHasTheFocus()
    {
        QFETCH(int, tab);
        openTab(tab);
        QList<QWidget *> reached {analytics()->findChild<TabStrip *>()};
        reached.first()->setFocus();
        for (const QWidget *one : walk()) {
            const auto *button = qobject_cast<const QAbstractButton *>(one);
            QVERIFY2(!one->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                qPrintable(describe(one)));
        }
        reached.first()->setFocus();
        for (int i = 0; i < 40; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            const QWidget *now = QApplication::focusWidget();
            if (!now || !analytics()->isAncestorOf(now))
                break;
            const auto *area = qobject_cast<const QAbstractScrollArea *>(now);
            const QWidget *seen = area ? area->viewport() : now;
            QVERIFY2(!seen->visibleRegion().isEmpty(), qPrintable(describe(now)));
        }
    }

    void table_isMovedInWithArrows_copiedAsTabs_andLeftWithEsc_data()
    {
        QTest::addColumn<int>("tab");
        for (const int tab : {0, 1, 2, 3, 4})
            QTest::newRow(qPrintable(analyticsTabs().at(tab).id)) << tab;
    }
    void table_isMovedInWithArrows_copiedAsTabs_andLeftWithEsc()
    {
        QFETCH(int, tab);
        openTab(tab);
        PanelTable *table = nullptr;
        QTRY_VERIFY((table = focusTable()));
        const int last = table->model()->rowCount() - 1;
        QVERIFY(last > 0);
        press(Qt::Key_Home, Qt::ControlModifier);
        QCOMPARE(table->currentIndex().row(), 0);
        press(Qt::Key_Down);
        QCOMPARE(table->currentIndex().row(), 1);
        press(Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(table->currentIndex().row(), last);
        press(Qt::Key_Up);
        QCOMPARE(table->currentIndex().row(), last - 1);
        QGuiApplication::clipboard()->setText(u"before"_s);
        press(Qt::Key_C, Qt::ControlModifier);
        const QStringList copied = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(copied.size(), 2); // the head and the row
        QCOMPARE(copied.first().count(u'\t'), table->model()->columnCount() - 1);
        QVERIFY(copied.last().startsWith(table->model()->index(last - 1, 0).data().toString()));
        QVERIFY(table->selectionModel()->hasSelection());
        press(Qt::Key_Escape);
        press(Qt::Key_Escape); // the campaign that was chosen is left first
        QVERIFY(!table->selectionModel()->hasSelection());
        QVERIFY(table->isVisible());
    }

    void crm_isMovedInWithArrows_copiedAsTabs_andLeftWithEsc()
    {
        openTab(5);
        auto *table = analytics()->findChild<CrmTable *>();
        QTRY_VERIFY(table->model()->rowCount() > 10);
        table->setFocus(Qt::TabFocusReason);
        press(Qt::Key_Home, Qt::ControlModifier);
        press(Qt::Key_Down);
        press(Qt::Key_Right, Qt::ShiftModifier);
        press(Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(table->selectionModel()->selectedIndexes().size(), 4);
        press(Qt::Key_C, Qt::ControlModifier);
        const QStringList copied = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(copied.size(), 2);
        QCOMPARE(copied.first().count(u'\t'), 1);
        press(Qt::Key_Escape);
        QCOMPARE(table->selectionModel()->selectedIndexes().size(), 1);
    }

    void f5_readsAgain_data() { eachTab(); }
    void f5_readsAgain()
    {
        QFETCH(int, tab);
        openTab(tab);
        m_stage->clock.advance(2s);
        const int before = m_gateway->callCount();
        const Instant pinned = analytics()->session().pinnedAt();
        press(Qt::Key_F5);
        QTRY_VERIFY(m_gateway->callCount() > before);
        QVERIFY(analytics()->session().pinnedAt() > pinned);
    }

    void ctrlP_savesEveryTab_data() { eachTab(); }
    void ctrlP_savesEveryTab()
    {
        QFETCH(int, tab);
        openTab(tab);
        m_stage->dialogs.saveFile = m_folder.filePath(u"%1.pdf"_s.arg(tab));
        press(Qt::Key_P, Qt::ControlModifier);
        QTRY_VERIFY(QFile::exists(m_stage->dialogs.saveFile));
    }
};

QTEST_MAIN(tst_AnalyticsKeyboard)
#include "tst_analyticskeyboard.moc"
