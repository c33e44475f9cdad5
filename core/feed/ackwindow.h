// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>
#include <deque>

namespace signalbox {

/// How far the server may forget the log: only what was told a while ago, so that a service that starts again
/// reads the last minutes once more and can serve whoever resumes (realtime §3.1).
class AckWindow
{
public:
    explicit AckWindow(std::chrono::microseconds window)
        : m_window(window)
    { }

    /// Everything before `lsn` has been told by now. Times are Clock::elapsed().
    void note(quint64 lsn, std::chrono::microseconds now);
    /// What had been told a window ago; 0: nothing yet.
    quint64 confirmed(std::chrono::microseconds now);

private:
    struct Mark
    {
        std::chrono::microseconds at;
        quint64 lsn;
    };

    std::chrono::microseconds m_window;
    std::deque<Mark> m_marks;
    quint64 m_confirmed = 0;
};

} // namespace signalbox
