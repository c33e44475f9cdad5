// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// workspace, user, member, token: own data first (DESIGN §8.27).
#include "app/ctl/ctlcommand.h"
#include "app/ctl/passwordinput.h"
#include "core/auth/passwordrules.h"
#include "core/auth/signingsecret.h"
#include "core/config/serviceconfig.h"
#include "core/server/sessiongrants.h"
#include "core/storage/pgconnection.h"
#include "core/storage/sessionstore.h"
#include "core/storage/workspacestore.h"

#include <QJsonArray>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MostDays = 36'500;

// A command's own options and the administrator's connection, or the exit code of what was wrong.
struct Prepared
{
    CtlArguments arguments;
    std::unique_ptr<PgConnection> pg;
    int exitCode = CtlDone;

    bool isReady() const { return pg != nullptr; }
};

struct Needs
{
    QStringList required; ///< options with a value that must be there
    QStringList optional;
    QStringList flags;
};

Result<CtlArguments> parse(const QStringList &arguments, const Needs &needs)
{
    auto parsed = CtlArguments::parse(arguments, needs.required + needs.optional, needs.flags);
    if (!parsed)
        return parsed;
    for (const QString &name : needs.required) {
        if (parsed->value(name).isEmpty())
            return Error::invalid(name, u"--%1 is missing"_s.arg(name));
    }
    if (!parsed->positional().isEmpty())
        return Error::invalid({}, u"`%1` is not an option"_s.arg(parsed->positional().first()));
    // Before any database is opened, let alone made.
    if (parsed->has(u"workspace"_s) && !WorkspaceId::parse(parsed->value(u"workspace"_s)))
        return Error::invalid(u"workspace"_s, u"--workspace must be a uuid (see `workspace list`)"_s);
    if (parsed->has(u"role"_s) && !isStoredRole(parsed->value(u"role"_s).toUpper()))
        return Error::invalid(u"role"_s, u"--role must be ADMIN, INBOX_MANAGER, SETTER or CLIENT_PORTAL"_s);
    if (parsed->has(u"email"_s) && !normaliseEmail(parsed->value(u"email"_s)))
        return Error::invalid(u"email"_s, u"--email must be an e-mail address"_s);
    return parsed;
}

Prepared prepare(const CtlContext &context, const QStringList &arguments, const Needs &needs)
{
    Prepared prepared;
    auto parsed = parse(arguments, needs);
    if (!parsed) {
        prepared.exitCode = context.usageError(parsed.error());
        return prepared;
    }
    prepared.arguments = *std::move(parsed);
    auto admin = context.openAdmin();
    if (!admin) {
        prepared.exitCode = context.fail(admin.error());
        return prepared;
    }
    prepared.pg = *std::move(admin);
    return prepared;
}

Result<UserRecord> userOf(PgConnection &pg, const QString &text)
{
    const auto email = normaliseEmail(text);
    if (!email)
        return email.error();
    const auto user = findUserByEmail(pg, *email);
    if (!user)
        return user.error();
    if (!user->has_value())
        return Error::notFound(u"There is no user with this e-mail address."_s);
    return **user;
}

Result<WorkspaceId> workspaceOf(const CtlArguments &arguments)
{
    const auto workspace = WorkspaceId::parse(arguments.value(u"workspace"_s));
    if (!workspace)
        return Error::invalid(u"workspace"_s, u"--workspace must be a uuid (see `workspace list`)"_s);
    return *workspace;
}

// From a terminal, standard input, or made up and shown once.
Result<Secret> choosePassword(const CtlContext &context, const CtlArguments &arguments, QJsonObject &shown)
{
    if (!arguments.has(u"generate"_s))
        return readNewPassword();
    const Secret password = generatePassword();
    const QString text = QString::fromLatin1(password.reveal());
    shown.insert(u"password"_s, text);
    if (!context.wantsJson())
        context.print(u"password %1"_s.arg(text));
    return password;
}

int done(const CtlContext &context, const QString &line, const QJsonObject &object)
{
    if (context.wantsJson())
        context.print(object);
    else
        context.print(line);
    return CtlDone;
}

int runWorkspaceAdd(const CtlContext &context, const QStringList &arguments)
{
    const auto prepared = prepare(context, arguments, {{u"name"_s, u"owner"_s}, {u"timezone"_s}, {}});
    if (!prepared.isReady())
        return prepared.exitCode;
    const auto owner = userOf(*prepared.pg, prepared.arguments.value(u"owner"_s));
    if (!owner)
        return context.fail(owner.error());
    const auto workspace = addWorkspace(*prepared.pg, prepared.arguments.value(u"name"_s), owner->id,
        prepared.arguments.value(u"timezone"_s));
    if (!workspace)
        return context.fail(workspace.error());
    return done(context, workspace->toString(),
        {{u"id"_s, workspace->toString()}, {u"name"_s, prepared.arguments.value(u"name"_s).trimmed()}});
}

