// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/route.h"

namespace signalbox {

class RouteTable;

/// What the OpenAPI document says about the inbox routes.
namespace inboxdocs {

RouteDoc counts();
RouteDoc page();
RouteDoc conversation();
RouteDoc attachment();
RouteDoc smsCampaigns();
void addSchemas(RouteTable &routes);

} // namespace inboxdocs

} // namespace signalbox
