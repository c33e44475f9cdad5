// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/memberadministration.h"

#include "core/auth/passwordrules.h"
#include "core/storage/pgconnection.h"
#include "core/storage/sessionstore.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

Result<QString> checkName(const QString &text)
{
    const QString name = text.trimmed();
    if (name.isEmpty() || name.size() > 200)
        return Error::invalid(u"name"_s, u"A name of at most 200 characters is required."_s);
    return name;
}

Error setupDone()
{
    return {.kind = Error::Kind::Conflict,
        .detail = u"The service has been set up already."_s,
        .code = u"SETUP_DONE"_s};
}

// Name, address and password of somebody who is to be created.
struct CheckedPerson
{
    QString email;
    QString name;
    QString passwordHash;
};
Result<CheckedPerson> checkPerson(
    const SessionKeys &keys, const QString &email, const QString &name, const Secret &password)
{
    const auto checkedName = checkName(name);
    if (!checkedName)
        return checkedName.error();
    const auto checkedEmail = normaliseEmail(email);
    if (!checkedEmail)
        return checkedEmail.error();
    if (const auto checked = checkPasswordRules(password, *checkedEmail, *checkedName); !checked)
        return checked.error();
    const auto hash = hashPassword(password, keys.cost);
    if (!hash)
        return hash.error();
    return CheckedPerson {*checkedEmail, *checkedName, *hash};
}

Result<UserId> createMember(PgConnection &pg, MemberChange change, const CheckedPerson &person)
{
    return pg.transaction(
        TenantScope {.serviceWorkspace = change.workspace, .readOnly = false}, [&]() -> Result<UserId> {
            const auto user = addUser(pg, person.email, person.name, person.passwordHash);
            if (!user)
                return user.error();
            change.person = user->id;
            const auto changed = changeMemberInTransaction(pg, change);
            if (!changed)
                return changed.error();
            return user->id;
        });
}

} // namespace

Result<void> checkAdministers(PgConnection &pg, UserId caller, WorkspaceId workspace)
{
    const auto role = loadRole(pg, caller, workspace);
    if (!role)
        return role.error();
    if (*role != "OWNER"_L1 && *role != "ADMIN"_L1)
        return Error::denied(u"only OWNER and ADMIN administer members"_s);
    return {};
}

Result<WorkspacePerson> loadMember(PgConnection &pg, WorkspaceId workspace, UserId person)
{
    const auto members = loadMembers(pg, workspace);
    if (!members)
        return members.error();
    const auto found = std::find_if(
        members->begin(), members->end(), [&](const auto &member) { return member.user == person; });
    if (found == members->end())
        return Error::notFound(u"This person is not a member of the workspace."_s);
    return *found;
}

Result<WorkspacePerson> addMember(
    PgConnection &pg, const SessionKeys &keys, UserId caller, WorkspaceId workspace, const NewMember &member)
{
    if (const auto allowed = checkAdministers(pg, caller, workspace); !allowed)
        return allowed.error();
    if (!isStoredRole(member.role))
        return Error::invalid(
            u"role"_s, u"The role must be ADMIN, INBOX_MANAGER, SETTER or CLIENT_PORTAL."_s);
    const auto email = normaliseEmail(member.email);
    if (!email)
        return Error::invalid(u"email"_s, email.error().detail);
    const auto known = findUserByEmail(pg, *email);
    if (!known)
        return known.error();
    MemberChange change {workspace, {}, member.role, true, caller};
    if (known->has_value()) {
        change.person = (*known)->id;
        if (const auto changed = changeMember(pg, change); !changed)
            return changed.error();
        return loadMember(pg, workspace, change.person);
    }
    const auto person = checkPerson(keys, *email, member.name, member.password);
    if (!person)
        return person.error();
    const auto created = createMember(pg, change, *person);
    if (!created)
        return created.error();
    return loadMember(pg, workspace, *created);
}

Result<UserRecord> changeAccount(
    PgConnection &pg, const SessionKeys &keys, UserId caller, UserId person, const AccountChange &change)
{
    const auto allowed = mayAdminister(pg, caller, person);
    if (!allowed)
        return allowed.error();
    if (!*allowed)
        return Error::denied(u"not an account this person administers"_s);
    const auto found = findUser(pg, person);
    if (!found)
        return found.error();
    if (!found->has_value())
        return Error::denied(u"not an account this person administers"_s);
    UserRecord user = **found;
    if (caller == person && change.password)
        return Error::invalid(u"password"_s, u"The own password is changed with the old one."_s);
    if (caller == person && change.isDisabled.value_or(false))
        return Error {Error::Kind::Conflict, u"Nobody can disable themselves."_s, u"OWN_ACCOUNT"_s};
    if (change.name) {
        const auto name = checkName(*change.name);
        if (!name)
            return name.error();
        if (const auto renamed = setUserName(pg, person, *name); !renamed)
            return renamed.error();
        user.name = *name;
    }
    if (change.password) {
        if (const auto replaced = replacePassword(pg, keys.clock, user, *change.password, keys.cost);
            !replaced)
            return replaced.error();
    }
    if (change.isDisabled) {
        const Instant now = keys.clock.now();
        if (const auto set = setUserDisabled(pg, person, *change.isDisabled, now); !set)
            return set.error();
        if (*change.isDisabled) {
            const auto ended = endSessionsOfUser(pg, person, {}, SessionEnd::UserDisabled, now);
            if (!ended)
                return ended.error();
        }
    }
    const auto changed = findUser(pg, person);
    if (!changed)
        return changed.error();
    return changed->value_or(user);
}

Result<FirstSession> createFirstOwner(PgConnection &pg, const SessionKeys &keys, const FirstSetup &setup)
{
    const auto isSetUp = hasAnyUser(pg);
    if (!isSetUp)
        return isSetUp.error();
    if (*isSetUp)
        return setupDone();
    if (const auto checked = checkWorkspace(pg, setup.workspaceName, setup.timezone); !checked)
        return checked.error();
    const auto person = checkPerson(keys, setup.email, setup.name, Secret(setup.password));
    if (!person)
        return person.error();
    const WorkspaceId workspace {newUuid()};
    const auto user = pg.transaction(
        TenantScope {.serviceWorkspace = workspace, .readOnly = false}, [&]() -> Result<UserRecord> {
            if (const auto locked = pg.run("UserFirstLock"_L1); !locked)
                return locked.error();
            const auto isTaken = hasAnyUser(pg);
            if (!isTaken || *isTaken)
                return isTaken ? setupDone() : isTaken.error();
            auto added = addUser(pg, person->email, person->name, person->passwordHash);
            if (!added)
                return added;
            const auto made
                = addWorkspaceInTransaction(pg, workspace, setup.workspaceName, added->id, setup.timezone);
            return made ? std::move(added) : Result<UserRecord>(made.error());
        });
    if (!user)
        return user.error();
    auto session = grantTo(pg, keys, *user);
    if (!session)
        return session.error();
    return FirstSession {*session, {workspace, setup.workspaceName.trimmed(), u"OWNER"_s, 0, setup.timezone}};
}

} // namespace signalbox
