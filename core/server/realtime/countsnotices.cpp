// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/realtime/countsnotices.h"

#include "core/server/realtime/realtimeconnection.h"

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

constexpr std::chrono::milliseconds Step {50};

UserId scopeOf(const RealtimeChannel &channel)
{
    return channel.sight.full.contains(*channel.workspace) ? UserId() : channel.user;
}

} // namespace

CountsNotices::CountsNotices(RealtimeContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
    m_timer.setInterval(Step);
    connect(&m_timer, &QTimer::timeout, this, &CountsNotices::tellDue);
}

void CountsNotices::add(RealtimeChannel *channel)
{
    m_entries[*channel->workspace].channels.append(channel);
}

void CountsNotices::remove(RealtimeChannel *channel)
{
    const auto entry = m_entries.find(*channel->workspace);
    if (entry == m_entries.end())
        return;
    entry->channels.removeOne(channel);
    if (entry->channels.isEmpty())
        m_entries.erase(entry);
}

void CountsNotices::moved(const QSet<WorkspaceId> &workspaces)
{
    for (const WorkspaceId &workspace : workspaces) {
        const auto entry = m_entries.find(workspace);
        if (entry != m_entries.end())
            entry->isDue = true;
    }
    tellDue();
}

void CountsNotices::tellDue()
{
    const auto now = m_context.clock.elapsed();
    bool isWaiting = false;
    for (auto entry = m_entries.begin(); entry != m_entries.end(); ++entry) {
        if (!entry->isDue)
            continue;
        if (entry->askedAt && now - *entry->askedAt < m_context.limits.countsInterval) {
            isWaiting = true;
            continue;
        }
        entry->isDue = false;
        entry->askedAt = now;
        ask(entry.key(), *entry);
    }
    if (isWaiting)
        m_timer.start();
    else
        m_timer.stop();
}

void CountsNotices::ask(WorkspaceId workspace, Entry &entry)
{
    QHash<UserId, UserId> readers; // one for each scope
    for (const RealtimeChannel *channel : std::as_const(entry.channels))
        readers.insert(scopeOf(*channel), channel->user);
    for (auto reader = readers.cbegin(); reader != readers.cend(); ++reader) {
        deliver(m_context.backend.countsVersion(*reader, workspace), this,
            [this, workspace, scope = reader.key()](const Result<QString> &version) {
                if (version) {
                    tell(workspace, scope, *version);
                    return;
                }
                // The database is away, or that reader lost the workspace: asked again with who is there
                // then.
                if (const auto left = m_entries.find(workspace); left != m_entries.end()) {
                    left->isDue = true;
                    m_timer.start();
                }
            });
    }
}

void CountsNotices::tell(WorkspaceId workspace, UserId scope, const QString &version)
{
    const auto entry = m_entries.find(workspace);
    if (entry == m_entries.end() || entry->told.value(scope) == version)
        return;
    entry->told.insert(scope, version);
    const QJsonObject payload {{u"type"_s, u"broadcast"_s}, {u"event"_s, u"counts.changed"_s},
        {u"payload"_s,
            QJsonObject {{u"clientId"_s, workspace.toString()}, {u"ver"_s, version},
                {u"computedAt"_s, toIso(m_context.clock.now())}}}};
    for (RealtimeChannel *channel : std::as_const(entry->channels)) {
        if (scopeOf(*channel) == scope)
            channel->connection->outlet().push(*channel, u"broadcast", payload);
    }
}

} // namespace signalbox
