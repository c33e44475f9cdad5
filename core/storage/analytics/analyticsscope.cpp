// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/analytics/analyticsscope.h"

namespace signalbox {

using namespace Qt::StringLiterals;

Result<void> admitAnalytics(PgConnection &pg, const AnalyticsScope &scope)
{
    const auto rows = pg.run("AnalyticsAdmit"_L1, PgParams() << scope.isSerial);
    if (!rows)
        return rows.error();
    if (rows->isNull(0, 0) || rows->uuid(0, 0) != scope.workspace.value)
        return Error::denied(u"no analytics of this workspace"_s);
    return {};
}

} // namespace signalbox
