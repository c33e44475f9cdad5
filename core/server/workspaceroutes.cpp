// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/workspaceroutes.h"

#include "core/server/memberadministration.h"
#include "core/storage/pgpool.h"

#include <QCryptographicHash>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

Reply<HttpResponse> ready(const Error &error)
{
    return Reply<HttpResponse>::ready(error);
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonObject memberJson(const WorkspacePerson &person)
{
    return {
        {u"userId"_s, person.user.toString()},
        {u"email"_s, person.email},
        {u"name"_s, person.name},
        {u"role"_s, person.roles.value(0)},
        {u"roles"_s, QJsonArray::fromStringList(person.roles)},
        {u"disabled"_s, person.isDisabled},
        {u"since"_s, toIso(person.since)},
    };
}

HttpResponse tagged(const QJsonObject &body)
{
    HttpResponse response = HttpResponse::json(body);
    response.etag
        = '"' + QCryptographicHash::hash(response.body, QCryptographicHash::Sha256).toHex().first(32) + '"';
    return response;
}

Result<HttpResponse> memberAnswer(const Result<WorkspacePerson> &person, int status)
{
    if (!person)
        return person.error();
    return HttpResponse::json({{u"success"_s, true}, {u"member"_s, memberJson(*person)}}, status);
}

Result<HttpResponse> accountAnswer(const Result<UserRecord> &user)
{
    if (!user)
        return user.error();
    return HttpResponse::json({{u"success"_s, true},
        {u"user"_s,
            QJsonObject {{u"userId"_s, user->id.toString()}, {u"email"_s, user->email},
                {u"name"_s, user->name}, {u"disabled"_s, user->isDisabled}}}});
}

Result<HttpResponse> listAnswer(const Result<QList<Workspace>> &workspaces)
{
    if (!workspaces)
        return workspaces.error();
    QJsonArray list;
    for (const Workspace &workspace : *workspaces) {
        list.append(QJsonObject {{u"id"_s, workspace.id.toString()}, {u"name"_s, workspace.name},
            {u"role"_s, workspace.role}, {u"attention"_s, workspace.attention},
            {u"timezone"_s, orNull(workspace.timezone)}});
    }
    return tagged({{u"success"_s, true}, {u"workspaces"_s, list}});
}

Result<HttpResponse> membersAnswer(const Result<QList<WorkspacePerson>> &people)
{
    if (!people)
        return people.error();
    QJsonArray list;
    for (const WorkspacePerson &person : *people)
        list.append(memberJson(person));
    return tagged({{u"success"_s, true}, {u"members"_s, list}});
}

// A workspace that is no uuid is one nobody may see, as an unknown one is (DESIGN §8.2).
Result<WorkspaceId> workspaceOf(const QString &text)
{
    const auto workspace = WorkspaceId::parse(text);
    if (!workspace)
        return Error::denied(u"not a workspace of this session"_s);
    return *workspace;
}

Result<UserId> personOf(const HttpRequest &request)
{
    const auto person = UserId::parse(request.pathValue(u"userId"));
    if (!person)
        return Error::notFound(u"This person is not a member of the workspace."_s);
    return *person;
}

Result<AccountChange> readAccountChange(const QJsonObject &body)
{
    AccountChange change;
    const auto wrong
        = [](const QString &field) { return Error::invalid(field, u"%1 is of a wrong type."_s.arg(field)); };
    if (const QJsonValue name = body.value("name"_L1); !name.isUndefined()) {
        if (!name.isString())
            return wrong(u"name"_s);
        change.name = name.toString();
    }
    if (const QJsonValue password = body.value("password"_L1); !password.isUndefined()) {
        if (!password.isString())
            return wrong(u"password"_s);
        change.password = Secret(password.toString());
    }
    if (const QJsonValue disabled = body.value("disabled"_L1); !disabled.isUndefined()) {
        if (!disabled.isBool())
            return wrong(u"disabled"_s);
        change.isDisabled = disabled.toBool();
    }
    return change;
}

Route route(HttpMethod method, const QString &pattern, const QString &id, const QString &summary)
{
    Route made;
    made.method = method;
    made.pattern = pattern;
    made.bodyLimitBytes = 16 * 1024;
    made.doc.id = id;
    made.doc.summary = summary;
    made.doc.tag = u"workspaces"_s;
    for (const auto &name : {u"workspaceId"_s, u"userId"_s}) {
        if (pattern.contains(u'{' + name + u'}'))
            made.doc.parameters.append({.name = name,
                .in = u"path"_s,
                .isRequired = true,
                .schema = {{u"type"_s, u"string"_s}, {u"format"_s, u"uuid"_s}}});
    }
    return made;
}

} // namespace

