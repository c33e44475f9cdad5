// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/authroutes.h"

#include "core/auth/passwordrules.h"
#include "core/server/gotrue.h"
#include "core/storage/pgpool.h"
#include "core/storage/sessionstore.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

constexpr qint64 BodyLimit = 16 * 1024;
constexpr int MostWaiting = 32; // each takes a tenth of a second of one of two workers

Reply<HttpResponse> ready(Result<HttpResponse> response)
{
    return Reply<HttpResponse>::ready(std::move(response));
}

// GoTrue's own status where it has one, else what the error's kind says.
Result<HttpResponse> refusal(const Error &error)
{
    auto response = goTrueRefusal(error);
    if (response)
        return std::move(*response);
    return error;
}

Reply<HttpResponse> refuse(const QString &code, const QString &message, int retryAfterSeconds = 0)
{
    return ready(refusal({.kind = Error::Kind::Invalid,
        .detail = message,
        .code = code,
        .retryAfterSeconds = retryAfterSeconds}));
}

Result<HttpResponse> sessionAnswer(const Result<GrantedSession> &granted)
{
    if (!granted)
        return refusal(granted.error());
    return HttpResponse::json(goTrueSession(*granted));
}

Result<HttpResponse> userAnswer(const Result<std::optional<UserRecord>> &user)
{
    if (!user)
        return user.error();
    if (!user->has_value())
        return Error {Error::Kind::Unauthenticated, u"User from sub claim in JWT does not exist"_s,
            u"user_not_found"_s};
    return HttpResponse::json(goTrueUser(**user));
}

Result<HttpResponse> endSessions(PgConnection &pg, const Caller &caller, const QString &scope, Instant now)
{
    if (scope == "local"_L1) {
        const auto ended = endSession(pg, caller.session, SessionEnd::SignedOut, now);
        return ended ? Result<HttpResponse>(HttpResponse::noContent()) : ended.error();
    }
    const auto kept = scope == "others"_L1 ? std::optional(caller.session) : std::nullopt;
    const auto ended = endSessionsOfUser(pg, caller.user, kept, SessionEnd::SignedOut, now);
    return ended ? Result<HttpResponse>(HttpResponse::noContent()) : ended.error();
}

Route route(HttpMethod method, const QString &path, Access access, const QString &id, const QString &summary)
{
    Route made;
    made.method = method;
    made.pattern = u"/auth/v1"_s + path;
    made.access = access;
    made.bodyLimitBytes = BodyLimit;
    made.errorForm = ErrorForm::GoTrue;
    made.doc.id = id;
    made.doc.summary = summary;
    made.doc.tag = u"auth"_s;
    return made;
}

QJsonObject schema(const QJsonObject &properties, const QJsonArray &required = {})
{
    return {{u"type"_s, u"object"_s}, {u"properties"_s, properties}, {u"required"_s, required}};
}

void addSchemas(RouteTable &routes)
{
    const QJsonObject text {{u"type"_s, u"string"_s}};
    const QJsonObject number {{u"type"_s, u"integer"_s}};
    const QJsonObject user {{u"$ref"_s, u"#/components/schemas/AuthUser"_s}};
    routes.addSchema(u"AuthTokenRequest"_s,
        schema({{u"email"_s, text}, {u"password"_s, text}, {u"refresh_token"_s, text}}));
    routes.addSchema(u"AuthUser"_s,
        schema({{u"id"_s, text}, {u"aud"_s, text}, {u"role"_s, text}, {u"email"_s, text},
                   {u"user_metadata"_s, QJsonObject {{u"type"_s, u"object"_s}}}},
            {u"id"_s, u"email"_s}));
    routes.addSchema(u"AuthSession"_s,
        schema({{u"access_token"_s, text}, {u"token_type"_s, text}, {u"expires_in"_s, number},
                   {u"expires_at"_s, number}, {u"refresh_token"_s, text}, {u"user"_s, user}},
            {u"access_token"_s, u"refresh_token"_s, u"expires_in"_s, u"user"_s}));
    routes.addSchema(u"AuthUserUpdate"_s,
        schema({{u"password"_s, text}, {u"current_password"_s, text},
            {u"data"_s, schema({{u"name"_s, text}})}}));
}

HttpResponse settings()
{
    // What Supabase's clients look for before they show a sign-in form.
    return HttpResponse::json(
        {{u"external"_s, QJsonObject {{u"email"_s, true}, {u"phone"_s, false}}}, {u"disable_signup"_s, true},
            {u"mailer_autoconfirm"_s, true}, {u"phone_autoconfirm"_s, false}, {u"saml_enabled"_s, false}});
}

} // namespace

