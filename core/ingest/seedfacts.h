// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace signalbox {

// What analytics knows of a demo lead beside its messages (domain §1.4.5–1.4.8). Texts are UTF-8; empty means
// null.

/// A meeting; a lead that moved it has one for each date (domain §1.4.6).
struct SeedAppointment
{
    QByteArray provider;
    QByteArray status; ///< CONFIRMED, CANCELED, RESCHEDULED, SHOWED or NO_SHOW
    QByteArray source;
    int calendar = 0; ///< 0 the usual one, 1 for direct booking, 2 one that nobody configured
    Instant createdAt {}, changedAt {}, startAt {};
    std::optional<Instant> canceledAt;
    QByteArray cancelReason;
};

/// What a lead shows of its meeting: the last of its appointments, or what a producer told who knows none.
struct SeedBooking
{
    QByteArray provider; ///< empty: no evidence of a meeting
    std::optional<Instant> bookedAt, startAt, canceledAt;
    QByteArray status; ///< lower case; empty: nobody said
    QByteArray source;
};

/// The first interest a lead showed, and what people wrote about it since.
struct SeedInterest
{
    int message = -1; ///< index into SeedThread::messages; −1: never was positive
    QByteArray type;
    std::optional<int> score;
    QByteArray mode; ///< stored AI or HUMAN; empty: to be worked out
    int response = -1; ///< index of the answer that `mode` is about
    QByteArray leadType, applicationStatus, categoryOverride, notes, pipelineStatus;
    double pipelineValue = 0; ///< 0: none
    Instant updatedAt {};
};

struct SeedFollowUp
{
    int sequence = 0; ///< 0 no response, 1 after a meeting, 2 reactivation; once each at most
    QByteArray status;
    QByteArray pausedReason;
    int step = 0;
    Instant startedAt {}, updatedAt {};
    std::optional<Instant> lastStepAt, nextStepDue, completedAt;
};

struct SeedTask
{
    QByteArray type;
    QByteArray status;
    QByteArray subject;
    int followUp = -1; ///< index into SeedThread::followUps
    Instant createdAt {}, dueAt {};
};

/// How far a booking process got with a lead.
struct SeedProgress
{
    int wave = 0; ///< 0: none
    Instant createdAt {}, updatedAt {};
};

struct SeedEnrollment
{
    int campaign = -1; ///< −1: none
    QByteArray status;
    std::optional<Instant> sentAt;
    Instant createdAt {};
};

} // namespace signalbox
