// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/metrics.h"
#include "core/server/realtime/realtimehub.h"
#include "tests/support/fakerealtime.h"
#include "tests/support/manualclock.h"

namespace signalbox {

/// A hub over fakes, with two workspaces: `mine` with an owner and two setters, `theirs` with a stranger.
struct RealtimeTestbed
{
    explicit RealtimeTestbed(const RealtimeLimits &limits = {});

    /// A socket whose upgrade was approved.
    FakeRealtimeSocket *connectClient(PhoenixVersion version = PhoenixVersion::V2,
        const QByteArray &key = "anon", const QString &clientId = {});
    /// Sends a join and waits for its answer; gives its payload, empty when none came.
    QJsonObject join(FakeRealtimeSocket *socket, const QString &topic, const QJsonObject &payload);
    /// The payload of a join for these bindings.
    static QJsonObject following(const QByteArray &token, const QJsonArray &bindings);
    static QJsonObject binding(const QString &event, const QString &filter = {});
    /// A client that follows everything, live; what it received so far is cleared.
    FakeRealtimeSocket *follower(UserId user, const QJsonArray &bindings = {binding(QStringLiteral("*"))});
    /// Sends and waits for the answer.
    QJsonObject ask(FakeRealtimeSocket *socket, const PhoenixMessage &message);

    LeadChange inserted(const LeadScope &scope, const QByteArray &status = "new");
    LeadChange updated(const LeadChange &change, const QByteArray &status);
    /// An update that moves the lead.
    LeadChange moved(const LeadChange &change, const LeadScope &to, const QByteArray &status);

    /// The `data` of the changes a client received, in order.
    static QList<QJsonObject> changesOf(const FakeRealtimeSocket *socket);
    /// How many messages of that event it received.
    static int countOf(const FakeRealtimeSocket *socket, const QString &event);
    quint64 counter(const QByteArray &line) const; ///< of the exposition, by name and labels

    ManualClock clock;
    Metrics metrics;
    FakeChangeFeed feed;
    FakeRealtimeBackend backend {clock};
    WorkspaceId mine {newUuid()};
    WorkspaceId theirs {newUuid()};
    UserId owner {newUuid()};
    UserId setter {newUuid()};
    UserId peer {newUuid()};
    UserId stranger {newUuid()};
    RealtimeHub hub;
    int nextRef = 0;
};

} // namespace signalbox
