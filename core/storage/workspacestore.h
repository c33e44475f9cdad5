// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/inbox/sessiongateway.h"

#include <QStringList>

namespace signalbox {

class PgConnection;

/// A workspace as the operator lists it.
struct WorkspaceSummary
{
    WorkspaceId id;
    QString name;
    QString timezone;
    QString ownerEmail;
    qint64 members = 0; ///< beside the owner
};

/// A person of a workspace with every role they hold there.
struct WorkspacePerson
{
    UserId user;
    QString email;
    QString name;
    QStringList roles; ///< the one that counts first (domain §1.4.1)
    bool isDisabled = false;
    Instant since {};
};

/// What the person may enter, with role and attention count (DESIGN §8.13).
Result<QList<Workspace>> loadWorkspacesOf(PgConnection &pg, UserId user);
/// The role that counts in a workspace. Denied when there is none: unknown and foreign look the same.
Result<QString> loadRole(PgConnection &pg, UserId user, WorkspaceId workspace);

/// Invalid, naming the field, when the name is blank or the time zone (IANA, may be empty) is unknown.
Result<void> checkWorkspace(PgConnection &pg, const QString &name, const QString &timezone);
Result<WorkspaceId> addWorkspace(
    PgConnection &pg, const QString &name, UserId owner, const QString &timezone);
/// Inside a transaction as the service on that new workspace, after checkWorkspace().
Result<void> addWorkspaceInTransaction(
    PgConnection &pg, WorkspaceId workspace, const QString &name, UserId owner, const QString &timezone);
/// As the database's administrator.
Result<QList<WorkspaceSummary>> listWorkspaces(PgConnection &pg);

/// As the service on that workspace; who may ask is the caller's to decide.
Result<QList<WorkspacePerson>> loadMembers(PgConnection &pg, WorkspaceId workspace);

/// True for ADMIN, INBOX_MANAGER, SETTER and CLIENT_PORTAL: what is stored. OWNER follows from the workspace.
bool isStoredRole(const QString &role);

/// A change to a workspace's people, checked and made in one transaction that holds the workspace.
struct MemberChange
{
    WorkspaceId workspace;
    UserId person;
    /// The roles they have afterwards: one to set, none to remove the person; `isAddition` leaves the others
    /// alone.
    QString role;
    bool isAddition = false;
    /// Who changes; null: the operator, who may do all. Denied unless OWNER or ADMIN in that workspace.
    std::optional<UserId> caller;
};
/// Conflict with code `OWNER_REMAINS` when it would take the owner's standing away, NotFound when the
/// workspace does not exist or a person to be removed is not in it, Invalid (field `role`) for a role that
/// cannot be given.
Result<void> changeMember(PgConnection &pg, const MemberChange &change);
/// The same inside a transaction as the service on that workspace.
Result<void> changeMemberInTransaction(PgConnection &pg, const MemberChange &change);

} // namespace signalbox
