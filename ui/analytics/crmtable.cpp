// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/crmtable.h"

#include "models/analytics/crmcell.h"
#include "ui/analytics/crmwords.h"
#include "ui/analytics/frozenheader.h"

#include <QScrollBar>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

QString keyOf(int column)
{
    return QString::fromLatin1(crmColumns().at(column).key);
}

QVariant headWords(int column, int role)
{
    if (role == Qt::DisplayRole)
        return crmTitle(column);
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter
            | (crmLook(column) == CrmLook::Number ? Qt::AlignRight | Qt::AlignAbsolute : Qt::AlignLeft));
    if (role != Qt::ToolTipRole)
        return {};
    const QString sorts = crmColumns().at(column).isSortable
        ? CrmTable::tr("Click to sort.")
        : CrmTable::tr("Computed for each row: the service cannot sort by it.");
    return u"<div><b>%1</b><br>%2<br><i>%3</i></div>"_s.arg(
        crmTitle(column).toHtmlEscaped(), crmDefinition(column).toHtmlEscaped(), sorts.toHtmlEscaped());
}

} // namespace

CrmTable::CrmTable(CrmModel &model, const Theme &theme, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_theme(theme)
    , m_head(new FrozenHeader(theme, this))
{
    setObjectName(u"crmTable"_s);
    setAccessibleName(tr("CRM rows"));
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers); // editors are our own: a combo with a checkbox is no delegate's
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectItems);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setCornerButtonEnabled(false);
    setCornerWidget(new QWidget(this)); // a plain one, or the style draws an edge there
    setHorizontalHeader(m_head);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_model.setWords([this](const CrmRow &row, int column) {
        return presentCrmCell(row, column, m_model.zone(), m_locale);
    });
    m_model.setHeadWords(headWords);
    setModel(&m_model);
    QList<bool> sortable;
    for (const CrmColumn &column : crmColumns())
        sortable.append(column.isSortable);
    m_head->setSortable(sortable);
    m_rangeTimer.setSingleShot(true);
    m_rangeTimer.setInterval(0);
    connect(&m_rangeTimer, &QTimer::timeout, this, &CrmTable::tellVisibleRange);
    connectHead();
    setColumnLayout(CrmColumnLayout::standard());
    restyle();
    connect(&theme, &Theme::changed, this, &CrmTable::restyle);
}

CrmTable::~CrmTable()
{
    m_model.setWords({});
    m_model.setHeadWords({});
}

void CrmTable::connectHead()
{
    connect(m_head, &FrozenHeader::sortRequested, this, &CrmTable::requestSort);
    connect(m_head, &FrozenHeader::menuRequested, this, &CrmTable::menuRequested);
    connect(m_head, &FrozenHeader::unscrollRequested, this, [this] { horizontalScrollBar()->setValue(0); });
    const auto onLayout = [this] {
        forgetPictures();
        if (m_isLayingOut)
            return;
        viewport()->update();
        m_head->viewport()->update();
        placeEditor();
        Q_EMIT layoutChanged();
    };
    connect(m_head, &QHeaderView::sectionResized, this, onLayout);
    connect(m_head, &QHeaderView::sectionMoved, this, onLayout);
    connect(
        horizontalScrollBar(), &QScrollBar::valueChanged, m_head->viewport(), qOverload<>(&QWidget::update));
    connect(&m_model, &CrmModel::stateChanged, viewport(), qOverload<>(&QWidget::update));
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &CrmTable::forgetPictures);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &CrmTable::forgetPictures);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &CrmTable::forgetPictures);
    connect(&m_model, &QAbstractItemModel::rowsInserted, &m_rangeTimer, qOverload<>(&QTimer::start));
    connect(&m_model, &QAbstractItemModel::rowsRemoved, &m_rangeTimer, qOverload<>(&QTimer::start));
}

void CrmTable::requestSort(int section)
{
    // The newest and the highest first, names from A: what one looks for.
    const bool startsDescending = crmLook(section) == CrmLook::Date || crmLook(section) == CrmLook::Score;
    const bool isSame = section == m_head->sortSection();
    Q_EMIT sortRequested(keyOf(section), isSame ? !m_head->isDescending() : startsDescending);
}

void CrmTable::restyle()
{
    m_fonts = {m_theme.font(TextStyle::Body), m_theme.font(TextStyle::Body, QFont::Medium),
        m_theme.font(TextStyle::Body)};
    m_fonts[2].setItalic(true);
    verticalHeader()->setMinimumSectionSize(m_theme.px(20));
    verticalHeader()->setDefaultSectionSize(m_theme.tableRowHeight());
    horizontalScrollBar()->setSingleStep(m_theme.px(40));
    verticalScrollBar()->setSingleStep(m_theme.tableRowHeight());
    const CrmColumnLayout layout = columnLayout();
    setColumnLayout(layout);
    viewport()->update();
}

