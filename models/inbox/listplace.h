// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"

namespace signalbox {

/// Where a person was in a list: enough to open it there again with one question.
struct ListPlace
{
    LeadId lead; ///< the first fully visible row
    int row = 0;
    Instant date {}; ///< its updatedAt
    int offset = 0; ///< pixels between the top of the list and the row
};

/// What an update brought that is not shown yet.
struct WaitingRows
{
    int inserted = 0;
    int moved = 0;

    bool operator==(const WaitingRows &) const = default;
    bool isEmpty() const { return inserted == 0 && moved == 0; }
};

} // namespace signalbox
