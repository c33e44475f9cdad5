// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inbox/inboxgateway.h"
#include "core/inbox/triagegateway.h"
#include "core/realtime/realtimefeed.h"

namespace signalbox {

/// The service as the inbox sees it: reading, writing, and being told. All outlive every page.
struct InboxServices
{
    InboxGateway &inbox;
    TriageGateway &triage;
    RealtimeFeed &feed;
};

} // namespace signalbox
