// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/realtime/realtimeaudit.h"

#include "core/base/log.h"
#include "core/base/redacted.h"
#include "core/server/realtime/realtimeconnection.h"
#include "core/server/serverlog.h"

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

constexpr size_t MostNoted = 200;

} // namespace

RealtimeAudit::RealtimeAudit(RealtimeContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_auditedAt(context.clock.elapsed())
    , m_random(QRandomGenerator::global()->generate())
{ }

void RealtimeAudit::note(const std::vector<SharedLeadChange> &changes)
{
    const size_t first = changes.size() > MostNoted ? changes.size() - MostNoted : 0;
    for (size_t i = first; i < changes.size(); ++i) {
        if (!m_scopes.contains(changes[i]->id))
            m_order.push_back(changes[i]->id);
        m_scopes.insert(changes[i]->id, changes[i]->scope);
    }
    while (m_order.size() > MostNoted) {
        m_scopes.remove(m_order.front());
        m_order.pop_front();
    }
}

void RealtimeAudit::sweep(const QList<RealtimeConnection *> &connections)
{
    const auto now = m_context.clock.elapsed();
    if (m_pending.isPending() || m_scopes.isEmpty()
        || (!m_suspect && now - m_auditedAt < m_context.limits.auditInterval))
        return;
    QList<const RealtimeChannel *> candidates;
    for (const RealtimeConnection *connection : connections) {
        for (const auto &[topic, channel] : connection->channels()) {
            const bool isSuspect
                = !m_suspect || (channel->user == m_suspect->first && channel->session == m_suspect->second);
            if (channel->state == RealtimeChannel::State::Live && !channel->bindings.isEmpty() && isSuspect)
                candidates.append(channel.get());
        }
    }
    if (candidates.isEmpty()) {
        m_suspect.reset();
        return;
    }
    m_auditedAt = now;
    audit(*candidates.at(m_random.bounded(candidates.size())));
}

void RealtimeAudit::audit(const RealtimeChannel &channel)
{
    m_context.figures.audits.increment();
    m_pending = m_context.backend.audit(channel.sight, m_scopes);
    deliver(m_pending, this,
        [this, user = channel.user, session = channel.session](
            const Result<QList<LeadId>> &mismatches) { onAudited(user, session, mismatches); });
}

void RealtimeAudit::onAudited(UserId user, SessionId session, const Result<QList<LeadId>> &mismatches)
{
    if (!mismatches)
        return; // the database is away
    const bool isSecond = m_suspect.has_value();
    m_suspect.reset();
    if (mismatches->isEmpty())
        return;
    if (!isSecond) {
        m_suspect = std::pair(user, session); // their rights, or a row, may have changed just now
        return;
    }
    m_context.figures.auditMismatches.increment(quint64(mismatches->size()));
    logError(serverLog(), "realtime_audit_mismatch"_L1,
        {{u"user"_s, Redacted(user.toString()).toString()}, {u"leads"_s, mismatches->size()}});
    Q_EMIT failed(user, session);
}

} // namespace signalbox
