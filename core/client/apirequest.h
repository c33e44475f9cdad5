// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inbox/pagerequest.h"

#include <QByteArray>
#include <QJsonObject>
#include <QUuid>

#include <chrono>

namespace signalbox {

/// A stretch of a body, in bytes.
struct ApiRange
{
    qint64 offset = 0;
    qint64 length = 0;
};

/// One question to the service.
struct ApiRequest
{
    QByteArray method = QByteArrayLiteral("GET");
    QString path; ///< from the root: `/api/inbox/counts`
    QueryItems query;
    std::optional<QJsonObject> body; ///< sent as JSON
    bool hasSession = true; ///< carries the access token, and is repeated once after a refresh
    QUuid idempotencyKey; ///< of a write: sent as `Idempotency-Key`; null: none
    bool readsConflict = false; ///< a 409 is an answer to read, not an error
    bool isCacheable = false; ///< keep the answer under its ETag and ask `If-None-Match` next time
    bool mayBeStale = true; ///< false: sent with `Cache-Control: no-cache`
    std::optional<ApiRange> range; ///< ask for this stretch alone; the answer's status is then 206
    std::chrono::milliseconds deadline {
        20'000}; ///< over all repetitions; the service itself gives up after 15 s
};

/// A success (2xx, or the kept answer behind a 304), or a 409 that was asked for.
struct ApiAnswer
{
    int status = 0;
    QByteArray body;
    QByteArray contentType;
    QString requestId;
    bool isFromCache = false; ///< the service said that what we kept is still true
    bool isStale = false; ///< the service reads it again at this moment (`x-zrg-stale`)

    /// The body as an object; empty when it is anything else, which every decoder refuses.
    QJsonObject json() const;
};

} // namespace signalbox
