// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/websocketfeed.h"

#include "core/client/apiclient.h"
#include "core/client/clientlog.h"

#include <QRandomGenerator>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto RejoinAfter = 2s;

std::function<double()> jitterOf(const WebSocketFeed::Config &config)
{
    if (config.jitter)
        return config.jitter;
    return [] { return QRandomGenerator::global()->generateDouble(); };
}

/// The codes with which a join is refused for its token (realtime §1.4).
bool isAboutToken(const QString &reason)
{
    constexpr std::array Codes {"InvalidJWTToken"_L1, "MalformedJWT"_L1, "JwtSignatureError"_L1,
        "JwtSignerError"_L1, "Unauthorized"_L1};
    return std::ranges::any_of(Codes, [&](QLatin1StringView code) { return reason.startsWith(code); });
}

} // namespace

WebSocketFeed::WebSocketFeed(ApiClient &client, const Clock &clock, QObject *parent)
    : WebSocketFeed(client, clock, Config(), parent)
{ }

WebSocketFeed::WebSocketFeed(ApiClient &client, const Clock &clock, const Config &config, QObject *parent)
    : RealtimeFeed(parent)
    , m_client(client)
    , m_clock(clock)
    , m_config(config)
    , m_socket(clock, config.heartbeat)
    , m_backoff(config.firstRetry, config.longestRetry, jitterOf(config))
{
    for (QTimer *timer : {&m_wait, &m_overdue, &m_flush, &m_rejoin})
        timer->setSingleShot(true);
    m_overdue.setInterval(config.overdue);
    m_rejoin.setInterval(RejoinAfter);
    connect(&m_wait, &QTimer::timeout, this, [this] { apply(FeedEvent::WaitOver); });
    connect(&m_overdue, &QTimer::timeout, this, [this] { apply(FeedEvent::Overdue); });
    connect(&m_flush, &QTimer::timeout, this, &WebSocketFeed::flush);
    connect(&m_rejoin, &QTimer::timeout, this, &WebSocketFeed::joinAll);
    connect(&m_socket, &PhoenixSocket::opened, this, [this] { apply(FeedEvent::Opened); });
    connect(&m_socket, &PhoenixSocket::closed, this, &WebSocketFeed::onClosed);
    connect(&m_socket, &PhoenixSocket::received, this, &WebSocketFeed::onMessage);
    connect(&m_socket, &PhoenixSocket::heartbeatAnswered, this, &WebSocketFeed::onHeartbeat);
    connect(&m_socket, &PhoenixSocket::silent, this, [this] { apply(FeedEvent::Silent); });
    connect(&client, &ApiClient::sessionRenewed, this, [this] { apply(FeedEvent::Renewed); });
    connect(&client, &ApiClient::sessionEnded, this, [this] { apply(FeedEvent::Ended); });
    connect(&client, &ApiClient::statusChanged, this, &WebSocketFeed::onLink);
}

WebSocketFeed::~WebSocketFeed() = default;

void WebSocketFeed::follow(WorkspaceId workspace)
{
    const bool isRefused = m_status.state == FeedStatus::State::Refused;
    if (workspace == m_workspace && !isRefused)
        return;
    // Frames still under way carry topics nobody listens to any more.
    leave(m_leads);
    leave(m_counts);
    m_batch.clear();
    m_epoch.clear();
    m_rights.clear();
    m_position.clear();
    m_hasBeenLive = false;
    m_wasRejected = false;
    m_rejectedToken.clear();
    m_workspace = workspace;
    if (workspace.isNull()) {
        enterConversation({});
        apply(FeedEvent::Stopped);
        return;
    }
    m_leads.topic = u"realtime:leads-session:%1:%2"_s.arg(
        workspace.toString(), QString::number(QRandomGenerator::global()->generate(), 36));
    m_counts.topic = u"realtime:workspace:"_s + workspace.toString();
    m_backoff.reset();
    m_status.attempt = 0;
    apply(FeedEvent::Followed);
}

void WebSocketFeed::retryNow()
{
    m_wasRejected = false;
    m_rejectedToken.clear();
    apply(FeedEvent::Retried);
}

