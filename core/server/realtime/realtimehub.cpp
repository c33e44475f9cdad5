// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/realtime/realtimehub.h"

#include "core/base/log.h"
#include "core/server/realtime/realtimeclaims.h"
#include "core/server/serverlog.h"

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

constexpr std::chrono::milliseconds DrainStep {100};
constexpr quint16 ServiceRestart = 1012;

using Person = std::pair<QUuid, QUuid>; // user and session

} // namespace

RealtimeHub::RealtimeHub(ChangeFeed &feed, RealtimeBackend &backend, Metrics &metrics, const Clock &clock,
    const RealtimeLimits &limits, QObject *parent)
    : QObject(parent)
    , m_context {feed, backend, clock, limits, RealtimeFigures(metrics), ChangeAudience(),
          ResumeLedger(clock, limits.positionKept),
          JoinPacer(clock, limits.joinsPerSecond, limits.waitingJoins)}
    , m_counts(m_context)
    , m_presence(m_context)
    , m_audit(m_context)
    , m_fanout(m_context.audience, limits.bulkChanges)
    , m_wasLive(feed.isLive())
{
    m_context.counts = &m_counts;
    m_context.presence = &m_presence;
    connect(&feed, &ChangeFeed::batchRead, this, &RealtimeHub::onBatch);
    connect(&feed, &ChangeFeed::liveChanged, this, &RealtimeHub::onLiveChanged);
    connect(&feed, &ChangeFeed::epochChanged, this, &RealtimeHub::onEpochChanged);
    connect(&m_audit, &RealtimeAudit::failed, this, [this](UserId user, SessionId session) {
        applySight(user, session, Error::internal(u"the audit failed"_s));
    });
    m_sweepTimer.setInterval(std::chrono::seconds(1));
    connect(&m_sweepTimer, &QTimer::timeout, this, &RealtimeHub::sweep);
    m_drainTimer.setInterval(DrainStep);
    connect(&m_drainTimer, &QTimer::timeout, this, &RealtimeHub::drainSome);
    metrics.gauge("signalbox_realtime_sockets", "Open realtime sockets.", [this] { return socketCount(); });
    metrics.gauge("signalbox_realtime_channels", "Topics joined.", [this] { return channelCount(); });
    metrics.gauge("signalbox_realtime_joins_waiting", "Joins waiting for their turn.",
        [this] { return double(m_context.pacer.waitingCount()); });
    metrics.gauge("signalbox_realtime_feed_live", "1 while changes are being read.",
        [this] { return m_context.feed.isLive() ? 1 : 0; });
}

RealtimeHub::~RealtimeHub()
{
    // The channels leave the indexes, which die before children do.
    const auto connections = std::exchange(m_connections, {});
    for (RealtimeConnection *connection : connections)
        delete connection;
}

void RealtimeHub::start()
{
    m_sweepTimer.start();
    checkPolicies();
}

void RealtimeHub::checkPolicies()
{
    m_policies = m_context.backend.unknownPolicies();
    deliver(m_policies, this, [this](const Result<QString> &unknown) { onPolicies(unknown); });
}

/// Joins wait for the first answer. Later ones find a schema that was changed under us.
void RealtimeHub::onPolicies(const Result<QString> &unknown)
{
    if (!unknown)
        return; // the database is away: asked again at the next sweep
    m_policiesKnownAt = m_context.clock.elapsed();
    const bool isNews = *unknown != m_context.refusal;
    m_context.refusal = *unknown;
    if (isNews && !unknown->isEmpty()) {
        logError(serverLog(), "realtime_refuses_to_go_live"_L1,
            {{u"reason"_s, u"lead is read under policies this service does not know"_s},
                {u"found"_s, *unknown}});
        endAll({"policies", u"Realtime is off: the database's policies have changed"_s});
    }
    m_context.pacer.setHeld(false);
}

void RealtimeHub::accept(std::unique_ptr<RealtimeSocket> socket, const RealtimeHello &hello)
{
    auto *connection = new RealtimeConnection(m_context, std::move(socket), hello, this);
    m_connections.append(connection);
    connect(connection, &RealtimeConnection::closed, this, [this, connection] { onClosed(connection); });
    if (m_drainTimer.isActive())
        connection->close(ServiceRestart, "draining");
}

void RealtimeHub::onClosed(RealtimeConnection *connection)
{
    m_connections.removeOne(connection);
    connection->deleteLater();
    if (m_drainTimer.isActive() && m_connections.isEmpty()) {
        m_drainTimer.stop();
        Q_EMIT drained();
    }
}

int RealtimeHub::channelCount() const
{
    size_t count = 0;
    for (const RealtimeConnection *connection : m_connections)
        count += connection->channels().size();
    return int(count);
}

template <typename Visit> void RealtimeHub::forEachChannel(Visit visit)
{
    for (RealtimeConnection *connection : std::as_const(m_connections)) {
        for (const auto &[topic, channel] : connection->channels()) {
            if (channel->state != RealtimeChannel::State::Joining)
                visit(*channel);
        }
    }
}

void RealtimeHub::onBatch(const FeedBatch &batch)
{
    if (!batch.access.isEmpty())
        onAccess(batch.access);
    tell(batch);
    if (!batch.countsMoved.isEmpty())
        m_counts.moved(batch.countsMoved);
    for (const FeedMessage &message : batch.messages) {
        if (message.prefix == LeadPresence::Prefix)
            m_presence.hear(message.content);
    }
}

void RealtimeHub::tell(const FeedBatch &batch)
{
    if (batch.leads.empty())
        return;
    const auto begun = m_context.clock.elapsed();
    m_context.figures.changes.increment(batch.leads.size());
    m_audit.note(batch.leads);
    const ChangeFanout::Left left = m_fanout.tell(batch.leads, m_context.clock.now(), ++m_turn);
    endLeft(left);
    endConversations(batch.leads);
    m_context.figures.fanOut.observe(m_context.clock.elapsed() - begun);
}

