// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/pgconnection.h"

namespace signalbox {

/// Moves at most `maxRows` pending changes of each workspace into the grid of campaign days; how many were
/// moved. Run by a loop in the background, by any number of services at once (migration 0025).
Result<qint64> foldCampaignDays(PgConnection &pg, int maxRows = 20000);

} // namespace signalbox
