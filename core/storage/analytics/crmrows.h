// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/crm.h"
#include "core/storage/pgconnection.h"

namespace signalbox {

/// A row of the statements of crmlistsql.h, without what enrichCrmRows() adds.
CrmRow readCrmRow(const PgResult &rows, int row);
/// True for qualified and booked leads, false for unqualified, uninterested and blacklisted ones (domain
/// §7.8).
std::optional<bool> isCrmQualified(const QString &leadStatus);

/// Touch counts and follow-ups of all `rows` in a statement each, within the caller's transaction. One that
/// fails leaves its columns empty and the transaction usable (domain §7.8); only a lost connection or a
/// cancelled statement is an error.
Result<void> enrichCrmRows(PgConnection &pg, WorkspaceId workspace, QList<CrmRow> &rows);

} // namespace signalbox
