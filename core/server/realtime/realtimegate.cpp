// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/realtime/realtimegate.h"

#include "core/realtime/phoenixframe.h"
#include "core/server/replychain.h"
#include "core/server/sessionauthenticator.h"

#include <QHostAddress>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

constexpr int RetrySeconds = 5;
constexpr qsizetype MostClientIdCharacters = 128;

QByteArray keyOf(const HttpRequest &request)
{
    const QByteArray header = request.header("x-api-key");
    return header.isEmpty() ? request.queryValue(u"apikey").value_or(QString()).simplified().toLatin1()
                            : header;
}

Reply<bool> refused(const Error &error)
{
    return Reply<bool>::ready(error);
}

Error coded(Error::Kind kind, const QString &code, const QString &detail)
{
    return {.kind = kind, .detail = detail, .code = code};
}

bool isLoopback(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

/// Broadcasts over HTTP (realtime §1.3): clients know what a 501 means.
Route unserved(const QString &pattern, const QString &id)
{
    Route route;
    route.method = HttpMethod::Post;
    route.pattern = pattern;
    route.access = Access::Public;
    route.handler = [](const HttpRequest &) {
        return Reply<HttpResponse>::ready(coded(
            Error::Kind::Unavailable, u"NOT_IMPLEMENTED"_s, u"Broadcasts of clients are not accepted"_s));
    };
    route.doc.id = id;
    route.doc.summary = u"Broadcasts of clients are not accepted"_s;
    route.doc.tag = u"realtime"_s;
    route.doc.errors = {501};
    return route;
}

} // namespace

RealtimeGate::RealtimeGate(TokenVerifier &verifier, SessionAuthenticator &authenticator, Options options,
    std::function<int()> socketCount, QObject *parent)
    : QObject(parent)
    , m_verifier(verifier)
    , m_authenticator(authenticator)
    , m_options(std::move(options))
    , m_socketCount(std::move(socketCount))
{ }

void RealtimeGate::addTo(RouteTable &routes)
{
    for (const QString &pattern : {u"/realtime/v1/websocket"_s, u"/socket/websocket"_s})
        routes.addUpgrade(pattern, [this](const HttpRequest &request) { return decide(request); });
    routes.add(unserved(u"/realtime/v1/api/broadcast"_s, u"broadcast"_s));
    routes.add(unserved(u"/realtime/v1/api/broadcast/{topic}/events/{event}"_s, u"broadcastEvent"_s));
}

Reply<bool> RealtimeGate::decide(const HttpRequest &request)
{
    if (!isOriginAllowed(request))
        return refused(Error::denied(u"this origin may not connect"_s));
    if (!parsePhoenixVersion(request.queryValue(u"vsn").value_or(QString())))
        return refused(Error::invalid(u"vsn"_s, u"vsn must be 1.0.0 or 2.0.0"_s, u"INVALID_PARAMETER"_s));
    if (m_socketCount() >= m_options.sockets) {
        Error full = coded(Error::Kind::Unavailable, u"RATE_LIMITED"_s, u"too many realtime sockets"_s);
        full.retryAfterSeconds = RetrySeconds;
        return refused(full);
    }
    const QByteArray key = keyOf(request);
    if (key.isEmpty())
        return refused(Error {Error::Kind::Unauthenticated, u"no apikey"_s, u"no_authorization"_s});
    return andThen(m_verifier.verify(key), this, [this, key](const TokenClaims &claims) -> Reply<bool> {
        if (claims.role == TokenRole::Anon)
            return Reply<bool>::ready(true);
        if (claims.role != TokenRole::Authenticated)
            return refused(Error {Error::Kind::Unauthenticated, u"a person's token is required"_s});
        return andThen(m_authenticator.authenticateToken(key), this,
            [](const Caller &) { return Reply<bool>::ready(true); });
    });
}

/// A browser lets any page open a socket to us, and sends no cookie we would believe, but a token may lie
/// where the page can read it.
bool RealtimeGate::isOriginAllowed(const HttpRequest &request) const
{
    if (!request.hasHeader("origin"))
        return true;
    const QString text = QString::fromLatin1(request.header("origin"));
    if (m_options.origins.contains(text, Qt::CaseInsensitive))
        return true;
    const QUrl origin(text, QUrl::StrictMode);
    if (!origin.isValid() || origin.host().isEmpty())
        return false; // `null`: a sandboxed page, a file
    const QString host = QString::fromLatin1(request.header("host"));
    return origin.authority().compare(host, Qt::CaseInsensitive) == 0 || isLoopback(origin.host());
}

RealtimeHello RealtimeGate::helloOf(const HttpRequest &request)
{
    return {parsePhoenixVersion(request.queryValue(u"vsn").value_or(QString())).value_or(PhoenixVersion::V1),
        keyOf(request), request.queryValue(u"client_id").value_or(QString()).left(MostClientIdCharacters)};
}

} // namespace signalbox
