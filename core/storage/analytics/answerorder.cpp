// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/analytics/answerorder.h"

namespace signalbox {

using namespace Qt::StringLiterals;

Result<QList<AnswerOrderDrift>> verifyAnswerOrder(PgConnection &pg, WorkspaceId workspace)
{
    const auto rows = pg.run("AnswerOrderVerify"_L1, PgParams() << workspace);
    if (!rows)
        return rows.error();
    QList<AnswerOrderDrift> drift;
    for (int row = 0; row < rows->rowCount(); ++row) {
        const auto at = [&](int column) { return rows->optionalInstant(row, column); };
        drift.append({LeadId {rows->uuid(row, 0)}, rows->uuid(row, 1), at(2), at(3), at(4), at(5)});
    }
    return drift;
}

Result<qint64> recomputeAnswerOrder(PgConnection &pg, WorkspaceId workspace)
{
    const auto rows = pg.run("AnswerOrderRecompute"_L1, PgParams() << workspace);
    if (!rows)
        return rows.error();
    return rows->integer(0, 0);
}

} // namespace signalbox
