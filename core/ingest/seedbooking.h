// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/seedthread.h"

namespace signalbox {

/// How a lead's conversation went, for what follows from it.
struct SeedCourse
{
    QByteArray outcome; ///< phrases of its outcome
    int firstInbound = -1; ///< index of a message
    int reactivated = -1; ///< index of the message it came back with, interested; −1: it did not
};

/// The interest a lead showed, and the meeting that came of it: tag, status and times of the lead move with
/// it. `thread` is written but for what addSeedFollowUps adds.
void addSeedBooking(const SeedCast &cast, SeedRandom &random, const SeedCourse &course, SeedThread &thread);

/// What was planned around the conversation: follow-ups, tasks, the booking process, notes of the CRM.
void addSeedFollowUps(const SeedCast &cast, SeedRandom &random, SeedThread &thread);

} // namespace signalbox
