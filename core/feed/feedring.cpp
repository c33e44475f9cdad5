// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feed/feedring.h"

#include <algorithm>
#include <limits>

namespace signalbox {

void FeedRing::beginAfter(quint64 lsn)
{
    m_entries.clear();
    // Which of that commit's changes somebody has seen cannot be told from its end alone.
    m_floor = {lsn, std::numeric_limits<quint32>::max()};
    m_head = m_floor;
}

void FeedRing::append(const FeedBatch &batch)
{
    const auto now = m_clock.elapsed();
    for (const SharedLeadChange &change : batch.leads)
        m_entries.push_back({change, now});
    m_head = std::max(m_head, batch.end);
    while (!m_entries.empty()
        && (m_entries.size() > m_limits.changes || now - m_entries.front().toldAt > m_limits.age)) {
        m_floor = m_entries.front().change->position;
        m_entries.pop_front();
    }
}

std::optional<std::vector<SharedLeadChange>> FeedRing::since(const FeedPosition &position) const
{
    if (position < m_floor || position > m_head)
        return std::nullopt;
    const auto first = std::ranges::upper_bound(
        m_entries, position, {}, [](const Entry &entry) { return entry.change->position; });
    std::vector<SharedLeadChange> changes;
    changes.reserve(size_t(m_entries.end() - first));
    for (auto entry = first; entry != m_entries.end(); ++entry)
        changes.push_back(entry->change);
    return changes;
}

} // namespace signalbox
