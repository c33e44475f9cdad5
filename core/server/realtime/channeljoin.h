// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/realtime/realtimeconnection.h"

namespace signalbox {

/// One join on its way: configuration, token, rights, feed; then it answers, and `ok` means that it is live
/// (realtime §1.3, §3.2). Ends itself; a child of the connection.
class ChannelJoin final : public QObject
{
    Q_OBJECT

public:
    ChannelJoin(RealtimeContext &context, RealtimeChannel &channel, const PhoenixMessage &message,
        RealtimeConnection *connection);

    void begin();
    void refuse(const QString &code, const QString &text);

private:
    Result<void> readConfig();
    Result<void> readTopic();
    void onVerified(const Result<TokenClaims> &claims);
    void askSight();
    void onSight(const Result<LeadSight> &sight);
    /// True when somebody's rights have changed since; perhaps this person's: asks again.
    bool askedTooEarly();
    void askName();
    void awaitFeed();
    QJsonObject askedPosition() const;
    void complete();
    /// The `resumed` of the answer, if the client asked; sets where the channel starts.
    std::optional<bool> resume();
    bool replayFrom(const QByteArray &epoch, const FeedPosition &position);
    void finish();
    /// Null when the client has left, or joined anew, in the meantime.
    RealtimeChannel *channel() const;

    RealtimeContext &m_context;
    RealtimeConnection *m_connection;
    RealtimeChannel *m_channel; ///< good while channel() is not null
    quint64 m_serial;
    PhoenixMessage m_message;
    QByteArray m_token;
    int m_tries = 0;
    quint64 m_generation = 0; ///< of RealtimeContext::accessGeneration, when the sight was asked for
    bool m_isDone = false;
    Pending<TokenClaims> m_verification;
    Pending<LeadSight> m_sight;
    Pending<QString> m_name;
    QTimer m_patience;
};

} // namespace signalbox
