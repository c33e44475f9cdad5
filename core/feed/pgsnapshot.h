// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <optional>
#include <vector>

namespace signalbox {

/// Which transactions a new statement sees, as pg_current_snapshot() writes it: `750:761:752,755`
/// (PostgreSQL, "Transaction ID and Snapshot Information").
///
/// A commit is in the log, and so in the feed, before other sessions see it: for as long as its writer waits
/// for a synchronous standby, say (realtime §3.1).
class PgSnapshot
{
public:
    static std::optional<PgSnapshot> parse(QByteArrayView text);

    /// `xid` without its epoch, as the log has it; within 2^31 transactions of the snapshot.
    bool sees(quint32 xid) const;

private:
    quint64 m_oldestRunning = 0;
    quint64 m_next = 0;
    std::vector<quint64> m_running; // in ascending order
};

} // namespace signalbox
