// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/feed/feedsession.h"

namespace signalbox {

/// A replication slot that is ours to read, and from where.
struct FeedSlot
{
    QByteArray name;
    quint64 start = 0; ///< everything committed after it is read
    bool isNew = false; ///< what was committed before it was made is not in it
};

/// What a feed must know of the server it reads.
struct FeedServer
{
    QByteArray databaseOid;
    bool isLogBounded = false; ///< a slot nobody reads cannot fill the disk (`max_slot_wal_keep_size`)
};

/// The server, when it and the login can feed. Denied, with the code `FEED_WAL_LEVEL` or `FEED_RIGHTS` and
/// what to do about it, when they cannot.
Result<FeedServer> checkFeedServer(FeedSession &session);

/// The name of an instance's slot: `signalbox_<instance>_<database oid>`, for slots are named in a whole
/// cluster. What a slot's name cannot hold becomes `_`; at most 40 letters of the instance count.
QByteArray feedSlotName(const QString &instance, const QByteArray &databaseOid);

/// The slot of an instance, made if there is none. While its slot is being read the instance is still, or
/// again, at work elsewhere: Unavailable at first, and the next free number after the name once `mayShare`
/// says so.
Result<FeedSlot> takeFeedSlot(
    FeedSession &session, const QByteArray &name, const QString &instance, bool mayShare);

/// The slot this life has been reading, after the connection broke: a new one if it is gone or lost.
/// Unavailable while the server has not noticed yet that our last connection is over.
Result<FeedSlot> retakeFeedSlot(
    FeedSession &session, const QByteArray &name, const QString &instance, const QByteArray &applicationName);

/// Drops the slots of this database whose service has been silent for `staleAfter`, so that they do not hold
/// back the log for ever (realtime §3.6). One janitor at a time; returns how many were dropped.
Result<int> sweepFeedSlots(FeedSession &session, std::chrono::seconds staleAfter);

} // namespace signalbox
