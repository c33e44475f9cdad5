// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QHash>
#include <QString>

namespace signalbox {

/// A token bucket for every caller: `burst` tokens at most, `perSecond` of them back each second.
class RateLimiter
{
public:
    struct Config
    {
        double perSecond = 1000;
        double burst = 5000;
    };

    RateLimiter(const Clock &clock, const Config &config);

    /// Takes `cost` tokens. 0 when there were enough, else the whole seconds until there will be; nothing is
    /// taken then.
    int take(const QString &caller, int cost);
    qsizetype bucketCount() const { return m_buckets.size(); }

private:
    struct Bucket
    {
        double tokens = 0;
        std::chrono::microseconds filledAt {};
    };

    void dropFullBuckets(std::chrono::microseconds now);

    const Clock &m_clock;
    Config m_config;
    QHash<QString, Bucket> m_buckets;
    qsizetype m_sweepAt = 1024;
};

} // namespace signalbox
