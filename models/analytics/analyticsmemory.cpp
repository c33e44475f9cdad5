// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/analytics/analyticsmemory.h"

#include <algorithm>

namespace signalbox {

void AnalyticsMemory::insert(const QString &key, std::any value)
{
    m_entries.remove_if([&](const Entry &entry) { return entry.key == key; });
    m_entries.push_front({key, std::move(value), m_clock.now()});
    if (m_entries.size() > MaximumEntries)
        m_entries.pop_back();
}

const std::any *AnalyticsMemory::findAny(const QString &key)
{
    const Instant oldest = m_clock.now() - TimeToLive;
    m_entries.remove_if([&](const Entry &entry) { return entry.savedAt <= oldest; });
    const auto found = std::find_if(
        m_entries.begin(), m_entries.end(), [&](const Entry &entry) { return entry.key == key; });
    if (found == m_entries.end())
        return nullptr;
    m_entries.splice(m_entries.begin(), m_entries, found);
    return &m_entries.front().value;
}

} // namespace signalbox
