// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/workspacestore.h"

#include "core/storage/pgconnection.h"

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

Error roleError()
{
    return Error::invalid(u"role"_s, u"The role must be ADMIN, INBOX_MANAGER, SETTER or CLIENT_PORTAL."_s);
}

Result<UserId> lockWorkspace(PgConnection &pg, WorkspaceId workspace)
{
    const auto rows = pg.run("WorkspaceLock"_L1, PgParams() << workspace);
    if (!rows)
        return rows.error();
    if (rows->rowCount() == 0)
        return Error::notFound(u"There is no such workspace."_s);
    return UserId {rows->uuid(0, 0)};
}

Result<void> applyChange(PgConnection &pg, const MemberChange &change)
{
    if (change.caller) {
        const auto role = loadRole(pg, *change.caller, change.workspace);
        if (!role)
            return role.error();
        if (*role != "OWNER"_L1 && *role != "ADMIN"_L1)
            return Error::denied(u"only OWNER and ADMIN administer members"_s);
    }
    const auto owner = lockWorkspace(pg, change.workspace);
    if (!owner)
        return owner.error();
    if (*owner == change.person) {
        if (change.caller && *change.caller != change.person)
            return Error::denied(u"the owner is not an administrator's to change"_s);
        return Error {
            Error::Kind::Conflict, u"The owner of a workspace keeps their standing."_s, u"OWNER_REMAINS"_s};
    }
    if (!change.isAddition) {
        const auto removed = pg.run("WorkspaceRemoveMember"_L1,
            PgParams() << change.workspace << change.person << std::optional<QString>());
        if (!removed)
            return removed.error();
        if (removed->affectedRows() == 0)
            return Error::notFound(u"This person is not a member of the workspace."_s);
    }
    if (change.role.isEmpty())
        return {};
    const auto added
        = pg.run("WorkspaceAddMember"_L1, PgParams() << change.workspace << change.person << change.role);
    if (!added)
        return added.error();
    return {};
}

} // namespace

bool isStoredRole(const QString &role)
{
    return role == "ADMIN"_L1 || role == "INBOX_MANAGER"_L1 || role == "SETTER"_L1
        || role == "CLIENT_PORTAL"_L1;
}

Result<QList<Workspace>> loadWorkspacesOf(PgConnection &pg, UserId user)
{
    const auto rows = pg.transaction(
        TenantScope {.user = user}, [&] { return pg.run("WorkspaceListOfUser"_L1, PgParams() << user); });
    if (!rows)
        return rows.error();
    const auto column = [&](const char *name) { return rows->column(name); };
    QList<Workspace> workspaces;
    for (int row = 0; row < rows->rowCount(); ++row) {
        workspaces << Workspace {{rows->uuid(row, column("id"))}, rows->text(row, column("name")),
            rows->text(row, column("role")), std::max<qint64>(0, rows->integer(row, column("attention"))),
            rows->text(row, column("timezone"))};
    }
    return workspaces;
}

Result<QString> loadRole(PgConnection &pg, UserId user, WorkspaceId workspace)
{
    const auto rows = pg.run("WorkspaceRoleOf"_L1, PgParams() << user << workspace);
    if (!rows)
        return rows.error();
    if (rows->rowCount() == 0)
        return Error::denied(u"not a workspace of this session"_s);
    return rows->text(0, 0);
}

Result<void> checkWorkspace(PgConnection &pg, const QString &name, const QString &timezone)
{
    if (name.trimmed().isEmpty())
        return Error::invalid(u"workspaceName"_s, u"A workspace needs a name."_s);
    if (timezone.isEmpty())
        return {};
    const auto known = pg.run("WorkspaceKnowsTimezone"_L1, PgParams() << timezone);
    if (!known && known.error().kind == Error::Kind::Invalid)
        return Error::invalid(
            u"timezone"_s, u"This is not the name of a time zone, such as Europe/Berlin."_s);
    if (!known)
        return known.error();
    return {};
}

Result<void> addWorkspaceInTransaction(
    PgConnection &pg, WorkspaceId workspace, const QString &name, UserId owner, const QString &timezone)
{
    PgParams params;
    params << workspace << name.trimmed() << owner;
    params.addNullable(timezone);
    const auto added = pg.run("WorkspaceAdd"_L1, params);
    if (!added)
        return added.error();
    return {};
}

Result<WorkspaceId> addWorkspace(PgConnection &pg, const QString &name, UserId owner, const QString &timezone)
{
    if (const auto checked = checkWorkspace(pg, name, timezone); !checked)
        return checked.error();
    const WorkspaceId workspace {newUuid()};
    const auto added = pg.transaction(TenantScope {.serviceWorkspace = workspace, .readOnly = false},
        [&] { return addWorkspaceInTransaction(pg, workspace, name, owner, timezone); });
    if (!added)
        return added.error();
    return workspace;
}

Result<QList<WorkspaceSummary>> listWorkspaces(PgConnection &pg)
{
    const auto rows = pg.run("WorkspaceAll"_L1);
    if (!rows)
        return rows.error();
    const auto column = [&](const char *name) { return rows->column(name); };
    QList<WorkspaceSummary> workspaces;
    for (int row = 0; row < rows->rowCount(); ++row) {
        workspaces << WorkspaceSummary {{rows->uuid(row, column("id"))}, rows->text(row, column("name")),
            rows->text(row, column("timezone")), rows->text(row, column("owner")),
            rows->integer(row, column("members"))};
    }
    return workspaces;
}

Result<QList<WorkspacePerson>> loadMembers(PgConnection &pg, WorkspaceId workspace)
{
    const auto rows = pg.transaction(TenantScope {.serviceWorkspace = workspace},
        [&] { return pg.run("WorkspaceMembers"_L1, PgParams() << workspace); });
    if (!rows)
        return rows.error();
    const auto column = [&](const char *name) { return rows->column(name); };
    QList<WorkspacePerson> people;
    for (int row = 0; row < rows->rowCount(); ++row) {
        people << WorkspacePerson {{rows->uuid(row, column("id"))}, rows->text(row, column("email")),
            rows->text(row, column("name")), rows->textList(row, column("roles")),
            rows->boolean(row, column("is_disabled")), rows->instant(row, column("since"))};
    }
    return people;
}

Result<void> changeMemberInTransaction(PgConnection &pg, const MemberChange &change)
{
    const bool isRoleNeeded = change.isAddition || !change.role.isEmpty();
    if (isRoleNeeded && !isStoredRole(change.role))
        return roleError();
    return applyChange(pg, change);
}

Result<void> changeMember(PgConnection &pg, const MemberChange &change)
{
    return pg.transaction(TenantScope {.serviceWorkspace = change.workspace, .readOnly = false},
        [&] { return changeMemberInTransaction(pg, change); });
}

} // namespace signalbox
