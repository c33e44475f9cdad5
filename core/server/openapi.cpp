// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/openapi.h"

#include "core/server/routetable.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

QJsonObject reference(const QString &schema)
{
    return {{u"$ref"_s, "#/components/schemas/"_L1 + schema}};
}

QJsonObject content(const QString &type, const QJsonObject &schema)
{
    return {{type, QJsonObject {{u"schema"_s, schema}}}};
}

QString errorSchema(const Route &route)
{
    return route.errorForm == ErrorForm::GoTrue ? u"AuthError"_s : u"Problem"_s;
}

QString errorType(const Route &route)
{
    return route.errorForm == ErrorForm::GoTrue ? u"application/json"_s : u"application/problem+json"_s;
}

QJsonArray parametersOf(const Route &route)
{
    QJsonArray parameters;
    for (const RouteParameter &parameter : route.doc.parameters) {
        QJsonObject object {
            {u"name"_s, parameter.name},
            {u"in"_s, parameter.in},
            {u"required"_s, parameter.isRequired || parameter.in == "path"_L1},
            {u"schema"_s, parameter.schema},
        };
        if (!parameter.summary.isEmpty())
            object.insert(u"description"_s, parameter.summary);
        parameters.append(object);
    }
    return parameters;
}

QJsonObject responsesOf(const Route &route)
{
    QJsonObject success {{u"description"_s, u"Success"_s}};
    if (!route.doc.responseSchema.isEmpty())
        success.insert(u"content"_s, content(route.doc.responseType, reference(route.doc.responseSchema)));
    else if (!route.doc.responseType.isEmpty() && route.doc.responseType != "application/json"_L1)
        success.insert(u"content"_s, content(route.doc.responseType, {{u"type"_s, u"string"_s}}));
    QJsonObject responses {{u"200"_s, success}};

    QList<int> errors = route.doc.errors;
    if (route.access != Access::Public)
        errors << 401 << 403 << 429;
    if (!route.doc.parameters.isEmpty() || !route.doc.requestSchema.isEmpty())
        errors << 400;
    if (!route.readFlag.isEmpty())
        errors << 503;
    if (route.isTenantRead)
        responses.insert(u"304"_s, QJsonObject {{u"description"_s, u"Not Modified"_s}});
    const QJsonObject body = content(errorType(route), reference(errorSchema(route)));
    for (const int status : errors)
        responses.insert(QString::number(status),
            QJsonObject {
                {u"description"_s, QString::fromLatin1(reasonPhrase(status))}, {u"content"_s, body}});
    responses.insert(
        u"default"_s, QJsonObject {{u"description"_s, u"Any other error"_s}, {u"content"_s, body}});
    return responses;
}

QJsonObject operationOf(const Route &route)
{
    QJsonObject operation {
        {u"operationId"_s, route.doc.id},
        {u"summary"_s, route.doc.summary},
        {u"tags"_s, QJsonArray {route.doc.tag}},
        {u"responses"_s, responsesOf(route)},
    };
    const QJsonArray parameters = parametersOf(route);
    if (!parameters.isEmpty())
        operation.insert(u"parameters"_s, parameters);
    if (!route.doc.requestSchema.isEmpty())
        operation.insert(u"requestBody"_s,
            QJsonObject {{u"required"_s, true},
                {u"content"_s, content(u"application/json"_s, reference(route.doc.requestSchema))}});
    if (route.access == Access::Public)
        operation.insert(u"security"_s, QJsonArray());
    return operation;
}

/// The schema of a problem document (DESIGN §8.7).
QJsonObject problemSchema()
{
    const QJsonObject text {{u"type"_s, u"string"_s}};
    return {
        {u"type"_s, u"object"_s},
        {u"required"_s,
            QJsonArray {u"type"_s, u"title"_s, u"status"_s, u"success"_s, u"error"_s, u"code"_s,
                u"requestId"_s, u"retryable"_s}},
        {u"properties"_s,
            QJsonObject {{u"type"_s, text}, {u"title"_s, text},
                {u"status"_s, QJsonObject {{u"type"_s, u"integer"_s}}}, {u"detail"_s, text},
                {u"instance"_s, text}, {u"success"_s, QJsonObject {{u"const"_s, false}}}, {u"error"_s, text},
                {u"code"_s, text}, {u"requestId"_s, text}, {u"field"_s, text},
                {u"retryable"_s, QJsonObject {{u"type"_s, u"boolean"_s}}}}},
    };
}

/// GoTrue's error form (DESIGN §8.13).
QJsonObject authErrorSchema()
{
    const QJsonObject text {{u"type"_s, u"string"_s}};
    return {
        {u"type"_s, u"object"_s},
        {u"required"_s, QJsonArray {u"code"_s, u"error_code"_s, u"msg"_s}},
        {u"properties"_s,
            QJsonObject {{u"code"_s, QJsonObject {{u"type"_s, u"integer"_s}}}, {u"error_code"_s, text},
                {u"msg"_s, text}}},
    };
}

} // namespace

QJsonObject openApiDocument(const RouteTable &routes)
{
    QJsonObject paths;
    for (const auto &route : routes.routes()) {
        QJsonObject item = paths.value(route->pattern).toObject();
        item.insert(QString::fromLatin1(methodName(route->method)).toLower(), operationOf(*route));
        paths.insert(route->pattern, item);
    }
    QJsonObject schemas {{u"Problem"_s, problemSchema()}, {u"AuthError"_s, authErrorSchema()}};
    for (auto it = routes.schemas().cbegin(); it != routes.schemas().cend(); ++it)
        schemas.insert(it.key(), it.value());
    return {
        {u"openapi"_s, u"3.1.0"_s},
        {u"info"_s,
            QJsonObject {{u"title"_s, u"Signalbox"_s}, {u"version"_s, QStringLiteral(SIGNALBOX_VERSION)},
                {u"license"_s,
                    QJsonObject {
                        {u"name"_s, u"GPL-3.0-or-later"_s}, {u"identifier"_s, u"GPL-3.0-or-later"_s}}}}},
        {u"servers"_s, QJsonArray {QJsonObject {{u"url"_s, u"/"_s}}}},
        {u"security"_s, QJsonArray {QJsonObject {{u"bearer"_s, QJsonArray()}}}},
        {u"paths"_s, paths},
        {u"components"_s,
            QJsonObject {{u"schemas"_s, schemas},
                {u"securitySchemes"_s,
                    QJsonObject {{u"bearer"_s,
                        QJsonObject {{u"type"_s, u"http"_s}, {u"scheme"_s, u"bearer"_s},
                            {u"bearerFormat"_s, u"JWT"_s}}}}}}},
    };
}

} // namespace signalbox
