// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/httpserver.h"
#include "core/server/operationsroutes.h"

namespace signalbox {

/// Takes `Authorization: Bearer user-<uuid>` for a person and `Bearer service` for a machine; anything else
/// is nobody. Answers at once, or later when told so.
class FakeAuthenticator final : public Authenticator
{
public:
    Reply<Caller> authenticate(const HttpRequest &request) override;

    bool isSlow = false; ///< answers wait in `waiting`
    QList<ReplySource<Caller>> waiting;
    int asked = 0;

    /// What to send for a person.
    static QByteArray headerFor(UserId user);
    static Result<Caller> callerOf(const HttpRequest &request);
};

/// A whole service on a free port, with the routes a test gives it. Set up, add routes, start().
struct TestService
{
    explicit TestService(const HttpLimits &limits = {}, const RateLimiter::Config &rate = {});

    /// Starts on a free port of the loopback address; fatal when that fails.
    quint16 start();
    /// A public GET that answers at once with `body`.
    void addGet(const QString &pattern, const QByteArray &body);

    SystemClock clock;
    QHash<QString, QString> variables; ///< what RuntimeFlags reads as the environment
    RouteTable routes;
    Metrics metrics;
    FakeAuthenticator authenticator;
    RuntimeFlags flags {[this](const QString &name) { return variables.value(name); }};
    RateLimiter limiter;
    WorkerPool workers {2};
    HttpServer server;
    quint16 port = 0;
};

} // namespace signalbox
