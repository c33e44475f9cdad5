// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/livememory.h"

namespace signalbox {

using namespace std::chrono;
using namespace std::chrono_literals;

namespace {

constexpr auto Frame = 16ms;

} // namespace

LiveMemory::LiveMemory(
    RealtimeFeed &feed, TriageGateway &triage, const Clock &clock, int capacity, QObject *parent)
    : QObject(parent)
    , m_feed(feed)
    , m_clock(clock)
    , m_names(triage)
    , m_events(m_names, capacity)
{
    m_frame.setSingleShot(true);
    m_frame.setInterval(Frame);
    connect(&m_frame, &QTimer::timeout, this, &LiveMemory::flush);
    connect(&feed, &RealtimeFeed::statusChanged, this, &LiveMemory::onStatusChanged);
    connect(&feed, &RealtimeFeed::leadsChanged, this, &LiveMemory::onLeads);
    connect(&feed, &RealtimeFeed::countsChanged, this, [this](const QString &version, Instant computedAt) {
        follow();
        LiveRecord record {.kind = LiveKind::Counts, .at = m_clock.now(), .text = version};
        const auto latency = round<milliseconds>(record.at - computedAt);
        record.isClockOff = latency < 0ms;
        record.latency = std::max(latency, 0ms);
        record.computedAt = computedAt;
        this->record(std::move(record));
    });
    connect(&feed, &RealtimeFeed::heartbeatAnswered, this, [this](milliseconds latency) {
        follow();
        record({.kind = LiveKind::Heartbeat, .at = m_clock.now(), .latency = latency});
    });
    connect(&feed, &RealtimeFeed::resyncNeeded, this, [this](const QString &reason) {
        follow();
        record({.kind = LiveKind::Resync, .at = m_clock.now(), .text = reason});
    });
    onStatusChanged();
}

void LiveMemory::follow()
{
    if (m_feed.workspace() == m_workspace)
        return;
    m_frame.stop();
    m_arrived.clear();
    m_workspace = m_feed.workspace();
    m_lostAt.reset();
    m_state = FeedStatus::State::Stopped;
    m_statistics.clear();
    m_names.setWorkspace(m_workspace);
    m_events.setPaused(false);
    m_events.clear();
}

void LiveMemory::onStatusChanged()
{
    follow();
    const FeedStatus status = m_feed.status();
    if (status.state == m_state)
        return;
    const bool wasLive = m_state == FeedStatus::State::Live;
    m_state = status.state;
    const Instant now = m_clock.now();
    if (m_state == FeedStatus::State::Live && m_lostAt)
        record({.kind = LiveKind::Gap,
            .at = now,
            .duration = std::max(round<milliseconds>(now - *std::exchange(m_lostAt, {})), 0ms)});
    else if (wasLive)
        m_lostAt = now;
    if (m_state != FeedStatus::State::Stopped)
        record({.kind = LiveKind::State, .at = now, .state = m_state, .text = status.reason});
}

void LiveMemory::onLeads(const QList<LeadEvent> &events)
{
    follow();
    for (const LeadEvent &event : events)
        record(recordOf(event));
}

void LiveMemory::record(LiveRecord record)
{
    if (m_workspace.isNull())
        return;
    m_statistics.add(record, m_clock.elapsed());
    m_arrived.push_back(std::move(record));
    if (!m_frame.isActive())
        m_frame.start();
}

void LiveMemory::flush()
{
    m_frame.stop();
    follow();
    const Instant now = m_clock.now();
    for (LiveRecord &record : m_arrived)
        record.shownAt = now;
    m_events.append(std::exchange(m_arrived, {}));
}

} // namespace signalbox
