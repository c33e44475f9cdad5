// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/analytics/activity.h"

namespace signalbox {

using namespace Qt::StringLiterals;

Result<Activity> loadActivity(PgConnection &pg, const AnalyticsScope &scope, const AnalyticsWindow &window)
{
    const auto cut = cutWindow(pg, scope, window);
    if (!cut)
        return cut.error();
    const auto rows = pg.run("AnalyticsActivity"_L1, gridParams(scope, *cut) << cut->dayOfTail);
    if (!rows)
        return rows.error();
    Activity activity;
    for (int row = 0; row < rows->rowCount(); ++row) {
        const bool isInbound = rows->text(row, 1) == "inbound"_L1;
        (isInbound ? activity.leadsWriting : activity.leadsWrittenTo) += rows->integer(row, 4);
        if (const qint64 messages = rows->integer(row, 3); messages != 0) {
            activity.cells.append({QDate::fromString(rows->text(row, 0), Qt::ISODate), isInbound,
                rows->text(row, 2), messages});
        }
    }
    return activity;
}

} // namespace signalbox
