// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/analytics/analyticsroutes.h"

#include "core/server/analytics/analyticsbodies.h"
#include "core/server/analytics/analyticsroutedocs.h"
#include "core/server/analytics/campaignsread.h"
#include "core/server/problem.h"
#include "core/server/replychain.h"
#include "core/server/runtimeflags.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

QByteArray boundText(const std::optional<Instant> &bound)
{
    return bound ? QByteArray::number(qint64(bound->time_since_epoch().count())) : QByteArray("-");
}

/// All that tells two answers of one endpoint and workspace apart.
QByteArray filtersOf(const AnalyticsRequest &asked, const QByteArray &others)
{
    return boundText(asked.window.from) + ';' + boundText(asked.window.to) + ';'
        + QByteArray::number(int(asked.compare)) + ';' + others;
}

Result<OverviewParts> partsOf(const HttpRequest &request)
{
    const QString text = queryItem(request.query, "parts"_L1);
    if (text.isEmpty())
        return OverviewParts::All;
    if (const auto parts = parseParts(text))
        return *parts;
    return unknownValue("parts"_L1, {u"core"_s, u"breakdowns"_s, u"all"_s});
}

/// All parts failed: the problem of domain §4.2 with the reasons.
HttpResponse failureOf(const HttpResponse &response, const HttpRequest &request)
{
    const Error error {Error::Kind::Internal, {}, u"ANALYTICS_FAILED"_s};
    HttpResponse problem = problemResponse(error, request, ErrorForm::Problem);
    QJsonObject document = QJsonDocument::fromJson(problem.body).object();
    document.insert("errors"_L1, QJsonDocument::fromJson(response.body).object().value("errors"_L1));
    problem.body = QJsonDocument(document).toJson(QJsonDocument::Compact);
    return problem;
}

} // namespace

Route analyticsRoute(HttpMethod method, const QString &pattern, RouteDoc doc, Handler handler)
{
    Route route;
    route.method = method;
    route.pattern = pattern;
    route.doc = std::move(doc);
    route.handler = std::move(handler);
    route.readFlag = AnalyticsReadFlag;
    route.isTenantRead = method == HttpMethod::Get;
    return route;
}

bool mayBeStale(const HttpRequest &request)
{
    const QList<QByteArray> directives = request.header("cache-control").split(',');
    return std::ranges::none_of(
        directives, [](const QByteArray &directive) { return directive.trimmed().toLower() == "no-cache"; });
}

