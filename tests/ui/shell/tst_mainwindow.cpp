// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/windowtest.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/connectionpill.h"
#include "ui/shell/renderloopguard.h"
#include "ui/shell/workspaceswitcher.h"

#include <QClipboard>
#include <QLabel>
#include <QListView>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// The frame around the pages, and the way between them.
class tst_MainWindow : public WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void switching_destroysThePagesOfTheWorkspaceBefore()
    {
        openSignedIn();
        enter(3);
        QCOMPARE(workspaceShown(), u"Cedar & Finch"_s);
        QCOMPARE(StagePage::alive, 1);
        QCOMPARE(page()->list->model()->index(0, 0).data().toString(), u"Cedar & Finch"_s);
    }

    void switching_keepsTheOldPictureForAtMost150ms()
    {
        openSignedIn();
        StagePage::isSlow = true;
        enter(3);
        auto *still = find<QWidget>(u"stillPicture"_s);
        QVERIFY(still->isVisible());
        QElapsedTimer timer;
        timer.start();
        QTRY_VERIFY(!still->isVisible());
        QCOMPARE_LT(timer.elapsed(), 600); // 150 and a busy machine
        QVERIFY(page()->isVisible());
    }

    void tenSwitchesInARow_endOnTheTenth()
    {
        openSignedIn();
        for (int i = 1; i <= 10; ++i)
            enter(i);
        QCOMPARE(workspaceShown(), m_stage->sessions.workspaces.at(10).name);
        QCOMPARE(StagePage::alive, 1);
        QTRY_VERIFY(!find<QWidget>(u"stillPicture"_s)->isVisible());
        QCOMPARE(page()->workspace().name, m_stage->sessions.workspaces.at(10).name);
    }

    void fiftySwitches_leakNothingAndTheGuardIsSilent()
    {
        openSignedIn();
        QSignalSpy broken(&window().guard(), &RenderLoopGuard::loopBroken);
        const qsizetype objects = window().findChildren<QObject *>().size();
        for (int i = 0; i < 50; ++i) {
            enter(i % 2 ? 0 : 3);
            QTRY_VERIFY(!window().host().isSwitching());
        }
        QCOMPARE(StagePage::alive, 1);
        QCOMPARE(StagePage::built, 51);
        QCOMPARE(broken.count(), 0);
        QTRY_COMPARE_LE(window().findChildren<QObject *>().size(), objects + 2);
    }

    void filtersAreRememberedForEachWorkspace()
    {
        openSignedIn();
        page()->goTo(u"lead-a"_s, {{u"category"_s, u"attention"_s}, {u"search"_s, u"pricing"_s}});
        enter(3);
        QVERIFY(page()->state().item.isEmpty());
        window().host().open(
            m_stage->sessions.workspaces.at(0), m_stage->sessions.identity, u"stage"_s, std::nullopt);
        QCOMPARE(page()->state().item, u"lead-a"_s);
        QCOMPARE(page()->state().params.value(u"search"_s), u"pricing"_s);
    }

    void choice_isBackOnTheNextStart()
    {
        openSignedIn();
        enter(3);
        page()->goTo(u"lead-a"_s, {{u"category"_s, u"ai_review"_s}, {u"search"_s, u"secret words"_s}});
        window().close();
        m_stage->memory.sync();
        QFile file(m_stage->directory.filePath(u"state.ini"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray stored = file.readAll();
        QVERIFY(!stored.contains("secret")); // what was typed stays off the disk

        WindowMemory later(m_stage->directory.filePath(u"state.ini"_s), u"demo"_s);
        QCOMPARE(later.lastWorkspace(), m_stage->sessions.workspaces.at(3).id);
        const PageState state = later.pageState(m_stage->sessions.workspaces.at(3).id, u"stage"_s);
        QCOMPARE(state.item, u"lead-a"_s);
        QCOMPARE(state.params, (QMap<QString, QString> {{u"category"_s, u"ai_review"_s}}));
        WindowMemory fresh(m_stage->directory.filePath(u"state.ini"_s), u"demo"_s, true);
        QVERIFY(fresh.geometry().isEmpty());
        QVERIFY(fresh.pageState(m_stage->sessions.workspaces.at(3).id, u"stage"_s).item.isEmpty());
        QCOMPARE(fresh.lastWorkspace(), m_stage->sessions.workspaces.at(3).id);
    }

    void switcher_findsByTypingAndEnters()
    {
        openSignedIn();
        window().commands().trigger(u"shell.workspaces"_s);
        auto *switcher = find<WorkspaceSwitcher>(u"workspaceSwitcher"_s);
        QVERIFY(switcher->isOpen());
        QTest::keyClicks(switcher->searchBox(), u"kest"_s);
        QCOMPARE(switcher->list()->model()->rowCount(), 1);
        QTest::keyClick(switcher->searchBox(), Qt::Key_Return);
        QVERIFY(!switcher->isOpen());
        QCOMPARE(workspaceShown(), u"Kestrel Health"_s);
    }

    void palette_offersCommandsAndWorkspaces()
    {
        openSignedIn();
        QTest::keyClick(&window(), Qt::Key_K, Qt::ControlModifier);
        auto *palette = find<CommandPalette>(u"commandPalette"_s);
        QTRY_VERIFY(palette->isOpen());
        QTest::keyClicks(palette->searchBox(), u"settings"_s);
        QCOMPARE(palette->list()->currentIndex().data().toString(), u"Go to Settings"_s);
        QTest::keyClick(palette->searchBox(), Qt::Key_Return);
        QCOMPARE(window().host().pageId(), u"settings"_s);
        window().commands().trigger(u"shell.palette"_s);
        QTest::keyClicks(palette->searchBox(), u"orchard"_s);
        QTest::keyClick(palette->searchBox(), Qt::Key_Return);
        QCOMPARE(workspaceShown(), u"Orchard Legal"_s);
    }

    void palette_closedByEscape_givesTheFocusBack()
    {
        openSignedIn();
        page()->edit->setFocus();
        QTest::keyClick(&window(), Qt::Key_K, Qt::ControlModifier);
        auto *palette = find<CommandPalette>(u"commandPalette"_s);
        QTRY_VERIFY(palette->isOpen());
        QTest::keyClick(palette->searchBox(), Qt::Key_Escape);
        QVERIFY(!palette->isOpen());
        QCOMPARE(window().focusWidget(), page()->edit);
    }

    void letters_actInTheListAndNotInAnEditor()
    {
        openSignedIn();
        page()->edit->setFocus();
        QTest::keyClicks(page()->edit, u"jam?"_s);
        QCOMPARE(page()->edit->text(), u"jam?"_s);
        QVERIFY(!page()->marked);
        QVERIFY(!isOpen(u"shortcutSheet"_s));
        page()->list->setFocus();
        QTest::keyClick(page()->list, Qt::Key_J);
        QVERIFY(page()->marked);
        QTest::keyClick(page()->list, Qt::Key_Question); // the platform takes the Shift away that typed it
        QVERIFY(isOpen(u"shortcutSheet"_s));
    }

    void remappedKey_worksAtOnceAndIsKept()
    {
        openSignedIn();
        window().commands().setKeys(u"stage.mark"_s, {QKeySequence(Qt::Key_M)});
        page()->list->setFocus();
        QTest::keyClick(page()->list, Qt::Key_J);
        QVERIFY(!page()->marked);
        QTest::keyClick(page()->list, Qt::Key_M);
        QVERIFY(page()->marked);
    }

    void defaultKeys_meetNowhere()
    {
        openSignedIn();
        const CommandRegistry &commands = window().commands();
        for (const CommandSpec &spec : commands.commands()) {
            for (const QKeySequence &key : commands.keys(spec.id))
                QVERIFY2(
                    commands.conflicts(spec.id, key).isEmpty(), qPrintable(spec.id + u' ' + key.toString()));
        }
        QCOMPARE(
            commands.conflicts(u"stage.mark"_s, QKeySequence(Qt::Key_F5)), QStringList {u"shell.refresh"_s});
    }

    void backAndForward_goThroughItemsPagesAndWorkspaces()
    {
        openSignedIn();
        page()->goTo(u"lead-a"_s);
        page()->goTo(u"lead-b"_s);
        enter(3);
        window().commands().trigger(u"page.settings"_s);
        const auto back = [this] { window().commands().trigger(u"shell.back"_s); };
        back();
        QCOMPARE(workspaceShown(), u"Cedar & Finch"_s);
        QCOMPARE(window().host().pageId(), u"stage"_s);
        back();
        QCOMPARE(workspaceShown(), u"Brightline Outbound"_s);
        QCOMPARE(page()->state().item, u"lead-b"_s);
        back();
        QCOMPARE(page()->state().item, u"lead-a"_s);
        window().commands().trigger(u"shell.forward"_s);
        QCOMPARE(page()->state().item, u"lead-b"_s);
    }

    void link_isCopiedAndLeadsBack()
    {
        openSignedIn();
        page()->goTo(u"lead-a"_s, {{u"category"_s, u"attention"_s}});
        window().commands().trigger(u"shell.copyLink"_s);
        const QString link = QGuiApplication::clipboard()->text();
        QVERIFY2(link.startsWith(u"signalbox://demo/"_s), qPrintable(link));
        enter(3);
        QVERIFY(window().openLink(link));
        QCOMPARE(workspaceShown(), u"Brightline Outbound"_s);
        QCOMPARE(page()->state().item, u"lead-a"_s);
    }

    void link_thatLeadsNowhere_saysSoAndMovesNothing_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<QString>("says");
        QTest::newRow("broken") << u"signalbox://x"_s << u"cannot be read"_s;
        QTest::newRow("another profile")
            << u"signalbox://prod/6f9619ff-8b86-4011-b42d-00c04fc964ff/stage"_s << u"profile"_s;
        QTest::newRow("foreign workspace")
            << u"signalbox://demo/6f9619ff-8b86-4011-b42d-00c04fc964ff/stage"_s << u"not among yours"_s;
    }
    void link_thatLeadsNowhere_saysSoAndMovesNothing()
    {
        QFETCH(QString, link);
        QFETCH(QString, says);
        openSignedIn();
        QVERIFY(!window().openLink(link));
        QVERIFY2(banner().contains(says), qPrintable(banner()));
        QCOMPARE(workspaceShown(), u"Brightline Outbound"_s);
    }

    void roleDecidesWhichPagesAreOnTheRail()
    {
        m_stage->openSignedIn({StagePage::spec({u"OWNER"_s})});
        QTRY_VERIFY(page());
        QVERIFY(find<QWidget>(u"rail-stage"_s));
        enter(4); // SETTER
        QVERIFY(!find<QWidget>(u"rail-stage"_s));
        QCOMPARE(window().host().pageId(), u"settings"_s);
        QVERIFY2(banner().isEmpty() || banner().contains(u"role"_s), qPrintable(banner()));
    }

    void escape_stepsBackOneThingAtATime()
    {
        openSignedIn();
        page()->goTo(u"lead-a"_s);
        page()->list->setFocus();
        QTest::keyClick(page()->list, Qt::Key_Escape);
        QVERIFY(page()->state().item.isEmpty());
    }

    void f6_goesThroughThePanes()
    {
        openSignedIn();
        page()->list->setFocus();
        window().commands().trigger(u"shell.nextPane"_s);
        QCOMPARE(window().focusWidget(), page()->edit);
        window().commands().trigger(u"shell.nextPane"_s);
        QCOMPARE(window().focusWidget()->objectName(), u"workspaceButton"_s);
        window().commands().trigger(u"shell.nextPane"_s);
        QCOMPARE(window().focusWidget()->objectName(), u"rail-stage"_s);
        window().commands().trigger(u"shell.previousPane"_s);
        QCOMPARE(window().focusWidget()->objectName(), u"workspaceButton"_s);
    }

    void offline_isSaidWithTheTimeOfTheData_andComingBackRefreshes()
    {
        openSignedIn();
        ConnectionStatus status = m_stage->connection.status();
        status.state = ConnectionStatus::State::Offline;
        status.since = m_stage->clock.now();
        m_stage->connection.setStatus(status);
        QVERIFY2(banner().contains(u"Offline since"_s), qPrintable(banner()));
        QVERIFY(page()->isVisible());
        QVERIFY(find<ConnectionPill>(u"connectionPill"_s)->words().contains(u"Offline"_s));
        QTest::mouseClick(find<QAbstractButton>(u"connectionPill"_s), Qt::LeftButton);
        QCOMPARE(m_stage->connection.retries, 1);
        status.state = ConnectionStatus::State::Connected;
        m_stage->connection.setStatus(status);
        QVERIFY(banner().isEmpty());
        QCOMPARE(StagePage::refreshes, 1);
    }

    void openWorkspace_isFollowed_untilSigningOut()
    {
        openSignedIn();
        QCOMPARE(m_stage->feed.workspace(), m_stage->sessions.workspaces.first().id);
        QVERIFY(find<ConnectionPill>(u"connectionPill"_s)->words().startsWith(u"Live"_s));
        QVERIFY(!find<QLabel>(u"statusLink"_s)->text().isEmpty());
        enter(3);
        QCOMPARE(m_stage->feed.workspace(), m_stage->sessions.workspaces.at(3).id);
        window().commands().trigger(u"shell.signOut"_s);
        QTRY_VERIFY(m_stage->feed.workspace().isNull());
        QVERIFY(find<QLabel>(u"statusLink"_s)->text().isEmpty());
    }

    void lostAccess_closesTheWorkspaceAndSaysSo()
    {
        openSignedIn();
        m_stage->sessions.workspaces.removeFirst();
        Q_EMIT page()->accessLost();
        QTRY_VERIFY2(banner().contains(u"no longer have access to Brightline"_s), qPrintable(banner()));
        QTRY_VERIFY(page() && page()->workspace().name != u"Brightline Outbound"_s);
    }

    void workspacesThatCannotBeRead_areAnErrorWithRetry()
    {
        m_stage->sessions.workspacesError = Error {.kind = Error::Kind::Unavailable};
        m_stage->openSignedIn({StagePage::spec()});
        QTRY_VERIFY(find<QPushButton>(u"stateRetry"_s)->isVisible());
        m_stage->sessions.workspacesError.reset();
        QTest::mouseClick(find<QPushButton>(u"stateRetry"_s), Qt::LeftButton);
        QTRY_VERIFY(page() && page()->isVisible());
    }

    void everyControlHasAName()
    {
        openSignedIn();
        window().commands().trigger(u"page.settings"_s);
        const auto buttons = window().findChildren<QAbstractButton *>();
        for (const QAbstractButton *button : buttons) {
            const bool isQtsOwn = button->metaObject()->className() == QByteArray("QToolButton")
                || QByteArray(button->metaObject()->className()).startsWith("QTableCorner")
                || button->inherits("QLineEditIconButton");
            if (!isQtsOwn && button->isVisible())
                QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty(),
                    qPrintable(button->objectName()));
        }
        for (const QLineEdit *edit : window().findChildren<QLineEdit *>()) {
            if (edit->isVisible() && edit->objectName() != "qt_keysequenceedit_lineedit"_L1)
                QVERIFY2(!edit->accessibleName().isEmpty(), qPrintable(edit->objectName()));
        }
    }

    void closing_asksAboutWhatWouldBeLost()
    {
        openSignedIn();
        bool isLost = true;
        window().setLeaveQuestion([&isLost]() -> std::optional<Question> {
            return isLost ? std::optional(Question {.title = u"Lose it?"_s}) : std::nullopt;
        });
        m_stage->dialogs.answer = false;
        window().close();
        QVERIFY(window().isVisible());
        QCOMPARE(m_stage->dialogs.asked.size(), 1);
        isLost = false;
        window().close();
        QVERIFY(!window().isVisible());
        QCOMPARE(m_stage->dialogs.asked.size(), 1);
    }

    void queuedWrites_areCountedInTheStatusBar()
    {
        openSignedIn();
        auto *queued = find<QLabel>(u"statusQueued"_s);
        QVERIFY(!queued->isVisible());
        window().setQueuedWrites(2);
        QVERIFY(queued->isVisible());
        QVERIFY(queued->text().startsWith(u"2"_s));
        window().setQueuedWrites(0);
        QVERIFY(!queued->isVisible());
    }
};

QTEST_MAIN(tst_MainWindow)
#include "tst_mainwindow.moc"
