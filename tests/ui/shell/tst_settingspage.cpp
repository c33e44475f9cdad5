// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/windowtest.h"

#include <QApplication>
#include <QTableView>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// Settings, as the last page of the window.
class tst_SettingsPage : public WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void settings_applyAtOnceAndGoBack()
    {
        openSignedIn();
        window().commands().trigger(u"page.settings"_s);
        auto *theme = find<QWidget>(u"appearance/theme"_s);
        QTest::mouseClick(theme->findChild<QAbstractButton *>(u"dark"_s), Qt::LeftButton);
        QVERIFY(m_stage->theme.isDark());
        auto *reset = theme->parentWidget()->findChild<QAbstractButton *>(u"reset"_s);
        QVERIFY(reset->isEnabled());
        QTest::mouseClick(reset, Qt::LeftButton);
        QVERIFY(!m_stage->theme.isDark());
        QVERIFY(!reset->isEnabled());
    }

    void settings_areFoundByAWord()
    {
        openSignedIn();
        window().commands().trigger(u"page.settings"_s);
        auto *search = find<QLineEdit>(u"settingsSearch"_s);
        search->setText(u"language"_s);
        QTRY_VERIFY(find<QWidget>(u"general/language"_s)->isVisible());
        QVERIFY(!find<QWidget>(u"appearance/theme"_s)->isVisible());
        search->setText(u"xyzzy"_s);
        QVERIFY(!find<QWidget>(u"general/language"_s)->isVisible());
    }

    void members_areForOwnersAndAdmins()
    {
        openSignedIn();
        window().commands().trigger(u"page.settings"_s);
        QVERIFY(find<QAbstractButton>(u"settings-members"_s));
        enter(4); // SETTER
        window().commands().trigger(u"page.settings"_s);
        QTRY_VERIFY(!find<QAbstractButton>(u"settings-members"_s));
    }

    void member_isRemovedOnlyAfterTheQuestion()
    {
        openSignedIn();
        window().commands().trigger(u"page.settings"_s);
        window().host().page()->restoreState({u"members"_s, {}});
        auto *table = find<QTableView>(u"membersTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 5);
        QTRY_VERIFY(table->isVisible());
        table->selectRow(0);
        m_stage->dialogs.answer = false;
        QTest::mouseClick(find<QPushButton>(u"memberRemove"_s), Qt::LeftButton);
        QCOMPARE(m_stage->dialogs.asked.size(), 1);
        QCOMPARE(table->model()->rowCount(), 5);
        m_stage->dialogs.answer = true;
        QTest::mouseClick(find<QPushButton>(u"memberRemove"_s), Qt::LeftButton);
        QTRY_COMPARE(table->model()->rowCount(), 4);
    }

    void themeSwitch_isQuick()
    {
        openSignedIn();
        window().commands().trigger(u"page.settings"_s);
        QElapsedTimer timer;
        timer.start();
        window().commands().trigger(u"shell.theme"_s);
        QApplication::sendPostedEvents();
        window().repaint();
        QCOMPARE_LT(timer.elapsed(), 1000); // the promise of 100 ms is a bench figure
    }
};

QTEST_MAIN(tst_SettingsPage)
#include "tst_settingspage.moc"
