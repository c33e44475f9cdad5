// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/crm.h"
#include "core/storage/inboxreader.h"

#include <functional>
#include <stop_token>

namespace signalbox {

/// Takes the next rows of an export; its error ends it.
using CrmRowTaker = std::function<Result<void>(const QList<CrmRow> &)>;
/// How many rows are done, of how many.
using CrmProgress = std::function<void(qint64 done, qint64 total)>;

/// Hands every row of `query` to `take`, in its order and some thousand at a time, from one snapshot (DESIGN
/// §8.25); answers how many. Scope, refusals and failed enrichments as loadCrmPage().
///
/// Cancelled soon after `stop` is asked for, also between two batches; a query that runs is cancelled by
/// whoever lent the connection.
Result<qint64> streamCrmRows(PgConnection &pg, const InboxReader &reader, const CrmQuery &query,
    const CrmRowTaker &take, const CrmProgress &progress, const std::stop_token &stop);

} // namespace signalbox
