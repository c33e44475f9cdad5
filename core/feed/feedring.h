// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/realtime/changefeed.h"

#include <deque>

namespace signalbox {

/// The recent changes, in order, for whoever comes back after a gap (realtime §3.5).
class FeedRing
{
public:
    struct Limits
    {
        std::chrono::microseconds age = std::chrono::minutes(5);
        size_t changes = 65'536;
    };

    FeedRing(const Clock &clock, const Limits &limits)
        : m_clock(clock)
        , m_limits(limits)
    { }

    /// Forgets everything: the history begins after all of the commit that ends at `lsn`.
    void beginAfter(quint64 lsn);
    /// Adds what was told and drops what is beyond the limits.
    void append(const FeedBatch &batch);

    FeedPosition head() const { return m_head; }
    size_t size() const { return m_entries.size(); }
    /// The changes after `position`; none when some of them are not here any more, or not yet.
    std::optional<std::vector<SharedLeadChange>> since(const FeedPosition &position) const;

private:
    struct Entry
    {
        SharedLeadChange change;
        std::chrono::microseconds toldAt;
    };

    const Clock &m_clock;
    Limits m_limits;
    std::deque<Entry> m_entries;
    FeedPosition m_floor; // everything after it is here
    FeedPosition m_head;
};

} // namespace signalbox
