// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/problem.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

struct CodeEntry
{
    QLatin1StringView code;
    int status;
    QLatin1StringView text; ///< empty: the error's own detail
};

/// Codes whose status or words differ from those of their kind.
constexpr auto Codes = std::to_array<CodeEntry>({
    {"READ_API_DISABLED"_L1, 503, "READ_API_DISABLED"_L1},
    {"INVALID_CURSOR"_L1, 400, "Invalid cursor"_L1},
    {"ROUTE_NOT_FOUND"_L1, 404, "No such route"_L1},
    {"METHOD_NOT_ALLOWED"_L1, 405, "Method not allowed"_L1},
    {"BODY_TOO_LARGE"_L1, 413, ""_L1},
    {"UNSUPPORTED_MEDIA_TYPE"_L1, 415, ""_L1},
    {"IDEMPOTENCY_KEY_REUSED"_L1, 422, ""_L1},
    {"UPGRADE_REQUIRED"_L1, 426, "This address speaks WebSocket"_L1},
    {"WEBSOCKET_VERSION"_L1, 426, "The WebSocket version spoken here is 13"_L1},
    {"WEBSOCKET_KEY"_L1, 400, "Sec-WebSocket-Key is not 16 bytes of base64"_L1},
    {"RATE_LIMITED"_L1, 429, "Too many requests"_L1},
    {"EXPORT_LIMIT"_L1, 429, ""_L1},
    {"ANALYTICS_ROLE_REQUIRED"_L1, 403, ""_L1},
    {"RANGE_NOT_SATISFIABLE"_L1, 416, ""_L1},
    {"EXPORT_NOT_READY"_L1, 409, "The export is not finished"_L1},
    {"ANALYTICS_FAILED"_L1, 500, "No part of this could be computed"_L1},
    {"SERVICE_TOKEN_REQUIRED"_L1, 403, "A service token is required"_L1},
    {"USER_TOKEN_REQUIRED"_L1, 403, "A user's token is required"_L1},
    {"STORAGE_FULL"_L1, 503, "The database has no disk space left: nothing was stored"_L1},
    {"DRAINING"_L1, 503, "The service is shutting down"_L1},
    {"NOT_IMPLEMENTED"_L1, 501, "This is not served here"_L1},
    {"DEADLINE_EXCEEDED"_L1, 504, "The request took too long"_L1},
});

Problem kindProblem(const Error &error, const QString &requestId)
{
    const QString &detail = error.detail;
    switch (error.kind) {
    case Error::Kind::Unauthenticated:
        return {401, u"NOT_AUTHENTICATED"_s, u"Not authenticated"_s};
    case Error::Kind::Denied:
        return {403, u"FORBIDDEN"_s, u"Unauthorized"_s};
    case Error::Kind::NotFound:
        return {404, u"NOT_FOUND"_s, detail.isEmpty() ? u"Not found"_s : detail};
    case Error::Kind::Conflict:
        return {409, u"CONFLICT"_s, detail.isEmpty() ? u"Conflict"_s : detail};
    case Error::Kind::Invalid:
        return {400, u"INVALID_PARAMETER"_s, detail.isEmpty() ? u"Bad request"_s : detail};
    case Error::Kind::TimedOut:
        return {504, u"DEADLINE_EXCEEDED"_s, u"The request took too long"_s};
    case Error::Kind::Cancelled:
    case Error::Kind::Unavailable:
        return {503, u"SERVICE_UNAVAILABLE"_s, u"Service unavailable"_s};
    case Error::Kind::Internal:
        break;
    }
    return {500, u"INTERNAL_ERROR"_s, u"Internal error (ref: %1)"_s.arg(requestId)};
}

/// Seconds after which a failure that passes by itself may have passed; 0 when nobody can say.
int usualWait(const Problem &problem)
{
    if (problem.status != 503 || problem.code == "READ_API_DISABLED"_L1)
        return 0;
    return problem.code == "STORAGE_FULL"_L1 ? 30 : 2;
}

QJsonObject problemDocument(const Problem &problem, const HttpRequest &request)
{
    return {
        {u"type"_s, u"about:blank"_s},
        {u"title"_s, QString::fromLatin1(reasonPhrase(problem.status))},
        {u"status"_s, problem.status},
        {u"detail"_s, problem.text},
        {u"instance"_s, request.path},
        {u"success"_s, false},
        {u"error"_s, problem.text},
        {u"code"_s, problem.code},
        {u"requestId"_s, request.requestId},
        {u"retryable"_s, problem.isRetryable},
    };
}

} // namespace

Problem problemFor(const Error &error, const QString &requestId)
{
    Problem problem = kindProblem(error, requestId);
    if (!error.code.isEmpty()) {
        problem.code = error.code;
        const auto *entry
            = std::ranges::find_if(Codes, [&](const CodeEntry &known) { return known.code == error.code; });
        if (entry != Codes.end()) {
            problem.status = entry->status;
            problem.text = entry->text.isEmpty() ? error.detail : QString(entry->text);
        }
    }
    problem.isRetryable = problem.status == 429 || problem.status == 503 || problem.status == 504;
    return problem;
}

HttpResponse problemResponse(const Error &error, const HttpRequest &request, ErrorForm form)
{
    const Problem problem = problemFor(error, request.requestId);
    HttpResponse response;
    if (form == ErrorForm::GoTrue) {
        response = HttpResponse::json({{u"code"_s, problem.status}, {u"error_code"_s, problem.code.toLower()},
                                          {u"msg"_s, problem.text}},
            problem.status);
    } else {
        QJsonObject document = problemDocument(problem, request);
        if (!error.field.isEmpty())
            document.insert(u"field"_s, error.field);
        response = HttpResponse::json(document, problem.status);
        response.contentType = "application/problem+json";
    }
    const int wait = error.retryAfterSeconds > 0 ? error.retryAfterSeconds : usualWait(problem);
    if (wait > 0)
        response.addHeader("Retry-After", QByteArray::number(wait));
    if (problem.status == 401)
        response.addHeader("WWW-Authenticate", "Bearer realm=\"signalbox\"");
    return response;
}

HttpResponse problemResponse(const HttpFault &fault, const HttpRequest &request)
{
    HttpResponse response = HttpResponse::json(
        problemDocument({fault.status, fault.code, fault.detail}, request), fault.status);
    response.contentType = "application/problem+json";
    return response;
}

} // namespace signalbox
