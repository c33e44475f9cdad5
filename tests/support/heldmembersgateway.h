// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inbox/membersgateway.h"

#include <vector>

namespace signalbox {

/// A members gateway answered by hand: each question waits in its list for its `source` to be finished.
class HeldMembersGateway final : public MembersGateway
{
public:
    std::vector<ReplySource<QList<Member>>> lists;
    std::vector<ReplySource<Member>> changes;
    std::vector<ReplySource<bool>> removals;

    Reply<QList<Member>> fetchMembers(WorkspaceId) override { return lists.emplace_back().reply(); }
    Reply<Member> addMember(
        WorkspaceId, const QString &, const QString &, const QString &, const QString &) override
    {
        return changes.emplace_back().reply();
    }
    Reply<Member> changeRole(WorkspaceId, UserId, const QString &) override
    {
        return changes.emplace_back().reply();
    }
    Reply<bool> removeMember(WorkspaceId, UserId) override { return removals.emplace_back().reply(); }
};

inline Member memberNamed(const QString &name, const QString &role = QStringLiteral("SETTER"))
{
    return {
        {QUuid::createUuidV5(QUuid(), name)}, name.toLower() + QStringLiteral("@example.org"), name, role};
}

} // namespace signalbox
