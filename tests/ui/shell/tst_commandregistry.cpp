// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/commandregistry.h"

#include <QSignalSpy>
#include <QTest>
#include <QWidget>

using namespace signalbox;
using namespace Qt::StringLiterals;

class tst_CommandRegistry : public QObject
{
    Q_OBJECT

    std::unique_ptr<CommandRegistry> m_commands;
    QString m_word;

    void declare(const QString &id, const QString &scope, const QKeySequence &key)
    {
        m_commands->declare({id, scope, [this, id] { return m_word + id; }, {key}});
    }

private Q_SLOTS:
    void init()
    {
        m_word = u"do "_s;
        m_commands = std::make_unique<CommandRegistry>();
        declare(u"shell.refresh"_s, {}, Qt::Key_F5);
        declare(u"inbox.next"_s, u"inbox"_s, Qt::Key_J);
        declare(u"live.pause"_s, u"live"_s, Qt::Key_J);
    }

    void conflicts_areWhereBothCanHaveTheFocus_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QKeySequence>("key");
        QTest::addColumn<QStringList>("taken");
        QTest::newRow("two pages never meet") << u"inbox.next"_s << QKeySequence(Qt::Key_J) << QStringList();
        QTest::newRow("everywhere meets every page") << u"shell.refresh"_s << QKeySequence(Qt::Key_J)
                                                     << QStringList({u"inbox.next"_s, u"live.pause"_s});
        QTest::newRow("a page meets everywhere")
            << u"inbox.next"_s << QKeySequence(Qt::Key_F5) << QStringList({u"shell.refresh"_s});
        QTest::newRow("its own key") << u"shell.refresh"_s << QKeySequence(Qt::Key_F5) << QStringList();
        QTest::newRow("no key") << u"inbox.next"_s << QKeySequence() << QStringList();
        QTest::newRow("unknown command") << u"x"_s << QKeySequence(Qt::Key_F5) << QStringList();
    }
    void conflicts_areWhereBothCanHaveTheFocus()
    {
        QFETCH(QString, id);
        QFETCH(QKeySequence, key);
        QFETCH(QStringList, taken);
        QCOMPARE(m_commands->conflicts(id, key), taken);
    }

    void remapping_movesTheKeyOfALivingAction()
    {
        QWidget owner;
        int runs = 0;
        const QAction *action = m_commands->bind(u"inbox.next"_s, &owner, [&runs] { ++runs; });
        QCOMPARE(action->shortcut(), QKeySequence(Qt::Key_J));
        QSignalSpy changed(m_commands.get(), &CommandRegistry::keysChanged);
        m_commands->setKeys(u"inbox.next"_s, {Qt::Key_N});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(action->shortcut(), QKeySequence(Qt::Key_N));
        QVERIFY(m_commands->isRemapped(u"inbox.next"_s));
        QVERIFY(m_commands->tooltip(u"inbox.next"_s).endsWith(u"(N)"_s));
        QVERIFY(m_commands->conflicts(u"shell.refresh"_s, Qt::Key_J) == QStringList {u"live.pause"_s});
        m_commands->resetKeys(u"inbox.next"_s);
        QVERIFY(!m_commands->isRemapped(u"inbox.next"_s));
        QCOMPARE(action->shortcut(), QKeySequence(Qt::Key_J));
        QVERIFY(m_commands->trigger(u"inbox.next"_s));
        QCOMPARE(runs, 1);
    }

    void binding_endsWithItsOwner()
    {
        auto owner = std::make_unique<QWidget>();
        m_commands->bind(u"inbox.next"_s, owner.get(), [] {});
        owner.reset();
        QVERIFY(!m_commands->action(u"inbox.next"_s));
        QVERIFY(!m_commands->trigger(u"inbox.next"_s));
    }

    void newestBinding_takesTheKey()
    {
        QWidget first;
        QWidget second;
        const QAction *old = m_commands->bind(u"inbox.next"_s, &first, [] {});
        const QAction *fresh = m_commands->bind(u"inbox.next"_s, &second, [] {});
        QVERIFY(old->shortcuts().isEmpty());
        QCOMPARE(fresh->shortcut(), QKeySequence(Qt::Key_J));
        QCOMPARE(m_commands->action(u"inbox.next"_s), fresh);
    }

    void languageChange_asksTheTextsAgain()
    {
        QWidget owner;
        const QAction *action = m_commands->bind(u"shell.refresh"_s, &owner, [] {});
        m_word = u"tue "_s;
        m_commands->retranslate();
        QCOMPARE(action->text(), u"tue shell.refresh"_s);
    }

    void disabledCommand_isNotTriggered()
    {
        QWidget owner;
        int runs = 0;
        m_commands->bind(u"shell.refresh"_s, &owner, [&runs] { ++runs; })->setEnabled(false);
        QVERIFY(!m_commands->trigger(u"shell.refresh"_s));
        QCOMPARE(runs, 0);
    }
};

QTEST_MAIN(tst_CommandRegistry)
#include "tst_commandregistry.moc"
