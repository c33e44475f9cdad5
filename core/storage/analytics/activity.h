// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/analytics/localdays.h"

namespace signalbox {

/// What was written in a window, by local day, direction and channel.
struct Activity
{
    struct Cell
    {
        QDate day;
        bool isInbound = false;
        QString channel;
        qint64 messages = 0;
    };
    QList<Cell> cells;
    qint64 leadsWriting = 0; ///< distinct leads with an inbound message
    qint64 leadsWrittenTo = 0; ///< distinct leads with an outbound message
};

/// Exact for any window, open ones too (migration 0012). In a transaction of analytics.
Result<Activity> loadActivity(PgConnection &pg, const AnalyticsScope &scope, const AnalyticsWindow &window);

} // namespace signalbox
