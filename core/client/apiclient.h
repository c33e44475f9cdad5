// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/client/answercache.h"
#include "core/client/apicall.h"
#include "core/client/linkmonitor.h"

#include <QFutureWatcher>
#include <QSet>
#include <QUrl>

class QNetworkAccessManager;

namespace signalbox {

/// All HTTP between the console and its service. Event thread only.
///
/// A call that is answered 401 waits while the access token is renewed, once for all that wait, and is then
/// repeated once. A token about to run out is renewed before it is used. Cancelling a Reply aborts its
/// socket. Redirects are not followed: a token goes to the service it was made for.
class ApiClient final : public ServiceConnection
{
    Q_OBJECT

public:
    struct Config
    {
        QUrl server; ///< `http://host:port` or https, without a path
        std::chrono::milliseconds firstRetry {500};
        std::chrono::milliseconds longestRetry {30'000};
        std::function<double()> jitter; ///< in [0, 1); empty: a random source
    };

    ApiClient(const Config &config, const Clock &clock, QObject *parent = nullptr);
    ~ApiClient() override;

    /// Sends and reads: `read` turns a success into the value, or into an Error, which the caller gets with
    /// the request id.
    template <typename T>
    Reply<T> send(const ApiRequest &request, std::function<Result<T>(const ApiAnswer &)> read)
    {
        ReplySource<T> source;
        ApiCall *call = start(request, [source, read = std::move(read)](const Result<ApiAnswer> &answer) {
            if (!answer)
                return source.finish(answer.error());
            Result<T> value = read(*answer);
            if (value)
                return source.finish(std::move(value));
            Error error = value.error();
            error.requestId = answer->requestId;
            source.finish(std::move(error));
        });
        auto *watcher = new QFutureWatcher<Result<T>>(call);
        connect(watcher, &QFutureWatcherBase::canceled, call, [this, call] { abandon(call); });
        watcher->setFuture(source.reply().future());
        return source.reply();
    }

    /// From now on calls carry these tokens. Another person's answers are forgotten.
    void setSession(const SessionTokens &tokens);
    /// Forgets tokens and answers; calls under way are answered Unauthenticated.
    void clearSession();
    bool hasSession() const { return m_session.has_value(); }
    const std::optional<SessionTokens> &session() const { return m_session; }
    /// There is a session, and its access token does not end within the next minute.
    bool hasFreshToken() const { return m_session && !mustRenewFirst(); }
    /// Asks for new tokens, unless that is under way or nobody is signed in. sessionRenewed() or
    /// sessionEnded() follows; neither does when the service is away.
    void renewSession();
    const QUrl &server() const { return m_config.server; }
    /// For a service whose address is only known once it has started. Before the first call.
    void setServer(const QUrl &server);

    ConnectionStatus status() const override { return m_link.status(); }
    void retryNow() override { m_link.retryNow(); }

    /// Calls that have not been answered; 0 when nothing is in flight.
    qsizetype callsInFlight() const { return m_calls.size(); }

private:
    ApiCall *start(const ApiRequest &request, ApiCall::Done done);
    void dispatch(ApiCall *call);
    void onAnswered(ApiCall *call, const ApiCall::Outcome &outcome);
    void conclude(ApiCall *call, const ApiCall::Outcome &outcome);
    void abandon(ApiCall *call);

    bool mustRenewFirst() const;
    void waitForRenewal(ApiCall *call);
    void renew();
    void onRenewed(const Result<SessionTokens> &tokens);
    void endSession();
    void probe();

    QUrl urlOf(const ApiRequest &request) const;

    Config m_config;
    const Clock &m_clock;
    std::unique_ptr<QNetworkAccessManager> m_network;
    LinkMonitor m_link;
    AnswerCache m_cache;
    std::optional<SessionTokens> m_session;
    QSet<ApiCall *> m_calls;
    QList<ApiCall *> m_waiting; // for the renewal under way
    Pending<SessionTokens> m_renewal;
    bool m_isRenewing = false; ///< until its answer was delivered: a second would spend a token that is gone
    Pending<bool> m_probe;
};

} // namespace signalbox