int runWorkspaceList(const CtlContext &context, const QStringList &arguments)
{
    const auto prepared = prepare(context, arguments, {});
    if (!prepared.isReady())
        return prepared.exitCode;
    const auto workspaces = listWorkspaces(*prepared.pg);
    if (!workspaces)
        return context.fail(workspaces.error());
    for (const WorkspaceSummary &workspace : *workspaces) {
        done(context, u"%1  %2  %3"_s.arg(workspace.id.toString(), workspace.ownerEmail, workspace.name),
            {{u"id"_s, workspace.id.toString()}, {u"name"_s, workspace.name},
                {u"owner"_s, workspace.ownerEmail}, {u"timezone"_s, workspace.timezone},
                {u"members"_s, workspace.members}});
    }
    return CtlDone;
}

int runUserAdd(const CtlContext &context, const QStringList &arguments)
{
    const auto prepared = prepare(context, arguments, {{u"email"_s, u"name"_s}, {}, {u"generate"_s}});
    if (!prepared.isReady())
        return prepared.exitCode;
    const QString name = prepared.arguments.value(u"name"_s);
    const auto email = normaliseEmail(prepared.arguments.value(u"email"_s));
    if (!email)
        return context.fail(email.error());
    const auto taken = findUserByEmail(*prepared.pg, *email);
    if (!taken || taken->has_value())
        return context.fail(taken
                ? Error {Error::Kind::Conflict, u"A user with this e-mail address exists already."_s}
                : taken.error());
    QJsonObject object;
    const auto password = choosePassword(context, prepared.arguments, object);
    if (!password)
        return context.fail(password.error());
    if (const auto checked = checkPasswordRules(*password, *email, name); !checked)
        return context.fail(checked.error());
    const auto hash = hashPassword(*password);
    if (!hash)
        return context.fail(hash.error());
    const auto user = addUser(*prepared.pg, *email, name, *hash);
    if (!user)
        return context.fail(user.error());
    object.insert(u"id"_s, user->id.toString());
    object.insert(u"email"_s, user->email);
    return done(context, user->id.toString(), object);
}

int runUserPasswd(const CtlContext &context, const QStringList &arguments)
{
    const auto prepared = prepare(context, arguments, {{u"email"_s}, {}, {u"generate"_s}});
    if (!prepared.isReady())
        return prepared.exitCode;
    const auto user = userOf(*prepared.pg, prepared.arguments.value(u"email"_s));
    if (!user)
        return context.fail(user.error());
    QJsonObject object {{u"email"_s, user->email}};
    const auto password = choosePassword(context, prepared.arguments, object);
    if (!password)
        return context.fail(password.error());
    const SystemClock clock;
    const auto replaced = replacePassword(*prepared.pg, clock, *user, *password);
    if (!replaced)
        return context.fail(replaced.error());
    return done(context, u"changed; all sessions of %1 have ended"_s.arg(user->email), object);
}

int setDisabled(const CtlContext &context, const QStringList &arguments, bool isDisabled)
{
    const auto prepared = prepare(context, arguments, {{u"email"_s}, {}, {}});
    if (!prepared.isReady())
        return prepared.exitCode;
    const auto user = userOf(*prepared.pg, prepared.arguments.value(u"email"_s));
    if (!user)
        return context.fail(user.error());
    const Instant now = SystemClock().now();
    if (const auto set = setUserDisabled(*prepared.pg, user->id, isDisabled, now); !set)
        return context.fail(set.error());
    if (isDisabled) {
        if (const auto ended = endSessionsOfUser(*prepared.pg, user->id, {}, SessionEnd::UserDisabled, now);
            !ended)
            return context.fail(ended.error());
    }
    return done(context, isDisabled ? u"disabled; all sessions have ended"_s : u"enabled"_s,
        {{u"email"_s, user->email}, {u"disabled"_s, isDisabled}});
}

int runUserDisable(const CtlContext &context, const QStringList &arguments)
{
    return setDisabled(context, arguments, true);
}

int runUserEnable(const CtlContext &context, const QStringList &arguments)
{
    return setDisabled(context, arguments, false);
}

