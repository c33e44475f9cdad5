// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/paneltable.h"

#include "ui/analytics/figures.h"
#include "ui/analytics/paneltablemodel.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <numeric>
#include <utility>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

/// Beside the title of a sorted column; where there is no room, the arrow takes the space before the title.
constexpr int ArrowPx = 14;

/// A cell must not break the rows of what is pasted.
QString oneCell(QString text)
{
    return withoutMarks(text.replace(u'\t', u' ').replace(u'\n', u' '));
}

/// The head of a table as the tables of the live page have it; the sorted column says so with an arrow.
class PanelHeader final : public QHeaderView
{
public:
    PanelHeader(const Theme &theme, QWidget *parent)
        : QHeaderView(Qt::Horizontal, parent)
        , m_theme(theme)
    {
        setSectionsClickable(true);
        setHighlightSections(false);
    }

    QSize sizeHint() const override { return {QHeaderView::sizeHint().width(), m_theme.px(28)}; }

protected:
    QSize sectionSizeFromContents(int section) const override
    {
        const QFontMetrics metrics(m_theme.font(TextStyle::Caption, QFont::Medium));
        const QString title = model()->headerData(section, Qt::Horizontal).toString();
        return {metrics.horizontalAdvance(title) + m_theme.px(2 * Spacing::M + ArrowPx), m_theme.px(28)};
    }
    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        painter->save();
        painter->fillRect(rect, m_theme.color(ColorRole::Surface));
        painter->fillRect(
            QRect(rect.left(), rect.bottom(), rect.width(), 1), m_theme.color(ColorRole::Border));
        const bool isSorted = isSortIndicatorShown() && sortIndicatorSection() == section;
        const int pad = m_theme.px(Spacing::M);
        painter->setFont(m_theme.font(TextStyle::Caption, QFont::Medium));
        painter->setPen(m_theme.color(isSorted ? ColorRole::Text : ColorRole::Text3));
        const auto alignment
            = Qt::Alignment(model()->headerData(section, orientation(), Qt::TextAlignmentRole).toInt());
        QString title = model()->headerData(section, orientation()).toString();
        if (isSorted)
            title += sortIndicatorOrder() == Qt::AscendingOrder ? u"\u2009\u2191"_s : u"\u2009\u2193"_s;
        const bool isAtRight = alignment.testFlag(Qt::AlignRight) || isRightToLeft();
        painter->drawText(isAtRight ? rect.adjusted(0, 0, -pad, 0) : rect.adjusted(pad + 1, 0, 0, 0),
            int(alignment) | Qt::TextSingleLine, title);
        painter->restore();
    }

private:
    const Theme &m_theme;
};

} // namespace

PanelTable::PanelTable(const Theme &theme, QWidget *parent)
    : QTableView(parent)
    , m_theme(theme)
    , m_rows(new Rows(this))
    , m_order(new Order(this))
    , m_emptyText(tr("No data in this period"))
{
    m_order->setSourceModel(m_rows);
    m_order->setDynamicSortFilter(true);
    setHorizontalHeader(new PanelHeader(theme, this));
    setItemDelegate(new PanelDelegate(theme, this));
    setModel(m_order);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setSortingEnabled(true);
    horizontalHeader()->setSortIndicator(-1, Qt::DescendingOrder);
    horizontalHeader()->setSortIndicatorClearable(true);
    connect(this, &QAbstractItemView::activated, this,
        [this](const QModelIndex &index) { Q_EMIT rowActivated(m_order->mapToSource(index).row()); });
    connect(&theme, &Theme::changed, this, &PanelTable::restyle);
    restyle();
}

void PanelTable::setColumns(const QList<PanelColumn> &columns)
{
    m_rows->setColumns(columns);
    fitColumns();
}

void PanelTable::setRows(const QList<QList<PanelCell>> &rows)
{
    if (rows == m_rows->rows)
        return;
    m_rows->setRows(rows);
    fitColumns();
    updateGeometry();
    viewport()->update();
}

void PanelTable::setTotalRows(int rows)
{
    m_rows->totalRows = rows;
}

void PanelTable::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

void PanelTable::setShownRows(int rows)
{
    m_shownRows = rows;
    updateGeometry();
}

