// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/progress.h"

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

QString Progress::line() const
{
    QString line = u"%1: %2"_s.arg(phase).arg(done);
    if (total > 0)
        line += u" of %1 (%2 %)"_s.arg(total).arg(done * 100 / total);
    if (perSecond > 0)
        line += u", %1/s"_s.arg(qint64(perSecond + 0.5));
    if (left)
        line += u", %1 s left"_s.arg(left->count());
    return line;
}

ProgressMeter::ProgressMeter(const Clock &clock, ProgressSink sink)
    : m_clock(clock)
    , m_sink(std::move(sink))
{ }

void ProgressMeter::begin(const QString &phase, qint64 total)
{
    m_progress = {.phase = phase, .total = total};
    m_begun = m_clock.elapsed();
    m_told = m_begun;
}

void ProgressMeter::advance(qint64 done)
{
    m_progress.done = done;
    const auto now = m_clock.elapsed();
    if (now - m_told >= 500ms)
        tell(now);
}

void ProgressMeter::finish()
{
    tell(m_clock.elapsed());
}

void ProgressMeter::tell(std::chrono::microseconds now)
{
    m_told = now;
    const double seconds = double((now - m_begun).count()) / 1e6;
    m_progress.perSecond = seconds > 0 ? double(m_progress.done) / seconds : 0;
    m_progress.left.reset();
    if (m_progress.total > m_progress.done && m_progress.perSecond > 0)
        m_progress.left = std::chrono::seconds(
            qint64(double(m_progress.total - m_progress.done) / m_progress.perSecond + 0.5));
    if (m_sink)
        m_sink(m_progress);
}

} // namespace signalbox
