// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/auth/loginthrottle.h"
#include "core/server/metrics.h"
#include "core/server/routetable.h"
#include "core/server/sessionauthenticator.h"
#include "core/server/sessiongrants.h"

#include <QObject>

#include <atomic>

namespace signalbox {

class PgPool;

/// What the routes that make and end sessions share.
///
/// Whatever computes a password runs in `passwordPool`, a pool of its own of two workers: so at most two
/// computations (64 MB each) run at once, and people who read never wait behind people who sign in.
struct AuthServices
{
    PgPool &pool;
    PgPool &passwordPool;
    const SessionKeys &keys;
    SessionAuthenticator &authenticator;
    Metrics &metrics;
    const Clock &clock;
};

/// `/auth/v1`: signing in, refreshing, signing out, the own account, in GoTrue's form so that the stock
/// Supabase auth client works against it (DESIGN §2.1, §8.13).
class AuthRoutes final : public QObject
{
    Q_OBJECT

public:
    explicit AuthRoutes(const AuthServices &services, QObject *parent = nullptr);

    /// Must outlive the table's use.
    void addTo(RouteTable &routes);

private:
    Reply<HttpResponse> token(const HttpRequest &request);
    Reply<HttpResponse> signIn(const HttpRequest &request, const QJsonObject &body);
    Reply<HttpResponse> refresh(const QJsonObject &body);
    Reply<HttpResponse> logout(const HttpRequest &request);
    Reply<HttpResponse> user(const HttpRequest &request);
    Reply<HttpResponse> updateUser(const HttpRequest &request);
    void count(const QByteArray &outcome);

    AuthServices m_services;
    LoginThrottle m_throttle;
    std::shared_ptr<std::atomic<int>> m_waiting = std::make_shared<std::atomic<int>>(0);
};

} // namespace signalbox
