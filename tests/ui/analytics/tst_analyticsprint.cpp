// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/manualclock.h"
#include "ui/analytics/analyticsprint.h"
#include "ui/analytics/barchart.h"
#include "ui/analytics/cardrow.h"
#include "ui/analytics/kpicard.h"

#include <QGuiApplication>
#include <QProcess>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QtTest/QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// A tab on paper, read back with pdftotext.
class tst_AnalyticsPrint : public QObject
{
    Q_OBJECT

    Theme m_theme;
    QTemporaryDir m_folder;

    QString path() const { return m_folder.filePath(u"page.pdf"_s); }
    static QString run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.start(program, arguments);
        return process.waitForFinished() ? QString::fromUtf8(process.readAllStandardOutput()) : QString();
    }
    QString text() const
    {
        // Some fonts write "fi" as one character.
        return run(u"pdftotext"_s, {u"-layout"_s, path(), u"-"_s}).normalized(QString::NormalizationForm_KC);
    }
    /// Where a word stands on the first page, in points: none when it is not there.
    QRectF place(const QString &word) const
    {
        const QString words = run(u"pdftotext"_s, {u"-bbox"_s, path(), u"-"_s});
        const QRegularExpression box(
            u"xMin=\"([0-9.]+)\" yMin=\"([0-9.]+)\" xMax=\"([0-9.]+)\" yMax=\"([0-9.]+)\">"_s
            + QRegularExpression::escape(word) + u"</word>"_s);
        const auto found = box.match(words);
        return {QPointF(found.captured(1).toDouble(), found.captured(2).toDouble()),
            QPointF(found.captured(3).toDouble(), found.captured(4).toDouble())};
    }
    int pages() const
    {
        const QString info = run(u"pdfinfo"_s, {path()});
        return info.section(u"Pages:"_s, 1).section(u'\n', 0, 0).trimmed().toInt();
    }
    static PrintedHead head()
    {
        return {.workspace = u"Brightline"_s,
            .tab = u"Campaigns"_s,
            .window = {parseIso(u"2026-02-01T05:00:00Z"), parseIso(u"2026-03-01T05:00:00Z")},
            .comparison = u"previous 28 days"_s,
            .zone = QTimeZone("America/New_York"),
            .computedAt = parseIso(u"2026-03-02T19:00:00Z")};
    }
    static PrintedTable table(int rows)
    {
        PrintedTable table {
            .header = {u"Campaign"_s, u"Sent"_s}, .alignments = {Qt::AlignLeft, Qt::AlignRight}};
        for (int i = 0; i < rows; ++i)
            table.rows.append({u"Campaign-%1-end"_s.arg(i), QString::number(i * 3)});
        return table;
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void everyRow_isOnAPage_andEveryPageHasHeadHeaderAndNumber()
    {
        QVERIFY(
            printAnalytics(path(), head(), {{.title = u"All campaigns"_s, .table = table(700)}}, m_theme));
        const QString printed = text();
        for (int i = 0; i < 700; ++i)
            QVERIFY2(printed.contains(u"Campaign-%1-end"_s.arg(i)), qPrintable(QString::number(i)));
        const int count = pages();
        QCOMPARE_GT(count, 18); // some thirty rows a page
        QCOMPARE_LT(count, 30);
        const QStringList sheets = printed.split(u'\f', Qt::SkipEmptyParts);
        QCOMPARE(sheets.size(), count);
        for (int i = 0; i < sheets.size(); ++i) {
            const QString &sheet = sheets.at(i);
            for (const QString &part :
                {u"Brightline · Campaigns"_s, u"1 Feb – 28 Feb 2026"_s, u"previous 28 days"_s,
                    u"America/New_York"_s, u"computed 2 Mar 2026 14:00"_s, u"Page %1"_s.arg(i + 1)})
                QVERIFY2(sheet.contains(part), qPrintable(u"%1 on page %2"_s.arg(part).arg(i + 1)));
            QVERIFY(sheet.contains(QRegularExpression(u"Campaign\\s+Sent"_s)));
        }
    }

    void tableBeyondFiveThousandRows_saysWhatIsLeftOut()
    {
        QVERIFY(printAnalytics(path(), head(), {{.table = table(5003)}}, m_theme));
        const QString printed = text();
        QVERIFY(printed.contains(u"Campaign-4999-end"_s));
        QVERIFY(!printed.contains(u"Campaign-5000-end"_s));
        QVERIFY(printed.contains(u"Showing the first 5,000 of 5,003 rows"_s));
    }

    void picturesAndNotes_standUnderTheirTitles()
    {
        BarChart bars(m_theme);
        bars.setRows({{.label = u"Interested"_s, .value = 10, .valueText = u"10"_s}});
        bars.resize(500, bars.sizeHint().height());
        QVERIFY(printAnalytics(path(), head(),
            {{.title = u"Sentiment"_s, .definition = u"Of the answers."_s, .picture = &bars},
                {.title = u"Setters"_s, .note = u"Could not be loaded."_s}},
            m_theme));
        const QString printed = text();
        for (const QString &part :
            {u"Sentiment"_s, u"Of the answers."_s, u"Interested"_s, u"Setters"_s, u"Could not be loaded."_s})
            QVERIFY2(printed.contains(part), qPrintable(part));
        QCOMPARE(pages(), 1);
    }

    void title_isOnThePageOfItsPicture()
    {
        BarChart bars(m_theme);
        bars.setRows({{.label = u"Interested"_s, .value = 10, .valueText = u"10"_s}});
        bars.resize(500, 300);
        for (const int rows : {8, 12, 16, 20, 24, 28}) { // whatever is left of the page
            QVERIFY(printAnalytics(path(), head(),
                {{.title = u"All campaigns"_s, .table = table(rows)},
                    {.title = u"Sentiment"_s, .definition = u"Of the answers."_s, .picture = &bars}},
                m_theme));
            const QStringList sheets = text().split(u'\f', Qt::SkipEmptyParts);
            for (const QString &sheet : sheets)
                QCOMPARE(sheet.contains(u"Sentiment"_s), sheet.contains(u"Interested"_s));
        }
    }

    void tableFarTooWide_isNotCut_andEveryRowIsNamedOnEachPage()
    {
        PrintedTable wide;
        for (int i = 0; i < 34; ++i) {
            wide.header.append(u"Column-%1-end"_s.arg(i));
            wide.alignments.append(Qt::AlignLeft);
        }
        for (int i = 0; i < 5; ++i) {
            QStringList row {u"Row-%1-end"_s.arg(i)};
            for (int column = 1; column < 34; ++column)
                row.append(u"Cell-%1-%2-end"_s.arg(i).arg(column));
            wide.rows.append(row);
        }
        QVERIFY(printAnalytics(path(), head(), {{.title = u"CRM rows"_s, .table = wide}}, m_theme));
        const QString printed = text();
        for (int i = 0; i < 34; ++i)
            QVERIFY2(printed.contains(wide.header.at(i)), qPrintable(wide.header.at(i)));
        for (const QString &cell : std::as_const(wide.rows.last()))
            QVERIFY2(printed.contains(cell), qPrintable(cell));
        QCOMPARE_GT(pages(), 1);
        for (const QString &sheet : printed.split(u'\f', Qt::SkipEmptyParts))
            QVERIFY(sheet.contains(u"Row-4-end"_s));
    }

    void direction_isTheConsoles_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("left to right") << Qt::LeftToRight;
        QTest::newRow("right to left") << Qt::RightToLeft;
    }
    void direction_isTheConsoles()
    {
        QFETCH(Qt::LayoutDirection, direction);
        const auto back = qScopeGuard([] { QGuiApplication::setLayoutDirection(Qt::LeftToRight); });
        QGuiApplication::setLayoutDirection(direction);
        const ManualClock clock;
        CardRow cards(m_theme);
        for (const QString &name : {u"Card-1"_s, u"Card-2"_s, u"Card-3"_s}) {
            auto *card = new KpiCard(m_theme, clock, name, &cards);
            card->setLabel(name, {});
            card->setFigure({.value = u"7"_s});
            cards.add(card);
        }
        BarChart bars(m_theme);
        bars.setRows({{.label = u"Interested"_s, .value = 10, .valueText = u"10"_s}});
        bars.resize(300, bars.sizeHint().height());
        QVERIFY(printAnalytics(path(), head(),
            {{.picture = &cards}, {.title = u"Sentiment"_s, .definition = u"Answers"_s, .picture = &bars},
                {.table = table(1), .note = u"Note"_s}},
            m_theme));
        constexpr double PageWidth = 297 / 25.4 * 72;
        // From the edge where one begins to read.
        const auto begin = [&](const QString &word) {
            const QRectF box = place(word);
            return direction == Qt::LeftToRight ? box.left() : PageWidth - box.right();
        };
        // A Latin line keeps its order, and stands at the right.
        const QString first = direction == Qt::LeftToRight ? u"Brightline"_s : u"Campaigns"_s;
        for (const QString &word :
            {first, u"Sentiment"_s, u"Answers"_s, u"Interested"_s, u"Campaign"_s, u"Note"_s}) {
            QVERIFY2(!place(word).isEmpty(), qPrintable(word));
            QVERIFY2(begin(word) < 60, qPrintable(u"%1: %2"_s.arg(word).arg(begin(word))));
        }
        QCOMPARE_LT(begin(u"Card-1"_s), begin(u"Card-2"_s));
        QCOMPARE_LT(begin(u"Card-2"_s), begin(u"Card-3"_s));
        QCOMPARE_LT(begin(u"Campaign"_s), begin(u"Sent"_s));
        QCOMPARE_LT(begin(u"Campaign-0-end"_s), begin(u"0"_s));
        QCOMPARE_GT(begin(u"Page"_s), PageWidth * 3 / 4);
        // Numbers end at the right in every language.
        QVERIFY(std::abs(place(u"0"_s).right() - place(u"Sent"_s).right()) < 1);
    }

    void longTexts_areWrapped_notCut()
    {
        QStringList words;
        for (int i = 0; i < 120; ++i)
            words.append(u"word%1"_s.arg(i));
        QVERIFY(
            printAnalytics(path(), head(), {{.title = u"Title"_s, .definition = words.join(u' ')}}, m_theme));
        const QString printed = text();
        for (const QString &word : words)
            QVERIFY2(printed.contains(word), qPrintable(word));
    }

    void place_thatCannotBeWritten_isTold()
    {
        QVERIFY(!printAnalytics(u"/nowhere/page.pdf"_s, head(), {}, m_theme));
    }
};

QTEST_MAIN(tst_AnalyticsPrint)
#include "tst_analyticsprint.moc"