void WebSocketFeed::apply(FeedEvent event)
{
    const FeedStep step = feedStep(m_status.state, event);
    const FeedStatus before = m_status;
    if (step.state != m_status.state) {
        logInfo(clientLog(), "realtime_state"_L1,
            {{u"from"_s, feedStateName(m_status.state)}, {u"to"_s, feedStateName(step.state)},
                {u"cause"_s, feedEventName(event)}});
        m_status.state = step.state;
        m_status.since = m_clock.now();
        m_status.reason = step.state == FeedStatus::State::Live ? QString() : feedEventName(event);
    }
    if (step.state == FeedStatus::State::Connecting
        && (before.state != step.state || event == FeedEvent::Followed))
        m_overdue.start();
    else if (step.state != FeedStatus::State::Connecting)
        m_overdue.stop();
    run(step.action);
    if (m_status != before)
        Q_EMIT statusChanged();
}

void WebSocketFeed::run(FeedAction action)
{
    switch (action) {
    case FeedAction::None:
        break;
    case FeedAction::Open:
        openOrJoin();
        break;
    case FeedAction::Join:
        joinAll();
        break;
    case FeedAction::Reset:
        m_socket.abort();
        forgetJoins();
        wait();
        break;
    case FeedAction::Wait:
        wait();
        break;
    case FeedAction::Renew:
        renew();
        break;
    case FeedAction::UseToken:
        useToken();
        break;
    case FeedAction::Beat:
        m_socket.beat();
        break;
    case FeedAction::Close:
        m_wait.stop();
        m_status.nextAttemptAt.reset();
        m_socket.abort();
        forgetJoins();
        break;
    }
}

void WebSocketFeed::openOrJoin()
{
    m_wait.stop();
    m_status.nextAttemptAt.reset();
    if (m_socket.isOpening())
        return;
    const auto session = m_client.session();
    if (!m_client.hasFreshToken() || session->accessToken == m_rejectedToken) {
        renew();
        return;
    }
    if (m_socket.isOpen()) {
        joinAll();
        return;
    }
    ++m_status.attempt;
    m_socket.open(endPoint(), session->accessToken.toLatin1());
}

void WebSocketFeed::wait()
{
    const auto span = m_backoff.next();
    m_wait.start(span);
    m_status.nextAttemptAt = m_clock.now() + span;
}

void WebSocketFeed::renew()
{
    m_client.renewSession();
    wait(); // should that come to nothing
}

void WebSocketFeed::useToken()
{
    const auto session = m_client.session();
    if (!session)
        return;
    for (const Channel *channel : {&m_leads, &m_counts, &m_conversation})
        if (channel->isJoined)
            m_socket.push(channel->topic, u"access_token"_s, {{u"access_token"_s, session->accessToken}},
                channel->joinRef);
    if (m_leads.joinRef.isEmpty())
        openOrJoin();
}

void WebSocketFeed::reject()
{
    const auto session = m_client.session();
    m_rejectedToken = session ? session->accessToken : QString();
    const bool isAgain = std::exchange(m_wasRejected, true);
    apply(isAgain ? FeedEvent::RejectedAgain : FeedEvent::Rejected);
}

void WebSocketFeed::joinAll()
{
    if (!m_socket.isOpen())
        return;
    join(m_leads, leadChangesConfig(m_workspace));
    join(m_counts, privateConfig({}));
    const auto session = m_client.session();
    join(m_conversation, privateConfig(session ? session->identity.user.toString() : QString()));
}

void WebSocketFeed::join(Channel &channel, const QJsonObject &config)
{
    const auto session = m_client.session();
    if (!channel.isWanted() || !channel.joinRef.isEmpty() || !session)
        return;
    QJsonObject payload {{u"config"_s, config}, {u"access_token"_s, session->accessToken}};
    if (&channel == &m_leads && !m_epoch.isEmpty()) {
        QJsonObject resume {
            {u"epoch"_s, QString::fromLatin1(m_epoch)}, {u"seq"_s, QString::fromLatin1(m_position)}};
        if (!m_rights.isEmpty())
            resume.insert(u"rights"_s, m_rights);
        payload.insert(u"resume"_s, resume);
    }
    channel.joinRef = m_socket.push(channel.topic, u"phx_join"_s, payload);
}

