// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/base/ids.h"

#include <QList>
#include <QString>

namespace signalbox {

/// A person with a role in one workspace.
struct Member
{
    UserId user;
    QString email;
    QString name;
    QString role; ///< OWNER, ADMIN, INBOX_MANAGER, SETTER or CLIENT_PORTAL

    bool operator==(const Member &) const = default;
};

/// The people of a workspace, for its OWNERs and ADMINs (DESIGN §8.27). Every call fails with Denied for
/// anybody else.
class MembersGateway
{
public:
    virtual ~MembersGateway();

    virtual Reply<QList<Member>> fetchMembers(WorkspaceId workspace) = 0;
    /// Gives an address a role; a person who is not known yet is created with `password`. Invalid names the
    /// field.
    virtual Reply<Member> addMember(WorkspaceId workspace, const QString &email, const QString &name,
        const QString &role, const QString &password)
        = 0;
    /// Conflict when it would leave the workspace without an OWNER.
    virtual Reply<Member> changeRole(WorkspaceId workspace, UserId user, const QString &role) = 0;
    virtual Reply<bool> removeMember(WorkspaceId workspace, UserId user) = 0;
};

} // namespace signalbox
