// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/csvimport.h"
#include "core/ingest/csvreader.h"

#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

class tst_CsvReader : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;

    QList<CsvRecord> read(const QByteArray &bytes)
    {
        QFile file(m_dir.filePath(u"table.csv"_s));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no file");
        file.write(bytes);
        file.close();
        const auto input = InputFile::open(file.fileName());
        CsvReader reader(**input);
        QList<CsvRecord> records;
        while (true) {
            const auto record = reader.next();
            if (!record)
                qFatal("%s", qPrintable(describe(record.error())));
            if (!*record)
                return records;
            records += **record;
        }
    }
    static QString flat(const QList<CsvRecord> &records)
    {
        QStringList lines;
        for (const CsvRecord &record : records)
            lines += QString::number(record.line) + u':'
                + (record.fault.isEmpty() ? record.cells.join(u'/') : u"fault"_s);
        return lines.join(u' ').replace(u'\n', u'~');
    }

private Q_SLOTS:
    void tables_areRead_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("records");
        QTest::newRow("plain") << QByteArray("a,b\n1,2\n") << u"1:a/b 2:1/2"_s;
        QTest::newRow("no end of line") << QByteArray("a,b\n1,2") << u"1:a/b 2:1/2"_s;
        QTest::newRow("crlf and blank lines") << QByteArray("a,b\r\n\r\n1,2\r\n\r\n") << u"1:a/b 3:1/2"_s;
        QTest::newRow("cr") << QByteArray("a,b\r1,2\r") << u"1:a/b 2:1/2"_s;
        QTest::newRow("quotes") << QByteArray("a,b\n\"x,\"\"y\"\"\",\"line\nbreak\"\n3,4\n")
                                << u"1:a/b 2:x,\"y\"/line~break 4:3/4"_s;
        QTest::newRow("semicolon") << QByteArray("a;\"b,c\"\n1;2\n") << u"1:a/b,c 2:1/2"_s;
        QTest::newRow("tab") << QByteArray("a\tb\n1\t2\n") << u"1:a/b 2:1/2"_s;
        QTest::newRow("excel's hint") << QByteArray("sep=;\na;b\n1;2\n") << u"2:a/b 3:1/2"_s;
        QTest::newRow("bom") << QByteArray("\xef\xbb\xbf"
                                           "a,b\n\xc3\xa9,2\n")
                             << u"1:a/b 2:é/2"_s;
        QTest::newRow("windows-1252") << QByteArray("a,b\n\xe9,\x80\n") << u"1:a/b 2:é/€"_s;
        QTest::newRow("empty cells") << QByteArray("a,b,c\n,,3\n") << u"1:a/b/c 2://3"_s;
        QTest::newRow("open quote") << QByteArray("a,b\n\"1,2\n3,4\n") << u"1:a/b 2:fault"_s;
        QTest::newRow("quote inside a word") << QByteArray("a,b\n5\" disk,2\n") << u"1:a/b 2:5\" disk/2"_s;
        QStringEncoder le(QStringEncoder::Utf16LE, QStringConverter::Flag::WriteBom);
        const QByteArray wide = le.encode(u"a;b\n\u00e9;\u6771\n"_s);
        QTest::newRow("utf-16") << wide << u"1:a/b 2:é/東"_s;
        QTest::newRow("empty") << QByteArray() << QString();
    }
    void tables_areRead()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, records);
        QCOMPARE(flat(read(bytes)), records);
    }

    void headers_findTheirFields()
    {
        const auto mapping
            = CsvMapping::of({u"E-Mail Address"_s, u"Name"_s, u"Mobile Phone"_s, u"Shoe size"_s, u"Org"_s},
                {u"Org=companyName"_s});
        QVERIFY(mapping);
        QCOMPARE(mapping->fields,
            QStringList({u"email"_s, u"fullName"_s, u"phone"_s, QString(), u"companyName"_s}));
        QCOMPARE(mapping->ignored, QStringList {u"Shoe size"_s});
    }

    void mappings_thatCannotBe_areRefused()
    {
        QVERIFY(!CsvMapping::of({u"email"_s}, {u"email=shoe"_s}));
        QVERIFY(!CsvMapping::of({u"email"_s}, {u"mail=email"_s}));
        QVERIFY(!CsvMapping::of({u"email"_s}, {u"nonsense"_s}));
        QVERIFY(!CsvMapping::of({u"first name"_s}, {}));
    }
};

QTEST_GUILESS_MAIN(tst_CsvReader)
#include "tst_csvreader.moc"
