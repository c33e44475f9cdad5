// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace signalbox {

/// How long a test waits, in milliseconds, for what must come. Qt's own 5 s is a timing, which must not fail
/// a test: a machine that also compiles needs longer now and then. Nothing waits longer than it must.
constexpr int WaitLimit = 30'000;

} // namespace signalbox