int runUserList(const CtlContext &context, const QStringList &arguments)
{
    const auto prepared = prepare(context, arguments, {});
    if (!prepared.isReady())
        return prepared.exitCode;
    const auto users = listUsers(*prepared.pg);
    if (!users)
        return context.fail(users.error());
    for (const UserRecord &user : *users) {
        done(context,
            u"%1  %2  %3%4"_s.arg(
                user.id.toString(), user.email, user.name, user.isDisabled ? u"  (disabled)"_s : QString()),
            {{u"id"_s, user.id.toString()}, {u"email"_s, user.email}, {u"name"_s, user.name},
                {u"disabled"_s, user.isDisabled}});
    }
    return CtlDone;
}

int changeRoles(const CtlContext &context, const QStringList &arguments, bool isAddition)
{
    Needs needs {{u"workspace"_s, u"email"_s}, {}, {}};
    if (isAddition)
        needs.required.append(u"role"_s);
    const auto prepared = prepare(context, arguments, needs);
    if (!prepared.isReady())
        return prepared.exitCode;
    const auto workspace = workspaceOf(prepared.arguments);
    if (!workspace)
        return context.usageError(workspace.error());
    const QString role = prepared.arguments.value(u"role"_s).toUpper();
    const auto user = userOf(*prepared.pg, prepared.arguments.value(u"email"_s));
    if (!user)
        return context.fail(user.error());
    const auto changed = changeMember(*prepared.pg, {*workspace, user->id, role, isAddition, {}});
    if (!changed)
        return context.fail(changed.error());
    return done(context, isAddition ? u"added"_s : u"removed"_s,
        {{u"workspace"_s, workspace->toString()}, {u"email"_s, user->email}, {u"role"_s, role}});
}

int runMemberAdd(const CtlContext &context, const QStringList &arguments)
{
    return changeRoles(context, arguments, true);
}

int runMemberRemove(const CtlContext &context, const QStringList &arguments)
{
    return changeRoles(context, arguments, false);
}

int runMemberList(const CtlContext &context, const QStringList &arguments)
{
    const auto prepared = prepare(context, arguments, {{u"workspace"_s}, {}, {}});
    if (!prepared.isReady())
        return prepared.exitCode;
    const auto workspace = workspaceOf(prepared.arguments);
    if (!workspace)
        return context.usageError(workspace.error());
    const auto members = loadMembers(*prepared.pg, *workspace);
    if (!members)
        return context.fail(members.error());
    if (members->isEmpty()) // even an otherwise empty workspace has its owner
        return context.fail(Error::notFound(u"There is no such workspace."_s));
    for (const WorkspacePerson &member : *members) {
        done(context, u"%1  %2  %3"_s.arg(member.roles.join(u','), member.email, member.name),
            {{u"userId"_s, member.user.toString()}, {u"email"_s, member.email}, {u"name"_s, member.name},
                {u"roles"_s, QJsonArray::fromStringList(member.roles)}, {u"disabled"_s, member.isDisabled}});
    }
    return CtlDone;
}

// The secret the service signs with, found the way the service finds it.
Result<Secret> serviceSecret(const CtlContext &context)
{
    QHash<QString, QString> flags;
    if (!context.options().embedded.isEmpty())
        flags.insert(u"embedded"_s, context.options().embedded);
    const auto config
        = serviceConfig(Configuration::read(ConfigSources::ofProcess(context.options().config, flags)));
    if (!config)
        return config.error();
    if (!config->signingSecret.isEmpty())
        return parseSigningSecret(config->signingSecret.toUtf8(), u"auth.signing_secret"_s);
    if (!context.options().database.isEmpty()
        || (!config->databaseUrl.isEmpty() && context.options().embedded.isEmpty()))
        return Error::invalid(u"auth.signing_secret"_s,
            u"auth.signing_secret must be set (by file or environment) to the one the service signs with"_s,
            u"CONFIG"_s);
    return loadOrCreateSigningSecret(signingSecretFile(config->embeddedDirectory));
}

int printToken(const CtlContext &context, const IssuedToken &token)
{
    const QString text = QString::fromLatin1(token.token.reveal());
    return done(context, text, {{u"token"_s, text}, {u"expiresAt"_s, toIso(token.expiresAt)}});
}

