// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/csvsink.h"
#include "tests/core/export/office.h"

#include <QTemporaryDir>

using namespace signalbox;
using namespace Qt::StringLiterals;

class tst_CsvSink : public QObject
{
    Q_OBJECT

    QString path() const { return m_directory.filePath(u"out.csv"_s); }
    /// The lines of a file with one table of one text column.
    QByteArray fileOf(const QString &text)
    {
        auto sink = CsvSink::create(path(), {.isSingleTable = true});
        if (!sink || !(*sink)->begin({u"T"_s, {{u"Text"_s}}}) || !(*sink)->row({text}) || !(*sink)->finish())
            return {};
        return contentOf(path());
    }

private Q_SLOTS:
    void init() { QFile::remove(path()); }

    void text_isQuotedAndProtected_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("field");
        QTest::newRow("plain") << u"plain"_s << QByteArray("plain");
        QTest::newRow("empty") << u""_s << QByteArray();
        QTest::newRow("comma") << u"a,b"_s << QByteArray("\"a,b\"");
        QTest::newRow("quotes") << u"say \"hi\""_s << QByteArray("\"say \"\"hi\"\"\"");
        QTest::newRow("line break") << u"a\nb"_s << QByteArray("\"a\nb\"");
        QTest::newRow("carriage return") << u"a\rb"_s << QByteArray("\"a\rb\"");
        QTest::newRow("blank at an end") << u" a"_s << QByteArray("\" a\"");
        QTest::newRow("Arabic") << u"مرحبا"_s << u"مرحبا"_s.toUtf8();
        QTest::newRow("emoji") << u"ok 👍🏽"_s << u"ok 👍🏽"_s.toUtf8();
        QTest::newRow("formula") << u"=1+1"_s << QByteArray("'=1+1");
        QTest::newRow("link") << u"=HYPERLINK(\"http://x\",\"y\")"_s
                              << QByteArray("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
        QTest::newRow("plus") << u"+49 30 1"_s << QByteArray("'+49 30 1");
        QTest::newRow("minus") << u"-1+2"_s << QByteArray("'-1+2");
        QTest::newRow("at") << u"@SUM(A1)"_s << QByteArray("'@SUM(A1)");
        QTest::newRow("tab") << u"\t=1"_s << QByteArray("'\t=1");
        QTest::newRow("return") << u"\r=1"_s << QByteArray("\"'\r=1\"");
        QTest::newRow("formula inside") << u"a=1"_s << QByteArray("a=1");
    }
    void text_isQuotedAndProtected()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, field);
        QCOMPARE(fileOf(text), QByteArray("\xEF\xBB\xBFText\r\n") + field + "\r\n");
    }

    void cells_haveTheirForms()
    {
        auto sink = CsvSink::create(path(), {.zone = QTimeZone("America/New_York"), .isSingleTable = true});
        QVERIFY(sink.has_value());
        const Instant winter = *parseIso(u"2026-02-18T05:52:00.999999Z");
        const Instant summer = *parseIso(u"2026-07-18T03:00:00Z");
        QVERIFY((*sink)->begin({u"T"_s,
            {{u"A"_s, CellType::Time}, {u"B"_s, CellType::Time}, {u"C"_s, CellType::Integer},
                {u"D"_s, CellType::Percent}, {u"E"_s, CellType::Flag}, {u"F"_s, CellType::Text}}}));
        QVERIFY((*sink)->row({winter, summer, qint64(-5), 0.125, true, Cell()}));
        QVERIFY((*sink)->row({Cell(), Cell(), qint64(9007199254740993), 1.0 / 3, false, u"x"_s}));
        QVERIFY((*sink)->finish());
        QCOMPARE(contentOf(path()).mid(3),
            QByteArray("A,B,C,D,E,F\r\n"
                       "2026-02-18T00:52:00-05:00,2026-07-17T23:00:00-04:00,-5,0.125,true,\r\n"
                       ",,9007199254740993,0.333333333333,false,x\r\n"));
    }

    void tables_followEachOtherUnderTheirNames()
    {
        auto sink = CsvSink::create(path(), {});
        QVERIFY((*sink)->begin({u"One"_s, {{u"A"_s}}}));
        QVERIFY((*sink)->row({u"1"_s}));
        QVERIFY((*sink)->begin({u"Two, too"_s, {{u"B"_s}}}));
        QVERIFY((*sink)->finish());
        QCOMPARE(contentOf(path()).mid(3), QByteArray("One\r\nA\r\n1\r\n\r\n\"Two, too\"\r\nB\r\n"));
    }

    void fileThatIsThere_isNotTouched()
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("mine");
        file.close();
        QVERIFY(!CsvSink::create(path(), {}).has_value());
        QCOMPARE(contentOf(path()), QByteArray("mine"));
        QVERIFY(!CsvSink::create(u"/nonexistent/x.csv"_s, {}).has_value());
    }

    void stop_endsItBetweenRows_andLeavesNothing()
    {
        std::stop_source stop;
        auto sink = CsvSink::create(path(), {.stop = stop.get_token()});
        QVERIFY((*sink)->begin({u"T"_s, {{u"A"_s}}}));
        QVERIFY((*sink)->row({u"1"_s}));
        stop.request_stop();
        QCOMPARE((*sink)->row({u"2"_s}).error().kind, Error::Kind::Cancelled);
        QCOMPARE((*sink)->finish().error().kind, Error::Kind::Cancelled);
        QVERIFY(!QFile::exists(path()));
    }

    void unfinished_leavesNothing()
    {
        {
            auto sink = CsvSink::create(path(), {});
            QVERIFY((*sink)->begin({u"T"_s, {{u"A"_s}}}));
            QVERIFY(QFile::exists(path()));
            QCOMPARE(
                QFile::permissions(path()) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        }
        QVERIFY(!QFile::exists(path()));
    }

    void fullDisk_isSaid_andLeavesNothing()
    {
        auto sink = CsvSink::create(path(), {});
        QVERIFY((*sink)->begin({u"T"_s, {{u"A"_s}}}));
        Result<void> result;
        {
            const SmallDisk disk(2'000'000);
            for (int i = 0; result && i < 100'000; ++i)
                result = (*sink)->row({QString(100, u'x')});
        }
        QCOMPARE(result.error().code, u"DISK_FULL"_s);
        QCOMPARE(result.error().kind, Error::Kind::Unavailable);
        QCOMPARE((*sink)->finish().error().code, u"DISK_FULL"_s);
        QVERIFY(!QFile::exists(path()));
    }

    void libreOffice_readsWhatWasWritten()
    {
        auto sink = CsvSink::create(path(), {.isSingleTable = true});
        QVERIFY((*sink)->begin({u"T"_s, {{u"Name"_s}, {u"Note"_s}, {u"Count"_s, CellType::Integer}}}));
        for (int i = 1; i <= 1000; ++i)
            QVERIFY((*sink)->row({u"مرحبا, 👍 %1"_s.arg(i), u"=1+1 \"x\""_s, qint64(i)}));
        QVERIFY((*sink)->finish());
        const QString copy = m_directory.filePath(u"copy.csv"_s);
        QVERIFY(QFile::copy(path(), copy));
        const auto sheets = sheetsByOffice(copy, m_directory.path());
        QCOMPARE(sheets.size(), 1);
        QCOMPARE(sheets.first().size(), 1001);
        qint64 total = 0;
        for (const QString &line : sheets.first().mid(1)) {
            total += line.mid(line.lastIndexOf(u',') + 1).toLongLong();
            QVERIFY2(line.startsWith(u"\"مرحبا, 👍 "_s), qPrintable(line));
            QVERIFY2(line.contains(u"'=1+1"_s), qPrintable(line));
        }
        QCOMPARE(total, 500'500);
    }

private:
    QTemporaryDir m_directory;
};

QTEST_GUILESS_MAIN(tst_CsvSink)

#include "tst_csvsink.moc"
