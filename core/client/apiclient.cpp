// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/apiclient.h"

#include "core/client/apierror.h"
#include "core/client/sessionjson.h"

#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QRandomGenerator>
#include <QUrlQuery>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

// A token is renewed this long before it ends, so that it does not end on the way.
constexpr std::chrono::seconds RenewalMargin {60};

Backoff backoffOf(const ApiClient::Config &config)
{
    const auto random = [] { return QRandomGenerator::global()->generateDouble(); };
    return Backoff(config.firstRetry, config.longestRetry, config.jitter ? config.jitter : random);
}

QString authorityOf(const QUrl &url)
{
    return url.port() < 0 ? url.host() : url.host() + u':' + QString::number(url.port());
}

Error signedOut()
{
    return {.kind = Error::Kind::Unauthenticated, .detail = u"no session"_s};
}

} // namespace

ApiClient::ApiClient(const Config &config, const Clock &clock, QObject *parent)
    : ServiceConnection(parent)
    , m_config(config)
    , m_clock(clock)
    , m_network(std::make_unique<QNetworkAccessManager>())
    , m_link(clock, backoffOf(config), authorityOf(config.server))
{
    m_network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network->setTransferTimeout(0); // every call has its own deadline
    connect(&m_link, &LinkMonitor::statusChanged, this, &ApiClient::statusChanged);
    connect(&m_link, &LinkMonitor::probeWanted, this, &ApiClient::probe);
}

ApiClient::~ApiClient()
{
    // While the network still lives: a call aborts its socket.
    const auto calls = std::exchange(m_calls, {});
    qDeleteAll(calls);
}

ApiCall *ApiClient::start(const ApiRequest &request, ApiCall::Done done)
{
    auto *call = new ApiCall(request, std::move(done), this);
    m_calls.insert(call);
    connect(call, &QObject::destroyed, this, [this, call] {
        m_calls.remove(call);
        m_waiting.removeAll(call);
    });
    // Silence is no proof of anything: ask something small whether the way is open.
    connect(call, &ApiCall::ranOut, this, [this] {
        if (!m_probe.isPending())
            m_link.retryNow();
    });
    connect(call, &ApiCall::answered, this,
        [this, call](const ApiCall::Outcome &outcome) { onAnswered(call, outcome); });
    if (!request.hasSession)
        dispatch(call);
    else if (!m_session)
        // Not from within: the caller does not hold its Reply yet.
        QMetaObject::invokeMethod(
            call, [call] { call->finish(signedOut()); }, Qt::QueuedConnection);
    else if (m_isRenewing || mustRenewFirst())
        waitForRenewal(call);
    else
        dispatch(call);
    return call;
}

void ApiClient::dispatch(ApiCall *call)
{
    const ApiRequest &request = call->request();
    QNetworkRequest outgoing(urlOf(request));
    outgoing.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    outgoing.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    outgoing.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    outgoing.setRawHeader("Accept", "application/json");
    outgoing.setRawHeader("User-Agent", "signalbox/" SIGNALBOX_VERSION);
    if (!request.idempotencyKey.isNull())
        outgoing.setRawHeader("Idempotency-Key", request.idempotencyKey.toByteArray(QUuid::WithoutBraces));
    if (request.range)
        outgoing.setRawHeader("Range",
            "bytes=" + QByteArray::number(request.range->offset) + '-'
                + QByteArray::number(request.range->offset + request.range->length - 1));
    if (!request.mayBeStale)
        outgoing.setRawHeader("Cache-Control", "no-cache");
    if (request.isCacheable) {
        if (const auto kept = m_cache.find(outgoing.url().toString()))
            outgoing.setRawHeader("If-None-Match", kept->etag);
    }
    const QByteArray token
        = request.hasSession && m_session ? m_session->accessToken.toLatin1() : QByteArray();
    call->send(*m_network, outgoing, token);
}

void ApiClient::onAnswered(ApiCall *call, const ApiCall::Outcome &outcome)
{
    if (outcome.wasAnswered)
        m_link.answered(outcome.latency, outcome.requestId);
    else
        m_link.failed(outcome.requestId);

    const bool isRejected = outcome.wasAnswered && outcome.status == 401 && call->request().hasSession;
    if (!isRejected || call->wasRepeated() || !m_session) {
        conclude(call, outcome);
        return;
    }
    call->markRepeated();
    if (call->token() != m_session->accessToken.toLatin1())
        dispatch(call); // it left before the renewal another call asked for
    else
        waitForRenewal(call);
}