CrmColumnLayout CrmTable::columnLayout() const
{
    CrmColumnLayout layout;
    for (int visual = 0; visual < m_head->count(); ++visual) {
        const int section = m_head->logicalIndex(visual);
        const QString key = keyOf(section);
        layout.order.append(key);
        if (m_head->isSectionHidden(section))
            layout.hidden.insert(key);
        else if (const int now = m_head->sectionSize(section); now != m_defaultSizes.at(section))
            layout.widths.insert(key, qRound(now * 100.0 / m_laidOutZoom));
    }
    layout.frozen = m_head->frozenCount();
    return layout;
}

void CrmTable::takeDefaultSizes()
{
    m_laidOutZoom = m_theme.zoomPercent();
    m_defaultSizes.clear();
    for (int section = 0; section < m_head->count(); ++section)
        m_defaultSizes.append(std::max(m_theme.px(crmDefaultWidth(section)), m_head->titleWidth(section)));
}

void CrmTable::setColumnLayout(const CrmColumnLayout &layout)
{
    m_isLayingOut = true;
    takeDefaultSizes();
    for (int visual = 0; visual < layout.order.size(); ++visual) {
        const int section = crmColumnIndex(QLatin1StringView(layout.order.at(visual).toLatin1()));
        if (section < 0)
            continue;
        m_head->moveSection(m_head->visualIndex(section), visual);
        m_head->setSectionHidden(section, layout.hidden.contains(layout.order.at(visual)));
        const auto width = layout.widths.constFind(layout.order.at(visual));
        m_head->resizeSection(
            section, width == layout.widths.cend() ? m_defaultSizes.at(section) : m_theme.px(*width));
    }
    m_head->setFrozenCount(layout.frozen);
    m_isLayingOut = false;
    forgetPictures();
    updateGeometries();
    viewport()->update();
}

void CrmTable::showSort(const CrmQuery &query)
{
    m_head->setSort(crmColumnIndex(QLatin1StringView(query.sort.toLatin1())), query.isDescending);
}

QRect CrmTable::visualRect(const QModelIndex &index) const
{
    if (!index.isValid() || m_head->isSectionHidden(index.column()))
        return {};
    return {m_head->sectionX(index.column()), rowViewportPosition(index.row()),
        m_head->sectionSize(index.column()), rowHeight(index.row())};
}

QModelIndex CrmTable::indexAt(const QPoint &pos) const
{
    const int row = rowAt(pos.y());
    const int column = m_head->sectionAt(pos.x());
    return row < 0 || column < 0 ? QModelIndex() : m_model.index(row, column);
}

QRect CrmTable::scrolledArea() const
{
    const int frozen = std::min(m_head->frozenWidth(), viewport()->width());
    const QRect all = viewport()->rect();
    return isRightToLeft() ? all.adjusted(0, 0, -frozen, 0) : all.adjusted(frozen, 0, 0, 0);
}

void CrmTable::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid())
        return;
    const int height = rowHeight(index.row());
    const int top = index.row() * height;
    QScrollBar *down = verticalScrollBar();
    if (hint == PositionAtTop || (hint == EnsureVisible && top < down->value()))
        down->setValue(top);
    else if (hint == PositionAtBottom
        || (hint == EnsureVisible && top + height > down->value() + viewport()->height()))
        down->setValue(top + height - viewport()->height());
    else if (hint == PositionAtCenter)
        down->setValue(top - (viewport()->height() - height) / 2);
    if (m_head->isFrozen(index.column()))
        return;
    // Where the cell stands among the columns that scroll, whatever the direction of reading.
    const int begin = m_head->sectionPosition(index.column()) - m_head->frozenWidth();
    const int end = begin + m_head->sectionSize(index.column());
    QScrollBar *across = horizontalScrollBar();
    if (end > across->value() + scrolledArea().width())
        across->setValue(end - scrolledArea().width());
    if (begin < across->value())
        across->setValue(begin);
}

void CrmTable::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    if (dx != 0)
        viewport()->update(); // the frozen columns were moved along with the others
    placeEditor();
    tellVisibleRange();
}

void CrmTable::updateGeometries()
{
    QTableView::updateGeometries();
    placeEditor();
    m_rangeTimer.start();
}

void CrmTable::reset()
{
    cancelEdit();
    QTableView::reset();
    forgetPictures();
    m_anchor = QModelIndex();
    verticalScrollBar()->setValue(0);
    m_rangeTimer.start();
}