void WebSocketFeed::leave(Channel &channel)
{
    if (!channel.joinRef.isEmpty())
        m_socket.push(channel.topic, u"phx_leave"_s, {}, channel.joinRef);
    channel = {};
}

void WebSocketFeed::forgetJoins()
{
    for (Channel *channel : {&m_leads, &m_counts, &m_conversation}) {
        channel->joinRef.clear();
        channel->isJoined = false;
    }
    m_presence.clear();
    updateViewers();
}

void WebSocketFeed::onClosed(int httpStatus)
{
    forgetJoins();
    if (httpStatus == 401 || httpStatus == 403)
        reject();
    else
        apply(FeedEvent::Dropped);
}

void WebSocketFeed::onLink()
{
    using State = ConnectionStatus::State;
    const State before = std::exchange(m_link, m_client.status().state);
    if (m_link == before)
        return;
    if (m_link == State::Offline)
        apply(FeedEvent::Unreachable);
    else if (m_link == State::Connected)
        apply(FeedEvent::Reachable);
}

void WebSocketFeed::onMessage(const PhoenixMessage &message)
{
    Channel *channel = nullptr;
    for (Channel *one : {&m_leads, &m_counts, &m_conversation})
        if (one->isWanted() && one->topic == message.topic)
            channel = one;
    // What belongs to an earlier join of the topic is out of date.
    if (!channel || (message.joinRef && *message.joinRef != channel->joinRef))
        return;
    if (message.event == "phx_reply"_L1)
        onReply(message);
    else if (message.event == "phx_error"_L1 || message.event == "phx_close"_L1)
        onChannelEnded(*channel);
    else if (message.event == "postgres_changes"_L1 && channel == &m_leads)
        onLeadChange(message);
    else if (message.event == "broadcast"_L1 && channel == &m_counts)
        onBroadcast(message.payload);
    else if (message.event.startsWith("presence_"_L1) && channel == &m_conversation) {
        if (message.event == "presence_state"_L1)
            m_presence.setState(message.payload);
        else
            m_presence.apply(message.payload);
        updateViewers();
    }
}

void WebSocketFeed::onReply(const PhoenixMessage &message)
{
    for (Channel *channel : {&m_leads, &m_counts, &m_conversation}) {
        if (channel->joinRef.isEmpty() || message.ref != channel->joinRef || channel->isJoined)
            continue;
        const QJsonObject response = message.payload.value("response"_L1).toObject();
        if (message.payload.value("status"_L1) != "ok"_L1) {
            const QString reason = response.value("reason"_L1).toString();
            logWarning(clientLog(), "realtime_join_refused"_L1,
                {{u"topic"_s, channel->topic.section(u':', 1, 1)},
                    {u"reason"_s, reason.section(u':', 0, 0)}});
            channel->joinRef.clear();
            if (channel == &m_leads && isAboutToken(reason))
                reject();
            else
                onChannelEnded(*channel);
            return;
        }
        channel->isJoined = true;
        if (channel == &m_leads)
            onLeadsJoined(response);
        else if (channel == &m_conversation)
            track();
        return;
    }
}

void WebSocketFeed::onLeadsJoined(const QJsonObject &response)
{
    const bool wasInterrupted = std::exchange(m_hasBeenLive, true);
    const bool isResumed = response.value("resumed"_L1).toBool();
    m_replayBefore = isResumed ? m_clock.now() : Instant {};
    m_rights = response.value("rights"_L1).toString();
    if (!isResumed) {
        m_epoch = response.value("epoch"_L1).toString().toLatin1();
        m_position = response.value("seq"_L1).toString().toLatin1();
    }
    m_backoff.reset();
    m_status.attempt = 0;
    m_wasRejected = false;
    apply(FeedEvent::Subscribed);
    m_socket.beat(); // for the latency
    if (wasInterrupted && !isResumed)
        resync(u"too_old"_s);
}

void WebSocketFeed::onChannelEnded(Channel &channel)
{
    channel.joinRef.clear();
    channel.isJoined = false;
    if (&channel == &m_leads) {
        apply(FeedEvent::ChannelEnded);
        return;
    }
    if (&channel == &m_conversation) {
        m_presence.clear();
        updateViewers();
    }
    m_rejoin.start();
}

