// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/crm.h"
#include "models/analytics/crmedits.h"
#include "ui/base/presenter.h"

namespace signalbox {

/// How the cells of a column look.
enum class CrmLook
{
    Text,
    Number, ///< at the end of the cell
    Date,
    Label, ///< a glyph in its tone before the word
    Score,
};

CrmLook crmLook(int column);
QString crmTitle(int column); ///< translated
QString crmDefinition(int column); ///< translated, for tooltips
int crmDefaultWidth(int column); ///< what its cells want, in pixels at zoom 100 %

/// What a cell shows; "—" for what is not known.
QString presentCrmCell(const CrmRow &row, int column, const QTimeZone &zone, const QLocale &locale);
/// Of a cell whose look is Label.
Label presentCrmLabel(const CrmRow &row, int column);
Label presentResponseType(const QString &type);
Label presentResponseMode(const QString &mode);
/// Why a cell cannot be edited, in a sentence; empty for None.
QString presentRefusal(CrmRefusal refusal);
/// "Ada Lovelace · Analytical Ltd", whatever of it there is, else the address.
QString crmLeadName(const CrmRow &row);

/// English titles and definitions that can be translated, for the test that none is missing.
QStringList crmColumnTexts();

} // namespace signalbox
