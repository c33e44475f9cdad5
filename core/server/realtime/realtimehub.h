// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/realtime/changefanout.h"
#include "core/server/realtime/countsnotices.h"
#include "core/server/realtime/leadpresence.h"
#include "core/server/realtime/realtimeaudit.h"
#include "core/server/realtime/realtimeconnection.h"

namespace signalbox {

/// Brings what the change feed tells to the clients that may see it: Supabase Realtime's protocol over
/// WebSockets (realtime.md, DESIGN D3).
///
/// It goes live only after the database's lead policies were found to be the rule it applies itself
/// (DESIGN §8.1). Event thread.
class RealtimeHub final : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    RealtimeHub(ChangeFeed &feed, RealtimeBackend &backend, Metrics &metrics, const Clock &clock,
        const RealtimeLimits &limits = {}, QObject *parent = nullptr);
    ~RealtimeHub() override;

    /// Asks for the policies, and begins to look after its sockets each second.
    void start();
    /// A socket whose upgrade was approved.
    void accept(std::unique_ptr<RealtimeSocket> socket, const RealtimeHello &hello);
    int socketCount() const { return int(m_connections.size()); }
    int channelCount() const;
    const RealtimeLimits &limits() const { return m_context.limits; }

    /// Ends all channels and closes the sockets with 1012, some at a time, so that they do not all come back
    /// in the same moment. drained() follows when the last has gone.
    void drain(std::chrono::milliseconds spread);
    /// What is due once a second.
    void sweep();

Q_SIGNALS:
    void drained();

private:
    void onBatch(const FeedBatch &batch);
    void onLiveChanged();
    void onEpochChanged();
    void onClosed(RealtimeConnection *connection);
    void tell(const FeedBatch &batch);
    void endLeft(const ChangeFanout::Left &left);
    void endConversations(const std::vector<SharedLeadChange> &changes);
    void onAccess(const QList<AccessChange> &changes);
    void probe(UserId user, SessionId session);
    void applySight(UserId user, SessionId session, const Result<LeadSight> &sight);
    void checkPolicies();
    void onPolicies(const Result<QString> &unknown);
    void endAll(const ChannelEnd &end);
    void drainSome();
    template <typename Visit> void forEachChannel(Visit visit);

    RealtimeContext m_context;
    CountsNotices m_counts;
    LeadPresence m_presence;
    RealtimeAudit m_audit;
    ChangeFanout m_fanout;
    QList<RealtimeConnection *> m_connections; // children
    QHash<std::pair<QUuid, QUuid>, bool> m_probes; ///< open, by user and session; true: ask again
    quint64 m_turn = 0;
    bool m_wasLive = false;
    QTimer m_sweepTimer;
    QTimer m_drainTimer;
    qsizetype m_drainStep = 0;
    Pending<QString> m_policies;
    std::optional<std::chrono::microseconds> m_policiesKnownAt;
};

} // namespace signalbox
