// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/realtime/realtimeconnection.h"

#include "core/auth/digest.h"
#include "core/server/realtime/changefanout.h"
#include "core/server/realtime/channeljoin.h"
#include "core/server/realtime/countsnotices.h"
#include "core/server/realtime/leadpresence.h"
#include "core/server/realtime/realtimeclaims.h"

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

constexpr std::chrono::milliseconds ReplayPause {5};
constexpr qint64 ReplayBacklogBytes = 256 * 1024;
constexpr int FloodFactor = 10; // so many times the rate closes the socket
constexpr quint16 PolicyViolation = 1008; // RFC 6455 §7.4.1

} // namespace

RealtimeConnection::RealtimeConnection(
    RealtimeContext &context, std::unique_ptr<RealtimeSocket> socket, RealtimeHello hello, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_socket(std::move(socket))
    , m_hello(std::move(hello))
    , m_outlet(*m_socket, m_hello.version, context.figures.frames)
{
    m_replayTimer.setSingleShot(true);
    m_replayTimer.setInterval(ReplayPause);
    connect(&m_replayTimer, &QTimer::timeout, this, &RealtimeConnection::replayMore);
    connect(m_socket.get(), &RealtimeSocket::textReceived, this, &RealtimeConnection::onText);
    connect(m_socket.get(), &RealtimeSocket::binaryReceived, this, &RealtimeConnection::onBinary);
    connect(m_socket.get(), &RealtimeSocket::closed, this, &RealtimeConnection::onClosed);
}

RealtimeConnection::~RealtimeConnection()
{
    disconnect(m_socket.get(), nullptr, this, nullptr);
    for (const auto &[topic, channel] : m_channels)
        leaveEverything(*channel);
}

bool RealtimeConnection::takesMore(quint64 turn, qsizetype bytes)
{
    if (m_turn != turn) {
        m_turn = turn;
        m_turnBytes = isSlow() ? m_context.limits.turnBytes : 0;
    }
    m_turnBytes += bytes;
    return m_turnBytes <= m_context.limits.turnBytes;
}

bool RealtimeConnection::isSlow() const
{
    const RealtimeSocket::Backlog backlog = m_socket->backlog();
    const RealtimeLimits &limits = m_context.limits;
    return m_stuckSince || backlog.bytes > limits.backlogBytes || backlog.frames > limits.backlogFrames
        || backlog.oldest > limits.backlogAge;
}

void RealtimeConnection::onText(const QByteArray &text)
{
    if (m_isClosing || isFlooding())
        return;
    // Answers are queued as well: who keeps asking and never reads must not fill the memory meanwhile.
    if (m_socket->backlog().bytes > m_context.limits.hoardBytes) {
        m_context.figures.countDropped("unread");
        m_socket->abort();
        return;
    }
    const auto message = parsePhoenixMessage(m_hello.version, text);
    if (!message) {
        m_context.figures.countDropped("malformed");
        return;
    }
    if (withinRate(*message))
        onMessage(*message);
}

/// Broadcasts of clients with vsn 2.0.0 come so; nothing else does.
void RealtimeConnection::onBinary()
{
    if (!m_isClosing && !isFlooding())
        m_context.figures.countDropped("binary");
}

/// Counts a frame. True when there are so many that the socket was closed.
bool RealtimeConnection::isFlooding()
{
    const auto now = m_context.clock.elapsed();
    if (now - m_rateSecond >= std::chrono::seconds(1)) {
        m_rateSecond = now;
        m_framesInSecond = 0;
    }
    if (++m_framesInSecond <= FloodFactor * m_context.limits.framesPerSecond)
        return false;
    m_context.figures.countDropped("rate");
    close(PolicyViolation, "Too many messages per second");
    return true;
}

bool RealtimeConnection::withinRate(const PhoenixMessage &message)
{
    if (m_framesInSecond <= m_context.limits.framesPerSecond)
        return true;
    m_context.figures.countDropped("rate");
    const auto found = m_channels.find(message.topic);
    if (found == m_channels.end())
        m_outlet.reply(
            message, false, {{u"reason"_s, u"ConnectionRateLimitReached: Too many messages per second"_s}});
    else if (found->second->state != RealtimeChannel::State::Joining)
        end(*found->second, {"rate", u"Too many messages per second"_s, true});
    return false;
}

void RealtimeConnection::onMessage(const PhoenixMessage &message)
{
    if (message.topic == "phoenix"_L1 && message.event == "heartbeat"_L1) {
        onHeartbeat(message);
        return;
    }
    if (message.event == "phx_join"_L1) {
        onJoin(message);
        return;
    }
    const auto found = m_channels.find(message.topic);
    if (found == m_channels.end()) {
        m_outlet.reply(message, false, {{u"reason"_s, u"unmatched topic"_s}});
        return;
    }
    RealtimeChannel &channel = *found->second;
    if (message.event == "phx_leave"_L1)
        onLeave(channel, message);
    else if (message.event == "access_token"_L1)
        onAccessToken(channel, message);
    else if (message.event == "presence"_L1)
        onPresence(channel, message);
    else if (message.event == "broadcast"_L1)
        m_outlet.reply(message, false, {{u"reason"_s, u"Broadcasts of clients are not accepted"_s}});
    else
        m_outlet.reply(message, false, {{u"reason"_s, u"unmatched event"_s}});
}

void RealtimeConnection::onHeartbeat(const PhoenixMessage &message)
{
    QJsonObject response;
    if (const auto sent = noteSent())
        response = {{u"seq"_s, QString::fromLatin1(sent->toText())},
            {u"epoch"_s, QString::fromLatin1(m_context.feed.epoch())}};
    m_outlet.reply(message, true, response);
}

std::optional<FeedPosition> RealtimeConnection::noteSent()
{
    std::optional<FeedPosition> sent;
    for (const auto &[topic, channel] : m_channels) {
        if (channel->state == RealtimeChannel::State::Joining || channel->bindings.isEmpty())
            continue;
        const bool isLive = channel->state == RealtimeChannel::State::Live;
        const FeedPosition position
            = isLive ? std::max(m_context.feed.head(), channel->startedAt) : channel->toldUpTo;
        if (channel->noted)
            channel->acknowledged = channel->noted;
        channel->noted = position;
        sent = sent ? std::min(*sent, position) : position;
    }
    return sent;
}

void RealtimeConnection::onJoin(const PhoenixMessage &message)
{
    const auto existing = m_channels.find(message.topic);
    if (existing != m_channels.end()) {
        RealtimeChannel &old = *existing->second;
        keepPosition(old);
        send(WireFrame::text(
            writePhoenixMessage(m_hello.version, old.joinRef, old.joinRef, old.topic, u"phx_close", "{}")));
        drop(message.topic);
    }
    const auto refuse = [&](const QString &code, const QString &text) {
        m_context.figures.countJoin(code.toLatin1());
        m_outlet.reply(message, false, {{u"reason"_s, code + u": "_s + text}});
    };
    const QLatin1StringView prefix = "realtime:"_L1;
    if (!message.topic.startsWith(prefix))
        return refuse(u"UnmatchedTopic"_s, u"unmatched topic"_s);
    if (message.topic.size() == prefix.size())
        return refuse(u"TopicNameRequired"_s, u"You must provide a topic name"_s);
    if (m_channels.size() >= size_t(m_context.limits.channels))
        return refuse(u"ChannelRateLimitReached"_s, u"Too many channels"_s);
    auto channel = std::make_unique<RealtimeChannel>();
    channel->connection = this;
    channel->serial = ++m_serial;
    channel->topic = message.topic;
    channel->joinRef = message.joinRef ? message.joinRef : message.ref;
    auto *join = new ChannelJoin(m_context, *channel, message, this);
    m_channels.emplace(message.topic, std::move(channel));
    if (!m_context.pacer.admit(join))
        join->refuse(u"ClientJoinRateLimitReached"_s, u"Too many joins per second"_s);
}

void RealtimeConnection::onLeave(RealtimeChannel &channel, const PhoenixMessage &message)
{
    m_outlet.reply(message, true, {});
    m_outlet.tellEnd(channel, u"phx_close");
    drop(channel.topic);
}

void RealtimeConnection::onAccessToken(RealtimeChannel &channel, const PhoenixMessage &message)
{
    const QByteArray token = message.payload.value("access_token"_L1).toString().simplified().toLatin1();
    if (token.isEmpty() || token.startsWith("sb_"))
        return;
    const QByteArray hash = sha256(token);
    if (hash == channel.tokenHash || channel.state == RealtimeChannel::State::Joining)
        return;
    channel.verification = m_context.backend.verify(token);
    deliver(channel.verification, this,
        [this, topic = channel.topic, serial = channel.serial, token, hash](
            const Result<TokenClaims> &claims) {
            const auto found = m_channels.find(topic);
            if (found == m_channels.end() || found->second->serial != serial)
                return;
            const auto standing = checkRealtimeClaims(claims, token, m_context.clock.now());
            if (!standing)
                end(*found->second, {"bad_token", standing.error().detail, true});
            else
                takeToken(*found->second, hash, claims);
        });
}

/// Whose the new token is may be somebody else: what they see is asked before it counts.
void RealtimeConnection::takeToken(
    RealtimeChannel &channel, const QByteArray &hash, const Result<TokenClaims> &claims)
{
    const quint64 generation = m_context.accessGeneration;
    channel.probe = m_context.backend.sightOf(claims->user, claims->session);
    deliver(channel.probe, this,
        [this, topic = channel.topic, serial = channel.serial, hash, claims = *claims, generation](
            const Result<LeadSight> &sight) {
            const auto found = m_channels.find(topic);
            if (found == m_channels.end() || found->second->serial != serial)
                return;
            if (generation != m_context.accessGeneration)
                takeToken(*found->second, hash, claims);
            else
                changePerson(*found->second, hash, claims, sight);
        });
}

void RealtimeConnection::changePerson(RealtimeChannel &channel, const QByteArray &hash,
    const TokenClaims &claims, const Result<LeadSight> &sight)
{
    const bool isSamePerson = channel.user == claims.user;
    if (!isSamePerson && channel.isPrivate) {
        end(channel, {"bad_token", u"The token is another person's"_s});
        return;
    }
    channel.user = claims.user;
    channel.session = claims.session;
    channel.expiresAt = claims.expiresAt;
    channel.tokenHash = hash;
    const bool isLive = channel.state == RealtimeChannel::State::Live;
    if (!isSamePerson && isLive && sight && !sight->isEmpty()) {
        m_context.audience.remove(&channel);
        channel.sight = *sight;
        m_context.audience.add(&channel);
    } else if (applySight(channel, sight)) {
        return;
    }
    if (!channel.bindings.isEmpty())
        m_outlet.tellSystem(channel, "postgres_changes"_L1, true, u"Subscribed to PostgreSQL"_s);
}

void RealtimeConnection::onPresence(RealtimeChannel &channel, const PhoenixMessage &message)
{
    if (channel.lead && channel.state != RealtimeChannel::State::Joining) {
        const QString event = message.payload.value("event"_L1).toString();
        const QJsonObject meta = message.payload.value("payload"_L1).toObject();
        if (event == "track"_L1)
            m_context.presence->track(channel, meta.value("writing"_L1).toBool());
        else if (event == "untrack"_L1)
            m_context.presence->untrack(channel);
    }
    m_outlet.reply(message, true, {});
}

void RealtimeConnection::begin(RealtimeChannel &channel)
{
    channel.toldUpTo = channel.startedAt;
    if (channel.workspace)
        m_context.counts->add(&channel);
    if (channel.lead)
        m_context.presence->enter(channel);
    if (channel.replay.empty()) {
        goLive(channel);
        return;
    }
    channel.state = RealtimeChannel::State::Replaying;
    replayMore();
}

void RealtimeConnection::goLive(RealtimeChannel &channel)
{
    channel.state = RealtimeChannel::State::Live;
    channel.replay = {};
    m_context.audience.add(&channel);
}

void RealtimeConnection::replayMore()
{
    bool isMore = false;
    const bool isBusy = m_socket->backlog().bytes > ReplayBacklogBytes;
    QStringList topics; // a replay that fails ends its channel
    for (const auto &[topic, channel] : m_channels) {
        if (channel->state == RealtimeChannel::State::Replaying)
            topics.append(topic);
    }
    for (const QString &topic : topics)
        isMore |= isBusy || replayPage(*m_channels.at(topic));
    if (isMore)
        m_replayTimer.start();
}

/// True when there is more to come. Once nothing is missed any more the channel is live, in the same turn:
/// there is no gap between the two.
bool RealtimeConnection::replayPage(RealtimeChannel &channel)
{
    int sent = 0;
    qint64 bytes = 0;
    for (;;) {
        while (channel.replayed < channel.replay.size()) {
            if (sent >= m_context.limits.replayPage || bytes >= ReplayBacklogBytes)
                return true;
            const SharedLeadChange &change = channel.replay[channel.replayed++];
            const QList<WireFrame> frames = ChangeFanout::framesFor(channel, *change);
            for (const WireFrame &frame : frames) {
                send(frame);
                bytes += frame.bytes.size();
            }
            sent += int(frames.size());
            channel.toldUpTo = change->position;
        }
        auto more = m_context.feed.since(channel.toldUpTo);
        if (!more) {
            end(channel, {"replay_too_old", u"The history is gone: read again"_s});
            return false;
        }
        if (more->empty()) {
            goLive(channel);
            return false;
        }
        channel.replay = *std::move(more);
        channel.replayed = 0;
    }
}

bool RealtimeConnection::applySight(RealtimeChannel &channel, const Result<LeadSight> &sight)
{
    if (!sight || sight->isEmpty()) {
        const bool hasEnded = sight || sight.error().kind == Error::Kind::Unauthenticated;
        end(channel,
            {hasEnded ? "revoked" : "unknown_access",
                hasEnded ? u"Unauthorized: your access has ended"_s
                         : u"Your access could not be checked: try again"_s});
        return true;
    }
    if (*sight == channel.sight)
        return false;
    // What is shown is of the old rights: the client reads again under the new ones.
    end(channel, {"access_changed", u"Your access has changed: read again"_s});
    return true;
}

void RealtimeConnection::leaveEverything(RealtimeChannel &channel)
{
    if (channel.state == RealtimeChannel::State::Joining)
        return;
    if (channel.state == RealtimeChannel::State::Live)
        m_context.audience.remove(&channel);
    if (channel.workspace)
        m_context.counts->remove(&channel);
    if (channel.lead)
        m_context.presence->leave(channel);
}

void RealtimeConnection::drop(const QString &topic)
{
    const auto found = m_channels.find(topic);
    if (found == m_channels.end())
        return;
    leaveEverything(*found->second);
    const auto channel = std::move(found->second);
    m_channels.erase(found);
}

void RealtimeConnection::forget(RealtimeChannel &channel)
{
    drop(QString(channel.topic));
}

void RealtimeConnection::keepPosition(const RealtimeChannel &channel)
{
    if (channel.state == RealtimeChannel::State::Joining || channel.bindings.isEmpty())
        return;
    const FeedPosition position = channel.acknowledged.value_or(channel.startedAt);
    m_context.ledger.keep(ledgerKey(m_hello, channel), {m_context.feed.epoch(), position});
}

void RealtimeConnection::end(RealtimeChannel &channel, const ChannelEnd &end)
{
    m_context.figures.countResync(end.reason);
    if (end.keepsPosition)
        keepPosition(channel);
    if (!end.message.isEmpty())
        m_outlet.tellSystem(channel, "system"_L1, false, end.message);
    m_outlet.tellEnd(channel, u"phx_error");
    drop(QString(channel.topic));
}

void RealtimeConnection::endAll(const ChannelEnd &end, bool dropsQueue)
{
    if (dropsQueue) {
        m_socket->dropBacklog();
        if (!m_stuckSince)
            m_stuckSince = m_context.clock.elapsed();
    }
    while (!m_channels.empty())
        this->end(*m_channels.begin()->second, end);
}

void RealtimeConnection::close(quint16 code, QByteArrayView reason)
{
    m_isClosing = true;
    m_socket->close(code, reason);
}

void RealtimeConnection::sweep()
{
    const Instant now = m_context.clock.now();
    QStringList expired;
    for (const auto &[topic, channel] : m_channels) {
        if (channel->state != RealtimeChannel::State::Joining && channel->expiresAt <= now)
            expired.append(topic);
    }
    for (const QString &topic : expired) {
        RealtimeChannel &channel = *m_channels.at(topic);
        end(channel, {"expired", expiredText(channel.expiresAt, now), true});
    }
    if (m_stuckSince) {
        // What was dropped is told by the channels' ends; those must get through.
        if (m_socket->backlog().frames == 0)
            m_stuckSince.reset();
        else if (m_context.clock.elapsed() - *m_stuckSince >= m_context.limits.stuck)
            m_socket->abort();
        return;
    }
    if (isSlow())
        endAll({"slow", {}, false}, true);
}

void RealtimeConnection::onClosed()
{
    if (m_outlet.isShut())
        return;
    m_outlet.shut();
    for (const auto &[topic, channel] : m_channels)
        keepPosition(*channel);
    while (!m_channels.empty())
        drop(QString(m_channels.begin()->first));
    Q_EMIT closed();
}

} // namespace signalbox
