// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/feed/feedreader.h"
#include "core/feed/feedring.h"

namespace signalbox {

/// The change feed of PostgreSQL's logical replication (realtime §3.1, §3.5, §3.6): pgoutput from a durable
/// slot of this instance, and a ring of what was told lately.
///
/// A first connection tells the last two minutes again, from before this life, though not their messages;
/// within one life nothing is told twice, whatever breaks. Where a server cannot feed it is never live, and
/// problem() says why.
class LogicalFeed final : public ChangeFeed
{
    Q_OBJECT

public:
    /// `clock` outlives it.
    LogicalFeed(FeedOptions options, const Clock &clock, QObject *parent = nullptr);
    /// As stop().
    ~LogicalFeed() override;

    void start();
    /// Reads no more; waits for the reader's thread, which ends at once. Nothing is told afterwards.
    void stop();

    bool isLive() const override { return m_isLive; }
    QByteArray epoch() const override { return m_epoch; }
    FeedPosition head() const override { return m_ring.head(); }
    std::optional<std::vector<SharedLeadChange>> since(const FeedPosition &position) const override;

    /// Why it is not live, for an operator; empty while it is.
    QString problem() const { return m_problem ? m_problem->detail : QString(); }
    /// The same in one word that tells no outsider anything: `FEED_WAL_LEVEL`, `FEED_RIGHTS`, `unavailable`.
    QString problemCode() const;

    /// For /metrics.
    struct Figures
    {
        qint64 lagBytes = 0; ///< of log written and not told yet; -1: unknown
        quint64 changesTold = 0;
        quint64 reconnects = 0;
        quint64 historiesLost = 0;
        size_t ringChanges = 0;
    };
    Figures figures() const;

private:
    void on(const FeedConnected &connected);
    void on(const FeedCaughtUp &);
    void on(const FeedDisconnected &disconnected);
    void on(FeedRead &read);
    void setLive(bool isLive);

    FeedOptions m_options;
    const Clock &m_clock;
    FeedRing m_ring;
    QByteArray m_epoch;
    std::optional<Error> m_problem;
    bool m_isLive = false;
    int m_starts = 0;
    Figures m_figures;
    std::unique_ptr<FeedReader> m_reader; // last: its thread ends before what it tells
};

} // namespace signalbox
