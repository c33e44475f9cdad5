// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inbox/inboxgateway.h"
#include "core/inbox/triagegateway.h"
#include "core/realtime/realtimefeed.h"
#include "models/inbox/triagemodel.h"

namespace signalbox {

/// The service as the inbox sees it: reading, writing, and being told. All outlive every page.
struct InboxServices
{
    InboxGateway &inbox;
    TriageGateway &triage;
    RealtimeFeed &feed;
    TriageModel &writes; ///< over `triage`: what a person does goes through its queue
};

} // namespace signalbox
