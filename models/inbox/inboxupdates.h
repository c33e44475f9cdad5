// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/inbox/inboxcountsmodel.h"
#include "models/inbox/inboxmodel.h"

#include <QTimer>

namespace signalbox {

/// Brings what the feed tells into list and counts, at a pace a person can work beside (domain §6, ux §10 L9,
/// L10, L13).
///
/// Changes are collected for 300 ms, then the first page, the counts and the changed rows on screen are asked
/// for. Above 200 a second nobody looks at single rows any more: the list is asked for twice a second. Counts
/// are asked for once a second. While the page is hidden nothing is asked; what was missed is made up for
/// when it is shown again.
class InboxUpdates final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds Debounce {300};
    static constexpr std::chrono::milliseconds BurstPace {500};
    static constexpr std::chrono::milliseconds CountsPace {1000};
    static constexpr int BurstAbove = 200; ///< events a second

    InboxUpdates(RealtimeFeed &feed, InboxModel &list, InboxCountsModel &counts, const Clock &clock,
        QObject *parent = nullptr);

    bool isLive() const { return m_feed.status().state == FeedStatus::State::Live; }
    /// Whether somebody sees the page. On the way back everything is asked for at once.
    void setVisible(bool isVisible);
    /// Asks for everything now: the heartbeat, or what a person wants.
    void catchUp();

Q_SIGNALS:
    /// These changed in the last turn of collecting; with `isAll`, anything may have.
    void leadsChanged(const QSet<signalbox::LeadId> &leads, bool isAll);

private:
    bool isOurs() const { return m_feed.workspace() == m_list.query().workspace; }
    void onLeads(const QList<LeadEvent> &events);
    void onStatus();
    void count(int events);
    void schedule();
    void askList();
    void askCounts();

    RealtimeFeed &m_feed;
    InboxModel &m_list;
    InboxCountsModel &m_counts;
    const Clock &m_clock;
    QTimer m_listTimer;
    QTimer m_countsTimer;
    QSet<LeadId> m_changed;
    bool m_mayHaveMissed = false; ///< beyond m_changed
    bool m_isVisible = true;
    bool m_hasBeenLive = false;
    bool m_isBurst = false;
    std::chrono::microseconds m_second {0}; ///< when the second being counted began
    int m_eventsInSecond = 0;
    std::optional<std::chrono::microseconds> m_countsAskedAt;
};

} // namespace signalbox
