// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/chartqueue.h"

#include <algorithm>

namespace signalbox {

ChartQueue::ChartQueue(QObject *parent)
    : QObject(parent)
{
    m_turn.setInterval(0);
    connect(&m_turn, &QTimer::timeout, this, &ChartQueue::makeNext);
}

void ChartQueue::add(QWidget *place, std::function<void()> make)
{
    m_waiting.append({place, std::move(make)});
    m_turn.start();
}

void ChartQueue::finish()
{
    while (!m_waiting.isEmpty())
        makeNext();
}

void ChartQueue::makeNext()
{
    m_waiting.removeIf([](const Waiting &one) { return !one.place; });
    if (m_waiting.isEmpty())
        return m_turn.stop();
    auto next = std::ranges::find_if(
        m_waiting, [](const Waiting &one) { return !one.place->visibleRegion().isEmpty(); });
    if (next == m_waiting.end())
        next = m_waiting.begin();
    const std::function<void()> make = std::move(next->make);
    m_waiting.erase(next);
    make();
}

} // namespace signalbox
