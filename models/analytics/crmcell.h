// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/crm.h"

namespace signalbox {

/// How a cell is edited.
enum class CrmEditor
{
    None,
    Line,
    Notes, ///< many lines
    Category, ///< one of the sentiments, or any text
    Status,
    Assignee,
};

CrmEditor crmEditor(int column);

/// The column of a wire name; -1: there is none.
int crmColumnIndex(QLatin1StringView key);

/// What an edit of `field` replaces: the value as the wire has it, for an assignee the user's id.
QString crmFieldValue(const CrmRow &row, QAnyStringView field);

/// Puts a value in its place. `label` is what an assignee is shown as.
void setCrmFieldValue(CrmRow &row, QAnyStringView field, const QString &value, const QString &label);

/// Rows of cells as spreadsheets take them from the clipboard: cells parted by tabs, lines by CR LF.
///
/// A cell with a tab, a line break or a quote stands in quotes, with its quotes doubled. One that a
/// spreadsheet would run as a formula begins with an apostrophe; a telephone number or a figure does not.
QString crmTsv(const QList<QStringList> &rows);

} // namespace signalbox
