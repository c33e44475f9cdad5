// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <chrono>
#include <optional>

namespace signalbox {

/// Tells systemd how we are (sd_notify(3)): `READY=1`, `STATUS=…`, `STOPPING=1`, `WATCHDOG=1`, lines joined
/// by \n. Nothing happens when nobody asked. One datagram, so no library is needed for it (ux §6).
void sdNotify(const QByteArray &state);

/// How often systemd wants to hear `WATCHDOG=1`: half of WATCHDOG_USEC; none when it does not.
std::optional<std::chrono::milliseconds> watchdogInterval();

} // namespace signalbox
