// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feed/ackwindow.h"

namespace signalbox {

namespace {

constexpr int MarksPerWindow = 120; // a mark a second of two minutes

} // namespace

void AckWindow::note(quint64 lsn, std::chrono::microseconds now)
{
    const bool isMoved = m_marks.empty() ? lsn > m_confirmed : lsn > m_marks.back().lsn;
    if (isMoved && (m_marks.empty() || now - m_marks.back().at >= m_window / MarksPerWindow))
        m_marks.push_back({now, lsn});
}

quint64 AckWindow::confirmed(std::chrono::microseconds now)
{
    while (!m_marks.empty() && now - m_marks.front().at >= m_window) {
        m_confirmed = m_marks.front().lsn;
        m_marks.pop_front();
    }
    return m_confirmed;
}

} // namespace signalbox
