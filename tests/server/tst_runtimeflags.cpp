// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/runtimeflags.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// domain §4.3 and §15: `" TRUE\n"` is on, `"enabled"` is not set.
class tst_RuntimeFlags : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parseFlag_word_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("value"); // 1 on, 0 off, -1 not set
        for (const char *on : {"1", "true", "yes", "on", " TRUE\n", "Yes", "\tOn "})
            QTest::newRow(on) << QString::fromLatin1(on) << 1;
        for (const char *off : {"0", "false", "no", "off", " FALSE\n", "No", "OFF\r\n"})
            QTest::newRow(off) << QString::fromLatin1(off) << 0;
        for (const char *unset : {"enabled", "", " ", "2", "truee", "t", "\"true\""})
            QTest::addRow("unset <%s>", unset) << QString::fromLatin1(unset) << -1;
    }
    void parseFlag_word()
    {
        QFETCH(QString, text);
        QFETCH(int, value);
        const std::optional<bool> parsed = parseFlag(text);
        QCOMPARE(parsed ? int(*parsed) : -1, value);
    }

    void isOn_asksTableThenEnvironmentThenDefault()
    {
        const QString key = InboxReadFlag;
        const auto flagsWith = [](const QHash<QString, QString> &variables) {
            return RuntimeFlags([variables](const QString &name) { return variables.value(name); });
        };
        QVERIFY(flagsWith({}).isOn(key));
        QHash<QString, QString> variables {{"NEXT_PUBLIC_"_L1 + key, u"off"_s}};
        QVERIFY(!flagsWith(variables).isOn(key));
        variables.insert(key, u"enabled"_s); // says nothing, so the public name still counts
        QVERIFY(!flagsWith(variables).isOn(key));
        variables.insert(key, u"on"_s);
        RuntimeFlags flags = flagsWith(variables);
        QVERIFY(flags.isOn(key));
        flags.setStored({{key, u"false"_s}});
        QVERIFY(!flags.isOn(key));
        flags.setStored({{key, u"nonsense"_s}});
        QVERIFY(flags.isOn(key));
    }

    void isOn_askedAgain_readsTheEnvironmentOnce()
    {
        int reads = 0;
        RuntimeFlags flags([&reads](const QString &) {
            ++reads;
            return QString();
        });
        QVERIFY(flags.isOn(InboxReadFlag));
        const int before = reads;
        QVERIFY(flags.isOn(InboxReadFlag));
        QCOMPARE(reads, before);
    }
};

QTEST_APPLESS_MAIN(tst_RuntimeFlags)
#include "tst_runtimeflags.moc"
