// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/server/realtime/changebinding.h"
#include "core/server/realtime/realtimebackend.h"

#include <vector>

namespace signalbox {

class RealtimeConnection;

/// A topic that one client has joined, or is about to. A plain record: RealtimeConnection owns it,
/// ChannelJoin makes it live, ChangeFanout reads it.
struct RealtimeChannel
{
    enum class State
    {
        Joining, ///< not answered yet
        Replaying, ///< answered; what it missed is being sent, page by page, before anything new
        Live,
    };

    RealtimeConnection *connection = nullptr;
    quint64 serial = 0; ///< tells this joining of the topic from another
    QString topic; ///< with its `realtime:`
    std::optional<QString> joinRef;
    State state = State::Joining;

    // Who follows, and until when.
    UserId user;
    SessionId session;
    Instant expiresAt {};
    QByteArray tokenHash; ///< SHA-256; empty: joined by the connection's key
    LeadSight sight;

    // What is followed.
    bool isPrivate = false;
    bool isLegacy = false; ///< joined without `config`: frames carry the event's own name
    QList<ChangeBinding> bindings;
    QByteArray signature; ///< channels that share it receive the same bytes
    std::optional<WorkspaceId> workspace; ///< of the private topic `workspace:<id>`
    std::optional<LeadId> lead; ///< of the private topic `lead:<id>`
    QString viewerName; ///< of the person, on a lead's topic

    // Where it stands.
    FeedPosition startedAt; ///< everything after it is told, nothing up to it
    FeedPosition toldUpTo; ///< while replaying
    std::optional<FeedPosition> noted; ///< where it stood at the last heartbeat's reply
    std::optional<FeedPosition>
        acknowledged; ///< by the heartbeat after it, which a client sends when it has read that
    std::vector<SharedLeadChange> replay;
    size_t replayed = 0;

    Pending<LeadSight> probe; ///< of a new token
    Pending<TokenClaims> verification;

    /// The topic as `system` messages have it.
    QString name() const { return topic.sliced(QStringLiteral("realtime:").size()); }
};

} // namespace signalbox
