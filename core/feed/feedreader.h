// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/feed/ackwindow.h"
#include "core/feed/feedassembler.h"
#include "core/feed/feedslot.h"

#include <atomic>
#include <deque>
#include <functional>
#include <thread>
#include <variant>

namespace signalbox {

/// How a feed reads.
struct FeedOptions
{
    QString conninfo; ///< as who may replicate
    QString instance; ///< the same after a restart, another for each service (realtime §3.6)
    std::chrono::seconds resumeWindow {120}; ///< what a restart reads again
    std::chrono::milliseconds statusInterval {5'000};
    std::chrono::seconds staleAfter {600}; ///< a slot nobody reads is dropped after it
    std::chrono::milliseconds longestRetry {10'000};
    std::chrono::seconds ringAge {300};
    size_t ringChanges = 65'536; ///< also the most of one commit
};

/// What the reader tells, in order.
struct FeedConnected
{
    QByteArray epoch;
    quint64 start = 0; ///< the end of a commit: what came after it will be told
    bool isLogBounded = true; ///< of the server
    bool isContinued = false; ///< nothing is missing since the last batch
};
struct FeedCaughtUp
{ };
struct FeedDisconnected
{
    Error reason;
};
struct FeedRead
{
    FeedBatch batch;
    QByteArray cutEpoch; ///< not empty: the changes of this batch were too many, and a new history begins
    quint64 weight = 0; ///< given back with told()
};
using FeedNews = std::variant<FeedConnected, FeedCaughtUp, FeedDisconnected, FeedRead>;

/// Reads the log on a thread of its own: connects, streams, confirms, and connects again (realtime §3.1).
///
/// What is committed arrives once a life, in commit order, and not before other sessions can see it.
class FeedReader
{
public:
    /// `tell` is called on the reader's thread and must not wait. `clock` outlives the reader.
    FeedReader(FeedOptions options, const Clock &clock, std::function<void(FeedNews)> tell);
    /// Ends the thread; takes as long as a round trip to a server that answers.
    ~FeedReader();
    Q_DISABLE_COPY_MOVE(FeedReader)

    /// The receiver has told everybody a batch; any thread.
    void told(quint64 weight);

    /// Bytes of log that were written and not told yet, as of the last status; any thread.
    qint64 lagBytes() const { return m_lagBytes.load(std::memory_order_relaxed); }

private:
    void run();
    Result<void> live();
    Result<void> prepare(FeedSession &control, FeedSession &stream, const FeedServer &server);
    Result<void> startStream(FeedSession &stream, const QByteArray &slot);
    Result<void> follow(FeedSession &control, FeedSession &stream);
    Result<void> drain(FeedSession &stream);
    Result<void> onFrame(FeedSession &stream, QByteArrayView frame);
    void hold(FeedCommit commit);
    Result<void> release(FeedSession &control);
    void handOver(FeedRead read);
    Result<void> sendStatus(FeedSession &stream, bool wantsAnswer);
    Result<void> sendReply(FeedSession &stream, quint64 confirmed, bool wantsAnswer);
    Result<void> doChores(FeedSession &control, FeedSession &stream);
    int waitTime() const;
    bool isFull() const;

    FeedOptions m_options;
    const Clock &m_clock;
    std::function<void(FeedNews)> m_tell;
    QByteArray m_applicationName; // of this life
    StopSignal m_stop;

    FeedAssembler m_assembler;
    AckWindow m_window;
    std::deque<FeedCommit> m_held; // not visible to others yet
    size_t m_heldChanges = 0;
    QByteArray m_origin; // system, timeline and database
    QByteArray m_slot; // of this life; empty before the first connection
    quint64 m_readLsn = 0; // everything before it was handed over
    quint64 m_receivedLsn = 0;
    quint64 m_lastNote = 0;
    quint64 m_confirmed = 0;
    quint64 m_catchUpLsn = 0; // the log's end when we connected
    quint64 m_lifeLsn = 0; // the same of this life's first connection
    bool m_isCaughtUp = false;
    bool m_mayHaveMore = false;
    int m_slotTries = 0;
    std::chrono::milliseconds m_gateDelay {0};
    std::chrono::microseconds m_nextStatus {0};
    std::chrono::microseconds m_nextBeat {0};
    std::chrono::microseconds m_nextSweep {0};

    std::atomic<quint64> m_outstanding = 0; // weight that was handed over and not told yet
    std::atomic<qint64> m_lagBytes = 0;
    std::jthread m_thread; // last: it uses the rest
};

} // namespace signalbox
