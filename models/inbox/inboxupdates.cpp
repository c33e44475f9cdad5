// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inbox/inboxupdates.h"

#include <utility>

namespace signalbox {

using namespace std::chrono_literals;

InboxUpdates::InboxUpdates(
    RealtimeFeed &feed, InboxModel &list, InboxCountsModel &counts, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_feed(feed)
    , m_list(list)
    , m_counts(counts)
    , m_clock(clock)
{
    m_listTimer.setSingleShot(true);
    m_countsTimer.setSingleShot(true);
    connect(&m_listTimer, &QTimer::timeout, this, &InboxUpdates::askList);
    connect(&m_countsTimer, &QTimer::timeout, this, &InboxUpdates::askCounts);
    connect(&feed, &RealtimeFeed::leadsChanged, this, &InboxUpdates::onLeads);
    connect(&feed, &RealtimeFeed::statusChanged, this, &InboxUpdates::onStatus);
    connect(&feed, &RealtimeFeed::countsChanged, this, [this] {
        if (m_isVisible && isOurs() && !m_countsTimer.isActive())
            askCounts();
    });
    connect(&feed, &RealtimeFeed::resyncNeeded, this, [this] {
        if (!isOurs())
            return;
        m_mayHaveMissed = true;
        schedule();
    });
    m_hasBeenLive = isLive();
}

void InboxUpdates::setVisible(bool isVisible)
{
    if (std::exchange(m_isVisible, isVisible) == isVisible)
        return;
    if (isVisible) {
        catchUp();
        return;
    }
    m_listTimer.stop();
    m_countsTimer.stop();
}

void InboxUpdates::catchUp()
{
    m_mayHaveMissed = true;
    m_listTimer.stop();
    m_countsAskedAt.reset();
    askList();
}

void InboxUpdates::onStatus()
{
    // What changed between the first answers and the moment from which the feed tells was told by nobody.
    if (isLive() && !std::exchange(m_hasBeenLive, true) && m_list.state() != LoadState::Idle) {
        m_mayHaveMissed = true;
        schedule();
    }
}

void InboxUpdates::count(int events)
{
    const auto now = m_clock.elapsed();
    if (now - m_second >= 1s) {
        m_isBurst = m_eventsInSecond > BurstAbove && now - m_second < 2s;
        m_second = now;
        m_eventsInSecond = 0;
    }
    m_eventsInSecond += events;
    m_isBurst = m_isBurst || m_eventsInSecond > BurstAbove;
}

void InboxUpdates::onLeads(const QList<LeadEvent> &events)
{
    if (!isOurs())
        return; // another page has taken over; this one is about to go
    count(static_cast<int>(events.size()));
    if (!m_isVisible)
        return; // all is asked for when it is shown
    if (!m_isBurst)
        m_list.note(events);
    for (const LeadEvent &event : events)
        m_changed.insert(event.lead);
    schedule();
}

void InboxUpdates::schedule()
{
    if (m_isVisible && !m_listTimer.isActive())
        m_listTimer.start(m_isBurst ? BurstPace : Debounce);
}

void InboxUpdates::askList()
{
    if (!m_list.poll()) {
        m_listTimer.start(Debounce); // it was asked before these changes: once more after the answer
        return;
    }
    if (!m_countsTimer.isActive())
        askCounts();
    Q_EMIT leadsChanged(std::exchange(m_changed, {}), std::exchange(m_mayHaveMissed, false));
}

void InboxUpdates::askCounts()
{
    const auto now = m_clock.elapsed();
    const auto since = m_countsAskedAt ? now - *m_countsAskedAt : CountsPace;
    if (since < CountsPace || m_counts.state() == LoadState::Loading
        || m_counts.state() == LoadState::Refreshing) {
        m_countsTimer.start(std::max<std::chrono::milliseconds>(
            std::chrono::ceil<std::chrono::milliseconds>(CountsPace - since), 100ms));
        return;
    }
    m_countsAskedAt = now;
    m_counts.refresh();
}

} // namespace signalbox
