// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace signalbox {

/// How far a model's data is. Empty is not a state: it is Ready with no rows, so a failure can never look
/// like it (ux §11).
enum class LoadState
{
    Idle, ///< nothing was asked
    Loading, ///< the first answer is awaited, there is nothing to show
    Ready, ///< what is shown is the newest answer
    Refreshing, ///< what is shown stays, a newer answer is awaited
    Failed, ///< the last question failed; older data, if there was any, stays
};

/// One row of a lazily loaded list.
enum class RowState
{
    Missing, ///< not here; asked for when it comes near
    Present,
    Ghost, ///< left the list since it was read: dimmed, skipped, gone at the next refresh (ux §10 L5)
    Failed, ///< asked for without success
};

} // namespace signalbox
