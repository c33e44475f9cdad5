// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <functional>
#include <optional>

namespace signalbox {

/// How far a long piece of work has come.
struct Progress
{
    QString phase; ///< English, for people: `reading mail`, `building indexes`
    qint64 done = 0;
    qint64 total = 0; ///< 0: not known
    double perSecond = 0; ///< since the phase began
    std::optional<std::chrono::seconds> left; ///< none: cannot be told yet

    /// `copying leads: 12000 of 100000 (12 %), 5400/s, 16 s left`.
    QString line() const;
};
using ProgressSink = std::function<void(const Progress &)>;

/// Tells a sink about progress, at most twice a second and once at the end of each phase.
class ProgressMeter
{
public:
    ProgressMeter(const Clock &clock, ProgressSink sink);

    void begin(const QString &phase, qint64 total);
    void advance(qint64 done);
    void finish();

private:
    void tell(std::chrono::microseconds now);

    const Clock &m_clock;
    ProgressSink m_sink;
    Progress m_progress;
    std::chrono::microseconds m_begun {};
    std::chrono::microseconds m_told {};
};

} // namespace signalbox