QString PanelTable::textOf(const QList<int> &rows) const
{
    QStringList lines;
    QStringList cells;
    for (const PanelColumn &column : m_rows->columns)
        cells.append(oneCell(column.title));
    lines.append(cells.join(u'\t'));
    for (const int row : rows) {
        cells.clear();
        for (int column = 0; column < m_order->columnCount(); ++column)
            cells.append(oneCell(m_order->index(row, column).data().toString()));
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n') + u'\n';
}

QString PanelTable::copyText() const
{
    QList<int> rows;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        rows.append(index.row());
    if (rows.isEmpty()) {
        rows.resize(m_order->rowCount());
        std::iota(rows.begin(), rows.end(), 0);
    }
    std::ranges::sort(rows);
    return textOf(rows);
}

void PanelTable::copyTable() const
{
    QList<int> rows(m_order->rowCount());
    std::iota(rows.begin(), rows.end(), 0);
    QGuiApplication::clipboard()->setText(textOf(rows));
}

PrintedTable PanelTable::printed() const
{
    PrintedTable table;
    for (int column = 0; column < m_rows->columns.size(); ++column) {
        table.header.append(m_rows->columns.at(column).title);
        table.alignments.append(m_rows->alignment(column));
    }
    for (int row = 0; row < m_order->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < m_order->columnCount(); ++column)
            cells.append(m_order->index(row, column).data().toString());
        table.rows.append(cells);
    }
    return table;
}

QSize PanelTable::sizeHint() const
{
    const int rows = std::max(m_order->rowCount(), 3);
    const int shown = m_shownRows > 0 ? std::min(rows, m_shownRows) : rows;
    const int bar = m_isWide ? horizontalScrollBar()->sizeHint().height() : 0;
    return {m_theme.px(320), m_theme.px(28) + shown * m_theme.tableRowHeight() + 2 + bar};
}

QSize PanelTable::minimumSizeHint() const
{
    // A ground that scrolls would press tables together before it scrolls.
    return {m_theme.px(160), sizeHint().height()};
}

void PanelTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        QGuiApplication::clipboard()->setText(copyText());
        return;
    }
    QTableView::keyPressEvent(event);
}

void PanelTable::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (selectionModel()->hasSelection())
        menu->addAction(tr("Copy rows"), this, [this] { QGuiApplication::clipboard()->setText(copyText()); });
    menu->addAction(tr("Copy table"), this, &PanelTable::copyTable);
    menu->popup(event->globalPos());
}

void PanelTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_order->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setFont(m_theme.font(TextStyle::Body));
    painter.setPen(m_theme.color(ColorRole::Text3));
    const int pad = m_theme.px(Spacing::M);
    painter.drawText(QRect(pad, 0, viewport()->width() - 2 * pad, m_theme.tableRowHeight()),
        Qt::AlignVCenter | Qt::AlignLeft, m_emptyText);
}

void PanelTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

/// Columns are as wide as what stands in them; what is left goes to the stretched one, or to all.
void PanelTable::fitColumns()
{
    const qsizetype count = m_rows->columns.size();
    if (count == 0)
        return;
    QList<int> widths;
    QList<qsizetype> stretched;
    for (int column = 0; column < count; ++column) {
        const int least = std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column));
        widths.append(std::clamp(least, m_theme.px(56), m_theme.px(320)));
        if (m_rows->columns.at(column).isStretched)
            stretched.append(column);
    }
    if (stretched.isEmpty()) {
        stretched.resize(count);
        std::iota(stretched.begin(), stretched.end(), 0);
    }
    giveArrowsToNames(widths, stretched);
    const int spare = viewport()->width() - std::accumulate(widths.cbegin(), widths.cend(), 0);
    const QList<int> wanted = widths;
    for (const qsizetype column : stretched)
        widths[column] = std::max(widths.at(column) + int(spare / stretched.size()), m_theme.px(90));
    // Where it has to be scrolled anyway, a name is not cut for it.
    if (std::accumulate(widths.cbegin(), widths.cend(), 0) > viewport()->width()) {
        for (const qsizetype column : stretched)
            widths[column] = std::max(widths.at(column), std::min(wanted.at(column), m_theme.px(200)));
    }
    for (int column = 0; column < count; ++column)
        setColumnWidth(column, widths.at(column));
    const bool isWide = std::accumulate(widths.cbegin(), widths.cend(), 0) > viewport()->width();
    if (std::exchange(m_isWide, isWide) != isWide)
        updateGeometry();
}

/// Before a name is cut, the heads of the others stand closer.
void PanelTable::giveArrowsToNames(QList<int> &widths, const QList<qsizetype> &names) const
{
    int lacking = std::accumulate(widths.cbegin(), widths.cend(), 0) - viewport()->width();
    for (qsizetype column = 0; column < widths.size() && lacking > 0; ++column) {
        if (names.contains(column))
            continue;
        const int least = std::max({sizeHintForColumn(int(column)),
            horizontalHeader()->sectionSizeHint(int(column)) - m_theme.px(ArrowPx), m_theme.px(56)});
        const int given = std::clamp(widths.at(column) - least, 0, lacking);
        widths[column] -= given;
        lacking -= given;
    }
}

void PanelTable::restyle()
{
    setFont(m_theme.font(TextStyle::Body));
    verticalHeader()->setMinimumSectionSize(m_theme.tableRowHeight()); // the style's own is higher
    verticalHeader()->setDefaultSectionSize(m_theme.tableRowHeight());
    fitColumns();
    updateGeometry();
}

} // namespace signalbox
