// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/analytics/paneltable.h"
#include "ui/analytics/tablewords.h"

namespace signalbox {

/// Shows the rows of a reading in a PanelTable: words, definitions, tones and soft bars of rates. Who is
/// selected, the order and the place stay when newer rows come, by the rows' ids.
class TableBinding final : public QObject
{
    Q_OBJECT

public:
    /// Lives as long as `table`.
    TableBinding(ReadingTable kind, PanelTable *table);

    /// Columns of changes are there while comparing.
    void show(const QList<TableRow> &rows, bool isComparing);
    /// What booked and pending mean from now on.
    void setTerms(const BookingTerms &terms);
    PanelTable *table() const { return m_table; }

    QString selectedId() const; ///< empty: no row, or several
    /// False: it is not there.
    bool select(const QString &id);

Q_SIGNALS:
    void selectionChanged(); ///< by the person, or because the row is gone

private:
    void setColumns();
    QList<PanelCell> cellsOf(const TableRow &row) const;
    QModelIndex indexOf(const QString &id) const;

    ReadingTable m_kind;
    PanelTable *m_table;
    BookingTerms m_terms;
    QList<TableColumn> m_columns; ///< of every row
    QList<int> m_shown; ///< those that are there now
    QList<TableRow> m_rows; ///< as handed to the table
    QHash<int, double> m_highest; ///< value of each column
    bool m_isComparing = false;
    bool m_isFilling = false;
};

} // namespace signalbox
