// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <QStringList>

namespace signalbox {

/// A list model as text, one line a row, the given roles joined by ` | `: what a failing test shows can be
/// read.
inline QStringList modelText(const QAbstractItemModel &model, const QList<int> &roles)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (const int role : roles)
            cells.append(model.index(row, 0).data(role).toString());
        lines.append(cells.join(QStringLiteral(" | ")));
    }
    return lines;
}

} // namespace signalbox
