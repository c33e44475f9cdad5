// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeshell.h"
#include "tests/support/stagepage.h"
#include "ui/base/pageassert.h"
#include "ui/shell/consoleapplication.h"

#include <QLabel>
#include <QPushButton>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// A page that fails, whichever way, is replaced; the console lives on.
class tst_ErrorBoundary : public QObject
{
    Q_OBJECT

    std::unique_ptr<ShellStage> m_stage;

    StagePage *page() const { return qobject_cast<StagePage *>(m_stage->window->host().page()); }
    QWidget *faultPanel() const { return m_stage->window->findChild<QWidget *>(u"faultPanel"_s); }

    void verifyStoppedAndReload()
    {
        QTRY_VERIFY(faultPanel() && faultPanel()->isVisible());
        QVERIFY(!m_stage->window->host().page());
        QVERIFY(faultPanel()->findChild<QLabel *>(u"faultId"_s)->text().size() > 8);
        QTRY_COMPARE(StagePage::alive, 0);
        // The rest lives: settings open and come back.
        QVERIFY(m_stage->window->commands().trigger(u"page.settings"_s));
        QTRY_COMPARE(m_stage->window->host().pageId(), u"settings"_s);
        m_stage->window->commands().trigger(u"page.stage"_s);
        QTRY_VERIFY(faultPanel() && faultPanel()->isVisible());
        QTest::mouseClick(faultPanel()->findChild<QPushButton *>(u"faultReload"_s), Qt::LeftButton);
        QTRY_VERIFY(page());
        QTRY_VERIFY(page()->isVisible());
        QVERIFY(!faultPanel());
    }

private Q_SLOTS:
    void init()
    {
        StagePage::throwsInConstructor = false;
        m_stage = std::make_unique<ShellStage>();
        m_stage->openSignedIn({StagePage::spec()});
        auto *app = static_cast<ConsoleApplication *>(QCoreApplication::instance());
        connect(app, &ConsoleApplication::faulted, m_stage->window.get(), &MainWindow::onFault);
        QTRY_VERIFY(page() && page()->isVisible());
    }
    void cleanup() { m_stage.reset(); }

    void throwInPaint_stopsThePage()
    {
        page()->throwsInPaint = true;
        page()->update();
        verifyStoppedAndReload();
    }

    void throwInEventHandler_stopsThePage()
    {
        page()->throwsOnKey = true;
        page()->setFocusPolicy(Qt::StrongFocus);
        QTest::keyClick(page(), Qt::Key_X);
        verifyStoppedAndReload();
    }

    void throwInSlot_stopsThePage()
    {
        QTimer::singleShot(0, page(), [] { throw std::bad_optional_access(); });
        verifyStoppedAndReload();
    }

    void failedAssertion_stopsThePage()
    {
        QTimer::singleShot(0, page(), [] { SIGNALBOX_PAGE_ASSERT(1 == 2); });
        verifyStoppedAndReload();
    }

    void throwInSomethingThatIsNoException_stopsThePage()
    {
        QTimer::singleShot(0, page(), [] { throw 42; });
        verifyStoppedAndReload();
    }

    void throwWhileBuilding_stopsThatPageOnly()
    {
        m_stage->window->commands().trigger(u"page.settings"_s);
        QTRY_COMPARE(m_stage->window->host().pageId(), u"settings"_s);
        StagePage::throwsInConstructor = true;
        // Another workspace: the page must be built anew.
        m_stage->window->openLink(
            u"signalbox://demo/%1/settings"_s.arg(m_stage->sessions.workspaces.at(2).id.toString()));
        QTRY_VERIFY(m_stage->window->host().page());
        QTimer::singleShot(
            0, m_stage->window.get(), [this] { m_stage->window->commands().trigger(u"page.stage"_s); });
        QTRY_VERIFY(faultPanel() && faultPanel()->isVisible());
        StagePage::throwsInConstructor = false;
        QTest::mouseClick(faultPanel()->findChild<QPushButton *>(u"faultReload"_s), Qt::LeftButton);
        QTRY_VERIFY(page() && page()->isVisible());
        StagePage::alive = 0; // the one whose constructor threw has no destructor call
    }

    void pageAssert_namesTheConditionWithoutThePath()
    {
        try {
            SIGNALBOX_PAGE_ASSERT(2 + 2 == 5);
            QFAIL("it did not throw");
        } catch (const PageFault &fault) {
            const QString what = QString::fromUtf8(fault.what());
            QVERIFY(what.contains(u"2 + 2 == 5"_s));
            QVERIFY(what.contains(u"ui/shell/tst_errorboundary.cpp"_s));
            QVERIFY(!what.contains(u"/tests/"_s));
        }
    }
};

int main(int argc, char **argv)
{
    ConsoleApplication app(argc, argv);
    tst_ErrorBoundary test;
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}
#include "tst_errorboundary.moc"
