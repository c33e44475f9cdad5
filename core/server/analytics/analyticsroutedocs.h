// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/route.h"

namespace signalbox {

class RouteTable;

/// What the OpenAPI document says about the routes of analytics.
namespace analyticsdocs {

RouteDoc overview();
RouteDoc workflows();
RouteDoc campaigns();
RouteDoc booking();
RouteDoc responseTiming();
void addSchemas(RouteTable &routes);

RouteDoc crmRows();
RouteDoc crmEdit();
void addCrmSchemas(RouteTable &routes);

RouteDoc exportStart();
RouteDoc exportState();
RouteDoc exportCancel();
RouteDoc exportContent();
void addExportSchemas(RouteTable &routes);

} // namespace analyticsdocs

} // namespace signalbox
