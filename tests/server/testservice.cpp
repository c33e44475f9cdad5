// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/testservice.h"

using namespace Qt::StringLiterals;

namespace signalbox {

Result<Caller> FakeAuthenticator::callerOf(const HttpRequest &request)
{
    const QByteArray token = request.bearerToken();
    if (token == "service")
        return Caller {.isService = true};
    if (token.startsWith("user-")) {
        if (const auto user = UserId::parse(QString::fromLatin1(token.sliced(5))))
            return Caller {.user = *user};
    }
    return Error {.kind = Error::Kind::Unauthenticated};
}

Reply<Caller> FakeAuthenticator::authenticate(const HttpRequest &request)
{
    ++asked;
    if (!isSlow)
        return Reply<Caller>::ready(callerOf(request));
    waiting.append(ReplySource<Caller>());
    return waiting.last().reply();
}

QByteArray FakeAuthenticator::headerFor(UserId user)
{
    return "Authorization: Bearer user-" + user.toString().toLatin1() + "\r\n";
}

TestService::TestService(const HttpLimits &limits, const RateLimiter::Config &rate)
    : limiter(clock, rate)
    , server({routes, authenticator, flags, limiter, metrics, workers, clock}, limits)
{ }

quint16 TestService::start()
{
    const Result<quint16> started = server.start(QHostAddress(QHostAddress::LocalHost), 0);
    if (!started)
        qFatal("%s", qPrintable(describe(started.error())));
    port = *started;
    return port;
}

void TestService::addGet(const QString &pattern, const QByteArray &body)
{
    Route route;
    route.pattern = pattern;
    route.access = Access::Public;
    route.handler = [body](const HttpRequest &) {
        return Reply<HttpResponse>::ready(HttpResponse::text(body, "text/plain"));
    };
    routes.add(std::move(route));
}

} // namespace signalbox