void WebSocketFeed::onLeadChange(const PhoenixMessage &message)
{
    auto event = decodeLeadEvent(message.payload);
    if (!event) {
        logWarning(clientLog(), "realtime_change_unreadable"_L1, {{u"field"_s, event.error().field}});
        resync(u"unreadable"_s);
        return;
    }
    if (!event->position.isEmpty()) {
        if (!m_position.isEmpty() && event->position <= m_position)
            return; // heard before the connection broke
        m_position = event->position;
    }
    event->isReplay = event->committedAt < m_replayBefore;
    event->receivedAt = m_clock.now();
    m_batch.append(*event);
    if (!m_flush.isActive())
        m_flush.start(0);
}

void WebSocketFeed::flush()
{
    const QList<LeadEvent> events = std::exchange(m_batch, {});
    if (!events.isEmpty())
        Q_EMIT leadsChanged(events);
}

void WebSocketFeed::onBroadcast(const QJsonObject &payload)
{
    if (payload.value("event"_L1) != "counts.changed"_L1)
        return;
    const QJsonObject content = payload.value("payload"_L1).toObject();
    Q_EMIT countsChanged(content.value("ver"_L1).toVariant().toString(),
        parseIso(content.value("computedAt"_L1).toString()).value_or(m_clock.now()));
}

void WebSocketFeed::onHeartbeat(std::chrono::milliseconds latency, const QJsonObject &response)
{
    m_status.latency = latency;
    const QByteArray epoch = response.value("epoch"_L1).toString().toLatin1();
    const QByteArray told = response.value("seq"_L1).toString().toLatin1();
    if (m_leads.isJoined && !epoch.isEmpty()) {
        const bool isOther = !m_epoch.isEmpty() && epoch != m_epoch;
        // All up to here was told before the answer; what lies between was not for us.
        m_position = isOther ? told : std::max(m_position, told);
        m_epoch = epoch;
        if (isOther)
            resync(u"epoch"_s);
    }
    Q_EMIT heartbeatAnswered(latency);
    Q_EMIT statusChanged();
}

void WebSocketFeed::resync(const QString &reason)
{
    ++m_status.resyncs;
    m_status.lastResyncAt = m_clock.now();
    logInfo(clientLog(), "realtime_resync"_L1, {{u"reason"_s, reason}});
    flush();
    Q_EMIT statusChanged();
    Q_EMIT resyncNeeded(reason);
}

void WebSocketFeed::enterConversation(LeadId lead)
{
    const QString topic = lead.isNull() ? QString() : u"realtime:lead:"_s + lead.toString();
    if (topic == m_conversation.topic)
        return;
    leave(m_conversation);
    m_isWriting = false;
    m_presence.clear();
    updateViewers();
    m_conversation.topic = topic;
    if (m_leads.isJoined)
        joinAll();
}

void WebSocketFeed::setWriting(bool isWriting)
{
    if (std::exchange(m_isWriting, isWriting) != isWriting)
        track();
}

void WebSocketFeed::track()
{
    if (m_conversation.isJoined)
        m_socket.push(m_conversation.topic, u"presence"_s,
            {{u"type"_s, u"presence"_s}, {u"event"_s, u"track"_s},
                {u"payload"_s, QJsonObject {{u"writing"_s, m_isWriting}}}},
            m_conversation.joinRef);
}

void WebSocketFeed::updateViewers()
{
    const auto session = m_client.session();
    const QList<Viewer> viewers = m_presence.viewers(session ? session->identity.user : UserId());
    if (std::exchange(m_viewers, viewers) != viewers)
        Q_EMIT viewersChanged();
}

QUrl WebSocketFeed::endPoint() const
{
    QUrl url = m_config.endPoint;
    if (url.isEmpty()) {
        url = m_client.server();
        url.setScheme(url.scheme() == "https"_L1 ? u"wss"_s : u"ws"_s);
        url.setPath(u"/realtime/v1/websocket"_s);
    }
    url.setQuery(u"vsn=2.0.0"_s);
    return url;
}

} // namespace signalbox
