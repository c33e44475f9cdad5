// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/crm.h"

namespace signalbox {

/// The statuses a person may set in the CRM table; the other two survive and are shown (domain §1.3.1).
const QStringList &crmStatuses();

constexpr qsizetype LongestCrmText = 200; ///< characters of a text of one line
constexpr qsizetype LongestCrmNoteBytes = 10'240;

/// The edit with its value as it is stored: trimmed, a status and a sentiment in their own spelling. Invalid
/// with code `INVALID_PARAMETER`, naming the edited field, or `field` for one that cannot be edited.
///
/// With `updateAutomation` a category must be a sentiment, and a status must not be empty.
Result<CrmEdit> checkedCrmEdit(const CrmEdit &edit);

/// The sentiment that a category names, whatever its case and hyphens; empty: none.
QString sentimentOfCategory(QStringView category);

} // namespace signalbox
