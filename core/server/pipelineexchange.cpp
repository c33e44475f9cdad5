// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/pipelineexchange.h"

#include "core/server/compression.h"
#include "core/server/problem.h"
#include "core/server/realtime/websockethandshake.h"
#include "core/server/responsewriter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

/// Compressing more than this takes longer than handing it to another thread and back.
constexpr qsizetype CompressHereBytes = 8 * 1024;

Error coded(Error::Kind kind, const QString &code, const QString &detail = {})
{
    return {.kind = kind, .detail = detail, .code = code};
}

QByteArrayView pathOf(const QByteArray &target)
{
    const qsizetype mark = target.indexOf('?');
    return mark < 0 ? QByteArrayView(target) : QByteArrayView(target).first(mark);
}

QByteArray allowHeader(const QList<HttpMethod> &allowed)
{
    QByteArray value = "OPTIONS";
    for (const HttpMethod method : allowed)
        value += ", " + methodName(method);
    return value;
}

} // namespace

PipelineExchange::PipelineExchange(RequestPipeline &pipeline, HttpRequest request)
    : m_pipeline(pipeline)
    , m_request(std::move(request))
{
    ++m_pipeline.m_inFlight;
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this,
        [this] { fail(coded(Error::Kind::TimedOut, u"DEADLINE_EXCEEDED"_s)); });
}

PipelineExchange::~PipelineExchange()
{
    --m_pipeline.m_inFlight;
}

template <typename T, typename Then>
void PipelineExchange::await(Pending<T> &pending, Reply<T> reply, Then then)
{
    if (reply.isFinished() && !reply.isCancelled() && reply.future().resultCount() > 0) {
        then(reply.future().result());
        return;
    }
    if (!m_deadline.isActive())
        m_deadline.start(m_route ? m_route->deadline : Route().deadline);
    pending = std::move(reply);
    deliver(pending, this, then);
}

void PipelineExchange::start()
{
    m_request.requestId = requestIdFor(m_request);
    const QByteArray target = m_request.target;
    const QByteArrayView rawPath = pathOf(target);
    if (m_request.wantsUpgrade) {
        if (const UpgradeGate *gate = m_pipeline.m_services.routes.findUpgrade(rawPath)) {
            askUpgrade(*gate);
            return;
        }
    }
    const RouteTable::Match match = m_pipeline.m_services.routes.find(m_request.method, rawPath);
    m_route = match.route;
    if (!m_route) {
        answerUnrouted(match, rawPath);
        return;
    }
    m_request.pathValues = match.pathValues;
    if (!m_route->readFlag.isEmpty() && !m_pipeline.m_services.flags.isOn(m_route->readFlag)) {
        m_isReadEnabled = false;
        m_pipeline.logDisabled(m_request, *m_route);
        fail(coded(Error::Kind::Unavailable, u"READ_API_DISABLED"_s));
        return;
    }
    authenticate();
}

void PipelineExchange::askUpgrade(const UpgradeGate &gate)
{
    if (m_pipeline.isDraining()) {
        fail(coded(Error::Kind::Unavailable, u"DRAINING"_s));
        return;
    }
    if (const Result<void> checked = checkHandshake(m_request); !checked) {
        HttpResponse response = problemResponse(checked.error(), m_request, ErrorForm::Problem);
        response.addHeader("Upgrade", "websocket");
        response.addHeader("Sec-WebSocket-Version", "13");
        answer(response);
        return;
    }
    await(m_upgrade, gate(m_request), [this](const Result<bool> &accepted) {
        if (!accepted || !*accepted) {
            fail(accepted ? Error {Error::Kind::Unauthenticated} : accepted.error());
            return;
        }
        if (std::exchange(m_isFinished, true))
            return;
        m_deadline.stop();
        Q_EMIT upgradeAccepted(m_request);
    });
}

void PipelineExchange::answerUnrouted(const RouteTable::Match &match, QByteArrayView rawPath)
{
    if (m_request.method == HttpMethod::Options && (!match.allowed.isEmpty() || m_request.path == "*"_L1)) {
        HttpResponse response
            = HttpResponse::noContent(); // no CORS headers: other origins get nothing (ux §7)
        response.addHeader("Allow", allowHeader(match.allowed));
        answer(response);
        return;
    }
    if (!match.allowed.isEmpty()) {
        HttpResponse response = problemResponse(
            coded(Error::Kind::Invalid, u"METHOD_NOT_ALLOWED"_s), m_request, ErrorForm::Problem);
        response.addHeader("Allow", allowHeader(match.allowed));
        answer(response);
        return;
    }
    if (m_pipeline.m_services.routes.findUpgrade(rawPath)) {
        HttpResponse response = problemResponse(
            coded(Error::Kind::Invalid, u"UPGRADE_REQUIRED"_s), m_request, ErrorForm::Problem);
        response.addHeader("Upgrade", "websocket");
        answer(response);
        return;
    }
    fail(coded(Error::Kind::NotFound, u"ROUTE_NOT_FOUND"_s));
}

void PipelineExchange::authenticate()
{
    if (m_route->access == Access::Public) {
        work();
        return;
    }
    await(m_authentication, m_pipeline.m_services.authenticator.authenticate(m_request),
        [this](const Result<Caller> &caller) { onAuthenticated(caller); });
}

void PipelineExchange::onAuthenticated(const Result<Caller> &caller)
{
    if (!caller) {
        fail(caller.error());
        return;
    }
    if (caller->isService != (m_route->access == Access::Service)) {
        fail(coded(
            Error::Kind::Denied, caller->isService ? u"USER_TOKEN_REQUIRED"_s : u"SERVICE_TOKEN_REQUIRED"_s));
        return;
    }
    m_request.caller = *caller;
    const QString bucket = caller->isService ? u"service"_s : caller->user.toString();
    if (const int wait = m_pipeline.m_services.limiter.take(bucket, m_route->rateCost)) {
        Error error = coded(Error::Kind::Unavailable, u"RATE_LIMITED"_s);
        error.retryAfterSeconds = wait;
        fail(error);
        return;
    }
    work();
}

void PipelineExchange::work()
{
    await(m_work, m_route->handler(m_request),
        [this](const Result<HttpResponse> &response) { onWorked(response); });
}

void PipelineExchange::onWorked(const Result<HttpResponse> &response)
{
    if (response)
        answer(*response);
    else
        fail(response.error());
}

void PipelineExchange::fail(const Error &error)
{
    m_authentication.cancel();
    m_work.cancel();
    m_upgrade.cancel();
    if (error.kind == Error::Kind::Internal)
        m_pipeline.logFault(m_request, m_route, error);
    answer(problemResponse(error, m_request, m_route ? m_route->errorForm : ErrorForm::Problem));
}

void PipelineExchange::answer(const HttpResponse &response)
{
    if (isUnchanged(m_request, response) || !wantsGzip(m_request, response)) {
        finish(response, {});
        return;
    }
    if (response.body.size() <= CompressHereBytes) {
        finish(response, gzipped(response.body));
        return;
    }
    await(m_compression,
        m_pipeline.m_services.workers.run(
            [body = response.body](std::stop_token) -> Result<QByteArray> { return gzipped(body); }),
        [this, response](const Result<QByteArray> &compressed) {
            finish(response, compressed ? *compressed : QByteArray());
        });
}

void PipelineExchange::finish(const HttpResponse &response, const QByteArray &gzippedBody)
{
    if (std::exchange(m_isFinished, true))
        return; // the deadline came first
    m_deadline.stop();
    Q_EMIT answered(m_pipeline.finish(m_request, m_route, response, gzippedBody, m_isReadEnabled));
}

} // namespace signalbox
