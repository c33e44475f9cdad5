// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/apiclient.h"
#include "core/inbox/membersgateway.h"

namespace signalbox {

/// The people of a workspace over HTTP, under `/api/workspaces/{id}/members`: GET → `{success,
/// members:[{userId, email, name, role}]}`; POST `{email, name, role, password}` and PATCH `/{userId}`
/// `{role}` → `{success, member}`; DELETE `/{userId}`.
class RemoteMembersGateway final : public MembersGateway
{
public:
    explicit RemoteMembersGateway(ApiClient &client);

    Reply<QList<Member>> fetchMembers(WorkspaceId workspace) override;
    Reply<Member> addMember(WorkspaceId workspace, const QString &email, const QString &name,
        const QString &role, const QString &password) override;
    Reply<Member> changeRole(WorkspaceId workspace, UserId user, const QString &role) override;
    Reply<bool> removeMember(WorkspaceId workspace, UserId user) override;

private:
    ApiClient &m_client;
};

} // namespace signalbox