void ApiClient::conclude(ApiCall *call, const ApiCall::Outcome &outcome)
{
    if (outcome.failure) {
        call->finish(*outcome.failure);
        return;
    }
    const QString key = urlOf(call->request()).toString();
    ApiAnswer answer {outcome.status, outcome.body, outcome.contentType, outcome.requestId};
    if (outcome.status == 304) {
        const auto kept = m_cache.find(key);
        if (!kept) { // evicted while the question was on its way: ask again, without the tag
            dispatch(call);
            return;
        }
        answer = {200, kept->body, kept->contentType, outcome.requestId, true};
    } else if (outcome.status == 409 && call->request().readsConflict) {
        // The reader tells a conflict with its current state from other refusals.
    } else if (outcome.status < 200 || outcome.status > 299) {
        const bool hasEnded = outcome.status == 401 && call->request().hasSession && m_session;
        call->finish(errorOfAnswer(outcome.status, outcome.body, outcome.requestId, outcome.retryAfter));
        if (hasEnded)
            endSession();
        return;
    } else if (call->request().isCacheable) {
        if (outcome.etag.isEmpty())
            m_cache.remove(key);
        else
            m_cache.insert(key, {outcome.etag, outcome.body, outcome.contentType});
    }
    answer.isStale = outcome.isStale;
    call->finish(std::move(answer));
}

void ApiClient::abandon(ApiCall *call)
{
    m_waiting.removeAll(call);
    call->cancel();
}

void ApiClient::setServer(const QUrl &server)
{
    Q_ASSERT(m_calls.isEmpty());
    m_config.server = server;
    m_link.setServer(authorityOf(server));
}

void ApiClient::setSession(const SessionTokens &tokens)
{
    if (!m_session || m_session->identity.user != tokens.identity.user)
        m_cache.clear();
    m_session = tokens;
}

void ApiClient::clearSession()
{
    m_session.reset();
    m_cache.clear();
    m_isRenewing = false;
    m_renewal.cancel();
    const auto waiting = std::exchange(m_waiting, {});
    for (ApiCall *call : waiting)
        call->finish(signedOut());
}

bool ApiClient::mustRenewFirst() const
{
    return m_clock.now() + RenewalMargin >= m_session->expiresAt;
}

void ApiClient::waitForRenewal(ApiCall *call)
{
    m_waiting.append(call);
    if (!m_isRenewing)
        renew();
}

void ApiClient::renewSession()
{
    if (m_session && !m_isRenewing)
        renew();
}

void ApiClient::renew()
{
    m_isRenewing = true;
    m_renewal = send<SessionTokens>(refreshRequest(m_session->refreshToken),
        [this](const ApiAnswer &answer) { return decodeSession(answer.json(), m_clock.now()); });
    deliver(m_renewal, this, [this](const Result<SessionTokens> &tokens) { onRenewed(tokens); });
}

void ApiClient::onRenewed(const Result<SessionTokens> &tokens)
{
    m_isRenewing = false;
    m_renewal.cancel();
    const auto waiting = std::exchange(m_waiting, {});
    if (tokens) {
        setSession(*tokens);
        Q_EMIT sessionRenewed(*tokens);
        for (ApiCall *call : waiting)
            dispatch(call);
        return;
    }
    const Error error = tokens.error();
    for (ApiCall *call : waiting)
        call->finish(error);
    // Only a refusal ends the session: a service that is away for a moment must not sign anybody out.
    if (error.kind == Error::Kind::Unauthenticated && m_session)
        endSession();
}

void ApiClient::endSession()
{
    clearSession();
    Q_EMIT sessionEnded();
}

void ApiClient::probe()
{
    ApiRequest request {.path = u"/healthz"_s, .hasSession = false, .deadline = std::chrono::seconds(5)};
    m_probe = send<bool>(request, [](const ApiAnswer &) { return Result<bool>(true); });
    deliver(m_probe, this, [this](const Result<bool> &result) {
        // An answer of any status was already counted; running into the deadline was not.
        if (!result && result.error().kind == Error::Kind::TimedOut)
            m_link.failed(result.error().requestId);
    });
}

QUrl ApiClient::urlOf(const ApiRequest &request) const
{
    QUrl url = m_config.server;
    url.setPath(request.path);
    QUrlQuery query;
    for (const auto &[key, value] : request.query)
        query.addQueryItem(key, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    url.setQuery(query);
    return url;
}

} // namespace signalbox
