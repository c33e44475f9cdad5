// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/storage/pgconnection.h"

#include <QDate>

namespace signalbox {

/// Moves at most `maxRows` pending changes of each workspace into the grid of message days; how many were
/// moved. Run by a loop in the background, by any number of services at once (migration 0012).
Result<qint64> foldMessageDays(PgConnection &pg, int maxRows = 20000);

/// A cell that is not what the messages say, or a lead whose messages name wrong predecessors.
struct MessageDayDrift
{
    std::optional<LeadId> lead;
    QDate day;
    QString direction;
    QString previousDay; ///< `-infinity`: none
    QString channel;
    qint64 expected = 0;
    qint64 found = 0; ///< of a lead: how many of its messages are wrong
};
/// Compares grid, ledger and messages in one snapshot, one scan of all messages: seconds at millions. Empty:
/// no drift.
Result<QList<MessageDayDrift>> verifyMessageDays(PgConnection &pg, WorkspaceId workspace);

/// Puts the messages' predecessors right and rebuilds the grid: after bulk loads. How many of both were
/// wrong.
Result<qint64> recomputeMessageDays(PgConnection &pg, WorkspaceId workspace);

} // namespace signalbox
