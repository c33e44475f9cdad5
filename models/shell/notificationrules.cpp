// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/shell/notificationrules.h"

#include <QDateTime>

namespace signalbox {

using namespace std::chrono;
using namespace std::chrono_literals;

namespace {

constexpr auto NewsAtMost = 10min; ///< a message that old is no news: its lead changed for another reason
constexpr int LeadsRemembered = 20'000;

} // namespace

NotificationRules::NotificationRules(const Clock &clock, const QTimeZone &zone)
    : m_clock(clock)
    , m_zone(zone)
{ }

void NotificationRules::setSettings(const NoticeSettings &settings)
{
    m_settings = settings;
}

QList<Notice> NotificationRules::take(
    WorkspaceId workspace, const QList<LeadEvent> &events, UserId me, bool isLooking)
{
    const bool isSilent = isLooking || !m_settings.isOn || isQuiet();
    for (const LeadEvent &event : events) {
        const auto category = event.isReplay ? std::nullopt : categoryOf(event, me);
        remember(event);
        if (isSilent || !category || !m_settings.categories.test(size_t(*category)))
            continue;
        Waiting &waiting = m_waiting[{workspace, *category}];
        waiting.leads.insert(event.lead);
        waiting.isShown = false;
    }
    if (isLooking)
        seen();
    return due();
}

QList<Notice> NotificationRules::due()
{
    QList<Notice> notices;
    const microseconds now = m_clock.elapsed();
    for (auto &[key, waiting] : m_waiting) {
        if (waiting.isShown || (waiting.shownAt && now - *waiting.shownAt < Pause))
            continue;
        waiting.isShown = true;
        if (!m_settings.isOn || isQuiet())
            continue;
        waiting.shownAt = now;
        notices.append(noticeOf(key, waiting));
    }
    return notices;
}

std::optional<microseconds> NotificationRules::nextDue() const
{
    std::optional<microseconds> next;
    for (const auto &[key, waiting] : m_waiting) {
        if (waiting.isShown)
            continue;
        const microseconds wait = waiting.shownAt
            ? std::max<microseconds>(*waiting.shownAt + Pause - m_clock.elapsed(), 0us)
            : 0us;
        next = next ? std::min(*next, wait) : wait;
    }
    return next;
}

void NotificationRules::seen()
{
    for (auto &[key, waiting] : m_waiting) {
        waiting.leads.clear();
        waiting.isShown = true;
    }
}

void NotificationRules::seen(WorkspaceId workspace, NoticeCategory category)
{
    const auto found = m_waiting.find({workspace, category});
    if (found == m_waiting.end())
        return;
    found->second.leads.clear();
    found->second.isShown = true;
}

bool NotificationRules::isQuiet() const
{
    if (!m_settings.hasQuietHours || m_settings.quietFrom == m_settings.quietTo)
        return false;
    const auto milliseconds = floor<std::chrono::milliseconds>(m_clock.now().time_since_epoch()).count();
    const QTime now = QDateTime::fromMSecsSinceEpoch(milliseconds, m_zone).time();
    const bool isSameDay = m_settings.quietFrom < m_settings.quietTo;
    return isSameDay ? now >= m_settings.quietFrom && now < m_settings.quietTo
                     : now >= m_settings.quietFrom || now < m_settings.quietTo;
}

std::optional<NoticeCategory> NotificationRules::categoryOf(const LeadEvent &event, UserId me)
{
    if (event.kind == LeadEvent::Kind::Left)
        return std::nullopt;
    // A message before anything else: that is what the person has to do something about.
    if (event.lastMessageDirection == QLatin1StringView("inbound") && event.lastInboundAt
        && event.committedAt - *event.lastInboundAt < NewsAtMost) {
        const auto known = m_lastInbound.constFind(event.lead);
        if (known == m_lastInbound.constEnd() || *known < *event.lastInboundAt)
            return NoticeCategory::Replies;
    }
    const auto before = m_assignees.constFind(event.lead);
    const bool wasAnothers = event.isReassigned || (before != m_assignees.constEnd() && *before != me);
    if (event.assignedTo == me && wasAnothers)
        return NoticeCategory::Assignments;
    if (event.kind == LeadEvent::Kind::Inserted)
        return event.assignedTo == me ? NoticeCategory::Assignments : NoticeCategory::NewLeads;
    return std::nullopt;
}

void NotificationRules::remember(const LeadEvent &event)
{
    if (m_assignees.size() > LeadsRemembered || m_lastInbound.size() > LeadsRemembered) {
        m_assignees.clear();
        m_lastInbound.clear();
    }
    // Who lost a lead and gets it back is told.
    m_assignees.insert(event.lead, event.kind == LeadEvent::Kind::Left ? std::nullopt : event.assignedTo);
    if (event.lastInboundAt)
        m_lastInbound.insert(event.lead, std::max(m_lastInbound.value(event.lead), *event.lastInboundAt));
}

Notice NotificationRules::noticeOf(const Key &key, const Waiting &waiting) const
{
    return {key.workspace, key.category, int(waiting.leads.size()),
        waiting.leads.size() == 1 ? *waiting.leads.cbegin() : LeadId()};
}

} // namespace signalbox