void RealtimeHub::endLeft(const ChangeFanout::Left &left)
{
    for (RealtimeConnection *connection : left.slow)
        connection->endAll({"slow"}, true);
    const auto isLeft = [&](RealtimeChannel *channel) { return !left.slow.contains(channel->connection); };
    // Ending one channel touches no other; those of slow connections are gone already.
    QSet<RealtimeChannel *> gone;
    forEachChannel([&](RealtimeChannel &channel) {
        if ((left.flooded.contains(&channel) || left.expired.contains(&channel)) && isLeft(&channel))
            gone.insert(&channel);
    });
    for (RealtimeChannel *channel : gone) {
        const bool hasExpired = left.expired.contains(channel);
        const Instant now = m_context.clock.now();
        channel->connection->end(*channel,
            hasExpired ? ChannelEnd {"expired", expiredText(channel->expiresAt, now), true}
                       : ChannelEnd {"bulk"});
    }
}

/// Who may not read the lead any more does not hear who is at it.
void RealtimeHub::endConversations(const std::vector<SharedLeadChange> &changes)
{
    for (const SharedLeadChange &change : changes) {
        if (!change->before)
            continue;
        const auto listeners = m_presence.listenersOf(change->id);
        for (RealtimeChannel *channel : listeners) {
            if (!channel->sight.covers(change->scope))
                channel->connection->end(*channel, {"access_changed", u"The lead is not yours any more"_s});
        }
    }
}

void RealtimeHub::onAccess(const QList<AccessChange> &changes)
{
    ++m_context.accessGeneration;
    QSet<Person> people;
    forEachChannel([&](const RealtimeChannel &channel) {
        for (const AccessChange &change : changes) {
            // A workspace alone: whose it is may be anybody's who is here.
            if (change.user.isNull() || change.user == channel.user)
                people.insert({channel.user.value, channel.session.value});
        }
    });
    for (const Person &person : people)
        probe(UserId {person.first}, SessionId {person.second});
}

void RealtimeHub::probe(UserId user, SessionId session)
{
    const Person person {user.value, session.value};
    if (m_probes.contains(person)) {
        m_probes[person] = true;
        return;
    }
    m_probes.insert(person, false);
    deliver(m_context.backend.sightOf(user, session), this,
        [this, person, user, session](const Result<LeadSight> &sight) {
            const bool isStale = m_probes.take(person);
            if (isStale)
                probe(user, session);
            else
                applySight(user, session, sight);
        });
}

void RealtimeHub::applySight(UserId user, SessionId session, const Result<LeadSight> &sight)
{
    QList<RealtimeChannel *> theirs;
    forEachChannel([&](RealtimeChannel &channel) {
        if (channel.user == user && channel.session == session)
            theirs.append(&channel);
    });
    QSet<RealtimeConnection *> touched;
    for (RealtimeChannel *channel : theirs) {
        RealtimeConnection *connection = channel->connection;
        if (connection->applySight(*channel, sight))
            touched.insert(connection);
    }
    const bool isOver = !sight && sight.error().kind == Error::Kind::Unauthenticated;
    for (RealtimeConnection *connection : touched) {
        if (isOver && connection->channels().empty())
            connection->close(1008, "the session has ended");
    }
}

void RealtimeHub::onLiveChanged()
{
    const bool isLive = m_context.feed.isLive();
    if (std::exchange(m_wasLive, isLive) == isLive)
        return;
    if (isLive)
        m_presence.greet();
    forEachChannel([&](RealtimeChannel &channel) {
        if (channel.bindings.isEmpty())
            return;
        // What is committed meanwhile waits in the log and comes later: nothing is lost, it is late.
        channel.connection->outlet().tellSystem(channel, "postgres_changes"_L1, isLive,
            isLive ? u"Subscribed to PostgreSQL"_s
                   : u"The connection to the database is lost: changes come late"_s);
    });
}

void RealtimeHub::onEpochChanged()
{
    ++m_context.accessGeneration;
    endAll({"epoch", u"The history of changes was lost: read again"_s, false});
}

void RealtimeHub::endAll(const ChannelEnd &end)
{
    const auto connections = m_connections;
    for (RealtimeConnection *connection : connections)
        connection->endAll(end);
}

void RealtimeHub::sweep()
{
    const auto connections = m_connections;
    for (RealtimeConnection *connection : connections)
        connection->sweep();
    m_context.ledger.prune();
    m_presence.sweep();
    m_audit.sweep(m_connections);
    const bool isDue = !m_policiesKnownAt || !m_context.refusal.isEmpty()
        || m_context.clock.elapsed() - *m_policiesKnownAt >= m_context.limits.auditInterval;
    if (isDue && !m_policies.isPending())
        checkPolicies();
}

void RealtimeHub::drain(std::chrono::milliseconds spread)
{
    if (m_connections.isEmpty()) {
        Q_EMIT drained();
        return;
    }
    const auto steps = std::max<qsizetype>(1, spread / DrainStep);
    m_drainStep = (m_connections.size() + steps - 1) / steps;
    m_drainTimer.start();
    drainSome();
}

void RealtimeHub::drainSome()
{
    qsizetype left = m_drainStep;
    const auto connections = m_connections;
    for (RealtimeConnection *connection : connections) {
        if (connection->isClosing())
            continue;
        if (left-- == 0)
            return;
        connection->endAll({"drain", {}, true});
        connection->close(ServiceRestart, "the service restarts");
    }
}

} // namespace signalbox
