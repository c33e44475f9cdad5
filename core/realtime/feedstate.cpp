// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/realtime/feedstate.h"

#include <array>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

using State = FeedStatus::State;
using Action = FeedAction;

constexpr State Stopped = State::Stopped;
constexpr State Connecting = State::Connecting;
constexpr State Live = State::Live;
constexpr State Polling = State::Polling;
constexpr State Offline = State::Offline;
constexpr State Refused = State::Refused;

/// One row an event, one column a state, in the order of their enumerations.
// clang-format off
constexpr std::array<std::array<FeedStep, FeedStateCount>, FeedEventCount> Table {{
    // Followed
    {{{Connecting, Action::Open}, {Connecting, Action::Open}, {Connecting, Action::Open},
      {Connecting, Action::Open}, {Connecting, Action::Open}, {Connecting, Action::Open}}},
    // Stopped
    {{{Stopped, Action::None}, {Stopped, Action::Close}, {Stopped, Action::Close},
      {Stopped, Action::Close}, {Stopped, Action::Close}, {Stopped, Action::Close}}},
    // Opened
    {{{Stopped, Action::Close}, {Connecting, Action::Join}, {Live, Action::None},
      {Polling, Action::Join}, {Connecting, Action::Join}, {Refused, Action::Close}}},
    // Subscribed
    {{{Stopped, Action::Close}, {Live, Action::None}, {Live, Action::None},
      {Live, Action::None}, {Live, Action::None}, {Refused, Action::Close}}},
    // Overdue
    {{{Stopped, Action::None}, {Polling, Action::None}, {Live, Action::None},
      {Polling, Action::None}, {Offline, Action::None}, {Refused, Action::None}}},
    // ChannelEnded
    {{{Stopped, Action::None}, {Connecting, Action::Wait}, {Connecting, Action::Wait},
      {Polling, Action::Wait}, {Polling, Action::Wait}, {Refused, Action::None}}},
    // Dropped
    {{{Stopped, Action::None}, {Connecting, Action::Wait}, {Connecting, Action::Wait},
      {Polling, Action::Wait}, {Offline, Action::Wait}, {Refused, Action::None}}},
    // Silent
    {{{Stopped, Action::Close}, {Connecting, Action::Reset}, {Connecting, Action::Reset},
      {Polling, Action::Reset}, {Offline, Action::Reset}, {Refused, Action::Close}}},
    // Rejected
    {{{Stopped, Action::None}, {Connecting, Action::Renew}, {Connecting, Action::Renew},
      {Polling, Action::Renew}, {Polling, Action::Renew}, {Refused, Action::None}}},
    // RejectedAgain
    {{{Stopped, Action::None}, {Refused, Action::Close}, {Refused, Action::Close},
      {Refused, Action::Close}, {Refused, Action::Close}, {Refused, Action::None}}},
    // Renewed
    {{{Stopped, Action::None}, {Connecting, Action::UseToken}, {Live, Action::UseToken},
      {Polling, Action::UseToken}, {Connecting, Action::UseToken}, {Refused, Action::None}}},
    // Ended
    {{{Stopped, Action::Close}, {Refused, Action::Close}, {Refused, Action::Close},
      {Refused, Action::Close}, {Refused, Action::Close}, {Refused, Action::None}}},
    // Unreachable
    {{{Stopped, Action::None}, {Offline, Action::None}, {Live, Action::Beat},
      {Offline, Action::None}, {Offline, Action::None}, {Refused, Action::None}}},
    // Reachable
    {{{Stopped, Action::None}, {Connecting, Action::None}, {Live, Action::None},
      {Polling, Action::None}, {Connecting, Action::Open}, {Refused, Action::None}}},
    // WaitOver
    {{{Stopped, Action::None}, {Connecting, Action::Open}, {Live, Action::None},
      {Polling, Action::Open}, {Offline, Action::Open}, {Refused, Action::None}}},
    // Retried
    {{{Stopped, Action::None}, {Connecting, Action::Open}, {Live, Action::Beat},
      {Polling, Action::Open}, {Offline, Action::Open}, {Connecting, Action::Open}}},
}};
// clang-format on

} // namespace

FeedStep feedStep(FeedStatus::State state, FeedEvent event)
{
    return Table[static_cast<size_t>(event)][static_cast<size_t>(state)];
}

QLatin1StringView feedStateName(FeedStatus::State state)
{
    constexpr std::array Names {
        "stopped"_L1, "connecting"_L1, "live"_L1, "polling"_L1, "offline"_L1, "refused"_L1};
    return Names[static_cast<size_t>(state)];
}

QLatin1StringView feedEventName(FeedEvent event)
{
    constexpr std::array Names {"followed"_L1, "stopped"_L1, "opened"_L1, "subscribed"_L1, "overdue"_L1,
        "channel_ended"_L1, "dropped"_L1, "silent"_L1, "rejected"_L1, "rejected_again"_L1, "renewed"_L1,
        "ended"_L1, "unreachable"_L1, "reachable"_L1, "wait_over"_L1, "retried"_L1};
    return Names[static_cast<size_t>(event)];
}

} // namespace signalbox
