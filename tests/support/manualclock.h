// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

namespace signalbox {

/// A clock that stands still until a test moves it.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(Instant start = Instant(std::chrono::seconds(1'790'000'000)))
        : m_now(start)
    { }

    Instant now() const override { return m_now; }
    std::chrono::microseconds elapsed() const override { return m_elapsed; }

    void advance(std::chrono::microseconds by)
    {
        m_now += by;
        m_elapsed += by;
    }
    /// The wall clock is set; durations go on undisturbed.
    void setNow(Instant now) { m_now = now; }

private:
    Instant m_now;
    std::chrono::microseconds m_elapsed = std::chrono::hours(1000);
};

} // namespace signalbox
