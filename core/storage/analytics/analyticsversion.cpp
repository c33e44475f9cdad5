// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/analytics/analyticsversion.h"

namespace signalbox {

using namespace Qt::StringLiterals;

Result<QString> loadAnalyticsVersion(PgConnection &pg, const AnalyticsScope &scope)
{
    return pg.transaction(scope.tenantScope(), [&]() -> Result<QString> {
        if (const auto admitted = admitAnalytics(pg, scope); !admitted)
            return admitted.error();
        const auto rows = pg.run("AnalyticsVersion"_L1, PgParams() << scope.workspace);
        if (!rows)
            return rows.error();
        return u"%1-%2-%3"_s.arg(rows->integer(0, rows->column("generation")))
            .arg(rows->integer(0, rows->column("pending_rows")))
            .arg(rows->integer(0, rows->column("highest_id")));
    });
}

} // namespace signalbox
