// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/analytics/crmfacts.h"

namespace signalbox {

using namespace Qt::StringLiterals;

Result<QList<CrmFactDrift>> verifyCrmFacts(PgConnection &pg, WorkspaceId workspace)
{
    const auto rows = pg.run("CrmFactsVerify"_L1, PgParams() << workspace);
    if (!rows)
        return rows.error();
    QList<CrmFactDrift> drift;
    for (int row = 0; row < rows->rowCount(); ++row)
        drift.append({rows->uuid(row, 0), rows->text(row, 1), rows->text(row, 2)});
    return drift;
}

Result<qint64> recomputeCrmFacts(PgConnection &pg, WorkspaceId workspace)
{
    const auto rows = pg.run("CrmFactsRecompute"_L1, PgParams() << workspace);
    if (!rows)
        return rows.error();
    return rows->integer(0, 0);
}

} // namespace signalbox
