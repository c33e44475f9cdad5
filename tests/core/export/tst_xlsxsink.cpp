// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/xlsxsink.h"
#include "tests/core/export/office.h"
#include "tests/support/waitlimit.h"

#include <QTemporaryDir>

#include <fcntl.h>
#include <poll.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <thread>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

QString lastField(const QString &line)
{
    return line.mid(line.lastIndexOf(u',') + 1);
}

} // namespace

class tst_XlsxSink : public QObject
{
    Q_OBJECT

    QString path() const { return m_directory.filePath(u"out.xlsx"_s); }
    std::unique_ptr<XlsxSink> newSink(const TableOptions &options = {})
    {
        auto sink = XlsxSink::create(path(), options, {{u"Workspace"_s, u"=Acme"_s}});
        if (!sink)
            qFatal("%s", qPrintable(sink.error().detail));
        return *std::move(sink);
    }

private Q_SLOTS:
    void init() { QFile::remove(path()); }

    void libreOffice_readsWhatWasWritten()
    {
        auto sink = newSink({.zone = QTimeZone("America/New_York")});
        QVERIFY(sink->begin({u"Rows [of/all]:*?"_s,
            {{u"Name"_s}, {u"When"_s, CellType::Time}, {u"Rate"_s, CellType::Percent},
                {u"Yes"_s, CellType::Flag}, {u"Count"_s, CellType::Integer}}}));
        const Instant begin = *parseIso(u"2026-02-18T05:52:07Z");
        const QStringList texts {u"=1+1"_s, u"+49 30 1"_s, u"a \"b\", c"_s, u"مرحبا"_s, u"ok 👍🏽"_s};
        for (int i = 1; i <= 1000; ++i)
            QVERIFY(sink->row({texts.at(i % 5), begin, 0.25, i % 2 == 0, qint64(i)}));
        QVERIFY(sink->begin({u"ROWS  OF ALL"_s, {{u"A"_s}}}));
        QVERIFY(sink->row({u"two\nlines"_s}));
        QVERIFY(sink->finish());
        const auto sheets = sheetsByOffice(path(), m_directory.path());
        QCOMPARE(sheets.size(), 3);
        const QStringList rows = sheets.first();
        QCOMPARE(rows.size(), 1001);
        QCOMPARE(rows.first(), u"Name,When (America/New_York),Rate,Yes,Count"_s);
        // A text stays text, a time is on the zone's clock, a fraction a percentage (one decimal, which
        // LibreOffice does not write out).
        QCOMPARE(rows.at(5), u"=1+1,2026-02-18 00:52:07,25%,FALSE,5"_s);
        QCOMPARE(rows.at(2), u"\"a \"\"b\"\", c\",2026-02-18 00:52:07,25%,TRUE,2"_s);
        QCOMPARE(rows.at(3), u"مرحبا,2026-02-18 00:52:07,25%,FALSE,3"_s);
        QCOMPARE(rows.at(4), u"ok 👍🏽,2026-02-18 00:52:07,25%,TRUE,4"_s);
        qint64 total = 0;
        for (const QString &row : rows.mid(1))
            total += lastField(row).toLongLong();
        QCOMPARE(total, 500'500);
        const QStringList about = sheets.last();
        QVERIFY2(about.contains(u"Workspace,=Acme"_s), qPrintable(about.join(u'|')));
        QVERIFY(about.contains(u"Rows of Rows [of/all]:*?,1000"_s));
        QVERIFY(about.contains(u"Rows of ROWS  OF ALL,1"_s));
    }

    // A sheet of Excel ends at row 1,048,576; the rows go on in the next one, and none is lost.
    void aMillionAndOneRows_areTwoSheets()
    {
        auto sink = newSink();
        QVERIFY(sink->begin({u"Rows"_s, {{u"N"_s, CellType::Integer}}}));
        for (qint64 i = 1; i <= 1'000'001; ++i)
            QVERIFY(sink->row({i}));
        QVERIFY(sink->finish());
        QProcess unzip;
        unzip.start(u"unzip"_s, {u"-p"_s, path(), u"xl/workbook.xml"_s});
        QVERIFY(unzip.waitForFinished());
        const QByteArray book = unzip.readAllStandardOutput();
        QVERIFY(book.contains("name=\"Rows\""));
        QVERIFY(book.contains("name=\"Rows 2\""));
        QVERIFY(!book.contains("name=\"Rows 3\""));
    }

    void rowsPerSheet_splits_andEverySheetHasTheHeader()
    {
        auto sink = newSink({.rowsPerSheet = 100});
        QVERIFY(sink->begin({u"Rows"_s, {{u"N"_s, CellType::Integer}}}));
        for (qint64 i = 1; i <= 201; ++i)
            QVERIFY(sink->row({i}));
        QVERIFY(sink->finish());
        const auto sheets = sheetsByOffice(path(), m_directory.path());
        QCOMPARE(sheets.size(), 4);
        QList<qsizetype> sizes;
        qint64 total = 0;
        for (const QStringList &sheet : sheets.first(3)) {
            QCOMPARE(sheet.first(), u"N"_s);
            sizes.append(sheet.size() - 1);
            for (const QString &row : sheet.mid(1))
                total += row.toLongLong();
        }
        std::sort(sizes.begin(), sizes.end());
        QCOMPARE(sizes, (QList<qsizetype> {1, 100, 100}));
        QCOMPARE(total, 201 * 202 / 2);
    }

    void textBeyondTheLimit_isCutBeforeHalfACharacter()
    {
        QCOMPARE(xlsxText(QString(32'767, u'x')).size(), 32'767);
        QCOMPARE(xlsxText(QString(40'000, u'x')).size(), 32'767);
        const QString emoji = QString(32'766, u'x') + u"👍"_s;
        QCOMPARE(xlsxText(emoji), QString(32'766, u'x'));
        QCOMPARE(xlsxText(u"a\ufffeb"_s), u"ab"_s);
        auto sink = newSink();
        QVERIFY(sink->begin({u"T"_s, {{u"A"_s}, {u"B"_s, CellType::Integer}}}));
        QVERIFY(sink->row({QString(40'000, QChar(0x0645)), qint64(7)}));
        QVERIFY(sink->row({u"bell \u0007 and tag <b>&amp;"_s, qint64(8)}));
        QVERIFY(sink->finish());
        const auto sheets = sheetsByOffice(path(), m_directory.path());
        QCOMPARE(sheets.size(), 2);
        QCOMPARE(sheets.first().at(1), QString(32'767, QChar(0x0645)) + u",7"_s);
        QVERIFY(sheets.first().at(2).endsWith(u"and tag <b>&amp;,8"_s));
    }

    void timesThatAreNoDates_areText()
    {
        auto sink = newSink();
        QVERIFY(sink->begin({u"T"_s, {{u"A"_s, CellType::Time}}}));
        QVERIFY(sink->row({*parseIso(u"1899-01-01T00:00:00Z")}));
        QVERIFY(sink->row({*parseIso(u"1900-03-01T00:00:00Z")}));
        QVERIFY(sink->row({Cell()}));
        QVERIFY(sink->row({*parseIso(u"9999-12-31T23:59:59Z")}));
        QVERIFY(sink->finish());
        const auto sheets = sheetsByOffice(path(), m_directory.path());
        QCOMPARE(sheets.first().mid(1),
            QStringList({u"1899-01-01T00:00:00Z"_s, u"1900-03-01 00:00:00"_s, u"9999-12-31 23:59:59"_s}));
    }

    void stop_endsItBetweenRows_andLeavesNothing()
    {
        std::stop_source stop;
        auto sink = newSink({.stop = stop.get_token()});
        QVERIFY(sink->begin({u"T"_s, {{u"A"_s}}}));
        QVERIFY(sink->row({u"1"_s}));
        stop.request_stop();
        QCOMPARE(sink->row({u"2"_s}).error().kind, Error::Kind::Cancelled);
        QCOMPARE(sink->finish().error().kind, Error::Kind::Cancelled);
        QVERIFY(!QFile::exists(path()));
    }

    void stop_whileItIsCompleted_leavesNothing()
    {
        std::stop_source stop;
        auto sink = newSink({.stop = stop.get_token()});
        QVERIFY(sink->begin({u"T"_s, {{u"A"_s}}}));
        QVERIFY(sink->row({u"1"_s}));
        // A full pipe in its place: once it has been opened, finish() is inside the library, and stays there.
        QVERIFY(QFile::remove(path()));
        const QByteArray name = QFile::encodeName(path());
        QCOMPARE(::mkfifo(name.constData(), 0600), 0);
        const int pipe = ::open(name.constData(), O_RDWR | O_NONBLOCK);
        std::array<char, 4096> bytes {};
        while (::write(pipe, bytes.data(), bytes.size()) > 0) { }
        const int opened = ::inotify_init1(0);
        QVERIFY(::inotify_add_watch(opened, name.constData(), IN_OPEN) >= 0);
        Result<void> result;
        std::atomic<bool> isOver = false;
        std::thread completing([&] {
            result = sink->finish();
            isOver = true;
        });
        pollfd event {opened, POLLIN, 0};
        const int events = ::poll(&event, 1, WaitLimit);
        stop.request_stop();
        while (!isOver) {
            pollfd room {pipe, POLLIN, 0};
            if (::poll(&room, 1, 10) > 0)
                (void)::read(pipe, bytes.data(), bytes.size());
        }
        completing.join();
        ::close(opened);
        ::close(pipe);
        QCOMPARE(events, 1);
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().kind, Error::Kind::Cancelled);
        QVERIFY(!QFile::exists(path()));
    }

    void unfinished_leavesNothing()
    {
        {
            auto sink = newSink();
            QVERIFY(sink->begin({u"T"_s, {{u"A"_s}}}));
        }
        QCOMPARE(QDir(m_directory.path()).entryList({u"out*"_s, u"*.tmp"_s}, QDir::Files | QDir::Hidden),
            QStringList());
    }

    // The library itself does not look at what its temporary files say.
    void fullDisk_isSaid_andLeavesNothing()
    {
        auto sink = newSink();
        QVERIFY(sink->begin({u"T"_s, {{u"A"_s}}}));
        Result<void> result;
        {
            const SmallDisk disk(1'000'000);
            for (int i = 0; result && i < 100'000; ++i)
                result = sink->row({QString(100, u'x')});
        }
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().code, u"DISK_FULL"_s);
        QCOMPARE(sink->finish().error().code, u"DISK_FULL"_s);
        QVERIFY(!QFile::exists(path()));
    }

    void diskThatIsFullAtTheEnd_isSaid()
    {
        auto sink = newSink();
        QVERIFY(sink->begin({u"T"_s, {{u"A"_s}}}));
        for (int i = 0; i < 3'000; ++i)
            QVERIFY(sink->row({newUuidText(i)}));
        Result<void> result;
        {
            const SmallDisk disk(20'000);
            result = sink->finish();
        }
        QVERIFY2(!result.has_value(), qPrintable(QString::number(QFileInfo(path()).size())));
        QCOMPARE(result.error().code, u"DISK_FULL"_s);
        QVERIFY(!QFile::exists(path()));
    }

private:
    static QString newUuidText(int i) { return QUuid::createUuidV5(QUuid(), QString::number(i)).toString(); }

    QTemporaryDir m_directory;
};

QTEST_GUILESS_MAIN(tst_XlsxSink)

#include "tst_xlsxsink.moc"
