// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/requestpipeline.h"

#include "core/base/log.h"
#include "core/base/redacted.h"
#include "core/server/httpsyntax.h"
#include "core/server/pipelineexchange.h"
#include "core/server/problem.h"
#include "core/server/responsewriter.h"
#include "core/server/serverlog.h"

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

const QByteArray Unmatched = QByteArrayLiteral("unmatched");

QByteArray methodLabel(const HttpRequest &request)
{
    const QByteArray name = methodName(request.method);
    return name.isEmpty() ? QByteArray("OTHER") : name;
}

/// As it stands between a JSON text's quotes. What comes here is printable (a request id may hold a quote).
QByteArray jsonText(QByteArray text)
{
    return text.replace('\\', "\\\\").replace('"', "\\\"");
}

QString routeName(const Route *route)
{
    return route ? route->pattern : QString::fromLatin1(Unmatched);
}

QByteArrayView rawPath(const HttpRequest &request)
{
    const qsizetype mark = request.target.indexOf('?');
    return mark < 0 ? QByteArrayView(request.target) : QByteArrayView(request.target).first(mark);
}

} // namespace

QString requestIdFor(const HttpRequest &request)
{
    return usableRequestId(request.header("x-request-id")).value_or(newUuid().toString(QUuid::WithoutBraces));
}

RequestPipeline::RequestPipeline(const Services &services)
    : m_services(services)
{
    services.metrics.gauge("signalbox_http_requests_in_flight", "Requests in work now.",
        [this] { return static_cast<double>(m_inFlight); });
}

Admission RequestPipeline::admit(const HttpRequest &head)
{
    const Route *route = m_services.routes.find(head.method, rawPath(head)).route;
    const qint64 usual = Route().bodyLimitBytes;
    if (!route)
        return {usual, {}}; // read and dropped, so that the 404 arrives
    // Nobody sends tens of megabytes before he has said who he is.
    if (route->access != Access::Public && route->bodyLimitBytes > usual)
        return {route->bodyLimitBytes, m_services.authenticator.authenticate(head)};
    return {route->bodyLimitBytes, {}};
}

std::unique_ptr<Exchange> RequestPipeline::open(HttpRequest request)
{
    return std::make_unique<PipelineExchange>(*this, std::move(request));
}

WireResponse RequestPipeline::refuse(const HttpRequest &head, const HttpFault &fault)
{
    HttpRequest request = head;
    request.requestId = requestIdFor(head);
    request.keepAlive = false;
    return finish(request, nullptr, problemResponse(fault, request), {}, true);
}

WireResponse RequestPipeline::refuse(const HttpRequest &head, const Error &error)
{
    HttpRequest request = head;
    request.requestId = requestIdFor(head);
    request.keepAlive = false;
    const Route *route = m_services.routes.find(head.method, rawPath(head)).route;
    return finish(request, route,
        problemResponse(error, request, route ? route->errorForm : ErrorForm::Problem), {}, true);
}

WireResponse RequestPipeline::finish(const HttpRequest &request, const Route *route,
    const HttpResponse &response, const QByteArray &gzippedBody, bool isReadEnabled)
{
    AnswerFacts facts;
    facts.route = route;
    facts.now = m_services.clock.now();
    facts.duration = request.receivedAt.count() > 0 ? m_services.clock.elapsed() - request.receivedAt
                                                    : std::chrono::microseconds(0);
    facts.closes = m_isDraining || !request.keepAlive;
    facts.isReadEnabled = isReadEnabled;
    facts.gzippedBody = gzippedBody;
    const WireResponse wire = writeResponse(request, response, facts);
    record(request, route, response, wire, facts.duration);
    return wire;
}

void RequestPipeline::record(const HttpRequest &request, const Route *route, const HttpResponse &response,
    const WireResponse &wire, std::chrono::microseconds duration)
{
    const int status = wire.status;
    Counter *&answers = m_answers[{route, status}];
    if (!answers || !route)
        answers = &m_services.metrics.counter("signalbox_http_requests_total", "Answered requests.",
            {{"method", methodLabel(request)}, {"route", routeName(route).toUtf8()},
                {"status", QByteArray::number(status)}});
    answers->increment();
    Histogram *&durations = m_durations[route];
    if (!durations)
        durations = &m_services.metrics.histogram("signalbox_http_request_duration_seconds",
            "From a request's last byte to its answer.", {{"route", routeName(route).toUtf8()}});
    durations->observe(duration);

    if (!serverLog().isInfoEnabled())
        return;
    QByteArray fields;
    fields.reserve(320);
    fields.append("\"requestId\":\"").append(jsonText(request.requestId.toLatin1()));
    fields.append("\",\"method\":\"").append(methodLabel(request));
    fields.append("\",\"route\":\"").append(jsonText(routeName(route).toUtf8()));
    fields.append("\",\"status\":").append(QByteArray::number(status));
    fields.append(",\"latencyMs\":").append(QByteArray::number(double(duration.count()) / 1000.0));
    fields.append(",\"bytes\":")
        .append(QByteArray::number(wire.source ? wire.source->size() : wire.body.size()));
    if (response.cache != CacheSource::None)
        fields.append(",\"cache\":\"").append(wireName(response.cache).data()).append('"');
    if (request.caller && !request.caller->isService)
        fields.append(",\"user\":\"").append(logName(request.caller->user)).append('"');
    if (const auto workspace = WorkspaceId::parse(request.queryValue(u"clientId").value_or(QString())))
        fields.append(",\"workspace\":\"").append(workspace->toString().toLatin1()).append('"');
    logInfoMembers(serverLog(), "http_request"_L1, fields);
}

const QByteArray &RequestPipeline::logName(UserId user)
{
    constexpr qsizetype MostNames = 10'000;
    if (m_logNames.size() >= MostNames)
        m_logNames.clear();
    QByteArray &name = m_logNames[user];
    if (name.isEmpty())
        name = Redacted(user.toString()).toString().toLatin1();
    return name;
}

void RequestPipeline::logDisabled(const HttpRequest &request, const Route &route)
{
    const auto workspace = WorkspaceId::parse(request.queryValue(u"clientId").value_or(QString()));
    logWarning(serverLog(), "read_api_disabled"_L1,
        {{u"area"_s, route.doc.tag}, {u"endpoint"_s, route.pattern}, {u"requestId"_s, request.requestId},
            {u"clientId"_s, workspace ? QJsonValue(workspace->toString()) : QJsonValue()},
            {u"reason"_s, u"disabled_by_flag"_s}});
}

void RequestPipeline::logFault(const HttpRequest &request, const Route *route, const Error &error)
{
    logError(serverLog(), "request_failed"_L1,
        {{u"requestId"_s, request.requestId}, {u"route"_s, routeName(route)}, {u"error"_s, describe(error)}});
}

} // namespace signalbox
