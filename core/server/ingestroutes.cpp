// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/ingestroutes.h"

#include "core/ingest/jsonlimport.h"
#include "core/storage/pgpool.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

constexpr qint64 BodyBytes = qint64(16) << 20;
constexpr std::chrono::milliseconds Deadline {60'000};

Reply<HttpResponse> failed(const Error &error)
{
    return Reply<HttpResponse>::ready(error);
}

QString queryValue(const HttpRequest &request, QLatin1StringView name)
{
    for (const auto &[key, value] : request.query) {
        if (key == name)
            return value;
    }
    return {};
}

Result<HttpResponse> answer(const Result<ImportReport> &report)
{
    if (!report)
        return report.error();
    if (report->isUndone) {
        const ImportFault &first = report->faults.first();
        return Error::invalid(first.field.isEmpty() ? u"line"_s : first.field,
            u"%1: %2"_s.arg(first.place, first.reason), u"INVALID_RECORD"_s);
    }
    QJsonArray errors;
    for (const ImportFault &fault : report->faults)
        errors
            += QJsonObject {{u"line"_s, fault.line}, {u"field"_s, fault.field}, {u"error"_s, fault.reason}};
    return HttpResponse::json({{u"success"_s, true}, {u"read"_s, report->read}, {u"added"_s, report->added},
        {u"changed"_s, report->changed}, {u"unchanged"_s, report->unchanged},
        {u"leadsAdded"_s, report->leadsAdded}, {u"errorCount"_s, report->faultCount}, {u"errors"_s, errors}});
}

Reply<HttpResponse> ingest(
    const HttpRequest &request, PgPool &pool, const Clock &clock, const StorageGate &mayStore)
{
    if (mayStore) {
        if (const auto allowed = mayStore(); !allowed)
            return failed(allowed.error());
    }
    const QString id = queryValue(request, "clientId"_L1);
    if (id.isEmpty())
        return failed(Error::invalid(u"clientId"_s, u"Missing clientId"_s));
    const auto workspace = WorkspaceId::parse(id);
    // Unknown and foreign look the same (DESIGN §8.2).
    const auto &own = request.caller->serviceWorkspace;
    if (!workspace || (own && *own != *workspace))
        return failed(Error::denied(u"Unauthorized"_s));
    const QString strict = queryValue(request, "strict"_L1);
    if (!strict.isEmpty() && strict != "true"_L1 && strict != "false"_L1)
        return failed(Error::invalid(u"strict"_s, u"strict must be true or false"_s, u"INVALID_PARAMETER"_s));
    ImportOptions options;
    options.workspace = *workspace;
    options.isStrict = strict == "true"_L1;
    options.order = IngestOrder::ByWriteTime;
    return pool.run([body = request.body, options, &clock](
                        PgConnection &pg, std::stop_token stop) -> Result<HttpResponse> {
        ImportOptions stoppable = options;
        stoppable.stop = stop;
        const auto report = ingestLines(pg, body, stoppable, clock);
        if (!report && report.error().kind == Error::Kind::NotFound)
            return Error::denied(u"Unauthorized"_s);
        return answer(report);
    });
}

void addSchemas(RouteTable &routes)
{
    const QJsonObject whole {{u"type"_s, u"integer"_s}};
    const QJsonObject text {{u"type"_s, u"string"_s}};
    const QJsonObject fault {{u"type"_s, u"object"_s},
        {u"properties"_s, QJsonObject {{u"line"_s, whole}, {u"field"_s, text}, {u"error"_s, text}}}};
    routes.addSchema(u"IngestReport"_s,
        {{u"type"_s, u"object"_s},
            {u"required"_s, QJsonArray {u"success"_s, u"read"_s, u"added"_s, u"errors"_s}},
            {u"properties"_s,
                QJsonObject {{u"success"_s, QJsonObject {{u"type"_s, u"boolean"_s}}}, {u"read"_s, whole},
                    {u"added"_s, whole}, {u"changed"_s, whole}, {u"unchanged"_s, whole},
                    {u"leadsAdded"_s, whole}, {u"errorCount"_s, whole},
                    {u"errors"_s, QJsonObject {{u"type"_s, u"array"_s}, {u"items"_s, fault}}}}}});
}

} // namespace

void addIngestRoutes(RouteTable &routes, PgPool &pool, const Clock &clock, StorageGate mayStore)
{
    addSchemas(routes);
    Route route;
    route.method = HttpMethod::Post;
    route.pattern = u"/api/ingest"_s;
    route.access = Access::Service;
    route.bodyLimitBytes = BodyBytes;
    route.deadline = Deadline;
    route.rateCost = 5;
    route.doc.id = u"ingest"_s;
    route.doc.summary
        = u"Stores records given as NDJSON, one a line; wrong lines are named and the others stored"_s;
    route.doc.tag = u"ingest"_s;
    route.doc.parameters = {{.name = u"clientId"_s, .summary = u"The workspace"_s, .isRequired = true},
        {.name = u"strict"_s, .summary = u"true: all lines or none"_s}};
    route.doc.responseSchema = u"IngestReport"_s;
    route.doc.errors = {400, 403, 413};
    route.handler = [&pool, &clock, mayStore = std::move(mayStore)](
                        const HttpRequest &request) { return ingest(request, pool, clock, mayStore); };
    routes.add(std::move(route));
}

} // namespace signalbox
