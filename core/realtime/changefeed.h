// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/realtime/leadchange.h"

#include <QList>
#include <QObject>
#include <QSet>

#include <vector>

namespace signalbox {

/// Somebody's rights may be others now: a membership, a workspace's owner, a disabled person, an ended
/// session.
struct AccessChange
{
    WorkspaceId workspace; ///< null: every workspace of the person
    UserId user; ///< null: everybody in the workspace
};

/// A message written with `pg_logical_emit_message` (realtime §3.1): from one instance to all.
struct FeedMessage
{
    QByteArray prefix;
    QByteArray content;
};

/// What some commits did, in their order. Every other session can see them already (the visibility gate of
/// realtime §3.1).
struct FeedBatch
{
    std::vector<SharedLeadChange> leads;
    QSet<WorkspaceId> countsMoved; ///< workspaces whose counts or lists may read otherwise now
    QList<AccessChange> access;
    QList<FeedMessage> messages;
    FeedPosition end; ///< everything up to here has been told
};

/// The change feed as the hub reads it: live batches, and the recent ones again. Lives on the event thread.
class ChangeFeed : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    ~ChangeFeed() override;

    /// Whether changes are being read now. While not, what is committed waits in the log and comes later.
    virtual bool isLive() const = 0;
    /// Names the history that positions belong to; another one after it was lost. Empty before the first
    /// connection.
    virtual QByteArray epoch() const = 0;
    /// The end of the newest batch told.
    virtual FeedPosition head() const = 0;
    /// The lead changes after a position, in order; none when the history does not reach back that far.
    virtual std::optional<std::vector<SharedLeadChange>> since(const FeedPosition &position) const = 0;

Q_SIGNALS:
    void batchRead(const signalbox::FeedBatch &batch);
    void liveChanged();
    /// The history was lost: whoever followed it must read everything again.
    void epochChanged();
};

} // namespace signalbox
