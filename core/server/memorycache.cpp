// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/memorycache.h"

namespace signalbox {

MemoryCache::MemoryCache(const Clock &clock, qint64 maximumBytes)
    : m_clock(clock)
    , m_maximumBytes(maximumBytes)
{ }

std::optional<QByteArray> MemoryCache::find(const QByteArray &key)
{
    const auto found = m_index.constFind(key);
    if (found == m_index.constEnd())
        return std::nullopt;
    const Entries::iterator entry = *found;
    if (entry->expiresAt <= m_clock.elapsed()) {
        drop(entry);
        return std::nullopt;
    }
    m_entries.splice(m_entries.begin(), m_entries, entry);
    return entry->value;
}

void MemoryCache::store(const QByteArray &key, const QByteArray &value, std::chrono::milliseconds timeToLive)
{
    if (const auto known = m_index.constFind(key); known != m_index.constEnd())
        drop(*known);
    if (value.size() > m_maximumBytes / 4)
        return; // one answer must not push out all others
    m_entries.push_front({key, value, m_clock.elapsed() + timeToLive});
    m_index.insert(key, m_entries.begin());
    m_bytes += m_entries.front().bytes();
    while (m_bytes > m_maximumBytes && !m_entries.empty())
        drop(std::prev(m_entries.end()));
}

void MemoryCache::drop(Entries::iterator entry)
{
    m_bytes -= entry->bytes();
    m_index.remove(entry->key);
    m_entries.erase(entry);
}

} // namespace signalbox
