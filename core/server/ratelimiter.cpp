// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/ratelimiter.h"

#include <algorithm>
#include <cmath>

namespace signalbox {

RateLimiter::RateLimiter(const Clock &clock, const Config &config)
    : m_clock(clock)
    , m_config(config)
{
    Q_ASSERT(config.perSecond > 0 && config.burst >= 1);
}

int RateLimiter::take(const QString &caller, int cost)
{
    if (cost <= 0)
        return 0;
    const std::chrono::microseconds now = m_clock.elapsed();
    auto found = m_buckets.find(caller);
    if (found == m_buckets.end()) {
        if (m_buckets.size() >= m_sweepAt)
            dropFullBuckets(now);
        found = m_buckets.insert(caller, {m_config.burst, now});
    }
    Bucket &bucket = *found;
    const double seconds = std::chrono::duration<double>(now - bucket.filledAt).count();
    bucket.tokens = std::min(m_config.burst, bucket.tokens + seconds * m_config.perSecond);
    bucket.filledAt = now;
    // What costs more than a full bucket would never be served: it takes a full one.
    const double price = std::min<double>(cost, m_config.burst);
    if (bucket.tokens >= price) {
        bucket.tokens -= price;
        return 0;
    }
    return std::max(1, static_cast<int>(std::ceil((price - bucket.tokens) / m_config.perSecond)));
}

/// A bucket that is full again says no more than none at all.
void RateLimiter::dropFullBuckets(std::chrono::microseconds now)
{
    const double secondsToFill = m_config.burst / m_config.perSecond;
    m_buckets.removeIf([&](const auto &entry) {
        return std::chrono::duration<double>(now - entry.value().filledAt).count() >= secondsToFill;
    });
    m_sweepAt = std::max<qsizetype>(1024, 2 * m_buckets.size());
}

} // namespace signalbox
