// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/server/caller.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>
#include <utility>

namespace signalbox {

enum class HttpMethod
{
    Get,
    Head,
    Post,
    Put,
    Patch,
    Delete,
    Options,
    Other
};

/// `GET`, `HEAD`, …; empty for Other.
QByteArray methodName(HttpMethod method);
/// Method names are case-sensitive (RFC 9110 §9.1).
HttpMethod parseMethod(QByteArrayView name);

/// Names and values of a header block. Names are lower case, values without surrounding blanks.
using HeaderList = QList<std::pair<QByteArray, QByteArray>>;

/// One complete request. It is a value: copy it to keep it beyond the handler's call (the copy shares the
/// data).
struct HttpRequest
{
    HttpMethod method = HttpMethod::Other;
    QByteArray target; ///< as sent: path and query, percent-encoded. May hold personal data: never log it
    QString path; ///< decoded, without the query
    QList<std::pair<QString, QString>> query; ///< decoded, in order; repeated keys stay repeated
    HeaderList headers;
    QByteArray body;
    QString peerAddress; ///< of the connection, not of a forwarding header
    bool keepAlive = true;
    bool wantsUpgrade = false; ///< asks for `Upgrade: websocket`

    // Filled in on the way to the handler.
    QString requestId; ///< the client's X-Request-Id if it is usable, else a new uuid (domain §4.1)
    std::chrono::microseconds receivedAt {}; ///< Clock::elapsed() when its last byte arrived
    QList<std::pair<QString, QString>> pathValues; ///< `{leadId}` of the route's pattern
    std::optional<Caller> caller; ///< set on routes with access Session or Service

    /// First header of that name (lower case), or empty.
    QByteArray header(QByteArrayView lowerCaseName) const;
    bool hasHeader(QByteArrayView lowerCaseName) const;
    /// First query value of that key, or nothing when the key is absent.
    std::optional<QString> queryValue(QStringView key) const;
    /// Value of a placeholder of the route's pattern; empty when the pattern has none of that name.
    QString pathValue(QStringView name) const;
    /// The body as a JSON object. Invalid with code `INVALID_BODY` when it is anything else.
    Result<QJsonObject> jsonBody() const;
    /// The credential of `Authorization: Bearer …`, or empty. The scheme's case does not matter (RFC 9110
    /// §11.1).
    QByteArray bearerToken() const;
};

} // namespace signalbox
