// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace signalbox {

/// Gives LiveView an accessible interface: a list whose rows read as one sentence each. Once for the program.
void installLiveAccessibility();

} // namespace signalbox
