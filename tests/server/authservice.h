// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/httpserver.h"
#include "core/server/workspaceroutes.h"
#include "core/storage/pgpool.h"
#include "tests/support/manualclock.h"
#include "tests/support/rawclient.h"

namespace signalbox {

class TestDatabase;

/// A whole service with real sessions on a real database and a free port; passwords cost little, time stands
/// still until it is moved.
class AuthService
{
public:
    /// `instances` of it on one database would each have one of these.
    explicit AuthService(const QString &conninfo);

    /// `POST`, `GET`, …; `token` as bearer, none when empty. `headerLines` come as they are.
    RawAnswer request(const QByteArray &method, const QByteArray &path, const QByteArray &token = {},
        const QJsonObject &body = {}, const QByteArray &headerLines = {});
    RawAnswer signIn(const QString &email, const QString &password);
    RawAnswer refresh(const QByteArray &refreshToken);

    quint16 port() const { return m_port; }
    const SessionKeys &keys() const { return m_keys; }
    Metrics &metrics() { return m_metrics; }

    ManualClock clock;

private:
    PgPool m_pool;
    PgPool m_passwordPool;
    SessionKeys m_keys;
    TokenVerifier m_verifier;
    SessionAuthenticator m_authenticator;
    WorkspaceAccess m_access;
    Metrics m_metrics;
    AuthServices m_services;
    AuthRoutes m_authRoutes;
    WorkspaceRoutes m_workspaceRoutes;
    RouteTable m_routes;
    RuntimeFlags m_flags;
    RateLimiter m_limiter;
    WorkerPool m_workers {1};
    HttpServer m_server;
    quint16 m_port = 0;
};

/// What signs the tokens of every AuthService.
Secret testSigningSecret();

/// The text of a JSON member of an answer, as bytes.
QByteArray member(const RawAnswer &answer, QLatin1StringView name);

} // namespace signalbox
