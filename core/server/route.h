// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/server/httprequest.h"
#include "core/server/httpresponse.h"

#include <QJsonObject>
#include <QStringList>

#include <functional>

namespace signalbox {

/// Answers a request: at once with Reply::ready(), or later from a worker. Runs on the event thread and must
/// not block. An Error becomes a problem document (problem.h). A request whose client left or whose deadline
/// passed is cancelled.
using Handler = std::function<Reply<HttpResponse>(const HttpRequest &request)>;

/// Who may call a route.
enum class Access
{
    Public,
    Session, ///< a person's token; HttpRequest::caller is set
    Service, ///< a service token; HttpRequest::caller is set
};

/// How errors are written.
enum class ErrorForm
{
    Problem, ///< RFC 9457 with the extra members of DESIGN §8.7
    GoTrue, ///< `{code, error_code, msg}` of the auth routes (DESIGN §8.13)
};

/// A query, path or header parameter, for the OpenAPI document.
struct RouteParameter
{
    QString name;
    QString in = QStringLiteral("query"); ///< query, path or header
    QString summary;
    bool isRequired = false;
    QJsonObject schema {{QStringLiteral("type"), QStringLiteral("string")}}; ///< JSON Schema 2020-12
};

/// What the OpenAPI document says about a route.
struct RouteDoc
{
    QString id; ///< operationId, unique: `listConversations`
    QString summary;
    QString tag; ///< group: `inbox`, `auth`, `operations`
    QList<RouteParameter> parameters;
    QString requestSchema; ///< name in RouteTable::schemas(); empty: no body
    QString responseSchema; ///< of the 200 answer; empty: no JSON body
    QString responseType = QStringLiteral("application/json");
    QList<int> errors; ///< status codes beyond those every route of its kind may answer
};

/// One entry of the route table.
struct Route
{
    HttpMethod method = HttpMethod::Get; ///< HEAD is served by the GET route
    QString pattern; ///< `/api/inbox/conversations/{leadId}`; a placeholder is one path segment, empty only
                     ///< at the end
    Handler handler;
    Access access = Access::Session;
    RouteDoc doc;

    qint64 bodyLimitBytes = 1 << 20;
    int rateCost = 1; ///< tokens it takes from the caller's bucket; 0: not limited
    ErrorForm errorForm = ErrorForm::Problem;
    QString
        readFlag; ///< kill switch of a read route (`INBOX_READ_API_V1`); set: the x-zrg-* headers are sent
    bool isTenantRead = false; ///< sent with `Cache-Control: private, no-cache`; others are `no-store`
    std::chrono::milliseconds deadline {15'000}; ///< then 504 (domain §4.2)
};

} // namespace signalbox
