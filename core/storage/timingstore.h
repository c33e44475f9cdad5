// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace signalbox {

class PgConnection;

struct TimingRound
{
    qint64 messages = 0; ///< that were new, and leads with changed ones
    bool hasMore = false;
};

/// Works out who answered what in the workspaces with new or changed messages (domain §8.2): at most `batch`
/// of them of each of at most twenty workspaces, a statement a workspace. Run again and again in the
/// background, by any number of services.
Result<TimingRound> fillResponseTimings(PgConnection &pg, int batch = 200);

} // namespace signalbox
