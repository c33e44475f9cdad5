// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/livering.h"

#include <algorithm>

namespace signalbox {

namespace {

constexpr int TextsAtMost = 1'000; // statuses and sentiments are a handful; whatever comes, it stays bounded

qint64 secondOf(Instant instant)
{
    return std::chrono::floor<std::chrono::seconds>(instant.time_since_epoch()).count();
}

} // namespace

LiveRing::LiveRing(int capacity)
    : m_capacity(capacity)
{ }

const LiveRecord &LiveRing::at(quint64 serial) const
{
    Q_ASSERT(serial >= m_first && serial < end());
    return m_records[size_t(serial - m_first)];
}

bool LiveRing::setMatch(quint64 serial, bool isMatch)
{
    LiveRecord &record = m_records[size_t(serial - m_first)];
    return std::exchange(record.isMatch, isMatch) != isMatch;
}

void LiveRing::append(LiveRecord record)
{
    if (record.lead) {
        LeadEvent event = *record.lead;
        event.status = shared(event.status);
        event.sentimentTag = shared(event.sentimentTag);
        event.lastMessageDirection = shared(event.lastMessageDirection);
        record.lead = std::make_shared<const LeadEvent>(std::move(event));
        auto &newest = m_newest[record.lead->lead];
        record.before = std::exchange(newest, record.lead);
    }
    m_bytes += bytesOf(record);
    const qint64 second = secondOf(record.at);
    // The clock may be set back: the seconds stay in the order of arrival.
    if (m_seconds.empty() || second > m_seconds.back().second)
        m_seconds.push_back({second, 1});
    else
        ++m_seconds.back().count;
    m_records.push_back(std::move(record));
}

quint64 LiveRing::trimTarget(quint64 hold) const
{
    const quint64 excess = quint64(std::max(size() - m_capacity, 0));
    const quint64 atLeast = quint64(std::max(size() - 2 * m_capacity, 0));
    return std::max(m_first + atLeast, std::min(m_first + excess, std::max(hold, m_first)));
}

void LiveRing::trimTo(quint64 first)
{
    while (m_first < first && !m_records.empty()) {
        LiveRecord &oldest = m_records.front();
        m_bytes -= bytesOf(oldest);
        if (oldest.lead) {
            const auto newest = m_newest.constFind(oldest.lead->lead);
            if (newest != m_newest.constEnd() && *newest == oldest.lead)
                m_newest.erase(newest);
        }
        if (--m_seconds.front().count == 0)
            m_seconds.pop_front();
        m_records.pop_front();
        ++m_first;
    }
}

void LiveRing::clear()
{
    m_first = end();
    m_records.clear();
    m_seconds.clear();
    m_newest.clear();
    m_texts.clear();
    m_bytes = 0;
}

quint64 LiveRing::serialAt(Instant at) const
{
    const auto found = std::ranges::lower_bound(m_records, at, {}, &LiveRecord::at);
    return m_first + quint64(found - m_records.begin());
}

QString LiveRing::shared(const QString &text)
{
    const auto known = m_texts.constFind(text);
    if (known != m_texts.constEnd())
        return *known;
    if (m_texts.size() < TextsAtMost)
        m_texts.insert(text);
    return text;
}

} // namespace signalbox
