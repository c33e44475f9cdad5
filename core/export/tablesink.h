// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QList>
#include <QTimeZone>

#include <stop_token>
#include <variant>

namespace signalbox {

enum class CellType
{
    Text,
    Integer,
    Decimal,
    Percent, ///< a fraction: 0.25 is 25 %
    Time, ///< an Instant, shown in the zone of the workspace
    Flag,
};

/// Nothing, or a value of the column's type: QString, qint64, double (Decimal and Percent), Instant, bool.
using Cell = std::variant<std::monostate, QString, qint64, double, Instant, bool>;

struct TableColumn
{
    QString title;
    CellType type = CellType::Text;

    bool operator==(const TableColumn &) const = default;
};

struct TableHead
{
    QString name; ///< of the sheet, and the line above the table in a file of several
    QList<TableColumn> columns;

    bool operator==(const TableHead &) const = default;
};

struct TableOptions
{
    QTimeZone zone = QTimeZone::utc(); ///< that times are shown in
    bool isSingleTable = false; ///< CSV: only header and rows, as programs read it
    qint64 rowsPerSheet = 1'000'000; ///< XLSX: more go on in a further sheet; at most 1,048,575
    std::stop_token stop; ///< asked between rows
};

/// Writes tables into a file, row by row.
///
/// After an error, or when it goes without finish(), nothing is left of the file. Errors: Unavailable with
/// code `DISK_FULL` when it does not fit, Unavailable when it cannot be written otherwise, Cancelled when the
/// token asked for it. After one, the sink only fails.
class TableSink
{
public:
    virtual ~TableSink();

    /// Begins a table; the one before has ended.
    virtual Result<void> begin(const TableHead &table) = 0;
    /// A row of the current table, a cell a column.
    virtual Result<void> row(const QList<Cell> &cells) = 0;
    /// Completes the file.
    virtual Result<void> finish() = 0;
};

/// Optional values as cells: nothing when there is none.
inline Cell cellOf(const std::optional<double> &value)
{
    return value ? Cell(*value) : Cell();
}
inline Cell cellOf(const std::optional<Instant> &value)
{
    return value ? Cell(*value) : Cell();
}
inline Cell cellOf(const std::optional<bool> &value)
{
    return value ? Cell(*value) : Cell();
}
inline Cell cellOf(const std::optional<int> &value)
{
    return value ? Cell(qint64(*value)) : Cell();
}

} // namespace signalbox
