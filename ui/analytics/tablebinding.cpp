// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/tablebinding.h"

#include <QAbstractProxyModel>
#include <QScrollBar>

#include <algorithm>
#include <cmath>
#include <utility>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

/// Names longer than the others take the room; the rest is as wide as it must be.
bool isStretched(CellKind kind)
{
    return kind == CellKind::Text || kind == CellKind::Process || kind == CellKind::Responder
        || kind == CellKind::TimeBucket;
}

/// More of it is neither good nor bad: how many there were at all.
bool isNeutral(const TableColumn &column)
{
    return column.key == "leadsChange"_L1 || column.key == "totalChange"_L1;
}

/// Green for more, red for less; none for what is written as no change.
std::optional<ColorRole> toneOf(const TableColumn &column, const QVariant &value)
{
    const double least = column.kind == CellKind::ShareChange ? 0.0005 : 0.5;
    if (!isChange(column.kind) || isNeutral(column) || !value.isValid() || std::abs(value.toDouble()) < least)
        return std::nullopt;
    return value.toDouble() > 0 ? ColorRole::Ok : ColorRole::Danger;
}

/// Tables that have no chart beside them show their rates as soft bars, the highest of a column full.
bool hasBars(ReadingTable table)
{
    switch (table) {
    case ReadingTable::EmailCampaigns:
    case ReadingTable::RankedCampaigns:
    case ReadingTable::DraftBookings:
    case ReadingTable::Reactivation:
    case ReadingTable::BookingProcesses:
    case ReadingTable::Setters:
        return true;
    default:
        return false;
    }
}

} // namespace

TableBinding::TableBinding(ReadingTable kind, PanelTable *table)
    : QObject(table)
    , m_kind(kind)
    , m_table(table)
    , m_columns(tableColumns(kind))
{
    setColumns();
    connect(table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (!m_isFilling)
            Q_EMIT selectionChanged();
    });
}

void TableBinding::setColumns()
{
    m_shown.clear();
    QList<PanelColumn> columns;
    bool hasStretched = false;
    for (int i = 0; i < m_columns.size(); ++i) {
        const TableColumn &column = m_columns.at(i);
        if (isChange(column.kind) && !m_isComparing)
            continue;
        m_shown.append(i);
        columns.append({.title = columnTitle(m_kind, column.key),
            .definition = columnDefinition(m_kind, column.key, m_terms),
            .isNumber = isQuantity(column.kind),
            .isStretched = isStretched(column.kind) && !std::exchange(hasStretched, true)});
    }
    m_table->setColumns(columns);
}

QList<PanelCell> TableBinding::cellsOf(const TableRow &row) const
{
    QList<PanelCell> cells;
    for (const int column : m_shown) {
        const CellKind kind = m_columns.at(column).kind;
        const TableCell &cell = row.cells.at(column);
        PanelCell shown {.text = presentCell(kind, cell),
            .sortKey = cell.value,
            .tone = toneOf(m_columns.at(column), cell.value),
            .tooltip = explainCell(kind, cell),
            .share = {}};
        // Buckets are ordered by what they mean, not by how they are written.
        if (kind == CellKind::TimeBucket)
            shown.sortKey = int(std::distance(m_rows.constData(), &row));
        if (kind == CellKind::Share && cell.value.isValid() && hasBars(m_kind) && m_highest.value(column) > 0)
            shown.share = cell.value.toDouble() / m_highest.value(column);
        cells.append(shown);
    }
    return cells;
}

void TableBinding::show(const QList<TableRow> &rows, bool isComparing)
{
    const QString selected = selectedId();
    const int place = m_table->verticalScrollBar()->value();
    m_isFilling = true;
    m_table->setMinimumHeight(0); // the room that was kept for it
    if (std::exchange(m_isComparing, isComparing) != isComparing)
        setColumns();
    m_rows = rows;
    std::ranges::stable_partition(m_rows, [](const TableRow &row) { return !row.isTotal; });
    m_table->setTotalRows(int(std::ranges::count_if(m_rows, &TableRow::isTotal)));
    m_highest.clear();
    for (const TableRow &row : std::as_const(m_rows)) {
        for (int column = 0; column < row.cells.size(); ++column)
            m_highest[column] = std::max(m_highest.value(column), row.cells.at(column).value.toDouble());
    }
    QList<QList<PanelCell>> cells;
    for (const TableRow &row : std::as_const(m_rows))
        cells.append(cellsOf(row));
    m_table->setRows(cells);
    if (selectedId() != selected && !select(selected))
        m_table->clearSelection();
    m_table->verticalScrollBar()->setValue(place);
    m_isFilling = false;
    if (selectedId() != selected)
        Q_EMIT selectionChanged();
}

void TableBinding::setTerms(const BookingTerms &terms)
{
    if (m_terms == terms)
        return;
    m_terms = terms;
    setColumns();
    show(QList<TableRow>(std::exchange(m_rows, {})), m_isComparing);
}

QString TableBinding::selectedId() const
{
    const QModelIndexList chosen = m_table->selectionModel()->selectedRows();
    if (chosen.size() != 1)
        return {};
    const auto *order = qobject_cast<const QAbstractProxyModel *>(m_table->model());
    return m_rows.value(order->mapToSource(chosen.first()).row()).id;
}

QModelIndex TableBinding::indexOf(const QString &id) const
{
    const auto found = std::ranges::find(m_rows, id, &TableRow::id);
    if (id.isEmpty() || found == m_rows.end())
        return {};
    const auto *order = qobject_cast<const QAbstractProxyModel *>(m_table->model());
    return order->mapFromSource(order->sourceModel()->index(int(std::distance(m_rows.begin(), found)), 0));
}

bool TableBinding::select(const QString &id)
{
    const QModelIndex index = indexOf(id);
    if (!index.isValid())
        return false;
    m_table->setCurrentIndex(index);
    return true;
}

} // namespace signalbox
