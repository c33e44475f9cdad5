// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/analyticsprint.h"

#include "ui/analytics/printedpicture.h"
#include "ui/base/presenter.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>
#include <QStyle>

#include <algorithm>
#include <numeric>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace {

constexpr auto Scheme = ColorScheme::Light;
constexpr int Resolution = 96; // a device pixel is a pixel of the screen, so fonts and charts need no scaling

QString translated(const char *text)
{
    return QCoreApplication::translate("AnalyticsPrint", text);
}

/// Places sections on pages, one below the other, in the direction of the console: the painter turns the
/// alignment of texts round, place() what stands beside each other.
class Printer
{
public:
    Printer(QPdfWriter &writer, const PrintedHead &head, const Theme &theme)
        : m_writer(writer)
        , m_head(head)
        , m_theme(theme)
        , m_painter(&writer)
        , m_page(0, 0, writer.width(), writer.height())
    {
        m_painter.setLayoutDirection(QGuiApplication::layoutDirection());
        beginPage();
    }

    bool isActive() const { return m_painter.isActive(); }
    void print(const PrintedSection &section);

private:
    QFont font(TextStyle style, QFont::Weight weight = QFont::Normal) const;
    QRect body() const { return m_page.adjusted(0, 50, 0, -30); }
    int room() const { return body().bottom() - m_y; }
    /// Where on the page it stands that would be there from left to right.
    QRect place(const QRect &rect) const
    {
        return QStyle::visualRect(m_painter.layoutDirection(), m_page, rect);
    }
    void beginPage();
    void nextPage()
    {
        m_writer.newPage();
        beginPage();
    }
    void line(const QString &text, const QFont &font, ColorRole role, int height);
    void paragraph(const QString &text, ColorRole role);
    QSize pictureSize(const PrintedSection &section) const;
    int headHeight(const PrintedSection &section) const;
    void printPicture(const PrintedSection &section);
    void printTable(const PrintedTable &table);
    void printRows(const PrintedTable &table);
    QList<int> wantedWidths(const PrintedTable &table, qsizetype rows) const;
    QList<int> columnWidths(const PrintedTable &table, qsizetype rows) const;
    void printRow(
        const QStringList &cells, const PrintedTable &table, const QList<int> &widths, bool isHeader);
    int flagsOf(const QString &cell, Qt::Alignment alignment) const;
    QString headText() const;

    static constexpr int RowHeight = 20;

    QPdfWriter &m_writer;
    const PrintedHead &m_head;
    const Theme &m_theme;
    QPainter m_painter;
    QRect m_page;
    int m_y = 0;
    int m_number = 0;
};

QFont Printer::font(TextStyle style, QFont::Weight weight) const
{
    QFont font(m_theme.font(style, weight));
    font.setPixelSize(static_cast<int>(style)); // whatever the zoom of the screen
    return font;
}

QString Printer::headText() const
{
    QStringList parts {presentWindow(m_head.window, m_head.zone, QLocale())};
    if (!m_head.comparison.isEmpty())
        parts.append(
            translated(QT_TRANSLATE_NOOP("AnalyticsPrint", "compared with %1")).arg(m_head.comparison));
    const QString zone = QString::fromUtf8(m_head.zone.id());
    parts.append(translated(QT_TRANSLATE_NOOP("AnalyticsPrint", "time zone %1")).arg(zone));
    if (m_head.computedAt) {
        const qint64 ms = floor<milliseconds>(m_head.computedAt->time_since_epoch()).count();
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(ms, m_head.zone);
        parts.append(translated(QT_TRANSLATE_NOOP("AnalyticsPrint", "computed %1"))
                         .arg(QLocale().toString(at, u"d MMM yyyy HH:mm"_s)));
    }
    return parts.join(u" · "_s);
}

void Printer::beginPage()
{
    ++m_number;
    const QRect top(m_page.left(), m_page.top(), m_page.width(), 20);
    m_painter.setFont(font(TextStyle::Section, QFont::Medium));
    m_painter.setPen(themeColor(Scheme, ColorRole::Text));
    m_painter.drawText(top, Qt::AlignLeft | Qt::AlignVCenter, m_head.workspace + u" · "_s + m_head.tab);
    m_painter.setFont(font(TextStyle::Caption));
    m_painter.setPen(themeColor(Scheme, ColorRole::Text2));
    m_painter.drawText(top.translated(0, 20), Qt::AlignLeft | Qt::AlignVCenter, headText());
    m_painter.fillRect(QRect(m_page.left(), 44, m_page.width(), 1), themeColor(Scheme, ColorRole::Border));
    m_painter.drawText(QRect(m_page.left(), m_page.bottom() - 18, m_page.width(), 18),
        Qt::AlignRight | Qt::AlignVCenter,
        translated(QT_TRANSLATE_NOOP("AnalyticsPrint", "Page %1")).arg(m_number));
    m_y = body().top();
}

