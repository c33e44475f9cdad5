// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/httprequest.h"

#include <QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

constexpr std::array<std::pair<HttpMethod, QByteArrayView>, 7> MethodNames {{
    {HttpMethod::Get, "GET"},
    {HttpMethod::Head, "HEAD"},
    {HttpMethod::Post, "POST"},
    {HttpMethod::Put, "PUT"},
    {HttpMethod::Patch, "PATCH"},
    {HttpMethod::Delete, "DELETE"},
    {HttpMethod::Options, "OPTIONS"},
}};

} // namespace

QByteArray methodName(HttpMethod method)
{
    for (const auto &[value, name] : MethodNames) {
        if (value == method)
            return name.toByteArray();
    }
    return {};
}

HttpMethod parseMethod(QByteArrayView name)
{
    for (const auto &[value, known] : MethodNames) {
        if (known == name)
            return value;
    }
    return HttpMethod::Other;
}

QByteArray HttpRequest::header(QByteArrayView lowerCaseName) const
{
    for (const auto &[name, value] : headers) {
        if (name == lowerCaseName)
            return value;
    }
    return {};
}

bool HttpRequest::hasHeader(QByteArrayView lowerCaseName) const
{
    for (const auto &[name, value] : headers) {
        if (name == lowerCaseName)
            return true;
    }
    return false;
}

std::optional<QString> HttpRequest::queryValue(QStringView key) const
{
    for (const auto &[name, value] : query) {
        if (name == key)
            return value;
    }
    return std::nullopt;
}

QString HttpRequest::pathValue(QStringView name) const
{
    for (const auto &[key, value] : pathValues) {
        if (key == name)
            return value;
    }
    return {};
}

Result<QJsonObject> HttpRequest::jsonBody() const
{
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(body, &parsing);
    if (parsing.error != QJsonParseError::NoError)
        return Error::invalid(u"body"_s,
            u"The body is not JSON: %1 at byte %2"_s.arg(parsing.errorString()).arg(parsing.offset),
            u"INVALID_BODY"_s);
    if (!document.isObject())
        return Error::invalid(u"body"_s, u"The body must be a JSON object"_s, u"INVALID_BODY"_s);
    return document.object();
}

QByteArray HttpRequest::bearerToken() const
{
    const QByteArray value = header("authorization");
    constexpr qsizetype SchemeLength = 7;
    if (value.size() <= SchemeLength || value.first(SchemeLength).toLower() != "bearer ")
        return {};
    return value.sliced(SchemeLength).trimmed();
}

} // namespace signalbox
