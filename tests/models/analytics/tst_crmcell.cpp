// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analytics/crmcell.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// The cells as edits and spreadsheets see them.
class tst_CrmCell : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columns_areThe34OfTheDomain()
    {
        QCOMPARE(crmColumns().size(), 34);
        QCOMPARE(crmColumnIndex("date"_L1), 0);
        QCOMPARE(crmColumnIndex("leadScore"_L1), 33);
        QCOMPARE(crmColumnIndex("nothing"_L1), -1);
    }

    void everyEditField_canBeWrittenAndReadBack()
    {
        int editable = 0;
        for (const CrmColumn &column : crmColumns()) {
            if (!column.editField)
                continue;
            ++editable;
            const bool isAssignee = QLatin1StringView(column.editField) == "assignedToUserId"_L1;
            const QString value = isAssignee ? u"00000000-0000-4000-8000-000000000001"_s
                                             : u"value of "_s + QLatin1StringView(column.key);
            CrmRow row;
            setCrmFieldValue(row, column.editField, value, u"dana@x.example"_s);
            QCOMPARE(crmFieldValue(row, column.editField), value);
            QCOMPARE(crmCellText(row, QLatin1StringView(column.key), QTimeZone::utc()),
                isAssignee ? u"dana@x.example"_s : value);
            setCrmFieldValue(row, column.editField, {}, {});
            QCOMPARE(row, CrmRow());
        }
        QCOMPARE(editable, 11);
    }

    void tsv_isWhatSpreadsheetsRead_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QString>("text");
        QTest::addRow("a plain word stays") << u"Halden & Sons"_s << u"Halden & Sons"_s;
        QTest::addRow("a tab is quoted") << u"a\tb"_s << u"\"a\tb\""_s;
        QTest::addRow("a line break is quoted") << u"a\nb"_s << u"\"a\nb\""_s;
        QTest::addRow("quotes are doubled") << u"the \"big\" one"_s << u"\"the \"\"big\"\" one\""_s;
        QTest::addRow("a comma is nothing special") << u"a, b"_s << u"a, b"_s;
        QTest::addRow("a formula is text") << u"=HYPERLINK(\"x\")"_s << u"\"'=HYPERLINK(\"\"x\"\")\""_s;
        QTest::addRow("an at sign is text") << u"@SUM(A1)"_s << u"'@SUM(A1)"_s;
        QTest::addRow("a telephone number stays") << u"+49 30 555-00"_s << u"+49 30 555-00"_s;
        QTest::addRow("a negative number stays") << u"-3.5"_s << u"-3.5"_s;
        QTest::addRow("a formula that begins like a number is text") << u"+1+cmd|x"_s << u"'+1+cmd|x"_s;
    }
    void tsv_isWhatSpreadsheetsRead()
    {
        QFETCH(QString, cell);
        QFETCH(QString, text);
        QCOMPARE(crmTsv({{cell, u"b"_s}}), text + u"\tb\r\n"_s);
    }

    void tsv_hasOneLineARow()
    {
        QCOMPARE(crmTsv({{u"a"_s, {}}, {{}, u"d"_s}}), u"a\t\r\n\td\r\n"_s);
        QCOMPARE(crmTsv({}), QString());
    }
};

QTEST_GUILESS_MAIN(tst_CrmCell)
#include "tst_crmcell.moc"