AnalyticsRoutes::AnalyticsRoutes(AnalyticsServices services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{ }

void AnalyticsRoutes::addTo(RouteTable &routes)
{
    const auto add = [&](const QString &name, RouteDoc doc, auto handler) {
        Route route = analyticsRoute(HttpMethod::Get, u"/api/analytics/"_s + name, std::move(doc),
            [this, handler](const HttpRequest &request) { return (this->*handler)(request); });
        route.rateCost = 2; // a scan, where the inbox reads an index
        routes.add(std::move(route));
    };
    add(u"overview"_s, analyticsdocs::overview(), &AnalyticsRoutes::overview);
    add(u"workflows"_s, analyticsdocs::workflows(), &AnalyticsRoutes::workflows);
    add(u"campaigns"_s, analyticsdocs::campaigns(), &AnalyticsRoutes::campaigns);
    add(u"booking"_s, analyticsdocs::booking(), &AnalyticsRoutes::booking);
    add(u"response-timing"_s, analyticsdocs::responseTiming(), &AnalyticsRoutes::responseTiming);
    analyticsdocs::addSchemas(routes);
}

Reply<HttpResponse> AnalyticsRoutes::read(const HttpRequest &request, const Tab &tab)
{
    const auto sent = decodeAnalyticsRequest(request.query);
    if (!sent)
        return Reply<HttpResponse>::ready(sent.error());
    const Instant now = m_services.clock.now();
    const AnalyticsRequest asked = completedFor(QString::fromLatin1(tab.endpoint), *sent, now);
    const auto caller = analystFor(m_services.access, this, request.caller->user, asked.workspace);
    return andThen(caller, this,
        [this, asked, tab, now, askedAt = request.receivedAt, mayBeStale = mayBeStale(request)](
            const InboxReader &reader) {
            const AnalyticsScope scope {.user = reader.user, .workspace = reader.workspace, .now = now};
            return m_services.reads.get({.endpoint = tab.endpoint,
                .reader = reader,
                .filters = filtersOf(asked, tab.filters),
                .isPersonal = false,
                .isRefresh = asked.forceRefresh,
                .mayBeStale = mayBeStale,
                .askedAt = askedAt,
                .load = [load = tab.load, scope, asked] { return load(scope, asked); }});
        });
}

Reply<HttpResponse> AnalyticsRoutes::overview(const HttpRequest &request)
{
    const auto parts = partsOf(request);
    if (!parts)
        return Reply<HttpResponse>::ready(parts.error());
    const auto name = QByteArray(partsName(*parts).data());
    const auto load = [this, parts = *parts](const AnalyticsScope &scope, const AnalyticsRequest &asked) {
        return runBody(m_services, [scope, asked, parts](const TabReader &reader) {
            return bodyOf(loadOverviewReading(reader, scope, asked, parts), &encodeOverview);
        });
    };
    return andThen(read(request, {"overview", name, load}), this, [name](HttpResponse response) {
        response.addHeader("x-zrg-analytics-parts", name);
        return Reply<HttpResponse>::ready(std::move(response));
    });
}

Reply<HttpResponse> AnalyticsRoutes::workflows(const HttpRequest &request)
{
    const auto load = [this](const AnalyticsScope &scope, const AnalyticsRequest &asked) {
        return runBody(m_services, [scope, asked](const TabReader &reader) {
            return bodyOf(loadWorkflowsReading(reader, scope, asked), &encodeWorkflows);
        });
    };
    return read(request, {"workflows", {}, load});
}

Reply<HttpResponse> AnalyticsRoutes::booking(const HttpRequest &request)
{
    const auto load = [this](const AnalyticsScope &scope, const AnalyticsRequest &asked) {
        return runBody(m_services, [scope, asked](const TabReader &reader) {
            return bodyOf(loadBookingReading(reader, scope, asked), &encodeBooking);
        });
    };
    return read(request, {"booking", {}, load});
}

Reply<HttpResponse> AnalyticsRoutes::responseTiming(const HttpRequest &request)
{
    const auto filter = decodeResponseTimingFilter(request.query);
    if (!filter)
        return Reply<HttpResponse>::ready(filter.error());
    QByteArray filters;
    for (const auto &[key, value] : encodeResponseTimingFilter(*filter))
        filters += key.toUtf8() + '=' + value.toUtf8().toPercentEncoding() + ';';
    const auto load = [this, filter = *filter](const AnalyticsScope &scope, const AnalyticsRequest &asked) {
        return runBody(m_services, [scope, asked, filter](const TabReader &reader) {
            return bodyOf(loadResponseTimingReading(reader, scope, asked, filter), &encodeResponseTiming);
        });
    };
    return read(request, {"response-timing", filters, load});
}

Reply<HttpResponse> AnalyticsRoutes::campaigns(const HttpRequest &request)
{
    // Without a window each part has its own: 7 days for the e-mail campaigns, 30 for the others.
    const auto load = [this](const AnalyticsScope &scope, const AnalyticsRequest &asked) {
        return CampaignsRead::start(m_services, scope, asked, this);
    };
    return andThen(read(request, {"campaigns", {}, load}), this, [request](const HttpResponse &response) {
        return Reply<HttpResponse>::ready(response.status == 500 ? failureOf(response, request) : response);
    });
}

} // namespace signalbox
