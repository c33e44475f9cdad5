// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/navigationhistory.h"

namespace signalbox {

void NavigationHistory::visit(const Place &place)
{
    if (m_position >= 0 && m_places.at(m_position) == place)
        return;
    m_places.resize(m_position + 1);
    m_places.append(place);
    if (m_places.size() > MaximumLength)
        m_places.removeFirst();
    m_position = m_places.size() - 1;
}

void NavigationHistory::amend(const Place &place)
{
    if (m_position < 0)
        return visit(place);
    m_places[m_position] = place;
}

std::optional<Place> NavigationHistory::back()
{
    if (!canGoBack())
        return std::nullopt;
    return m_places.at(--m_position);
}

std::optional<Place> NavigationHistory::forward()
{
    if (!canGoForward())
        return std::nullopt;
    return m_places.at(++m_position);
}

void NavigationHistory::clear()
{
    m_places.clear();
    m_position = -1;
}

} // namespace signalbox
