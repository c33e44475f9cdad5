// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/storage/pgconnection.h"

#include <QDate>

namespace signalbox {

/// Moves at most `maxRows` pending changes of each workspace into the grids of message days and of gaps; how
/// many were moved. Run by a loop in the background, by any number of services at once (migrations 0012 and
/// 0018).
Result<qint64> foldMessageDays(PgConnection &pg, int maxRows = 20000);

/// A cell of either grid that is not what the messages say, or a lead whose messages name wrong predecessors.
struct MessageDayDrift
{
    QString what; ///< `messages` or `gaps` of a cell, `microseconds` that its gaps last, or `lead`
    std::optional<LeadId> lead;
    QDate day;
    QString direction;
    QString previousDay; ///< `-infinity`: none; of gaps the day they began
    QString channel; ///< of messages
    std::optional<UserId> sender; ///< of gaps; nil is nobody
    qint64 expected = 0;
    qint64 found = 0; ///< of a lead: how many of its messages are wrong
};
/// Compares grids, ledger and messages in one snapshot, two scans of all messages: seconds at millions.
/// Empty: no drift.
Result<QList<MessageDayDrift>> verifyMessageDays(PgConnection &pg, WorkspaceId workspace);

/// Puts the messages' predecessors right and rebuilds the grids: after bulk loads. How many of both were
/// wrong.
Result<qint64> recomputeMessageDays(PgConnection &pg, WorkspaceId workspace);

} // namespace signalbox
