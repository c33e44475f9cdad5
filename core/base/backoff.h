// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>

namespace signalbox {

/// Waiting times between retries: doubling from `first`, never above `maximum`, plus jitter from an injected
/// source.
class Backoff
{
public:
    /// `unit` returns a number in [0, 1); tests hand in a constant.
    Backoff(std::chrono::milliseconds first, std::chrono::milliseconds maximum, std::function<double()> unit);

    /// The wait before the next try: min(first·2^n, maximum) · (1 + unit/4), capped at maximum. Counts the
    /// try.
    std::chrono::milliseconds next();
    /// Call after a success: the next failure waits `first` again.
    void reset() { m_tries = 0; }
    int tries() const { return m_tries; }

private:
    std::chrono::milliseconds m_first;
    std::chrono::milliseconds m_maximum;
    std::function<double()> m_unit;
    int m_tries = 0;
};

} // namespace signalbox
