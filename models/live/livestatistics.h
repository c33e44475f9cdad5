// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/live/liverecord.h"

#include <array>

namespace signalbox {

/// Figures of a feed: latency of its newest thousand events, and what came in each of the last sixty seconds.
/// An event costs the same whatever came before.
class LiveStatistics
{
public:
    static constexpr int Seconds = 60;

    /// `elapsed`: the monotonic clock's. Heartbeats count as latency, not as events; replays as neither.
    void add(const LiveRecord &record, std::chrono::microseconds elapsed);
    void clear() { *this = {}; }

    /// Of the newest 1,024 that had a latency, to 3 %; none yet: none.
    std::optional<std::chrono::milliseconds> latencyPercentile(double share) const;
    /// Events a second over the last ten whole ones.
    double eventsPerSecond(std::chrono::microseconds elapsed) const;
    /// The last sixty seconds, the oldest first; the running one is the last.
    std::array<int, Seconds> eventsBySecond(std::chrono::microseconds elapsed) const;
    /// The worst latency of each second in milliseconds; -1: there was none.
    std::array<int, Seconds> latencyBySecond(std::chrono::microseconds elapsed) const;
    /// Moments of which the recording may lack events: everything was read again instead.
    int missed() const { return m_missed; }
    qint64 total() const { return m_total; }

private:
    static constexpr int Samples = 1024;
    static constexpr int Buckets = 64 + 32 * 26;

    struct Slot
    {
        qint64 second = -1;
        int events = 0;
        int worst = -1;
    };

    static int bucketOf(qint64 milliseconds);
    static qint64 valueOf(int bucket);
    void addLatency(qint64 milliseconds);
    const Slot *slotOf(qint64 second) const;

    std::array<Slot, Seconds> m_slots {};
    std::array<quint16, Samples> m_samples {}; ///< buckets of the newest latencies
    std::array<quint16, Buckets> m_histogram {};
    int m_sampleCount = 0;
    int m_nextSample = 0;
    int m_missed = 0;
    qint64 m_total = 0;
};

} // namespace signalbox
