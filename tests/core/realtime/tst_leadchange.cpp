// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/realtime/leadchange.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

class tst_LeadChange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void position_asText_comparesAsThePositionsDo()
    {
        const QList<FeedPosition> ascending {
            {}, {0, 1}, {1, 0}, {1, 9}, {1, 10}, {0xff, 0}, {0x1'0000'0000, 0}, {~0ULL, ~0U}};
        for (qsizetype i = 0; i < ascending.size(); ++i) {
            QCOMPARE(FeedPosition::parse(ascending[i].toText()), ascending[i]);
            if (i > 0) {
                QVERIFY(ascending[i - 1] < ascending[i]);
                QVERIFY(ascending[i - 1].toText() < ascending[i].toText());
            }
        }
    }

    void position_ofAnotherForm_isRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addRow("empty") << ""_ba;
        QTest::addRow("short") << "1.2"_ba;
        QTest::addRow("upper case") << "00000000016B3748.00000003"_ba;
        QTest::addRow("another separator") << "00000000016b3748/00000003"_ba;
        QTest::addRow("not hexadecimal") << "00000000016b374g.00000003"_ba;
        QTest::addRow("longer") << "00000000016b3748.000000031"_ba;
    }
    void position_ofAnotherForm_isRefused()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!FeedPosition::parse(text));
    }

    void columns_inOrder_haveTheirWireNames()
    {
        for (int i = 0; i < LeadColumnCount; ++i) {
            const LeadColumnName &column = leadColumns()[size_t(i)];
            QCOMPARE(int(column.column), i);
            QCOMPARE(leadColumnByWireName(QString(column.wire)), column.column);
        }
        QVERIFY(!leadColumnByWireName(u"email"));
        QVERIFY(!leadColumnByWireName(u"workspace_id"));
    }
};

QTEST_APPLESS_MAIN(tst_LeadChange)
#include "tst_leadchange.moc"
