// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/authroutes.h"

namespace signalbox {

/// Adds `GET /api/setup` (`needsSetup`) and `POST /api/setup`, which creates the first owner and workspace
/// and signs them in (DESIGN §8.27).
///
/// It works only while there is no user at all, and only for who sits at the machine: from a loopback
/// address, not through a proxy (a forwarding header), not from a web page (an `Origin`), which a browser
/// would carry in from anywhere. What `services` refers to must outlive the table's use.
void addSetupRoutes(RouteTable &routes, const AuthServices &services);

} // namespace signalbox