WorkspaceRoutes::WorkspaceRoutes(const AuthServices &services, WorkspaceAccess &access, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_access(access)
{ }

void WorkspaceRoutes::addTo(RouteTable &routes)
{
    const auto add = [&](Route made, const QList<int> &errors, Handler handler) {
        made.handler = std::move(handler);
        made.doc.errors = errors;
        routes.add(std::move(made));
    };
    const QString people = u"/api/workspaces/{workspaceId}/members"_s;
    Route listing = route(HttpMethod::Get, u"/api/workspaces"_s, u"listWorkspaces"_s,
        u"Workspaces of the session, with role and attention count"_s);
    listing.isTenantRead = true;
    add(std::move(listing), {}, [this](const HttpRequest &request) { return list(request); });
    Route reading = route(HttpMethod::Get, people, u"listMembers"_s, u"People of a workspace"_s);
    reading.isTenantRead = true;
    add(std::move(reading), {403}, [this](const HttpRequest &request) { return members(request); });
    add(route(
            HttpMethod::Post, people, u"addMember"_s, u"Gives a person a role; creates an unknown person"_s),
        {400, 403, 409}, [this](const HttpRequest &request) {
            const auto workspace = workspaceOf(request.pathValue(u"workspaceId"));
            const auto body = request.jsonBody();
            if (!workspace || !body)
                return ready(workspace ? body.error() : workspace.error());
            return addMember(request, *workspace, *body);
        });
    add(route(HttpMethod::Post, u"/api/users"_s, u"createUser"_s,
            u"Creates a person with a role in the workspace `clientId`"_s),
        {400, 403, 409}, [this](const HttpRequest &request) {
            const auto body = request.jsonBody();
            if (!body)
                return ready(body.error());
            const auto workspace = workspaceOf(body->value("clientId"_L1).toString());
            return workspace ? addMember(request, *workspace, *body) : ready(workspace.error());
        });
    add(route(HttpMethod::Patch, people + u"/{userId}"_s, u"changeMember"_s, u"Sets a person's one role"_s),
        {400, 403, 404, 409}, [this](const HttpRequest &request) { return changeMember(request); });
    add(route(HttpMethod::Delete, people + u"/{userId}"_s, u"removeMember"_s, u"Takes all roles away"_s),
        {403, 404, 409}, [this](const HttpRequest &request) { return removeMember(request); });
    add(route(HttpMethod::Patch, u"/api/users/{userId}"_s, u"changeUser"_s,
            u"Changes another person's name, password or whether they may sign in"_s),
        {400, 403, 409}, [this](const HttpRequest &request) { return changeAccount(request); });
}

Reply<HttpResponse> WorkspaceRoutes::list(const HttpRequest &request)
{
    return m_services.pool.run([person = request.caller->user](PgConnection &pg, std::stop_token) {
        return listAnswer(loadWorkspacesOf(pg, person));
    });
}

Reply<HttpResponse> WorkspaceRoutes::members(const HttpRequest &request)
{
    const auto workspace = workspaceOf(request.pathValue(u"workspaceId"));
    if (!workspace)
        return ready(workspace.error());
    return m_services.pool.run([caller = request.caller->user, workspace = *workspace](
                                   PgConnection &pg, std::stop_token) -> Result<HttpResponse> {
        if (const auto allowed = checkAdministers(pg, caller, workspace); !allowed)
            return allowed.error();
        return membersAnswer(loadMembers(pg, workspace));
    });
}

Reply<HttpResponse> WorkspaceRoutes::addMember(
    const HttpRequest &request, WorkspaceId workspace, const QJsonObject &body)
{
    const auto text = [&](QLatin1StringView name) { return body.value(name).toString(); };
    const NewMember member {text("email"_L1), text("name"_L1), text("role"_L1), Secret(text("password"_L1))};
    PgPool &pool = member.password.isEmpty() ? m_services.pool : m_services.passwordPool;
    return afterChange(pool.run([&keys = m_services.keys, caller = request.caller->user, workspace, member](
                                    PgConnection &pg, std::stop_token) {
        return memberAnswer(signalbox::addMember(pg, keys, caller, workspace, member), 201);
    }),
        {});
}

Reply<HttpResponse> WorkspaceRoutes::changeMember(const HttpRequest &request)
{
    const auto workspace = workspaceOf(request.pathValue(u"workspaceId"));
    const auto person = personOf(request);
    const auto body = request.jsonBody();
    if (!workspace || !person || !body)
        return ready(!workspace ? workspace.error() : !person ? person.error() : body.error());
    const QString role = body->value("role"_L1).toString();
    if (!isStoredRole(role))
        return ready(
            Error::invalid(u"role"_s, u"The role must be ADMIN, INBOX_MANAGER, SETTER or CLIENT_PORTAL."_s));
    const MemberChange change {*workspace, *person, role, false, request.caller->user};
    return afterChange(
        m_services.pool.run([change](PgConnection &pg, std::stop_token) -> Result<HttpResponse> {
            if (const auto changed = signalbox::changeMember(pg, change); !changed)
                return changed.error();
            return memberAnswer(loadMember(pg, change.workspace, change.person), 200);
        }),
        *person);
}

Reply<HttpResponse> WorkspaceRoutes::removeMember(const HttpRequest &request)
{
    const auto workspace = workspaceOf(request.pathValue(u"workspaceId"));
    const auto person = personOf(request);
    if (!workspace || !person)
        return ready(workspace ? person.error() : workspace.error());
    const MemberChange change {*workspace, *person, {}, false, request.caller->user};
    return afterChange(
        m_services.pool.run([change](PgConnection &pg, std::stop_token) -> Result<HttpResponse> {
            if (const auto changed = signalbox::changeMember(pg, change); !changed)
                return changed.error();
            return HttpResponse::json({{u"success"_s, true}});
        }),
        *person);
}

Reply<HttpResponse> WorkspaceRoutes::changeAccount(const HttpRequest &request)
{
    const auto person = UserId::parse(request.pathValue(u"userId"));
    const auto body = request.jsonBody();
    if (!person)
        return ready(Error::denied(u"not an account this person administers"_s));
    if (!body)
        return ready(body.error());
    const auto change = readAccountChange(*body);
    if (!change)
        return ready(change.error());
    PgPool &pool = change->password ? m_services.passwordPool : m_services.pool;
    return afterChange(pool.run([&keys = m_services.keys, caller = request.caller->user, person = *person,
                                    change = *change](PgConnection &pg, std::stop_token) {
        return accountAnswer(signalbox::changeAccount(pg, keys, caller, person, change));
    }),
        *person);
}

Reply<HttpResponse> WorkspaceRoutes::afterChange(Reply<HttpResponse> reply, UserId person)
{
    deliver(reply, this, [this, person](const Result<HttpResponse> &) {
        m_access.forgetAll();
        if (!person.isNull())
            m_services.authenticator.forget(person);
    });
    return reply;
}

} // namespace signalbox
