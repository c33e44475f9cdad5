// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/crmcursor.h"
#include "core/storage/inboxreader.h"
#include "core/storage/sqlassembly.h"

namespace signalbox {

/// A page's rows with a value in the sorted column come before those without one, in either direction.
enum class CrmPhase
{
    WithKey,
    WithoutKey,
};

/// Where a page in the default order is looked for: along the order, among its next 3,000 rows only, or among
/// all rows of the workspace, which are then sorted.
enum class CrmReach
{
    InOrder,
    Near,
    Anywhere,
};

/// At most `limit` rows of one phase; `after` is a row of the same phase, or none.
AssembledSql buildCrmPageStatement(const InboxReader &reader, const CrmQuery &query, CrmPhase phase,
    const std::optional<CrmCursor> &after, int limit, CrmReach reach = CrmReach::InOrder);
/// One row, in the reader's scope.
AssembledSql buildCrmRowStatement(const InboxReader &reader, QUuid row);
/// Declares the cursor of an export: every row of the query in its order; and how many they are.
AssembledSql buildCrmCursorStatement(const InboxReader &reader, const CrmQuery &query);
AssembledSql buildCrmCountStatement(const InboxReader &reader, const CrmQuery &query);
/// The summary's groups, of the cohort that the query's filters leave.
AssembledSql buildCrmSummaryStatement(const InboxReader &reader, const CrmQuery &query);

} // namespace signalbox
