// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace signalbox {

class PgConnection;

/// When the readers of the feed get a message.
enum class FeedDelivery
{
    /// At once, whatever becomes of the transaction; the log may be written up to 0.2 s later
    /// (`wal_writer_delay`). Costs no commit: presence.
    AtOnce,
    /// After what the transaction changed, if it commits: a flag that was set, a job that waits.
    WithCommit,
};

/// Sends a message to every service of this database by its log (realtime §3.1), our own included. `prefix`
/// says what it is. Takes no lock; the log carries the content, so keep it small and without personal data.
Result<void> emitMessage(PgConnection &connection, const QByteArray &prefix, const QByteArray &content,
    FeedDelivery delivery = FeedDelivery::AtOnce);

} // namespace signalbox
