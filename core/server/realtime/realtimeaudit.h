// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/realtime/realtimecontext.h"

#include <QRandomGenerator>

#include <deque>

namespace signalbox {

/// Looks over the hub's shoulder: now and then it takes one channel and some leads that changed lately, and
/// compares what the hub decides with a SELECT under row-level security (realtime §3.2).
class RealtimeAudit final : public QObject
{
    Q_OBJECT

public:
    explicit RealtimeAudit(RealtimeContext &context, QObject *parent = nullptr);

    /// These changed: candidates for the next sample.
    void note(const std::vector<SharedLeadChange> &changes);
    /// Once a second: begins a sample when the interval is over.
    void sweep(const QList<RealtimeConnection *> &connections);

Q_SIGNALS:
    /// Twice in a row the two disagreed about this person: they must not be told anything by this sight.
    void failed(signalbox::UserId user, signalbox::SessionId session);

private:
    void audit(const RealtimeChannel &channel);
    void onAudited(UserId user, SessionId session, const Result<QList<LeadId>> &mismatches);

    RealtimeContext &m_context;
    QHash<LeadId, LeadScope> m_scopes; ///< of what changed lately
    std::deque<LeadId> m_order;
    std::chrono::microseconds m_auditedAt;
    std::optional<std::pair<UserId, SessionId>> m_suspect; ///< asked again at the next sweep
    Pending<QList<LeadId>> m_pending;
    QRandomGenerator m_random;
};

} // namespace signalbox
