// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/realtime/resumeledger.h"

namespace signalbox {

void ResumeLedger::keep(const Key &key, const Position &position)
{
    if (key.client.isEmpty() || position.epoch.isEmpty())
        return;
    if (m_entries.size() >= MostKept)
        prune();
    if (m_entries.size() < MostKept)
        m_entries.insert(key, {position, m_clock.elapsed()});
}

std::optional<ResumeLedger::Position> ResumeLedger::take(const Key &key)
{
    const auto found = m_entries.constFind(key);
    if (key.client.isEmpty() || found == m_entries.constEnd())
        return std::nullopt;
    const Entry entry = *found;
    m_entries.erase(found);
    return isOver(entry) ? std::nullopt : std::optional(entry.position);
}

void ResumeLedger::prune()
{
    m_entries.removeIf([this](const auto &entry) { return isOver(entry.value()); });
}

} // namespace signalbox
