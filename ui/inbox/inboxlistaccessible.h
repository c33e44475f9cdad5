// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace signalbox {

/// Registers our own accessible interface of InboxListView, once. Qt 6.4.2's for item views crashes under
/// screen readers (ux §1.11).
void installInboxListAccessibility();

} // namespace signalbox
