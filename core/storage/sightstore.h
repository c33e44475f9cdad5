// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/realtime/leadchange.h"

#include <QHash>
#include <QList>
#include <QSet>

namespace signalbox {

class PgConnection;

/// Which leads a person may read, as the row-level policies decide it: all of some workspaces, the assigned
/// ones of others (domain §2.5). What stands in neither is not theirs.
struct LeadSight
{
    UserId user;
    QSet<WorkspaceId> full;
    QSet<WorkspaceId> own;

    bool covers(const LeadScope &scope) const
    {
        return full.contains(scope.workspace) || (scope.assignee == user && own.contains(scope.workspace));
    }
    bool isEmpty() const { return full.isEmpty() && own.isEmpty(); }
    bool operator==(const LeadSight &) const = default;
};

/// Asks the functions behind the policies, as that person. Unauthenticated (code `session_not_found` or
/// `user_not_found`) when the session has ended or the person is gone or disabled; a null session is not
/// looked up.
Result<LeadSight> loadLeadSight(PgConnection &pg, UserId user, SessionId session, Instant now);

/// Whether a SELECT of `lead` is decided by the policies that LeadSight stands for; if not, the text says
/// what was found.
Result<QString> findUnknownLeadPolicies(PgConnection &pg);

/// Which of these leads, last seen in these scopes, row-level security judges otherwise than the sight does.
/// Rows that are gone or have moved meanwhile do not count. Empty: they agree.
Result<QList<LeadId>> findSightMismatches(
    PgConnection &pg, const LeadSight &sight, const QHash<LeadId, LeadScope> &leads);

} // namespace signalbox
