// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/realtime/changefeed.h"
#include "core/realtime/phoenixframe.h"
#include "core/server/realtime/realtimebackend.h"
#include "core/server/realtime/realtimesocket.h"

#include <QPointer>

namespace signalbox {

/// A feed that tells what the test tells it.
class FakeChangeFeed final : public ChangeFeed
{
    Q_OBJECT

public:
    bool isLive() const override { return m_isLive; }
    QByteArray epoch() const override { return m_epoch; }
    FeedPosition head() const override { return m_head; }
    std::optional<std::vector<SharedLeadChange>> since(const FeedPosition &position) const override;

    /// The next position is given to each change; one batch.
    void tell(std::vector<LeadChange> changes);
    void tell(const LeadChange &change) { tell(std::vector<LeadChange> {change}); }
    void tell(FeedBatch batch);
    void setLive(bool isLive);
    void setEpoch(const QByteArray &epoch);
    /// Positions before the newest `count` changes are gone.
    void forgetAllBut(size_t count);

private:
    bool m_isLive = true;
    QByteArray m_epoch = "1.1.fake";
    FeedPosition m_head {1000, 0};
    FeedPosition m_oldest {0, 0}; ///< since() answers from here on
    std::vector<SharedLeadChange> m_history;
};

/// A client's end of a socket, without a network: what was sent is parsed and kept.
class FakeRealtimeSocket final : public RealtimeSocket
{
    Q_OBJECT

public:
    explicit FakeRealtimeSocket(PhoenixVersion version)
        : m_version(version)
    { }

    void send(const WireFrame &frame) override;
    Backlog backlog() const override { return backlogNow; }
    void dropBacklog() override;
    void close(quint16 code, QByteArrayView reason) override;
    void abort() override;

    /// As the client does.
    void say(const PhoenixMessage &message);
    void say(const QByteArray &text) { Q_EMIT textReceived(text); }
    void hangUp();

    QList<PhoenixMessage> received; ///< since it was cleared
    QList<QByteArray> frames; ///< the same as they went over the wire
    Backlog backlogNow;
    int drops = 0;
    std::optional<quint16> closeCode;
    bool wasAborted = false;

private:
    PhoenixVersion m_version;
};

/// Tokens are `user:<uuid>[:<session uuid>]`, or `anon`; sights are what the test says.
class FakeRealtimeBackend final : public RealtimeBackend
{
public:
    explicit FakeRealtimeBackend(const Clock &clock)
        : m_clock(clock)
    { }

    Reply<TokenClaims> verify(QByteArrayView token) override;
    Reply<LeadSight> sightOf(UserId user, SessionId session) override;
    Reply<QList<LeadId>> audit(const LeadSight &sight, const QHash<LeadId, LeadScope> &leads) override;
    Reply<QString> viewerName(UserId user, LeadId lead) override;
    Reply<QString> nameOf(UserId user) override;
    Reply<QString> countsVersion(UserId user, WorkspaceId workspace) override;
    Reply<QString> unknownPolicies() override;
    void say(const QByteArray &prefix, const QByteArray &content) override;

    /// The token of a person, good for an hour or as long as said.
    QByteArray token(
        UserId user, std::chrono::seconds lifetime = std::chrono::hours(1), SessionId session = SessionId());

    QHash<UserId, LeadSight> sights;
    QHash<LeadId, LeadScope> leads; ///< for viewerName()
    QHash<UserId, QString> names;
    QHash<std::pair<QUuid, QUuid>, QString> versions; ///< by user and workspace
    QList<FeedMessage> said;
    QString unknown; ///< the answer to unknownPolicies()
    QList<LeadId> mismatches; ///< the answer to audit()
    std::optional<Error> failure; ///< of sightOf()
    bool holdsSights = false; ///< answer when the test says so, with what was true at the question
    void releaseSights();
    int sightsAsked = 0;
    int countsAsked = 0;
    int audits = 0;

private:
    const Clock &m_clock;
    QHash<QByteArray, TokenClaims> m_tokens;
    QList<std::pair<LeadSight, ReplySource<LeadSight>>> m_held;
};

} // namespace signalbox
