// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/timingstore.h"

#include "core/storage/pgconnection.h"

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int Workspaces = 20;

} // namespace

Result<TimingRound> fillResponseTimings(PgConnection &pg, int batch)
{
    const auto due = pg.run("ResponseTimingDue"_L1, PgParams() << Workspaces);
    if (!due)
        return due.error();
    TimingRound round;
    for (int row = 0; row < due->rowCount(); ++row) {
        const auto filled = pg.run("ResponseTimingFill"_L1, PgParams() << due->uuid(row, 0) << batch);
        if (!filled)
            return filled.error();
        const qint64 read = filled->integer(0, 0);
        round.messages += read;
        round.hasMore = round.hasMore || read >= batch;
    }
    // Those beyond the limit had no turn yet; none at all was read: others are busy with these.
    round.hasMore = round.hasMore || (due->rowCount() == Workspaces && round.messages > 0);
    return round;
}

} // namespace signalbox
