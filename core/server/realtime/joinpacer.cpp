// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/realtime/joinpacer.h"

#include "core/server/realtime/channeljoin.h"

namespace signalbox {

namespace {

constexpr std::chrono::milliseconds Step {10};

} // namespace

JoinPacer::JoinPacer(const Clock &clock, int perSecond, int mostWaiting, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_perSecond(perSecond)
    , m_mostWaiting(mostWaiting)
    , m_tokens(perSecond)
    , m_filledAt(clock.elapsed())
{
    m_timer.setInterval(Step);
    connect(&m_timer, &QTimer::timeout, this, &JoinPacer::release);
}

bool JoinPacer::admit(ChannelJoin *join)
{
    if (!m_isHeld && m_waiting.empty() && takeToken()) {
        join->begin();
        return true;
    }
    if (qsizetype(m_waiting.size()) >= m_mostWaiting)
        return false;
    m_waiting.emplace_back(join);
    if (!m_isHeld)
        m_timer.start();
    return true;
}

void JoinPacer::setHeld(bool isHeld)
{
    m_isHeld = isHeld;
    if (isHeld)
        m_timer.stop();
    else
        release();
}

bool JoinPacer::takeToken()
{
    const auto now = m_clock.elapsed();
    const double seconds = std::chrono::duration<double>(now - m_filledAt).count();
    m_tokens = std::min(m_perSecond, m_tokens + seconds * m_perSecond);
    m_filledAt = now;
    if (m_tokens < 1)
        return false;
    m_tokens -= 1;
    return true;
}

void JoinPacer::release()
{
    while (!m_waiting.empty()) {
        if (m_waiting.front() && !takeToken()) {
            m_timer.start();
            return;
        }
        const QPointer<ChannelJoin> join = m_waiting.front();
        m_waiting.pop_front();
        if (join)
            join->begin();
    }
    m_timer.stop();
}

} // namespace signalbox
