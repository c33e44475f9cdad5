// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/realtime/changeaudience.h"

namespace signalbox {

template <typename Visit> void ChangeAudience::forEachKey(const RealtimeChannel &channel, Visit visit)
{
    for (const WorkspaceId &workspace : channel.sight.full)
        visit(AudienceKey {workspace, UserId()});
    for (const WorkspaceId &workspace : channel.sight.own)
        visit(AudienceKey {workspace, channel.sight.user});
}

void ChangeAudience::add(RealtimeChannel *channel)
{
    if (channel->bindings.isEmpty())
        return;
    forEachKey(*channel, [&](const AudienceKey &key) { m_buckets[key][channel->signature].append(channel); });
}

void ChangeAudience::remove(RealtimeChannel *channel)
{
    if (channel->bindings.isEmpty())
        return;
    forEachKey(*channel, [&](const AudienceKey &key) {
        const auto bucket = m_buckets.find(key);
        if (bucket == m_buckets.end())
            return;
        const auto group = bucket->find(channel->signature);
        if (group == bucket->end())
            return;
        group->removeOne(channel);
        if (group->isEmpty())
            bucket->erase(group);
        if (bucket->isEmpty())
            m_buckets.erase(bucket);
    });
}

const ChangeAudience::Bucket *ChangeAudience::find(const AudienceKey &key) const
{
    const auto bucket = m_buckets.constFind(key);
    return bucket == m_buckets.constEnd() ? nullptr : &*bucket;
}

QList<AudienceKey> ChangeAudience::keysOf(const LeadScope &scope)
{
    QList<AudienceKey> keys {{scope.workspace, UserId()}};
    if (!scope.assignee.isNull())
        keys.append({scope.workspace, scope.assignee});
    return keys;
}

} // namespace signalbox
