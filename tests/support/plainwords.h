// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analytics/readingtablemodel.h"

namespace signalbox {

/// Words for an analytics table where none are needed: keys, and raw values.
inline TableWords plainWords()
{
    return {.title = [](const TableColumn &column) { return column.key; },
        .definition = [](const TableColumn &column) { return QStringLiteral("what %1 is").arg(column.key); },
        .text =
            [](CellKind, const TableCell &cell) {
                if (cell.tooFew)
                    return QStringLiteral("n=%1").arg(*cell.tooFew);
                return cell.value.isValid() ? cell.value.toString() : QStringLiteral("none");
            },
        .hint = [](CellKind, const TableCell &) { return QString(); }};
}

} // namespace signalbox
