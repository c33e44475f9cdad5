// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/storage/pgconnection.h"

namespace signalbox {

/// A lead whose mark "answered by the assignee" is not what its messages say (migration 0019).
struct AssigneeAnswerDrift
{
    LeadId lead;
    bool expected = false;
    bool found = false;

    bool operator==(const AssigneeAnswerDrift &) const = default;
};
/// Compares leads and messages in one snapshot, a pass over all that people sent: a second at millions.
/// Empty: no drift.
Result<QList<AssigneeAnswerDrift>> verifyAssigneeAnswers(PgConnection &pg, WorkspaceId workspace);

/// Puts the marks right: after bulk loads. How many leads were wrong.
Result<qint64> recomputeAssigneeAnswers(PgConnection &pg, WorkspaceId workspace);

} // namespace signalbox
