// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/crm.h"

namespace signalbox {

/// A column by its wire name; null for an unknown one.
const CrmColumn *crmColumn(QStringView key);
/// The instant that a column of times shows, as spreadsheets write it; none for every other column.
std::optional<Instant> crmCellInstant(const CrmRow &row, QLatin1StringView key);

/// What a column holds, for writers that have types.
enum class CrmCellType
{
    Text,
    Number,
    Flag,
    Time,
};
CrmCellType crmCellType(QLatin1StringView key);

const QStringList &crmResponseTypes(); ///< in the order the summary shows them (domain §7.8)
const QStringList &crmResponseModes(); ///< AI, HUMAN, UNKNOWN

} // namespace signalbox