void Printer::line(const QString &text, const QFont &font, ColorRole role, int height)
{
    m_painter.setFont(font);
    m_painter.setPen(themeColor(Scheme, role));
    m_painter.drawText(QRect(m_page.left(), m_y, m_page.width(), height),
        int(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine, text);
    m_y += height;
}

/// Small text of any length, over as many lines as it needs.
void Printer::paragraph(const QString &text, ColorRole role)
{
    const QFont used = font(TextStyle::Caption);
    const int flags = int(Qt::AlignLeft | Qt::AlignTop) | Qt::TextWordWrap;
    const QStringList lines = text.split(u'\n');
    for (const QString &one : lines) {
        const QRect wide(0, 0, m_page.width(), m_page.height());
        const int height
            = QFontMetrics(used, &m_writer).boundingRect(wide, flags, one).height() + Spacing::Xs;
        if (room() < height)
            nextPage();
        m_painter.setFont(used);
        m_painter.setPen(themeColor(Scheme, role));
        m_painter.drawText(QRect(m_page.left(), m_y, m_page.width(), height), flags, one);
        m_y += height;
    }
}

/// Never more than a page has room for under a title.
QSize Printer::pictureSize(const PrintedSection &section) const
{
    const auto *picture = dynamic_cast<const PrintedPicture *>(section.picture);
    QSize size = picture ? picture->pictureSize() : section.picture->size();
    const QSize most(m_page.width(), body().height() - 60);
    if (size.width() > most.width() || size.height() > most.height())
        size = size.scaled(most, Qt::KeepAspectRatio);
    return size;
}

int Printer::headHeight(const PrintedSection &section) const
{
    int height = section.title.isEmpty() ? 0 : 24;
    if (!section.definition.isEmpty())
        height += QFontMetrics(font(TextStyle::Caption), &m_writer).height() + Spacing::Xs;
    return height;
}

void Printer::printPicture(const PrintedSection &section)
{
    auto *picture = dynamic_cast<PrintedPicture *>(section.picture);
    const QSize size = pictureSize(section);
    if (size.height() > room())
        nextPage();
    const QRect area = place(QRect(QPoint(m_page.left(), m_y), size));
    m_painter.save();
    if (picture) {
        picture->paintPicture(m_painter, area, Scheme);
    } else {
        m_painter.translate(area.topLeft());
        const double scale = double(size.width()) / std::max(section.picture->width(), 1);
        m_painter.scale(scale, scale);
        section.picture->render(&m_painter, QPoint(), QRegion(), QWidget::DrawChildren);
    }
    m_painter.restore();
    m_y += size.height() + Spacing::S;
}

QList<int> Printer::wantedWidths(const PrintedTable &table, qsizetype rows) const
{
    const QFontMetrics metrics(font(TextStyle::Caption, QFont::Medium), &m_writer);
    QList<int> widths;
    for (qsizetype column = 0; column < table.header.size(); ++column) {
        int width = metrics.horizontalAdvance(table.header.at(column));
        for (qsizetype row = 0; row < rows; ++row)
            width = std::max(width, metrics.horizontalAdvance(table.rows.at(row).value(column)));
        widths.append(std::clamp(width + 2 * Spacing::S, 48, 320));
    }
    return widths;
}

QList<int> Printer::columnWidths(const PrintedTable &table, qsizetype rows) const
{
    QList<int> widths = wantedWidths(table, rows);
    const int total = std::accumulate(widths.cbegin(), widths.cend(), 0);
    // A wide table is made to fit: its columns shrink by the same share, and their texts are cut.
    if (total > m_page.width()) {
        for (int &width : widths)
            width = width * m_page.width() / total;
    }
    return widths;
}

/// As on the screen: numbers end at the right in every language, or units would not stand below units, and a
/// Latin name keeps its direction, or its ellipsis would stand before it.
int Printer::flagsOf(const QString &cell, Qt::Alignment alignment) const
{
    const int flags = int(Qt::AlignVCenter) | Qt::TextSingleLine;
    if (alignment.testFlag(Qt::AlignRight))
        return flags | int(Qt::AlignRight | Qt::AlignAbsolute);
    if (m_painter.layoutDirection() == Qt::RightToLeft && !cell.isRightToLeft())
        return flags | int(Qt::AlignRight | Qt::AlignAbsolute) | Qt::TextForceLeftToRight;
    return flags | int(Qt::AlignLeft);
}

void Printer::printRow(
    const QStringList &cells, const PrintedTable &table, const QList<int> &widths, bool isHeader)
{
    const QFont used = font(TextStyle::Caption, isHeader ? QFont::Medium : QFont::Normal);
    m_painter.setFont(used);
    m_painter.setPen(themeColor(Scheme, isHeader ? ColorRole::Text2 : ColorRole::Text));
    const QFontMetrics metrics(used, &m_writer);
    int x = m_page.left();
    for (qsizetype column = 0; column < widths.size(); ++column) {
        const QRect cell = place(QRect(x + Spacing::Xs, m_y, widths.at(column) - 2 * Spacing::Xs, RowHeight));
        const QString shown = metrics.elidedText(cells.value(column), Qt::ElideRight, cell.width());
        m_painter.drawText(cell, flagsOf(shown, table.alignments.value(column, Qt::AlignLeft)), shown);
        x += widths.at(column);
    }
    m_y += RowHeight;
    m_painter.fillRect(
        place(QRect(m_page.left(), m_y - 1, x - m_page.left(), 1)), themeColor(Scheme, ColorRole::Border));
}

/// The columns from `first` to before `last`, behind the first of all.
PrintedTable bandOf(const PrintedTable &table, qsizetype first, qsizetype last)
{
    const auto band = [first, last](const auto &cells) {
        auto taken = cells.mid(first, last - first);
        if (first > 0)
            taken.prepend(cells.value(0));
        return taken;
    };
    PrintedTable part;
    part.header = band(table.header);
    part.alignments = band(table.alignments);
    for (const QStringList &row : table.rows)
        part.rows.append(band(row));
    return part;
}

/// A table far wider than the page goes onto several, some columns on each, every row named by its first
/// cell.
void Printer::printTable(const PrintedTable &table)
{
    const QList<int> widths = wantedWidths(table, std::min(table.rows.size(), MostPrintedRows));
    const int total = std::accumulate(widths.cbegin(), widths.cend(), 0);
    if (total < m_page.width() * 3 / 2) {
        printRows(table);
        return;
    }
    for (qsizetype first = 0; first < widths.size();) {
        int used = first > 0 ? widths.first() : 0;
        qsizetype last = first;
        while (last < widths.size() && (last == first || used + widths.at(last) <= m_page.width()))
            used += widths.at(last++);
        if (first > 0)
            nextPage();
        printRows(bandOf(table, first, last));
        first = last;
    }
}

void Printer::printRows(const PrintedTable &table)
{
    const qsizetype rows = std::min(table.rows.size(), MostPrintedRows);
    const QList<int> widths = columnWidths(table, rows);
    printRow(table.header, table, widths, true);
    for (qsizetype row = 0; row < rows; ++row) {
        if (room() < RowHeight) {
            nextPage();
            printRow(table.header, table, widths, true);
        }
        printRow(table.rows.at(row), table, widths, false);
    }
    if (rows == table.rows.size())
        return;
    if (room() < RowHeight)
        nextPage();
    line(translated(QT_TRANSLATE_NOOP(
                        "AnalyticsPrint", "Showing the first %1 of %2 rows. Export as CSV or XLSX has all."))
             .arg(QLocale().toString(rows), QLocale().toString(table.rows.size())),
        font(TextStyle::Caption), ColorRole::Text2, RowHeight);
}

void Printer::print(const PrintedSection &section)
{
    // A title never stands alone at the foot of a page: its picture, or its first rows, go with it.
    const int least = headHeight(section) + (section.picture ? pictureSize(section).height() : 3 * RowHeight);
    if (room() < least && m_y > body().top())
        nextPage();
    if (!section.title.isEmpty())
        line(section.title, font(TextStyle::Reading, QFont::Medium), ColorRole::Text, 24);
    if (!section.definition.isEmpty())
        paragraph(section.definition, ColorRole::Text3);
    if (section.picture)
        printPicture(section);
    if (section.table)
        printTable(*section.table);
    if (!section.note.isEmpty()) {
        m_y += Spacing::Xs;
        paragraph(section.note, ColorRole::Text2);
    }
    m_y += Spacing::L;
}

} // namespace

bool printAnalytics(
    const QString &path, const PrintedHead &head, const QList<PrintedSection> &sections, const Theme &theme)
{
    // A file that cannot be written is not begun: QPdfWriter would complain and write nothing.
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    QPdfWriter writer(&file);
    writer.setResolution(Resolution);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageOrientation(QPageLayout::Landscape);
    writer.setPageMargins(QMarginsF(12, 12, 12, 12), QPageLayout::Millimeter);
    writer.setTitle(head.workspace + u" · "_s + head.tab);
    writer.setCreator(u"Signalbox"_s);
    {
        Printer printer(writer, head, theme);
        if (!printer.isActive())
            return false;
        for (const PrintedSection &section : sections)
            printer.print(section);
    }
    return file.flush() && file.error() == QFileDevice::NoError;
}

} // namespace signalbox
