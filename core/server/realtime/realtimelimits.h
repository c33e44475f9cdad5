// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace signalbox {

/// What one realtime client, and all of them together, may take (realtime §3.4). Each has its error.
struct RealtimeLimits
{
    int sockets = 4096; ///< more: 429 before the upgrade
    int channels = 100; ///< of one socket; more: `ChannelRateLimitReached`
    int bindings = 32; ///< of one channel; more: `TooManyBindings`
    int framesPerSecond = 100; ///< of one socket; more: `Too many messages per second`, the channel ends
    int joinsPerSecond = 500; ///< of all; more wait their turn: clients that lost a service all come at once
    int waitingJoins = 20'000; ///< more: `ClientJoinRateLimitReached`

    // A client that does not keep up: its queue is dropped and its channels end, so that it comes again.
    qint64 backlogBytes = 1 << 20;
    int backlogFrames = 512;
    std::chrono::milliseconds backlogAge {10'000};
    std::chrono::milliseconds stuck {30'000}; ///< then the connection is cut
    qint64 hoardBytes = 8 << 20; ///< waiting for one that still sends: the connection is cut at once
    qint64 turnBytes = 4 << 20; ///< queued for one socket in one turn
    int bulkChanges = 200; ///< of one audience in one batch; more: its channels end instead

    std::chrono::milliseconds positionKept {120'000}; ///< of a client that went without a word
    int replayChanges = 10'000; ///< a longer gap counts as too old
    int replayPage = 200; ///< frames of a replay in one turn

    std::chrono::milliseconds feedPatience {4'000}; ///< a join waits so long for the feed
    std::chrono::milliseconds countsInterval {1'000}; ///< between two `counts.changed` of a workspace
    std::chrono::milliseconds presenceInterval {
        30'000}; ///< a viewer's instance says again that they are there
    std::chrono::milliseconds presenceKept {90'000}; ///< of another instance's viewer that is not said again
    std::chrono::milliseconds auditInterval {60'000};
};

} // namespace signalbox
