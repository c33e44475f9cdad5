// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/realtime/realtimechannel.h"

#include <QHash>

namespace signalbox {

/// Who may see a lead, as a key: everybody with sight of the whole workspace (null user), or one of its
/// setters.
struct AudienceKey
{
    WorkspaceId workspace;
    UserId user;

    bool operator==(const AudienceKey &) const = default;
    friend size_t qHash(const AudienceKey &key, size_t seed = 0)
    {
        return qHashMulti(seed, key.workspace, key.user);
    }
};

/// The channels by the keys their people have (realtime §3.2): a change asks for two buckets, four when it
/// moved, and never looks at anybody else. In a bucket, channels that receive the same bytes stand together.
class ChangeAudience
{
public:
    using Group = QList<RealtimeChannel *>; ///< never empty; one signature
    using Bucket = QHash<QByteArray, Group>; ///< by signature

    /// Under the keys of its sight. It must not be in it.
    void add(RealtimeChannel *channel);
    /// Under the keys of its sight as it was added.
    void remove(RealtimeChannel *channel);

    /// Null when nobody listens there.
    const Bucket *find(const AudienceKey &key) const;
    /// The keys a scope is visible under: the workspace's, and its assignee's.
    static QList<AudienceKey> keysOf(const LeadScope &scope);

private:
    template <typename Visit> void forEachKey(const RealtimeChannel &channel, Visit visit);

    QHash<AudienceKey, Bucket> m_buckets;
};

} // namespace signalbox
