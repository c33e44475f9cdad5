// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/storage/pgconnection.h"

namespace signalbox {

/// An event of response timing that is not told right which inbound messages its lead had answered before
/// (migration 0020): those next to its own, before and after it.
struct AnswerOrderDrift
{
    LeadId lead;
    QUuid event;
    std::optional<Instant> expectedEarlier, foundEarlier;
    std::optional<Instant> expectedLater, foundLater;
};

/// Compares the events of a workspace with their order in one scan of them: a second or two a million. Empty:
/// no drift.
Result<QList<AnswerOrderDrift>> verifyAnswerOrder(PgConnection &pg, WorkspaceId workspace);

/// Puts what verifyAnswerOrder() finds right: after bulk loads. How many events were wrong.
Result<qint64> recomputeAnswerOrder(PgConnection &pg, WorkspaceId workspace);

} // namespace signalbox
