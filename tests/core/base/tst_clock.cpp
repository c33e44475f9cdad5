// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono;

class tst_Clock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parseIso_reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("utc with milliseconds")
            << u"2026-02-18T05:52:00.123Z"_s << u"2026-02-18T05:52:00.123000Z"_s;
        QTest::newRow("microseconds survive")
            << u"2026-02-18T05:52:00.123456Z"_s << u"2026-02-18T05:52:00.123456Z"_s;
        QTest::newRow("an offset is applied")
            << u"2026-02-18T05:52:00+02:00"_s << u"2026-02-18T03:52:00.000000Z"_s;
        QTest::newRow("PostgreSQL's form")
            << u"2026-02-18 05:52:00.5+00"_s << u"2026-02-18T05:52:00.500000Z"_s;
        QTest::newRow("a date is midnight") << u"2026-02-18"_s << u"2026-02-18T00:00:00.000000Z"_s;
        QTest::newRow("before 1970") << u"1969-12-31T23:59:59.999999Z"_s << u"1969-12-31T23:59:59.999999Z"_s;
    }
    void parseIso_reads()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const auto instant = parseIso(text);
        QVERIFY(instant.has_value());
        QCOMPARE(toIsoMicros(*instant), expected);
    }

    void toIso_writesMilliseconds()
    {
        QCOMPARE(toIso(*parseIso(u"0099-01-02T03:04:05.006999Z")), u"0099-01-02T03:04:05.006Z"_s);
        QCOMPARE(toIso(*parseIso(u"9999-12-31T23:59:59.999999Z") + std::chrono::seconds(1)),
            u"10000-01-01T00:00:00.999Z"_s);
    }

    void parseIso_refuses_data()
    {
        QTest::addColumn<QString>("text");
        for (const auto &text : {u""_s, u"yesterday"_s, u"2026-02-30"_s, u"2026-02-18T25:00:00Z"_s,
                 u"2026-02-18T05:52:00"_s, u"2026-02-18T05:52:00Zx"_s, u"1771393920"_s})
            QTest::addRow("'%s'", qPrintable(text)) << text;
    }
    void parseIso_refuses()
    {
        QFETCH(QString, text);
        QVERIFY(!parseIso(text).has_value());
    }
};

QTEST_APPLESS_MAIN(tst_Clock)
#include "tst_clock.moc"
