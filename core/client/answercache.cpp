// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/answercache.h"

namespace signalbox {

AnswerCache::AnswerCache(int maximumEntries, qsizetype maximumBytes)
    : m_maximumEntries(maximumEntries)
    , m_maximumBytes(maximumBytes)
{ }

qsizetype AnswerCache::sizeOf(const Items::value_type &item)
{
    return item.first.size() * 2 + item.second.body.size() + item.second.etag.size();
}

std::optional<AnswerCache::Entry> AnswerCache::find(const QString &key)
{
    const auto found = m_index.constFind(key);
    if (found == m_index.constEnd())
        return std::nullopt;
    m_items.splice(m_items.begin(), m_items, *found);
    return m_items.front().second;
}

void AnswerCache::insert(const QString &key, Entry entry)
{
    remove(key);
    m_items.emplace_front(key, std::move(entry));
    const qsizetype size = sizeOf(m_items.front());
    if (size > m_maximumBytes / 4) {
        m_items.pop_front();
        return;
    }
    m_index.insert(key, m_items.begin());
    m_bytes += size;
    while (m_index.size() > m_maximumEntries || m_bytes > m_maximumBytes) {
        const QString oldest = m_items.back().first;
        remove(oldest);
    }
}

void AnswerCache::remove(const QString &key)
{
    const auto found = m_index.constFind(key);
    if (found == m_index.constEnd())
        return;
    m_bytes -= sizeOf(**found);
    m_items.erase(*found);
    m_index.erase(found);
}

void AnswerCache::clear()
{
    m_items.clear();
    m_index.clear();
    m_bytes = 0;
}

} // namespace signalbox