int printUserToken(const CtlContext &context, const SessionKeys &keys, const QString &email)
{
    const auto admin = context.openAdmin();
    if (!admin)
        return context.fail(admin.error());
    const auto user = userOf(**admin, email);
    if (!user)
        return context.fail(user.error());
    if (user->isDisabled)
        return context.fail({Error::Kind::Conflict, u"This user is disabled."_s});
    const auto granted = grantTo(**admin, keys, *user);
    if (!granted)
        return context.fail(granted.error());
    const QString text = QString::fromLatin1(granted->access.token.reveal());
    return done(context, text,
        {{u"token"_s, text}, {u"refreshToken"_s, QString::fromLatin1(granted->refreshToken.reveal())},
            {u"expiresAt"_s, toIso(granted->access.expiresAt)}, {u"userId"_s, user->id.toString()}});
}

int runToken(const CtlContext &context, const QStringList &arguments)
{
    const auto parsed
        = parse(arguments, {{}, {u"user"_s, u"workspace"_s, u"days"_s}, {u"anon"_s, u"service"_s}});
    if (!parsed)
        return context.usageError(parsed.error());
    const int kinds
        = int(parsed->has(u"user"_s)) + int(parsed->has(u"anon"_s)) + int(parsed->has(u"service"_s));
    if (kinds != 1)
        return context.usageError(Error::invalid({}, u"token needs one of --user, --anon and --service"_s));
    const auto days = parsed->number(u"days"_s, 365, 1);
    if (!days)
        return context.usageError(days.error());
    if (*days > MostDays)
        return context.usageError(Error::invalid(u"days"_s, u"--days is at most %1"_s.arg(MostDays)));
    std::optional<WorkspaceId> workspace;
    if (parsed->has(u"workspace"_s)) {
        const auto given = workspaceOf(*parsed);
        if (!given)
            return context.usageError(given.error());
        workspace = *given;
    }
    if (parsed->has(u"user"_s)) {
        // Opened first: an embedded cluster that does not exist yet gets its directory here.
        if (const auto admin = context.openAdmin(); !admin)
            return context.fail(admin.error());
    }
    const auto secret = serviceSecret(context);
    if (!secret)
        return context.fail(secret.error());
    const SystemClock clock;
    const SessionKeys keys(*secret, clock);
    if (parsed->has(u"user"_s))
        return printUserToken(context, keys, parsed->value(u"user"_s));
    if (parsed->has(u"anon"_s))
        return printToken(context, keys.issuer.projectKey());
    return printToken(context, keys.issuer.serviceToken(workspace, std::chrono::hours(24) * *days));
}

} // namespace

QList<CtlCommand> userCommands()
{
    const QString password = u"\n  The password is asked for, or read from standard input."
                             "\n  --generate   make one up and print it"_s;
    return {
        {u"workspace add"_s, u"creates a workspace; prints its id"_s,
            u"workspace add --name NAME --owner EMAIL [--timezone ZONE]\n  --timezone   IANA name, such as Europe/Berlin"_s,
            runWorkspaceAdd},
        {u"workspace list"_s, u"lists workspaces: id, owner, name"_s, u"workspace list"_s, runWorkspaceList},
        {u"user add"_s, u"creates a person; prints the id"_s,
            u"user add --email EMAIL --name NAME [--generate]"_s + password, runUserAdd, true},
        {u"user passwd"_s, u"sets a person's password and ends their sessions"_s,
            u"user passwd --email EMAIL [--generate]"_s + password, runUserPasswd},
        {u"user list"_s, u"lists people: id, address, name"_s, u"user list"_s, runUserList},
        {u"user disable"_s, u"ends a person's sessions and refuses new ones"_s,
            u"user disable --email EMAIL"_s, runUserDisable},
        {u"user enable"_s, u"lets a disabled person sign in again"_s, u"user enable --email EMAIL"_s,
            runUserEnable},
        {u"member add"_s, u"gives a person a role in a workspace"_s,
            u"member add --workspace ID --email EMAIL --role ADMIN|INBOX_MANAGER|SETTER|CLIENT_PORTAL"_s,
            runMemberAdd},
        {u"member remove"_s, u"takes all of a person's roles in a workspace away"_s,
            u"member remove --workspace ID --email EMAIL"_s, runMemberRemove},
        {u"member list"_s, u"lists a workspace's people: roles, address, name"_s,
            u"member list --workspace ID"_s, runMemberList},
        {u"token"_s, u"prints a token that the service accepts"_s,
            u"token --user EMAIL | --anon | --service [--workspace ID] [--days N]\n"
            "  --user      a person's access token, good for an hour, with a session of its own\n"
            "  --anon      the project key: what clients send as apikey; it opens nothing\n"
            "  --service   for POST /api/ingest, for one workspace or all, for N days (365)"_s,
            runToken},
    };
}

} // namespace signalbox
