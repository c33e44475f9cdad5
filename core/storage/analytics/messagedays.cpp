// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/analytics/messagedays.h"

namespace signalbox {

using namespace Qt::StringLiterals;

Result<qint64> foldMessageDays(PgConnection &pg, int maxRows)
{
    const auto rows = pg.run("MessageDaysFold"_L1, PgParams() << maxRows);
    if (!rows)
        return rows.error();
    return rows->integer(0, 0);
}

Result<QList<MessageDayDrift>> verifyMessageDays(PgConnection &pg, WorkspaceId workspace)
{
    const auto rows = pg.run("MessageDaysVerify"_L1, PgParams() << workspace);
    if (!rows)
        return rows.error();
    QList<MessageDayDrift> drift;
    for (int row = 0; row < rows->rowCount(); ++row) {
        const bool isLead = !rows->isNull(row, 0);
        drift.append({isLead ? std::optional(LeadId {rows->uuid(row, 0)}) : std::nullopt,
            QDate::fromString(rows->text(row, 1), Qt::ISODate), rows->text(row, 2), rows->text(row, 3),
            rows->text(row, 4), rows->integer(row, 5), rows->integer(row, 6)});
    }
    return drift;
}

Result<qint64> recomputeMessageDays(PgConnection &pg, WorkspaceId workspace)
{
    const auto rows = pg.run("MessageDaysRecompute"_L1, PgParams() << workspace);
    if (!rows)
        return rows.error();
    return rows->integer(0, 0);
}

} // namespace signalbox
