// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"

#include <QList>
#include <QObject>

#include <optional>

namespace signalbox {

/// A change of a lead as a client in its scope is told (DESIGN §8.15). Empty text means null.
struct LeadEvent
{
    enum class Kind
    {
        Inserted,
        Updated,
        Left ///< it left this session's scope: only `lead` and the times of the event itself are set
    };

    Kind kind = Kind::Updated;
    LeadId lead;
    WorkspaceId workspace;
    std::optional<UserId> assignedTo;
    QString status;
    QString sentimentTag;
    std::optional<int> overallScore;
    std::optional<Instant> snoozedUntil;
    std::optional<Instant> lastInboundAt;
    std::optional<Instant> lastOutboundAt;
    std::optional<Instant> lastMessageAt;
    QString lastMessageDirection; ///< inbound, outbound or empty
    Instant updatedAt {};
    QByteArray position; ///< of the feed; texts compare as the positions do
    Instant committedAt {};
    Instant receivedAt {};
    bool isReplay = false; ///< happened while this client was away
    bool isReassigned = false; ///< this very change gave it to whom it has now

    bool operator==(const LeadEvent &) const = default;
};

/// How the console stands with the feed (domain §6, ux §12.3).
struct FeedStatus
{
    enum class State
    {
        Stopped, ///< no workspace is followed
        Connecting,
        Live,
        Polling, ///< degraded: the service answers, the feed does not; everything is asked for each minute
        Offline, ///< the service does not answer
        Refused ///< the session is over or may not follow: sign in again
    };

    State state = State::Stopped;
    QString reason; ///< a code for the words `ui` makes; empty: none
    std::optional<Instant> since; ///< when this state began
    std::optional<std::chrono::milliseconds> latency; ///< of the newest heartbeat
    int attempt = 0; ///< connection attempts since it was last live
    std::optional<Instant> nextAttemptAt;
    int resyncs = 0;
    std::optional<Instant> lastResyncAt;

    bool operator==(const FeedStatus &) const = default;
};

/// Somebody else who has a conversation open.
struct Viewer
{
    UserId user;
    QString name;
    bool isWriting = false;
    Instant since {};

    bool operator==(const Viewer &) const = default;
};

/// The live side of the service: WebSocket in the console, a fake in tests. Follows one workspace at a time.
class RealtimeFeed : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    ~RealtimeFeed() override;

    /// Follows another workspace; what the one before still sends is dropped. A null id stops.
    virtual void follow(WorkspaceId workspace) = 0;
    virtual WorkspaceId workspace() const = 0;
    virtual FeedStatus status() const = 0;
    /// Tries now instead of after the wait.
    virtual void retryNow() = 0;

    /// Says that this person looks at a conversation (DESIGN §8.16); a null id: at none any more.
    virtual void enterConversation(LeadId lead) = 0;
    virtual void setWriting(bool isWriting) = 0;
    /// The others at the entered conversation.
    virtual QList<Viewer> viewers() const = 0;

Q_SIGNALS:
    void statusChanged();
    /// In commit order, at most one signal each turn of the event loop.
    void leadsChanged(const QList<signalbox::LeadEvent> &events);
    /// Counts read now would be of this version or a later one; at most once a second.
    void countsChanged(const QString &version, signalbox::Instant computedAt);
    /// Something may have been missed: read again what is shown. Once for each interruption.
    void resyncNeeded(const QString &reason);
    void heartbeatAnswered(std::chrono::milliseconds latency);
    void viewersChanged();
};

} // namespace signalbox
