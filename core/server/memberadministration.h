// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/sessiongrants.h"
#include "core/storage/workspacestore.h"

namespace signalbox {

// Worker functions of the routes that administer people (DESIGN §8.27). `caller` is the person who asks;
// Denied unless they are OWNER or ADMIN where the change takes place.

/// Denied, or nothing to say.
Result<void> checkAdministers(PgConnection &pg, UserId caller, WorkspaceId workspace);

Result<WorkspacePerson> loadMember(PgConnection &pg, WorkspaceId workspace, UserId person);

/// A role for somebody.
struct NewMember
{
    QString email;
    QString name;
    QString role;
    Secret password; ///< for a person who is not known yet; the account of one who is stays as it is
};
/// Adds the role. A person who is not known yet is created in the same transaction: Invalid with
/// `weak_password` or field `name`, `email`, `role`. Takes a password computation then.
Result<WorkspacePerson> addMember(
    PgConnection &pg, const SessionKeys &keys, UserId caller, WorkspaceId workspace, const NewMember &member);

/// Changes to somebody else's account; what is not set stays.
struct AccountChange
{
    std::optional<QString> name;
    std::optional<Secret> password;
    std::optional<bool> isDisabled;
};
/// A new password and disabling end the person's sessions. Denied unless mayAdminister(); Invalid for the own
/// password (that takes the old one, `PUT /auth/v1/user`); Conflict for disabling oneself.
Result<UserRecord> changeAccount(
    PgConnection &pg, const SessionKeys &keys, UserId caller, UserId person, const AccountChange &change);

/// The first person and their workspace.
struct FirstSetup
{
    QString name;
    QString email;
    QString password;
    QString workspaceName;
    QString timezone;
};
struct FirstSession
{
    GrantedSession session;
    Workspace workspace;
};
/// Only while there is nobody: Conflict with code `SETUP_DONE` else, also for the second of two at once.
Result<FirstSession> createFirstOwner(PgConnection &pg, const SessionKeys &keys, const FirstSetup &setup);

} // namespace signalbox
