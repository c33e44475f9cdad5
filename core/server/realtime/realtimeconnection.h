// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/realtime/phoenixoutlet.h"
#include "core/server/realtime/realtimecontext.h"

#include <QTimer>

#include <map>

namespace signalbox {

/// One client: its socket, the channels it has joined, and the protocol between them (realtime §1).
class RealtimeConnection final : public QObject
{
    Q_OBJECT

public:
    /// `context` must outlive it.
    RealtimeConnection(RealtimeContext &context, std::unique_ptr<RealtimeSocket> socket, RealtimeHello hello,
        QObject *parent = nullptr);
    ~RealtimeConnection() override;

    PhoenixVersion version() const { return m_hello.version; }
    const RealtimeHello &hello() const { return m_hello; }
    using Channels = std::map<QString, std::unique_ptr<RealtimeChannel>>;
    const Channels &channels() const { return m_channels; }

    void send(const WireFrame &frame) { m_outlet.send(frame); }
    /// Whether another frame of this size may be queued in this turn; false: the client does not keep up.
    bool takesMore(quint64 turn, qsizetype bytes);
    const PhoenixOutlet &outlet() const { return m_outlet; }

    /// The join has been answered: what is missed comes first, then what is new.
    void begin(RealtimeChannel &channel);
    /// The join was refused; the topic is free again.
    void forget(RealtimeChannel &channel);
    /// The person's rights are others now. True when that ended the channel.
    bool applySight(RealtimeChannel &channel, const Result<LeadSight> &sight);
    /// Ends with `phx_error`, so that the client joins again by itself.
    void end(RealtimeChannel &channel, const ChannelEnd &end);
    /// Ends all channels; what is queued is dropped if `dropsQueue`.
    void endAll(const ChannelEnd &end, bool dropsQueue = false);
    void close(quint16 code, QByteArrayView reason);
    bool isClosing() const { return m_isClosing; }
    /// Once a second: tokens that ran out, a queue that does not drain, a connection that is stuck.
    void sweep();

Q_SIGNALS:
    void closed();

private:
    void onText(const QByteArray &text);
    void onBinary();
    bool isFlooding();
    void onMessage(const PhoenixMessage &message);
    void onHeartbeat(const PhoenixMessage &message);
    void onJoin(const PhoenixMessage &message);
    void onLeave(RealtimeChannel &channel, const PhoenixMessage &message);
    void onAccessToken(RealtimeChannel &channel, const PhoenixMessage &message);
    void takeToken(RealtimeChannel &channel, const QByteArray &hash, const Result<TokenClaims> &claims);
    void changePerson(RealtimeChannel &channel, const QByteArray &hash, const TokenClaims &claims,
        const Result<LeadSight> &sight);
    void onPresence(RealtimeChannel &channel, const PhoenixMessage &message);
    void onClosed();
    bool withinRate(const PhoenixMessage &message);
    void goLive(RealtimeChannel &channel);
    void replayMore();
    bool replayPage(RealtimeChannel &channel);
    void leaveEverything(RealtimeChannel &channel);
    void keepPosition(const RealtimeChannel &channel);
    /// Everything up to here has been sent on this socket; none when it follows nothing.
    std::optional<FeedPosition> noteSent();
    void drop(const QString &topic);
    bool isSlow() const;

    RealtimeContext &m_context;
    std::unique_ptr<RealtimeSocket> m_socket;
    RealtimeHello m_hello;
    PhoenixOutlet m_outlet;
    Channels m_channels;
    quint64 m_serial = 0;
    bool m_isClosing = false;
    quint64 m_turn = 0;
    qint64 m_turnBytes = 0;
    std::optional<std::chrono::microseconds> m_stuckSince; ///< since its queue was dropped
    std::chrono::microseconds m_rateSecond {};
    int m_framesInSecond = 0;
    QTimer m_replayTimer;
};

} // namespace signalbox
