// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/analytics/assigneeanswers.h"

namespace signalbox {

using namespace Qt::StringLiterals;

Result<QList<AssigneeAnswerDrift>> verifyAssigneeAnswers(PgConnection &pg, WorkspaceId workspace)
{
    const auto rows = pg.run("AssigneeAnswersVerify"_L1, PgParams() << workspace);
    if (!rows)
        return rows.error();
    QList<AssigneeAnswerDrift> drift;
    for (int row = 0; row < rows->rowCount(); ++row)
        drift.append({LeadId {rows->uuid(row, 0)}, rows->boolean(row, 1), rows->boolean(row, 2)});
    return drift;
}

Result<qint64> recomputeAssigneeAnswers(PgConnection &pg, WorkspaceId workspace)
{
    const auto rows = pg.run("AssigneeAnswersRecompute"_L1, PgParams() << workspace);
    if (!rows)
        return rows.error();
    return rows->integer(0, 0);
}

} // namespace signalbox
