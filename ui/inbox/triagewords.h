// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inbox/sessiongateway.h"
#include "models/inbox/triagewrite.h"

#include <QTimeZone>

namespace signalbox {

// Writes in a person's words.

/// The clock a workspace works by; the computer's if it has none.
QTimeZone zoneOf(const Workspace &workspace);
/// "Fri 27 Feb, 14:30" in that zone.
QString presentMoment(Instant instant, const QTimeZone &zone);

/// What was done: "Assigned to Dana Okafor", "214 conversations: status Qualified".
QString presentWrite(const TriageWrite &write, const QTimeZone &zone);
/// "Meanwhile this was set to Qualified."
QString presentConflict(const TriageConflict &conflict, const QTimeZone &zone);
/// Why a write was not done; empty if it was.
QString presentRefusal(const TriageOutcome &outcome, const QTimeZone &zone);
/// Why a message could not be sent, from the code of its error.
QString presentSendError(const QString &code);
/// Of one lead in a bulk action: `CONFLICT`, `FORBIDDEN`, `NOT_FOUND`.
QString presentRefusalCode(const QString &code);

} // namespace signalbox
