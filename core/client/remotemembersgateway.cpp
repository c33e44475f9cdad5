// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/remotemembersgateway.h"

#include "core/inbox/jsonfields.h"

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

QString membersPath(WorkspaceId workspace)
{
    return u"/api/workspaces/%1/members"_s.arg(workspace.toString());
}

Result<Member> decodeMember(const QJsonObject &object, const QString &path)
{
    JsonFields fields(object, path);
    const Member member {
        .user = UserId {fields.uuid("userId"_L1)},
        .email = fields.text("email"_L1),
        .name = fields.optionalText("name"_L1),
        .role = fields.text("role"_L1),
    };
    if (fields.error())
        return *fields.error();
    return member;
}

Result<Member> decodeMemberBody(const ApiAnswer &answer)
{
    JsonFields fields(answer.json());
    const QJsonObject member = fields.object("member"_L1);
    if (fields.error())
        return *fields.error();
    return decodeMember(member, u"member"_s);
}

Result<QList<Member>> decodeMembersBody(const ApiAnswer &answer)
{
    JsonFields fields(answer.json());
    const QJsonArray list = fields.array("members"_L1);
    if (fields.error())
        return *fields.error();
    QList<Member> members;
    for (qsizetype i = 0; i < list.size(); ++i) {
        auto member = decodeMember(list.at(i).toObject(), u"members[%1]"_s.arg(i));
        if (!member)
            return member.error();
        members.append(*std::move(member));
    }
    return members;
}

} // namespace

RemoteMembersGateway::RemoteMembersGateway(ApiClient &client)
    : m_client(client)
{ }

Reply<QList<Member>> RemoteMembersGateway::fetchMembers(WorkspaceId workspace)
{
    return m_client.send<QList<Member>>({.path = membersPath(workspace)}, decodeMembersBody);
}

Reply<Member> RemoteMembersGateway::addMember(WorkspaceId workspace, const QString &email,
    const QString &name, const QString &role, const QString &password)
{
    const QJsonObject body {
        {u"email"_s, email}, {u"name"_s, name}, {u"role"_s, role}, {u"password"_s, password}};
    return m_client.send<Member>(
        {.method = "POST", .path = membersPath(workspace), .body = body}, decodeMemberBody);
}

Reply<Member> RemoteMembersGateway::changeRole(WorkspaceId workspace, UserId user, const QString &role)
{
    const ApiRequest request {
        .method = "PATCH",
        .path = membersPath(workspace) + u'/' + user.toString(),
        .body = QJsonObject {{u"role"_s, role}},
    };
    return m_client.send<Member>(request, decodeMemberBody);
}

Reply<bool> RemoteMembersGateway::removeMember(WorkspaceId workspace, UserId user)
{
    const ApiRequest request {.method = "DELETE", .path = membersPath(workspace) + u'/' + user.toString()};
    return m_client.send<bool>(request, [](const ApiAnswer &) { return Result<bool>(true); });
}

} // namespace signalbox
