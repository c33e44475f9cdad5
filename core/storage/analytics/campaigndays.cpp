// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/analytics/campaigndays.h"

namespace signalbox {

using namespace Qt::StringLiterals;

Result<qint64> foldCampaignDays(PgConnection &pg, int maxRows)
{
    const auto rows = pg.run("CampaignDaysFold"_L1, PgParams() << maxRows);
    if (!rows)
        return rows.error();
    return rows->integer(0, 0);
}

} // namespace signalbox
