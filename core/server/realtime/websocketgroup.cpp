// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/realtime/websocketgroup.h"

#include "core/server/realtime/websocketconnection.h"
#include "core/server/realtime/websocketreader.h"

#include <algorithm>

namespace signalbox {

namespace {

constexpr std::chrono::milliseconds DrainTick {50};

} // namespace

WebSocketGroup::WebSocketGroup(const Clock &clock, const WebSocketLimits &limits, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_limits(limits)
{
    const auto shortest = std::min(limits.closeTimeout, limits.silenceTimeout);
    m_ticker.setInterval(
        std::clamp(shortest / 4, std::chrono::milliseconds(20), std::chrono::milliseconds(1000)));
    connect(&m_ticker, &QTimer::timeout, this, &WebSocketGroup::checkDeadlines);
    m_drainTicker.setInterval(DrainTick);
    connect(&m_drainTicker, &QTimer::timeout, this, &WebSocketGroup::drainShare);
}

WebSocketGroup::~WebSocketGroup()
{
    abortAll();
}

void WebSocketGroup::add(WebSocketConnection &member)
{
    m_members.insert(&member);
    ++m_figures.accepted;
    if (!m_ticker.isActive())
        m_ticker.start();
}

void WebSocketGroup::forget(WebSocketConnection &member)
{
    if (!m_members.remove(&member))
        return;
    std::ranges::replace(m_dirty, &member, nullptr);
    if (!m_members.isEmpty())
        return;
    m_ticker.stop();
    QMetaObject::invokeMethod(this, &WebSocketGroup::emptied, Qt::QueuedConnection);
}

void WebSocketGroup::markDirty(WebSocketConnection &member)
{
    if (m_dirty.empty())
        QMetaObject::invokeMethod(this, &WebSocketGroup::flushDirty, Qt::QueuedConnection);
    m_dirty.push_back(&member);
}

/// Nothing is called back from a flush, so no socket goes away meanwhile.
void WebSocketGroup::flushDirty()
{
    const std::vector<WebSocketConnection *> dirty = std::exchange(m_dirty, {});
    for (WebSocketConnection *member : dirty) {
        if (member)
            member->flush();
    }
}

void WebSocketGroup::checkDeadlines()
{
    const QSet<WebSocketConnection *> members = m_members; // an end changes the set
    for (WebSocketConnection *member : members)
        member->checkDeadline();
}

void WebSocketGroup::drain(std::chrono::milliseconds spread)
{
    const qsizetype ticks = std::max<qsizetype>(spread / DrainTick, 1);
    m_drainShare = (m_members.size() + ticks - 1) / ticks;
    m_drainTicker.start();
    drainShare();
}

void WebSocketGroup::drainShare()
{
    qsizetype left = m_drainShare;
    for (WebSocketConnection *member : std::as_const(m_members)) {
        if (!member->isOpen())
            continue;
        if (left-- == 0)
            return;
        member->close(CloseCode::ServiceRestart, "service restart");
    }
    m_drainTicker.stop();
}

void WebSocketGroup::abortAll()
{
    const QSet<WebSocketConnection *> members = m_members;
    for (WebSocketConnection *member : members)
        member->abort();
}

} // namespace signalbox
