// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/sessionjson.h"

#include "core/inbox/jsonfields.h"

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

ApiRequest tokenRequest(const QString &grantType, const QJsonObject &body)
{
    return {
        .method = "POST",
        .path = u"/auth/v1/token"_s,
        .query = {{u"grant_type"_s, grantType}},
        .body = body,
        .hasSession = false,
    };
}

} // namespace

Result<SessionTokens> decodeSession(const QJsonObject &body, Instant now)
{
    JsonFields fields(body);
    JsonFields user(fields.object("user"_L1), u"user"_s);
    SessionTokens tokens;
    tokens.accessToken = fields.text("access_token"_L1);
    tokens.refreshToken = fields.text("refresh_token"_L1);
    tokens.expiresAt = now + std::chrono::seconds(fields.integer("expires_in"_L1));
    tokens.identity.user = UserId {user.uuid("id"_L1)};
    tokens.identity.email = user.optionalText("email"_L1);
    if (user.has("user_metadata"_L1)) {
        JsonFields metadata(user.object("user_metadata"_L1), u"user.user_metadata"_s);
        tokens.identity.name = metadata.optionalText("name"_L1);
        user.adopt(metadata.error());
    }
    fields.adopt(user.error());
    if (fields.error())
        return *fields.error();
    return tokens;
}

ApiRequest signInRequest(const QString &email, const QString &password)
{
    return tokenRequest(u"password"_s, {{u"email"_s, email}, {u"password"_s, password}});
}

ApiRequest refreshRequest(const QString &refreshToken)
{
    return tokenRequest(u"refresh_token"_s, {{u"refresh_token"_s, refreshToken}});
}

} // namespace signalbox
