// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/realtime/changefeed.h"
#include "core/realtime/phoenixframe.h"
#include "core/server/realtime/changeaudience.h"
#include "core/server/realtime/joinpacer.h"
#include "core/server/realtime/realtimebackend.h"
#include "core/server/realtime/realtimefigures.h"
#include "core/server/realtime/realtimelimits.h"
#include "core/server/realtime/resumeledger.h"

namespace signalbox {

class CountsNotices;
class LeadPresence;

/// What the connections of one hub share.
struct RealtimeContext
{
    ChangeFeed &feed;
    RealtimeBackend &backend;
    const Clock &clock;
    const RealtimeLimits limits;
    RealtimeFigures figures;
    ChangeAudience audience;
    ResumeLedger ledger;
    JoinPacer pacer;
    CountsNotices *counts = nullptr;
    LeadPresence *presence = nullptr;
    /// Goes up with every change of anybody's rights: a sight that was asked for before it may be old.
    quint64 accessGeneration = 0;
    QString refusal; ///< why no lead change may be told at all; empty: they may
};

/// What the address of a socket said.
struct RealtimeHello
{
    PhoenixVersion version = PhoenixVersion::V1;
    QByteArray key; ///< the apikey: joins without a token of their own go by it
    QString clientId; ///< the parameter `client_id`; empty: none
};

/// Why a channel is ended by the server.
struct ChannelEnd
{
    QByteArray reason; ///< for the figures: `expired`, `slow`, `bulk`, …
    QString message; ///< of the `system` error before it; empty: none
    bool keepsPosition = false; ///< nothing was lost yet: who comes back gets the gap
};

} // namespace signalbox