void CrmTable::tellVisibleRange()
{
    if (m_model.rowCount() == 0)
        return;
    const int height = std::max(verticalHeader()->defaultSectionSize(), 1);
    const int first = verticalScrollBar()->value() / height;
    m_model.setVisibleRange(
        first, std::min(first + viewport()->height() / height + 1, m_model.rowCount() - 1));
}

QRegion CrmTable::visualRegionForSelection(const QItemSelection &) const
{
    return viewport()->rect(); // some hundred cells: to find out which is dearer than to paint them
}

void CrmTable::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command)
{
    const QModelIndex end = indexAt(rect.bottomRight());
    if (!end.isValid())
        return;
    const bool extends = command.testFlag(QItemSelectionModel::Current) || state() == DragSelectingState;
    if (!extends || !m_anchor.isValid())
        m_anchor = end;
    selectTo(end, command);
}

/// Everything between the anchor and `end`, as it stands on the screen: columns are moved and hidden.
void CrmTable::selectTo(const QModelIndex &end, QItemSelectionModel::SelectionFlags command)
{
    const int fromRow = std::min(m_anchor.row(), end.row());
    const int toRow = std::max(m_anchor.row(), end.row());
    const auto [fromVisual, toVisual]
        = std::minmax({m_head->visualIndex(m_anchor.column()), m_head->visualIndex(end.column())});
    QItemSelection selection;
    for (int visual = fromVisual; visual <= toVisual; ++visual) {
        const int section = m_head->logicalIndex(visual);
        if (!m_head->isSectionHidden(section))
            selection.select(m_model.index(fromRow, section), m_model.index(toRow, section));
    }
    selectionModel()->select(selection, command);
}

CrmTable::Copied CrmTable::selectedText(bool withHeader) const
{
    Copied copied;
    const QItemSelection selection = selectionModel()->selection();
    QSet<int> columnSet;
    std::vector<std::pair<int, int>> spans; // of rows, one a range
    bool isWhole = m_model.rowCount() > 1;
    for (const QItemSelectionRange &range : selection) {
        isWhole &= range.height() == m_model.rowCount();
        spans.emplace_back(range.top(), range.bottom());
        for (int column = range.left(); column <= range.right(); ++column)
            columnSet.insert(column);
    }
    std::ranges::sort(spans);
    QList<int> columns = m_head->visibleSections();
    columns.removeIf([&](int column) { return !columnSet.contains(column); });
    if (columns.isEmpty())
        return copied;
    QList<QStringList> lines;
    if (withHeader || isWhole) {
        QStringList titles;
        for (const int column : std::as_const(columns))
            titles.append(crmTitle(column));
        lines.append(titles);
    }
    int next = 0; // spans may overlap
    for (const auto &[top, bottom] : spans) {
        for (int row = std::max(top, next); row <= bottom; ++row) {
            const CrmRow *stored = m_model.at(row);
            if (!stored) {
                ++copied.missing;
                continue;
            }
            const CrmRow shown = m_model.edits().overlaid(*stored);
            QStringList line;
            for (const int column : std::as_const(columns)) {
                const bool isSelected = selection.contains(m_model.index(row, column));
                line.append(isSelected
                        ? crmCellText(shown, QLatin1StringView(crmColumns().at(column).key), m_model.zone())
                        : QString());
            }
            lines.append(line);
            ++copied.rows;
        }
        next = std::max(next, bottom + 1);
    }
    copied.text = crmTsv(lines);
    return copied;
}

PrintedTable CrmTable::printed(int maxRows) const
{
    PrintedTable table;
    const QList<int> columns = m_head->visibleSections();
    for (const int column : columns) {
        table.header.append(crmTitle(column));
        table.alignments.append(crmLook(column) == CrmLook::Number ? Qt::AlignRight : Qt::AlignLeft);
    }
    const auto [first, end] = printedRange(maxRows);
    for (int row = first; row < end; ++row) {
        QStringList line;
        for (const int column : columns)
            line.append(m_model.index(row, column).data().toString());
        table.rows.append(line);
    }
    return table;
}

/// A gap in the print would look like the whole.
std::pair<int, int> CrmTable::printedRange(int maxRows) const
{
    const int top = std::max(verticalHeader()->logicalIndexAt(0), 0);
    int end = top;
    while (end < m_model.rowCount() && m_model.at(end))
        ++end;
    int first = top;
    while (first > 0 && m_model.at(first - 1))
        --first;
    return {first, std::min(end, first + maxRows)};
}

} // namespace signalbox
