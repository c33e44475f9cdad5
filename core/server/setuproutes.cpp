// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/setuproutes.h"

#include "core/server/gotrue.h"
#include "core/server/memberadministration.h"
#include "core/storage/pgpool.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

bool isAtTheMachine(const HttpRequest &request)
{
    return QHostAddress(request.peerAddress).isLoopback() && !request.hasHeader("origin")
        && !request.hasHeader("forwarded") && !request.hasHeader("x-forwarded-for")
        && !request.hasHeader("x-real-ip");
}

Result<HttpResponse> sessionAnswer(const Result<FirstSession> &first)
{
    if (!first)
        return first.error();
    QJsonObject body = goTrueSession(first->session);
    body.insert(u"success"_s, true);
    body.insert(u"workspace"_s,
        QJsonObject {{u"id"_s, first->workspace.id.toString()}, {u"name"_s, first->workspace.name},
            {u"role"_s, first->workspace.role}});
    return HttpResponse::json(body, 201);
}

Reply<HttpResponse> answerNeed(PgPool &pool)
{
    return pool.run([](PgConnection &pg, std::stop_token) -> Result<HttpResponse> {
        const auto isSetUp = hasAnyUser(pg);
        if (!isSetUp)
            return isSetUp.error();
        return HttpResponse::json({{u"success"_s, true}, {u"needsSetup"_s, !*isSetUp}});
    });
}

Reply<HttpResponse> createOwner(const AuthServices &services, const HttpRequest &request)
{
    if (!isAtTheMachine(request))
        return Reply<HttpResponse>::ready(Error::denied(u"setting up is for who sits at the machine"_s));
    const auto body = request.jsonBody();
    if (!body)
        return Reply<HttpResponse>::ready(body.error());
    const auto text = [&](QLatin1StringView name) { return body->value(name).toString(); };
    const FirstSetup setup {text("name"_L1), text("email"_L1), text("password"_L1), text("workspaceName"_L1),
        text("timezone"_L1)};
    return services.passwordPool.run([&keys = services.keys, setup](PgConnection &pg, std::stop_token) {
        return sessionAnswer(createFirstOwner(pg, keys, setup));
    });
}

} // namespace

void addSetupRoutes(RouteTable &routes, const AuthServices &services)
{
    Route need;
    need.pattern = u"/api/setup"_s;
    need.access = Access::Public;
    need.doc.id = u"setupState"_s;
    need.doc.summary = u"Whether the service has no user yet"_s;
    need.doc.tag = u"auth"_s;
    need.handler = [services](const HttpRequest &) { return answerNeed(services.pool); };
    routes.add(std::move(need));

    Route create;
    create.method = HttpMethod::Post;
    create.pattern = u"/api/setup"_s;
    create.access = Access::Public;
    create.bodyLimitBytes = 16 * 1024;
    create.doc.id = u"createFirstOwner"_s;
    create.doc.summary
        = u"Creates the first owner and workspace, from this machine only, while there is no user"_s;
    create.doc.tag = u"auth"_s;
    create.doc.errors = {400, 403, 409};
    create.handler = [services](const HttpRequest &request) { return createOwner(services, request); };
    routes.add(std::move(create));
}

} // namespace signalbox
