// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/inbox/inboxgateway.h"
#include "core/storage/inboxreader.h"

namespace signalbox {

/// The counts of the reader's scope, exact at the statement's snapshot (DESIGN D2).
Result<CountsReading> loadCounts(PgConnection &pg, const InboxReader &reader);
/// The same inside a transaction the caller has begun.
Result<CountsReading> loadCountsInTransaction(PgConnection &pg, const InboxReader &reader);

/// The data version of the reader's scope: changes with every commit that shows in its list or counts, for
/// nobody else's.
Result<QString> loadDataVersion(PgConnection &pg, const InboxReader &reader);
Result<QString> loadDataVersionInTransaction(PgConnection &pg, const InboxReader &reader);

/// Moves at most `maxRows` pending deltas of each workspace into its rows; how many were moved. Run by a loop
/// in the background, by any number of services at once.
Result<qint64> foldCounts(PgConnection &pg, int maxRows = 20000);

/// Wakes at most `maxRows` leads whose snooze ran out; how many (DESIGN §8.4).
Result<qint64> wakeSnoozed(PgConnection &pg, int maxRows = 1000);

/// A scope whose figures are not what a full scan says. Figures are JSON objects, empty when the side has no
/// row.
struct CountsDrift
{
    bool isGlobal = false;
    QUuid scopeUser;
    QString expected;
    QString found;
};
/// Compares ledger and leads in one snapshot. Empty: no drift.
Result<QList<CountsDrift>> verifyCounts(PgConnection &pg, WorkspaceId workspace);

/// Rebuilds a workspace's rows from one scan; how many scopes had drifted.
Result<int> recomputeCounts(PgConnection &pg, WorkspaceId workspace);
Result<void> markCountsDirty(PgConnection &pg, WorkspaceId workspace);

struct Reconciliation
{
    int workspaces = 0;
    int driftedScopes = 0; ///< must be 0 but after bulk loads
};
/// Makes all that is kept (driftChecks()) of at most `limit` workspaces anew that bulk loads marked, oldest
/// mark first.
Result<Reconciliation> reconcileDirty(PgConnection &pg, int limit = 10);
/// Recomputes the workspace checked longest ago: the scheduled reconciler. `driftedScopes` is the metric that
/// must be 0.
Result<Reconciliation> reconcileStalest(PgConnection &pg);

} // namespace signalbox
