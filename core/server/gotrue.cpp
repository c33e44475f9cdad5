// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/gotrue.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

struct CodeStatus
{
    QLatin1StringView code;
    int status;
};

constexpr std::array<CodeStatus, 12> Statuses {{
    {"invalid_credentials"_L1, 400},
    {"refresh_token_not_found"_L1, 400},
    {"refresh_token_already_used"_L1, 400},
    {"session_expired"_L1, 400},
    {"user_banned"_L1, 400},
    {"validation_failed"_L1, 400},
    {"bad_json"_L1, 400},
    {"unsupported_grant_type"_L1, 400},
    {"weak_password"_L1, 422},
    {"same_password"_L1, 422},
    {"signup_disabled"_L1, 422},
    {"over_request_rate_limit"_L1, 429},
}};

} // namespace

QJsonObject goTrueUser(const UserRecord &user)
{
    const QString createdAt = toIso(user.createdAt);
    return {
        {u"id"_s, user.id.toString()},
        {u"aud"_s, u"authenticated"_s},
        {u"role"_s, wireName(TokenRole::Authenticated)},
        {u"email"_s, user.email},
        {u"email_confirmed_at"_s, createdAt},
        {u"confirmed_at"_s, createdAt},
        {u"phone"_s, u""_s},
        {u"app_metadata"_s,
            QJsonObject {{u"provider"_s, u"email"_s}, {u"providers"_s, QJsonArray {u"email"_s}}}},
        {u"user_metadata"_s, QJsonObject {{u"name"_s, user.name}}},
        {u"identities"_s, QJsonArray()},
        {u"is_anonymous"_s, false},
        {u"created_at"_s, createdAt},
        {u"updated_at"_s, toIso(user.updatedAt)},
    };
}

QJsonObject goTrueSession(const GrantedSession &session)
{
    const auto text = [](const Secret &secret) { return QString::fromLatin1(secret.reveal()); };
    const auto expiresAt = std::chrono::floor<std::chrono::seconds>(session.access.expiresAt);
    return {
        {u"access_token"_s, text(session.access.token)},
        {u"token_type"_s, u"bearer"_s},
        {u"expires_in"_s, qint64(TokenIssuer::AccessLifetime.count())},
        {u"expires_at"_s, qint64(expiresAt.time_since_epoch().count())},
        {u"refresh_token"_s, text(session.refreshToken)},
        {u"user"_s, goTrueUser(session.user)},
    };
}

std::optional<HttpResponse> goTrueRefusal(const Error &error)
{
    const auto *known
        = std::ranges::find_if(Statuses, [&](const CodeStatus &entry) { return entry.code == error.code; });
    if (known == Statuses.end())
        return std::nullopt;
    const QJsonObject body {
        {u"code"_s, known->status}, {u"error_code"_s, error.code}, {u"msg"_s, error.detail}};
    HttpResponse response = HttpResponse::json(body, known->status);
    if (error.retryAfterSeconds > 0)
        response.addHeader("Retry-After", QByteArray::number(error.retryAfterSeconds));
    return response;
}

} // namespace signalbox
