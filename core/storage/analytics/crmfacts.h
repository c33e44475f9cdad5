// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/storage/pgconnection.h"

namespace signalbox {

/// A row of the CRM that does not keep what its lead says (migration 0021).
struct CrmFactDrift
{
    QUuid row;
    QString expected; ///< response type, booked, kept and when, as PostgreSQL writes a row
    QString found;
};
/// Compares rows and leads in one snapshot, a pass over both. Empty: no drift.
Result<QList<CrmFactDrift>> verifyCrmFacts(PgConnection &pg, WorkspaceId workspace);

/// Puts them right: after bulk loads. How many rows were wrong.
Result<qint64> recomputeCrmFacts(PgConnection &pg, WorkspaceId workspace);

} // namespace signalbox
