// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QString>

#include <any>
#include <list>

namespace signalbox {

/// What was read of analytics, for ten minutes and at most twenty entries, the one used longest ago leaves
/// first (domain §5). In memory only, for as long as the console runs; cleared on sign-out (DESIGN D8).
class AnalyticsMemory
{
public:
    static constexpr int MaximumEntries = 20;
    static constexpr std::chrono::minutes TimeToLive {10};

    explicit AnalyticsMemory(const Clock &clock)
        : m_clock(clock)
    { }

    /// Null when it is not there, too old or of another type. Valid until the next call of insert() or
    /// clear().
    template <typename Value> const Value *find(const QString &key)
    {
        return std::any_cast<Value>(findAny(key));
    }
    void insert(const QString &key, std::any value);
    void clear() { m_entries.clear(); }
    qsizetype size() const { return qsizetype(m_entries.size()); }

private:
    struct Entry
    {
        QString key;
        std::any value;
        Instant savedAt {};
    };
    const std::any *findAny(const QString &key);

    const Clock &m_clock;
    std::list<Entry> m_entries; // newest use first
};

} // namespace signalbox