AuthRoutes::AuthRoutes(const AuthServices &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_throttle(services.clock)
{ }

void AuthRoutes::addTo(RouteTable &routes)
{
    addSchemas(routes);
    const auto add = [&](Route made, Handler handler, const QString &request, const QString &response,
                         const QList<int> &errors) {
        made.handler = std::move(handler);
        made.doc.requestSchema = request;
        made.doc.responseSchema = response;
        made.doc.errors = errors;
        routes.add(std::move(made));
    };
    const auto fixed = [](const HttpResponse &response) {
        return [response](const HttpRequest &) { return ready(response); };
    };
    Route tokens = route(HttpMethod::Post, u"/token"_s, Access::Public, u"createToken"_s,
        u"Signs in, or trades a refresh token for a new session"_s);
    tokens.doc.parameters = {{.name = u"grant_type"_s,
        .summary = u"What is traded"_s,
        .isRequired = true,
        .schema = {{u"enum"_s, QJsonArray {u"password"_s, u"refresh_token"_s}}}}};
    add(std::move(tokens), [this](const HttpRequest &request) { return token(request); },
        u"AuthTokenRequest"_s, u"AuthSession"_s, {400, 429});
    Route out = route(HttpMethod::Post, u"/logout"_s, Access::Session, u"signOut"_s, u"Ends sessions"_s);
    out.doc.parameters = {{.name = u"scope"_s,
        .summary = u"Which: all of the person's, this one, or all others"_s,
        .schema = {{u"enum"_s, QJsonArray {u"global"_s, u"local"_s, u"others"_s}}}}};
    add(std::move(out), [this](const HttpRequest &request) { return logout(request); }, {}, {}, {400});
    add(route(HttpMethod::Get, u"/user"_s, Access::Session, u"getUser"_s, u"The person of this session"_s),
        [this](const HttpRequest &request) { return user(request); }, {}, u"AuthUser"_s, {});
    add(route(HttpMethod::Put, u"/user"_s, Access::Session, u"updateUser"_s,
            u"Changes the own name or password; a new password ends the other sessions"_s),
        [this](const HttpRequest &request) { return updateUser(request); }, u"AuthUserUpdate"_s,
        u"AuthUser"_s, {400, 422, 429});
    add(route(HttpMethod::Post, u"/signup"_s, Access::Public, u"signUp"_s, u"Always refused"_s),
        [](const HttpRequest &) {
            return refuse(u"signup_disabled"_s, u"Signups not allowed for this instance"_s);
        },
        {}, {}, {422});
    add(route(HttpMethod::Get, u"/settings"_s, Access::Public, u"authSettings"_s, u"Ways to sign in"_s),
        fixed(settings()), {}, {}, {});
    add(route(HttpMethod::Get, u"/health"_s, Access::Public, u"authHealth"_s, u"Name and version"_s),
        fixed(HttpResponse::json({{u"name"_s, u"signalbox"_s}, {u"version"_s, u"v" SIGNALBOX_VERSION ""_s},
            {u"description"_s, u"Signalbox speaks GoTrue's API"_s}})),
        {}, {}, {});
    add(route(HttpMethod::Get, u"/.well-known/jwks.json"_s, Access::Public, u"authKeys"_s,
            u"Public keys: none, our tokens are checked by asking for the user"_s),
        fixed(HttpResponse::json({{u"keys"_s, QJsonArray()}})), {}, {}, {});
}

Reply<HttpResponse> AuthRoutes::token(const HttpRequest &request)
{
    const auto body = request.jsonBody();
    if (!body)
        return refuse(u"bad_json"_s, body.error().detail);
    const QString grant = request.queryValue(u"grant_type").value_or(QString());
    if (grant == "password"_L1)
        return signIn(request, *body);
    if (grant == "refresh_token"_L1)
        return refresh(*body);
    return refuse(u"unsupported_grant_type"_s, u"grant_type must be password or refresh_token"_s);
}

Reply<HttpResponse> AuthRoutes::signIn(const HttpRequest &request, const QJsonObject &body)
{
    const Secret password(body.value("password"_L1).toString());
    const auto email = normaliseEmail(body.value("email"_L1).toString());
    if (!email || password.isEmpty())
        return refuse(u"validation_failed"_s, u"An e-mail address and a password are required"_s);
    if (const auto wait = m_throttle.admit(request.peerAddress, *email)) {
        count("throttled");
        return refuse(u"over_request_rate_limit"_s,
            u"Too many attempts. Try again in %1 seconds."_s.arg(wait->count()), int(wait->count()));
    }
    if (m_waiting->load() >= MostWaiting)
        return ready(Error {.kind = Error::Kind::Unavailable,
            .detail = u"too many people sign in at this moment"_s,
            .retryAfterSeconds = 2});
    ++*m_waiting;
    const std::shared_ptr<void> place(nullptr, [waiting = m_waiting](void *) { --*waiting; });
    auto reply = m_services.passwordPool.run(
        [place, &keys = m_services.keys, email = *email, password](PgConnection &pg, std::stop_token) {
            return sessionAnswer(grantByPassword(pg, keys, email, password));
        });
    deliver(reply, this,
        [this, address = request.peerAddress, email = *email](const Result<HttpResponse> &answer) {
            const bool isIn = answer && answer->status == 200;
            count(isIn ? "signed_in" : "refused");
            if (isIn)
                m_throttle.succeeded(address, email);
        });
    return reply;
}

Reply<HttpResponse> AuthRoutes::refresh(const QJsonObject &body)
{
    const Secret token(body.value("refresh_token"_L1).toString());
    if (token.isEmpty())
        return refuse(u"validation_failed"_s, u"refresh_token is required"_s);
    auto reply = m_services.pool.run([&keys = m_services.keys, token](PgConnection &pg, std::stop_token) {
        return sessionAnswer(grantByRefreshToken(pg, keys, token));
    });
    deliver(reply, this, [this](const Result<HttpResponse> &answer) {
        const bool isReuse = answer && answer->body.contains("refresh_token_already_used");
        count(answer && answer->status == 200 ? "refreshed" : isReuse ? "token_reused" : "refresh_refused");
    });
    return reply;
}

Reply<HttpResponse> AuthRoutes::logout(const HttpRequest &request)
{
    const QString scope = request.queryValue(u"scope").value_or(u"global"_s);
    if (scope != "global"_L1 && scope != "local"_L1 && scope != "others"_L1)
        return refuse(u"validation_failed"_s, u"scope must be global, local or others"_s);
    auto reply = m_services.pool.run(
        [caller = *request.caller, scope, now = m_services.clock.now()](
            PgConnection &pg, std::stop_token) { return endSessions(pg, caller, scope, now); });
    deliver(reply, this, [this, person = request.caller->user](const Result<HttpResponse> &) {
        m_services.authenticator.forget(person);
        count("signed_out");
    });
    return reply;
}

Reply<HttpResponse> AuthRoutes::user(const HttpRequest &request)
{
    return m_services.pool.run([person = request.caller->user](PgConnection &pg, std::stop_token) {
        return userAnswer(findUser(pg, person));
    });
}

Reply<HttpResponse> AuthRoutes::updateUser(const HttpRequest &request)
{
    const auto body = request.jsonBody();
    if (!body)
        return refuse(u"bad_json"_s, body.error().detail);
    const Caller caller = *request.caller;
    const QJsonValue name = body->value("data"_L1).toObject().value("name"_L1);
    const QString newName = name.toString().trimmed();
    if (!name.isUndefined() && (!name.isString() || newName.isEmpty() || newName.size() > 200))
        return refuse(u"validation_failed"_s, u"A name of at most 200 characters is required"_s);
    const Secret password(body->value("password"_L1).toString());
    const Secret current(body->value("current_password"_L1).toString());
    if (body->contains("email"_L1) || body->contains("phone"_L1))
        return refuse(u"validation_failed"_s, u"The e-mail address cannot be changed here"_s);
    if (!password.isEmpty()) {
        if (const auto wait = m_throttle.admit(request.peerAddress, caller.user.toString()))
            return refuse(u"over_request_rate_limit"_s, u"Too many attempts"_s, int(wait->count()));
    }
    PgPool &pool = password.isEmpty() ? m_services.pool : m_services.passwordPool;
    auto reply = pool.run([&keys = m_services.keys, caller, newName, password, current](
                              PgConnection &pg, std::stop_token) -> Result<HttpResponse> {
        if (!password.isEmpty()) {
            const auto changed = changeOwnPassword(pg, keys, caller.user, caller.session, current, password);
            if (!changed)
                return refusal(changed.error());
        }
        if (!newName.isEmpty()) {
            if (const auto renamed = setUserName(pg, caller.user, newName); !renamed)
                return renamed.error();
        }
        return userAnswer(findUser(pg, caller.user));
    });
    deliver(reply, this,
        [this, caller, address = request.peerAddress, isPassword = !password.isEmpty()](
            const Result<HttpResponse> &answer) {
            if (!isPassword || !answer || answer->status != 200)
                return;
            m_services.authenticator.forget(caller.user);
            m_throttle.succeeded(address, caller.user.toString());
            count("password_changed");
        });
    return reply;
}

void AuthRoutes::count(const QByteArray &outcome)
{
    m_services.metrics
        .counter("signalbox_auth_total", "What came of signing in, refreshing and signing out.",
            {{"outcome", outcome}})
        .increment();
}

} // namespace signalbox
