// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/preferences.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

class tst_Preferences : public QObject
{
    Q_OBJECT

    QTemporaryDir m_directory;
    QString path() const
    {
        return m_directory.filePath(u"%1.conf"_s.arg(QLatin1StringView(QTest::currentTestFunction())));
    }

private Q_SLOTS:
    void everyDefault_isAmongItsChoices()
    {
        const Preferences preferences(path());
        for (const Preference &one : Preferences::schema()) {
            QVERIFY2(!one.choices || one.choices().contains(QString::fromLatin1(one.fallback)), one.key);
            QVERIFY2(preferences.isDefault(QString::fromLatin1(one.key)), one.key);
        }
    }

    void value_isBackOnTheNextStart()
    {
        {
            Preferences preferences(path());
            preferences.set(u"appearance/theme"_s, u"dark"_s);
        }
        Preferences later(path());
        QCOMPARE(later.text(u"appearance/theme"_s), u"dark"_s);
        QVERIFY(!later.isDefault(u"appearance/theme"_s));
        later.reset(u"appearance/theme"_s);
        QCOMPARE(Preferences(path()).text(u"appearance/theme"_s), u"system"_s);
    }

    void change_isToldOnceAndOnlyIfItIsOne()
    {
        Preferences preferences(path());
        QSignalSpy changed(&preferences, &Preferences::changed);
        preferences.set(u"appearance/zoom"_s, u"125"_s);
        preferences.set(u"appearance/zoom"_s, u"125"_s);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().toString(), u"appearance/zoom"_s);
        QCOMPARE(preferences.number(u"appearance/zoom"_s), 125);
        preferences.reset(u"appearance/motion"_s);
        QCOMPARE(changed.size(), 1);
    }

    void valueOfABrokenFile_readsAsTheDefault()
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[appearance]\ntheme=plaid\nzoom=-3\n");
        file.close();
        const Preferences preferences(path());
        QCOMPARE(preferences.text(u"appearance/theme"_s), u"system"_s);
        QCOMPARE(preferences.number(u"appearance/zoom"_s), 100);
    }

    void remappedKeys_areKeptByCommand()
    {
        {
            Preferences preferences(path());
            preferences.setRemappedKeys(u"inbox.next"_s, u"N"_s);
            preferences.setRemappedKeys(u"inbox.card"_s, QString()); // no key at all is a choice too
            preferences.setRemappedKeys(u"shell.quit"_s, u"Ctrl+X"_s);
            preferences.setRemappedKeys(u"shell.quit"_s, std::nullopt);
        }
        QCOMPARE(Preferences(path()).remappedKeys(),
            (QHash<QString, QString> {{u"inbox.next"_s, u"N"_s}, {u"inbox.card"_s, QString()}}));
    }
};

QTEST_MAIN(tst_Preferences)
#include "tst_preferences.moc"
