// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/analytics/analyticsscope.h"

namespace signalbox {

/// The data version of a workspace's analytics: changes with every commit that moves a count or that a table
/// of facts tells the ledger (DESIGN §8.5). The same for every member, setters too. Denied as
/// admitAnalytics() says.
Result<QString> loadAnalyticsVersion(PgConnection &pg, const AnalyticsScope &scope);

} // namespace signalbox
