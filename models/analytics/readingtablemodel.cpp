// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analytics/readingtablemodel.h"

#include <QSet>

#include <algorithm>

namespace signalbox {

namespace {

qsizetype indexOf(const QList<TableRow> &rows, const QString &id)
{
    const auto found
        = std::find_if(rows.begin(), rows.end(), [&](const TableRow &row) { return row.id == id; });
    return found == rows.end() ? -1 : std::distance(rows.begin(), found);
}

QSet<QString> idsOf(const QList<TableRow> &rows)
{
    QSet<QString> ids;
    for (const TableRow &row : rows)
        ids.insert(row.id);
    return ids;
}

} // namespace

bool isQuantity(CellKind kind)
{
    return kind >= CellKind::Count;
}

bool isChange(CellKind kind)
{
    return kind == CellKind::CountChange || kind == CellKind::ShareChange;
}

ReadingTableModel::ReadingTableModel(QList<TableColumn> columns, TableWords words, QObject *parent)
    : QAbstractTableModel(parent)
    , m_columns(std::move(columns))
    , m_words(std::move(words))
    // Without a language there is no order but that of the code points.
    , m_collator(QLocale().language() == QLocale::C ? QLocale(QLocale::English) : QLocale())
{
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
    m_collator.setNumericMode(true);
    for (int i = 0; i < m_columns.size(); ++i) {
        if (!isChange(m_columns.at(i).kind))
            m_shown.append(i);
    }
}

int ReadingTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ReadingTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

const TableCell &ReadingTableModel::cell(const QModelIndex &index) const
{
    return m_rows.at(index.row()).cells.at(m_shown.at(index.column()));
}

QVariant ReadingTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CellKind kind = column(index.column()).kind;
    switch (role) {
    case Qt::DisplayRole:
        return m_words.text(kind, cell(index));
    case Qt::ToolTipRole: {
        const QString hint = m_words.hint(kind, cell(index));
        return hint.isEmpty() ? QVariant() : hint;
    }
    case Qt::TextAlignmentRole:
        return int((isQuantity(kind) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case ValueRole:
        return cell(index).value;
    case KindRole:
        return int(kind);
    case IdRole:
        return m_rows.at(index.row()).id;
    case IsTotalRole:
        return m_rows.at(index.row()).isTotal;
    case ToneRole: {
        const double change = isChange(kind) ? cell(index).value.toDouble() : 0;
        return (change > 0) - (change < 0);
    }
    default:
        return {};
    }
}

QVariant ReadingTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return m_words.title(column(section));
    case Qt::ToolTipRole:
        return m_words.definition(column(section));
    case Qt::TextAlignmentRole:
        return int((isQuantity(column(section).kind) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

int ReadingTableModel::columnOf(const QString &key) const
{
    const auto found = std::find_if(
        m_shown.begin(), m_shown.end(), [&](int column) { return m_columns.at(column).key == key; });
    return found == m_shown.end() ? -1 : int(std::distance(m_shown.begin(), found));
}

int ReadingTableModel::rowOf(const QString &id) const
{
    return int(indexOf(m_rows, id));
}

void ReadingTableModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column >= 0 && column < columnCount() ? m_shown.at(column) : -1;
    m_sortOrder = order;
    reorder(sorted(m_given));
}

void ReadingTableModel::setRows(const QList<TableRow> &rows, bool isComparing)
{
    setComparing(isComparing);
    m_given = rows;
    removeMissing(rows);
    appendNew(rows);
    reorder(sorted(rows));
}

void ReadingTableModel::setComparing(bool isComparing)
{
    if (isComparing == m_isComparing)
        return;
    beginResetModel();
    m_isComparing = isComparing;
    m_shown.clear();
    for (int i = 0; i < m_columns.size(); ++i) {
        if (isComparing || !isChange(m_columns.at(i).kind))
            m_shown.append(i);
    }
    if (!m_shown.contains(m_sortColumn))
        m_sortColumn = -1;
    endResetModel();
}

void ReadingTableModel::removeMissing(const QList<TableRow> &rows)
{
    const QSet<QString> ids = idsOf(rows);
    for (int i = int(m_rows.size()) - 1; i >= 0; --i) {
        if (ids.contains(m_rows.at(i).id))
            continue;
        beginRemoveRows({}, i, i);
        m_rows.removeAt(i);
        endRemoveRows();
    }
}

void ReadingTableModel::appendNew(const QList<TableRow> &rows)
{
    const QSet<QString> ids = idsOf(m_rows);
    QList<TableRow> added;
    for (const TableRow &row : rows) {
        if (!ids.contains(row.id))
            added.append(row);
    }
    if (added.isEmpty())
        return;
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + added.size()) - 1);
    m_rows.append(added);
    endInsertRows();
}

QList<TableRow> ReadingTableModel::sorted(QList<TableRow> rows) const
{
    const auto isBefore = [this](const TableRow &a, const TableRow &b) {
        if (a.isTotal != b.isTotal)
            return b.isTotal;
        if (m_sortColumn < 0 || a.isTotal)
            return false;
        const QVariant &left = a.cells.at(m_sortColumn).value;
        const QVariant &right = b.cells.at(m_sortColumn).value;
        if (!left.isValid() || !right.isValid())
            return left.isValid() && !right.isValid();
        int order = 0;
        if (isQuantity(m_columns.at(m_sortColumn).kind))
            order = (left.toDouble() > right.toDouble()) - (left.toDouble() < right.toDouble());
        else if (m_columns.at(m_sortColumn).kind == CellKind::TimeBucket)
            order = int(indexOf(m_given, a.id) - indexOf(m_given, b.id));
        else
            order = m_collator.compare(left.toString(), right.toString());
        return m_sortOrder == Qt::AscendingOrder ? order < 0 : order > 0;
    };
    std::stable_sort(rows.begin(), rows.end(), isBefore);
    return rows;
}

/// `rows` are the same ones as m_rows by id, in another order and with other values.
void ReadingTableModel::reorder(const QList<TableRow> &rows)
{
    if (rows.isEmpty())
        return;
    const bool isMoved = !std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
        [](const TableRow &a, const TableRow &b) { return a.id == b.id; });
    if (!isMoved) {
        if (rows == m_rows)
            return;
        m_rows = rows;
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    for (const QModelIndex &old : before)
        after.append(index(int(indexOf(rows, m_rows.at(old.row()).id)), old.column()));
    m_rows = rows;
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

} // namespace signalbox
