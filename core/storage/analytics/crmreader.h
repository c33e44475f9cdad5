// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/crm.h"
#include "core/storage/inboxreader.h"

namespace signalbox {

/// At most `limit` rows (clamped to 1…300) after `cursor`, in one snapshot, with the data version of the
/// workspace (domain §7.8, DESIGN §8.22).
///
/// A SETTER sees the own leads' rows only; Denied to CLIENT_PORTAL. Invalid with code `INVALID_CURSOR` when
/// the cursor belongs to other rows. The default sort costs the same at every depth, also with a response
/// mode or dates; any other column sorts the whole cohort first (docs/BENCHMARKS.md).
Result<CrmPage> loadCrmPage(PgConnection &pg, const InboxReader &reader, const CrmQuery &query,
    const QString &cursor, int limit, Instant now);

/// Leads and bookings of the cohort, by what was answered, by whom and how; scope and refusals as above.
Result<CrmSummary> loadCrmSummary(
    PgConnection &pg, const InboxReader &reader, const CrmQuery &query, Instant now);

/// The SETTER members of the workspace, oldest membership first. Denied to CLIENT_PORTAL.
Result<QList<CrmAssignee>> loadCrmAssignees(PgConnection &pg, const InboxReader &reader);

/// Denied unless the role holds `analytics.view` (DESIGN §8.22).
Result<void> admitCrm(const InboxReader &reader);
/// Inside the transaction: Denied when the reader's role is of the whole workspace and that right has ended.
/// The policies alone would show nothing, or the own leads, and what one reads answers others
/// (docs/ANALYTICS.md).
Result<void> admitCrmSight(PgConnection &pg, const InboxReader &reader);

} // namespace signalbox
