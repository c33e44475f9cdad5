// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/realtime/realtimefeed.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <memory>

namespace signalbox {

/// What the Live page records (ux §12.3): changes of leads, and what the feed says of itself.
enum class LiveKind : quint8
{
    LeadInserted,
    LeadUpdated,
    LeadLeft,
    Counts,
    Heartbeat,
    Gap, ///< the feed is back: for so long it was not
    Resync, ///< something may have been missed; what is shown is read again
    State, ///< the connection's state changed
};
inline constexpr int LiveKindCount = 8;

/// `lead.updated`, `counts`, …: in filters and exports.
QLatin1StringView wireName(LiveKind kind);
std::optional<LiveKind> parseLiveKind(QStringView name);
QLatin1StringView wireName(FeedStatus::State state);

/// One line of the recording.
struct LiveRecord
{
    LiveKind kind = LiveKind::State;
    bool isMatch = true; ///< of the filter that is set now; kept by the model
    bool isClockOff = false; ///< the service's clock is ahead of ours: the latency was below zero
    Instant at {}; ///< when it arrived
    Instant shownAt {}; ///< when it was taken into the recording
    std::shared_ptr<const LeadEvent> lead; ///< of the three kinds about a lead
    std::shared_ptr<const LeadEvent> before; ///< the lead's event before this one, if it was recorded
    std::optional<std::chrono::milliseconds> latency; ///< commit to arrival; of a heartbeat: there and back
    std::optional<std::chrono::milliseconds> duration; ///< of a gap
    FeedStatus::State state = FeedStatus::State::Stopped; ///< of a change of state
    QString text; ///< version of counts, reason of a resync or a state
    std::optional<Instant> computedAt; ///< of counts
};

/// A record of a lead's event. What happened while the client was away has no latency; a commit after its
/// arrival means that the two clocks differ: 0, and marked.
LiveRecord recordOf(const LeadEvent &event);

/// One field of a lead that an event changed, in the words of the wire; times in ISO 8601, empty for null.
struct LeadFieldChange
{
    QLatin1StringView field;
    QString before;
    QString after;

    bool operator==(const LeadFieldChange &) const = default;
};

/// What an update changed against the event before it; empty when that is not known. `updatedAt` is left out:
/// it always changes.
QList<LeadFieldChange> changesOf(const LiveRecord &record);

/// The record as the detail pane and the export write it. `leadName` empty: left out.
QJsonObject toJson(const LiveRecord &record, const QString &leadName);

/// What a record holds in memory, shared parts counted once.
qint64 bytesOf(const LiveRecord &record);

} // namespace signalbox
