// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/realtime/realtimefeed.h"

namespace signalbox {

/// What can happen to a feed.
enum class FeedEvent
{
    Followed, ///< a workspace is to be followed, another one or after a stop
    Stopped,
    Opened, ///< the socket stands
    Subscribed, ///< the channel was joined: what happens from here on is told
    Overdue, ///< nothing was joined for 5 s
    ChannelEnded, ///< the service ended or did not give the channel; the socket stands
    Dropped, ///< the socket is gone, or could not be had
    Silent, ///< a heartbeat was not answered for one interval
    Rejected, ///< 401 or 403, for the first time since it was last live
    RejectedAgain, ///< and with a new token
    Renewed, ///< there is a new token
    Ended, ///< the session is over
    Unreachable, ///< HTTP gets no answer any more
    Reachable, ///< HTTP is answered again
    WaitOver, ///< the wait before another attempt has passed
    Retried, ///< a person does not want to wait
};
inline constexpr int FeedEventCount = 16;
inline constexpr int FeedStateCount = 6;

/// What the owner of the socket has to do.
enum class FeedAction
{
    None,
    Open, ///< connect, or join if the socket stands
    Join,
    Wait, ///< open after the next wait of the backoff
    Reset, ///< abort the socket, then as Wait
    Renew, ///< ask for a new token; open when it is there
    UseToken, ///< tell the channels the new token; open if nothing stands and nothing is on its way
    Beat, ///< send a heartbeat now
    Close,
};

struct FeedStep
{
    FeedStatus::State state;
    FeedAction action;

    bool operator==(const FeedStep &) const = default;
};

/// The feed's state machine (domain §6, ux §11): the whole product of states and events.
///
///   Stopped ─follow─▶ Connecting ─subscribed─▶ Live ─dropped, silent─▶ Connecting
///                       │  5 s └──▶ Polling ─subscribed─▶ Live
///   HTTP unanswered: Offline ─answered─▶ Connecting     rejected twice, session over: Refused
FeedStep feedStep(FeedStatus::State state, FeedEvent event);

/// Stable names, for logs.
QLatin1StringView feedStateName(FeedStatus::State state);
QLatin1StringView feedEventName(FeedEvent event);

} // namespace signalbox
