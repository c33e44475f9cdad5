// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/authservice.h"

#include "core/server/setuproutes.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace signalbox {

Secret testSigningSecret()
{
    return Secret("a-signing-secret-for-tests-of-enough-bytes"_ba);
}

QByteArray member(const RawAnswer &answer, QLatin1StringView name)
{
    return answer.json().value(name).toString().toLatin1();
}

AuthService::AuthService(const QString &conninfo)
    : m_pool(conninfo, {.size = 4})
    , m_passwordPool(conninfo, {.size = 2})
    , m_keys(testSigningSecret(), clock, PasswordCost::least())
    , m_verifier(testSigningSecret(), clock)
    , m_authenticator(m_pool, m_verifier, clock)
    , m_access(m_pool, clock)
    , m_services {m_pool, m_passwordPool, m_keys, m_authenticator, m_metrics, clock}
    , m_authRoutes(m_services)
    , m_workspaceRoutes(m_services, m_access)
    , m_flags([](const QString &) { return QString(); })
    , m_limiter(clock, {})
    , m_server({m_routes, m_authenticator, m_flags, m_limiter, m_metrics, m_workers, clock}, {})
{
    m_authRoutes.addTo(m_routes);
    m_workspaceRoutes.addTo(m_routes);
    addSetupRoutes(m_routes, m_services);
    const auto started = m_server.start(QHostAddress(QHostAddress::LocalHost), 0);
    if (!started)
        qFatal("%s", qPrintable(describe(started.error())));
    m_port = *started;
}

RawAnswer AuthService::request(const QByteArray &method, const QByteArray &path, const QByteArray &token,
    const QJsonObject &body, const QByteArray &headerLines)
{
    RawClient client(m_port);
    if (!client.connectToServer())
        qFatal("the service does not accept connections");
    QByteArray text = method + ' ' + path + " HTTP/1.1\r\nHost: localhost\r\n" + headerLines;
    if (!token.isEmpty())
        text += "Authorization: Bearer " + token + "\r\n";
    const QByteArray json
        = body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact);
    if (!json.isEmpty())
        text += "Content-Type: application/json\r\n";
    client.send(text + "Content-Length: " + QByteArray::number(json.size()) + "\r\n\r\n" + json);
    return client.answer();
}

RawAnswer AuthService::signIn(const QString &email, const QString &password)
{
    return request(
        "POST", "/auth/v1/token?grant_type=password", {}, {{u"email"_s, email}, {u"password"_s, password}});
}

RawAnswer AuthService::refresh(const QByteArray &refreshToken)
{
    return request("POST", "/auth/v1/token?grant_type=refresh_token", {},
        {{u"refresh_token"_s, QString::fromLatin1(refreshToken)}});
}

} // namespace signalbox
