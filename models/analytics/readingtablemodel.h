// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QCollator>

#include <functional>
#include <optional>

namespace signalbox {

/// What a cell of an analytics table holds, and so how it is written and ordered.
enum class CellKind
{
    Text,
    Channel, ///< sms, email, linkedin; empty: all of them
    Disposition, ///< AUTO_SENT, APPROVED, EDITED, all
    ResponseMode, ///< SETTER_MANAGED, AI_AUTO_SEND
    TimeBucket, ///< as the specification spells it: `1-5min`
    Responder, ///< an address, or `All` and `AI`
    Count, ///< qint64
    Share, ///< double, 0…1; may exceed it
    Average, ///< double, one decimal
    Gap, ///< double, milliseconds
    CountChange, ///< qint64, against the comparison
    ShareChange, ///< double, in fractions of one
};

/// Whether people read the column as a quantity: right-aligned, compared by size.
bool isQuantity(CellKind kind);
/// Only there while the page compares.
bool isChange(CellKind kind);

struct TableCell
{
    QVariant value; ///< invalid: there is none, "—"
    /// Why there is no change although both sides have one: the smaller side's count is too small (ux §12.2).
    std::optional<qint64> tooFew;

    bool operator==(const TableCell &) const = default;
};

struct TableColumn
{
    QString key; ///< stable: in links, tests and words
    CellKind kind = CellKind::Text;

    bool operator==(const TableColumn &) const = default;
};

struct TableRow
{
    QString id; ///< stable from one reading to the next, unique in its table
    QList<TableCell> cells; ///< a column each
    bool isTotal = false; ///< stays below the others, however they are sorted

    bool operator==(const TableRow &) const = default;
};

/// How a table is told to people; `ui` knows the language.
struct TableWords
{
    std::function<QString(const TableColumn &)> title;
    std::function<QString(const TableColumn &)> definition; ///< in a sentence, for the head's tooltip
    std::function<QString(CellKind, const TableCell &)> text;
    std::function<QString(CellKind, const TableCell &)> hint; ///< tooltip of a cell; may be empty
};

/// Rows of a reading as a table (domain §7.4–7.7). It orders itself: totals stay last, what has no value goes
/// behind what has one either way, and rows of equal value keep the reading's order.
///
/// A newer reading moves no row that is the same one: indexes, so selection and place, follow the id.
class ReadingTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role
    {
        ValueRole = Qt::UserRole, ///< raw; invalid: none
        KindRole, ///< CellKind
        IdRole, ///< of the row
        IsTotalRole,
        ToneRole, ///< of a change: 1 up, -1 down, 0 neither
    };

    ReadingTableModel(QList<TableColumn> columns, TableWords words, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override; ///< -1: the reading's order

    /// In the reading's order; `isComparing` shows the columns of changes.
    void setRows(const QList<TableRow> &rows, bool isComparing);
    const TableColumn &column(int section) const { return m_columns.at(m_shown.at(section)); }
    int columnOf(const QString &key) const; ///< -1: not shown
    int rowOf(const QString &id) const; ///< -1: not there
    const TableRow &row(int row) const { return m_rows.at(row); }

private:
    const TableCell &cell(const QModelIndex &index) const;
    void setComparing(bool isComparing);
    void removeMissing(const QList<TableRow> &rows);
    void appendNew(const QList<TableRow> &rows);
    QList<TableRow> sorted(QList<TableRow> rows) const;
    void reorder(const QList<TableRow> &rows);

    QList<TableColumn> m_columns;
    TableWords m_words;
    QList<int> m_shown; ///< columns now
    QList<TableRow> m_given; ///< in the reading's order
    QList<TableRow> m_rows;
    QCollator m_collator;
    int m_sortColumn = -1; ///< of m_columns
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    bool m_isComparing = false;
};

} // namespace signalbox
