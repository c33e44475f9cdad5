// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/analytics/messagedays.h"

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

template <typename Id> std::optional<Id> optionalId(const PgResult &rows, int row, int column)
{
    return rows.isNull(row, column) ? std::nullopt : std::optional(Id {rows.uuid(row, column)});
}

} // namespace

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
        drift.append({rows->text(row, 0), optionalId<LeadId>(*rows, row, 1),
            QDate::fromString(rows->text(row, 2), Qt::ISODate), rows->text(row, 3), rows->text(row, 4),
            rows->text(row, 5), optionalId<UserId>(*rows, row, 6), rows->integer(row, 7),
            rows->integer(row, 8)});
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
