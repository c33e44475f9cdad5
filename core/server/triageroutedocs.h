// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/route.h"

namespace signalbox {

class RouteTable;

/// What the OpenAPI document says about the writes of triage.
namespace triagedocs {

RouteDoc assign();
RouteDoc snooze();
RouteDoc status();
RouteDoc sentiment();
RouteDoc message();
RouteDoc note();
RouteDoc read();
RouteDoc bulk();

RouteDoc approve();
RouteDoc unapprove();
RouteDoc reject();
RouteDoc edit();
RouteDoc approveSeveral();
RouteDoc cancel();

RouteDoc views();
RouteDoc saveView();
RouteDoc removeView();
RouteDoc assignees();
RouteDoc leadNames();

void addSchemas(RouteTable &routes);

} // namespace triagedocs

} // namespace signalbox
