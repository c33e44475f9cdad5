// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/operationsroutes.h"

#include "core/server/openapi.h"
#include "core/server/readinessprobe.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

Route operationsRoute(const QString &pattern, const QString &id, const QString &summary, Handler handler)
{
    Route route;
    route.pattern = pattern;
    route.access = Access::Public;
    route.handler = std::move(handler);
    route.doc.id = id;
    route.doc.summary = summary;
    route.doc.tag = u"operations"_s;
    return route;
}

Reply<HttpResponse> ready(HttpResponse response)
{
    return Reply<HttpResponse>::ready(std::move(response));
}

QJsonObject readinessSchema()
{
    return {
        {u"type"_s, u"object"_s},
        {u"properties"_s,
            QJsonObject {
                {u"status"_s,
                    QJsonObject {{u"enum"_s, QJsonArray {u"ready"_s, u"draining"_s, u"unavailable"_s}}}},
                {u"checks"_s,
                    QJsonObject {{u"type"_s, u"object"_s},
                        {u"additionalProperties"_s, QJsonObject {{u"type"_s, u"object"_s}}}}}}},
    };
}

} // namespace

void addOperationsRoutes(RouteTable &routes, const Operations &operations)
{
    operations.metrics.gauge("signalbox_build_info", "Always 1; the version is in the label.",
        [] { return 1.0; }, {{"version", SIGNALBOX_VERSION}});

    Route health = operationsRoute(u"/healthz"_s, u"health"_s,
        u"The process is alive; nothing else is looked at"_s, [](const HttpRequest &) {
            return ready(HttpResponse::json({{u"status"_s, u"alive"_s}}));
        });
    health.doc.responseSchema = u"Health"_s;
    routes.addSchema(u"Health"_s,
        {{u"type"_s, u"object"_s},
            {u"properties"_s, QJsonObject {{u"status"_s, QJsonObject {{u"const"_s, u"alive"_s}}}}}});
    routes.add(std::move(health));

    Route readiness
        = operationsRoute(u"/readyz"_s, u"readiness"_s, u"Whether the service can do its work now"_s,
            [&operations](const HttpRequest &) { return (new ReadinessProbe(operations))->start(); });
    readiness.doc.responseSchema = u"Readiness"_s;
    readiness.doc.errors = {503};
    routes.addSchema(u"Readiness"_s, readinessSchema());
    routes.add(std::move(readiness));

    Route metrics = operationsRoute(u"/metrics"_s, u"metrics"_s, u"Figures in the Prometheus text format"_s,
        [&operations](const HttpRequest &) {
            return ready(HttpResponse::text(
                operations.metrics.exposition(), "text/plain; version=0.0.4; charset=utf-8"));
        });
    metrics.doc.responseType = u"text/plain"_s;
    routes.add(std::move(metrics));

    routes.add(operationsRoute(u"/openapi.json"_s, u"openApi"_s, u"This description"_s,
        [&routes](const HttpRequest &) { return ready(HttpResponse::json(openApiDocument(routes))); }));
}

} // namespace signalbox
