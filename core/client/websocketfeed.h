// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/backoff.h"
#include "core/client/phoenixsocket.h"
#include "core/client/realtimejson.h"
#include "core/inbox/serviceconnection.h"
#include "core/realtime/feedstate.h"

#include <QUrl>

namespace signalbox {

class ApiClient;

/// The feed over the service's WebSocket (realtime §1, §3.5), by the state machine of feedStep().
///
/// Three channels: the leads of the workspace followed, its private one for counts, and that of the
/// conversation that is open. A dropped connection is taken up at the last position heard, which the answers
/// to heartbeats move on as well; only if the service has that no more, or its history is another one,
/// resyncNeeded() is emitted. Address and tokens are the ApiClient's. Event thread.
class WebSocketFeed final : public RealtimeFeed
{
    Q_OBJECT

public:
    struct Config
    {
        QUrl endPoint; ///< `ws://host:port/realtime/v1/websocket`; empty: on the ApiClient's server
        std::chrono::milliseconds firstRetry {1'000};
        std::chrono::milliseconds longestRetry {30'000};
        std::chrono::milliseconds overdue {5'000}; ///< without a joined channel: say "Polling"
        std::chrono::milliseconds heartbeat {25'000};
        std::function<double()> jitter; ///< in [0, 1); empty: a random source
    };

    WebSocketFeed(ApiClient &client, const Clock &clock, QObject *parent = nullptr);
    WebSocketFeed(ApiClient &client, const Clock &clock, const Config &config, QObject *parent = nullptr);
    ~WebSocketFeed() override;

    void follow(WorkspaceId workspace) override;
    WorkspaceId workspace() const override { return m_workspace; }
    FeedStatus status() const override { return m_status; }
    void retryNow() override;
    void enterConversation(LeadId lead) override;
    void setWriting(bool isWriting) override;
    QList<Viewer> viewers() const override { return m_viewers; }

private:
    struct Channel
    {
        QString topic; ///< empty: not wanted
        QString joinRef; ///< empty: not asked for
        bool isJoined = false;

        bool isWanted() const { return !topic.isEmpty(); }
    };

    void apply(FeedEvent event);
    void run(FeedAction action);
    void openOrJoin();
    void wait();
    void renew();
    void useToken();
    void reject();

    void joinAll();
    void join(Channel &channel, const QJsonObject &config);
    void leave(Channel &channel);
    void forgetJoins();

    void onClosed(int httpStatus);
    void onMessage(const PhoenixMessage &message);
    void onReply(const PhoenixMessage &message);
    void onLeadsJoined(const QJsonObject &response);
    void onChannelEnded(Channel &channel);
    void onLeadChange(const PhoenixMessage &message);
    void onBroadcast(const QJsonObject &payload);
    void onHeartbeat(std::chrono::milliseconds latency, const QJsonObject &response);
    void onLink();

    void flush();
    void resync(const QString &reason);
    void updateViewers();
    void track();
    QUrl endPoint() const;

    ApiClient &m_client;
    const Clock &m_clock;
    Config m_config;
    PhoenixSocket m_socket;
    Backoff m_backoff;
    QTimer m_wait;
    QTimer m_overdue;
    QTimer m_flush;
    QTimer m_rejoin; ///< of the private channels
    WorkspaceId m_workspace;
    FeedStatus m_status;
    Channel m_leads;
    Channel m_counts;
    Channel m_conversation;
    bool m_wasRejected = false; ///< since it was last live
    QString m_rejectedToken; ///< not to be tried again
    ConnectionStatus::State m_link = ConnectionStatus::State::Connecting;
    QByteArray m_epoch;
    QString m_rights; ///< by which the service told: under others, what is shown must be read again
    QByteArray m_position; ///< of the newest change heard; empty: none yet
    Instant m_replayBefore {}; ///< what was committed earlier happened while the connection was down
    bool m_hasBeenLive = false; ///< with this workspace
    QList<LeadEvent> m_batch;
    bool m_isWriting = false;
    PresenceList m_presence;
    QList<Viewer> m_viewers;
};

} // namespace signalbox
