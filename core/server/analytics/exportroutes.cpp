// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/analytics/exportroutes.h"

#include "core/server/analytics/analyticsroutedocs.h"
#include "core/server/analytics/analyticsroutes.h"
#include "core/server/filebody.h"
#include "core/server/problem.h"
#include "core/server/replychain.h"
#include "core/server/triagewrites.h"

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

Error noSuchExport()
{
    return Error::notFound(u"Export not found"_s);
}

HttpResponse answerOf(const ExportJob &job)
{
    return HttpResponse::json({{u"success"_s, true}, {u"data"_s, encodeExportJob(job)}});
}

QByteArray contentTypeOf(const QString &fileName)
{
    return fileName.endsWith(".xlsx"_L1)
        ? QByteArray("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        : QByteArray("text/csv; charset=utf-8");
}

HttpResponse unsatisfiable(const Error &error, const HttpRequest &request, qint64 size)
{
    HttpResponse response = problemResponse(error, request, ErrorForm::Problem);
    response.addHeader("Content-Range", "bytes */" + QByteArray::number(size));
    return response;
}

} // namespace

ExportRoutes::ExportRoutes(ExportService &exports, WorkspaceAccess &access, QObject *parent)
    : QObject(parent)
    , m_exports(exports)
    , m_access(access)
{ }

void ExportRoutes::addTo(RouteTable &routes)
{
    const QString one = u"/api/analytics/exports/{exportId}"_s;
    Route begin = analyticsRoute(HttpMethod::Post, u"/api/analytics/exports"_s, analyticsdocs::exportStart(),
        [this](const HttpRequest &request) { return start(request); });
    begin.rateCost = 5;
    routes.add(std::move(begin));
    routes.add(analyticsRoute(
        HttpMethod::Get, one, analyticsdocs::exportState(), [this](const HttpRequest &request) {
            return withOwn(request, [this, user = request.caller->user](QUuid id) -> Result<HttpResponse> {
                const auto job = m_exports.find(user, id);
                if (!job)
                    return noSuchExport();
                return answerOf(*job);
            });
        }));
    routes.add(analyticsRoute(
        HttpMethod::Delete, one, analyticsdocs::exportCancel(), [this](const HttpRequest &request) {
            return withOwn(request, [this, user = request.caller->user](QUuid id) -> Result<HttpResponse> {
                if (!m_exports.cancel(user, id))
                    return noSuchExport();
                return HttpResponse::json({{u"success"_s, true}});
            });
        }));
    routes.add(analyticsRoute(HttpMethod::Get, one + u"/content"_s, analyticsdocs::exportContent(),
        [this](const HttpRequest &request) {
            return withOwn(request, [this, request](QUuid id) { return content(request, id); });
        }));
    analyticsdocs::addExportSchemas(routes);
}

Reply<HttpResponse> ExportRoutes::start(const HttpRequest &request)
{
    const auto body = request.jsonBody();
    if (!body)
        return Reply<HttpResponse>::ready(body.error());
    const auto asked = decodeExportRequest(*body);
    if (!asked)
        return Reply<HttpResponse>::ready(parameterError(asked.error()));
    const UserId user = request.caller->user;
    return andThen(analystFor(m_access, this, user, asked->analytics.workspace), this,
        [this, user, asked = *asked](const InboxReader &) {
            const auto job = m_exports.start(user, asked);
            if (!job)
                return Reply<HttpResponse>::ready(job.error());
            HttpResponse response = answerOf(*job);
            response.status = 202;
            response.addHeader(
                "Location", "/api/analytics/exports/" + job->id.toByteArray(QUuid::WithoutBraces));
            return Reply<HttpResponse>::ready(std::move(response));
        });
}

template <typename Then> Reply<HttpResponse> ExportRoutes::withOwn(const HttpRequest &request, Then then)
{
    const auto id = pathId(request, u"exportId", noSuchExport().detail);
    if (!id)
        return Reply<HttpResponse>::ready(id.error());
    const UserId user = request.caller->user;
    const auto workspace = m_exports.workspaceOf(user, *id);
    if (!workspace)
        return Reply<HttpResponse>::ready(noSuchExport());
    ReplySource<HttpResponse> source;
    deliver(analystFor(m_access, this, user, *workspace), this,
        [source, then = std::move(then), id = *id](const Result<InboxReader> &reader) mutable {
            if (reader)
                source.finish(then(id));
            else if (reader.error().kind == Error::Kind::Denied)
                source.finish(noSuchExport()); // an id that may not be seen is not there (DESIGN §8.2)
            else
                source.finish(reader.error());
        });
    return source.reply();
}

Result<HttpResponse> ExportRoutes::content(const HttpRequest &request, QUuid id)
{
    const auto job = m_exports.find(request.caller->user, id);
    if (!job)
        return noSuchExport();
    const auto file = m_exports.file(request.caller->user, id);
    if (!file)
        return Error {Error::Kind::Conflict, {}, u"EXPORT_NOT_READY"_s};
    HttpResponse response;
    response.etag = '"' + id.toByteArray(QUuid::Id128) + '"'; // content never changes under an id
    const auto range = rangeOf(request, job->sizeBytes, response.etag);
    if (!range)
        return unsatisfiable(range.error(), request, job->sizeBytes);
    const ByteRange stretch = range->value_or(ByteRange {0, job->sizeBytes});
    const auto body = FileBody::open(file->path(), stretch, file);
    if (!body)
        return body.error();
    response.source = *body;
    response.contentType = contentTypeOf(job->fileName);
    response.addHeader("Accept-Ranges", "bytes");
    response.addHeader(
        "Content-Disposition", "attachment; filename*=UTF-8''" + job->fileName.toUtf8().toPercentEncoding());
    response.addHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    if (*range) {
        response.status = 206;
        response.addHeader("Content-Range",
            "bytes " + QByteArray::number(stretch.first) + '-'
                + QByteArray::number(stretch.first + stretch.length - 1) + '/'
                + QByteArray::number(job->sizeBytes));
    }
    return response;
}

} // namespace signalbox
