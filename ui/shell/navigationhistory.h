// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/deeplink.h"

namespace signalbox {

/// The places visited, for back and forward. Bounded: the oldest are forgotten.
class NavigationHistory
{
public:
    static constexpr int MaximumLength = 100;

    /// Goes to a new place; what was ahead is forgotten. The same place again is nothing new.
    void visit(const Place &place);
    /// The place stays, its state is another one (a filter changed).
    void amend(const Place &place);
    std::optional<Place> back();
    std::optional<Place> forward();
    bool canGoBack() const { return m_position > 0; }
    bool canGoForward() const { return m_position + 1 < m_places.size(); }
    void clear();

private:
    QList<Place> m_places;
    qsizetype m_position = -1;
};

} // namespace signalbox
