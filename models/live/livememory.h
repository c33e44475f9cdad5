// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/live/eventfeedmodel.h"
#include "models/live/leadnames.h"
#include "models/live/livestatistics.h"

#include <QTimer>

namespace signalbox {

/// What this program has seen of the feed since it followed the workspace: longer than any page, shorter than
/// the workspace, never on a disk (D8).
///
/// Whatever arrives goes into the recording once a frame, in one transaction (ux §10 L10).
class LiveMemory final : public QObject
{
    Q_OBJECT

public:
    LiveMemory(RealtimeFeed &feed, TriageGateway &triage, const Clock &clock,
        int capacity = LiveRing::DefaultCapacity, QObject *parent = nullptr);

    RealtimeFeed &feed() { return m_feed; }
    EventFeedModel &events() { return m_events; }
    const LiveStatistics &statistics() const { return m_statistics; }
    LeadNames &names() { return m_names; }
    const Clock &clock() const { return m_clock; }
    WorkspaceId workspace() const { return m_workspace; }

    /// Takes what has arrived into the recording now, not with the next frame.
    void flush();

private:
    void record(LiveRecord record);
    void follow();
    void onStatusChanged();
    void onLeads(const QList<LeadEvent> &events);

    RealtimeFeed &m_feed;
    const Clock &m_clock;
    LeadNames m_names;
    EventFeedModel m_events;
    LiveStatistics m_statistics;
    WorkspaceId m_workspace;
    std::vector<LiveRecord> m_arrived;
    QTimer m_frame;
    FeedStatus::State m_state = FeedStatus::State::Stopped;
    std::optional<Instant> m_lostAt; ///< since when it is not live, after it was
};

} // namespace signalbox
