// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inbox/serviceconnection.h"
#include "core/realtime/realtimefeed.h"

#include <QTimer>

namespace signalbox {

/// HTTP and the feed as one: how the console stands with its service.
struct LinkStatus
{
    enum class State
    {
        Connecting, ///< HTTP or the feed, for the first time or again
        Connected, ///< HTTP answers; no workspace is followed
        Live,
        Polling, ///< HTTP answers, the feed does not
        Reconnecting, ///< HTTP failed a moment ago
        Offline,
        Refused
    };

    State state = State::Connecting;
    std::optional<std::chrono::milliseconds> latency; ///< of the feed while live, else of HTTP
    std::optional<Instant> since;
    QString reason; ///< the feed's code
    int attempt = 0;
    std::optional<Instant> nextAttemptAt;

    bool operator==(const LinkStatus &) const = default;
};

/// Never Live while HTTP fails: what is clicked then would not work.
LinkStatus mergeLink(const ConnectionStatus &http, const FeedStatus &feed);

/// A few words for a pill: "Live · 62 ms", "Polling every 60 s", "Connecting · try 3 in 8 s".
QString presentLink(const LinkStatus &link, Instant now);
/// The state alone, as it is said to assistive technology: it changes only when the state does.
QString presentLinkState(LinkStatus::State state);
/// A sentence: what works, since when, and why it is so.
QString explainLink(const LinkStatus &link);
/// Why the feed is not live, from its code; empty: nothing worth saying.
QString presentFeedReason(const QString &code);

/// Watches both, for those who show it.
class LinkWatch final : public QObject
{
    Q_OBJECT

public:
    /// `feed` null: a console without one. All outlive this.
    LinkWatch(
        ServiceConnection &connection, RealtimeFeed *feed, const Clock &clock, QObject *parent = nullptr);

    LinkStatus status() const;
    ConnectionStatus http() const { return m_connection.status(); }
    FeedStatus feed() const { return m_feed ? m_feed->status() : FeedStatus(); }
    const Clock &clock() const { return m_clock; }
    void retryNow();

Q_SIGNALS:
    /// Also each second while a next attempt is counted down.
    void changed();

private:
    void follow();

    ServiceConnection &m_connection;
    RealtimeFeed *m_feed;
    const Clock &m_clock;
    QTimer m_countdown;
};

} // namespace signalbox
