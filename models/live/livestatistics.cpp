// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/livestatistics.h"

#include <algorithm>
#include <bit>

namespace signalbox {

using namespace std::chrono;

namespace {

qint64 secondOf(microseconds elapsed)
{
    return floor<seconds>(elapsed).count();
}

bool isEvent(LiveKind kind)
{
    return kind <= LiveKind::Counts;
}

} // namespace

void LiveStatistics::add(const LiveRecord &record, microseconds elapsed)
{
    m_missed += record.kind == LiveKind::Resync ? 1 : 0;
    const bool isReplay = record.lead && record.lead->isReplay;
    const qint64 second = secondOf(elapsed);
    Slot &slot = m_slots[size_t(second % Seconds)];
    if (slot.second != second)
        slot = {.second = second};
    if (isEvent(record.kind) && !isReplay) {
        ++slot.events;
        ++m_total;
    }
    if (record.latency && !isReplay) {
        addLatency(record.latency->count());
        slot.worst = std::max(slot.worst, int(std::min<qint64>(record.latency->count(), 3'600'000)));
    }
}

std::optional<milliseconds> LiveStatistics::latencyPercentile(double share) const
{
    if (m_sampleCount == 0)
        return std::nullopt;
    const int wanted = std::min(int(share * m_sampleCount), m_sampleCount - 1);
    int seen = 0;
    for (int bucket = 0; bucket < Buckets; ++bucket) {
        seen += m_histogram[size_t(bucket)];
        if (seen > wanted)
            return milliseconds(valueOf(bucket));
    }
    return std::nullopt;
}

double LiveStatistics::eventsPerSecond(microseconds elapsed) const
{
    constexpr int Window = 10;
    int events = 0;
    for (qint64 second = secondOf(elapsed) - Window; second < secondOf(elapsed); ++second) {
        if (const Slot *slot = slotOf(second))
            events += slot->events;
    }
    return double(events) / Window;
}

std::array<int, LiveStatistics::Seconds> LiveStatistics::eventsBySecond(microseconds elapsed) const
{
    std::array<int, Seconds> events {};
    for (int i = 0; i < Seconds; ++i) {
        const Slot *slot = slotOf(secondOf(elapsed) - Seconds + 1 + i);
        events[size_t(i)] = slot ? slot->events : 0;
    }
    return events;
}

std::array<int, LiveStatistics::Seconds> LiveStatistics::latencyBySecond(microseconds elapsed) const
{
    std::array<int, Seconds> worst {};
    for (int i = 0; i < Seconds; ++i) {
        const Slot *slot = slotOf(secondOf(elapsed) - Seconds + 1 + i);
        worst[size_t(i)] = slot ? slot->worst : -1;
    }
    return worst;
}

const LiveStatistics::Slot *LiveStatistics::slotOf(qint64 second) const
{
    if (second < 0)
        return nullptr;
    const Slot &slot = m_slots[size_t(second % Seconds)];
    return slot.second == second ? &slot : nullptr;
}

// Each millisecond below 64, then 32 buckets for each doubling.
int LiveStatistics::bucketOf(qint64 value)
{
    if (value < 64)
        return int(value);
    const int doublings = std::min(int(std::bit_width(quint64(value))) - 6, 26);
    const qint64 part = std::min<qint64>((value >> doublings) - 32, 31);
    return std::min(64 + (doublings - 1) * 32 + int(part), Buckets - 1);
}

qint64 LiveStatistics::valueOf(int bucket)
{
    if (bucket < 64)
        return bucket;
    const int doublings = (bucket - 64) / 32 + 1;
    return qint64((bucket - 64) % 32 + 32) << doublings;
}

void LiveStatistics::addLatency(qint64 milliseconds)
{
    const int bucket = bucketOf(milliseconds);
    quint16 &sample = m_samples[size_t(m_nextSample)];
    if (m_sampleCount == Samples)
        --m_histogram[sample];
    else
        ++m_sampleCount;
    sample = quint16(bucket);
    ++m_histogram[size_t(bucket)];
    m_nextSample = (m_nextSample + 1) % Samples;
}

} // namespace signalbox
