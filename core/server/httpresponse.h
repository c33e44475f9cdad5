// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/httprequest.h"
#include "core/server/wireresponse.h"

#include <QJsonObject>

namespace signalbox {

/// Where the body of a cacheable read came from (domain §4.1, "Build additions").
enum class CacheSource
{
    None, ///< not a cacheable read: no Cache-Status
    Hit,
    Miss,
    Materialized, ///< the stored counts row plus its pending deltas
    Recomputed,
    Live,
};
QLatin1StringView wireName(CacheSource source);

/// One step of the work, for `Server-Timing`.
struct TimingEntry
{
    QByteArray name; ///< a token: `db`, `cache`, `auth`
    std::chrono::microseconds duration {};
};

/// What a handler answers. The pipeline adds request id, timings, cache headers, compression and the 304.
struct HttpResponse
{
    int status = 200;
    QByteArray contentType = QByteArrayLiteral("application/json");
    QByteArray body;
    std::shared_ptr<BodySource> source; ///< instead of `body`; sent as it is, uncompressed
    HeaderList headers; ///< beside those the pipeline sends; names in their usual spelling
    QByteArray etag; ///< strong, with its quotes; empty: the answer has none
    CacheSource cache = CacheSource::None;
    /// The age of a kept answer whose data have changed since and which is being read again (RFC 5861 §3).
    std::optional<std::chrono::seconds> staleAge;
    QList<TimingEntry> timings;

    void addHeader(const QByteArray &name, const QByteArray &value)
    {
        headers.append(std::pair(name, value));
    }

    /// Compact JSON.
    static HttpResponse json(const QJsonObject &object, int status = 200);
    /// 204 without a body.
    static HttpResponse noContent();
    /// `text/plain` or whatever the type says.
    static HttpResponse text(const QByteArray &body, const QByteArray &contentType, int status = 200);
};

/// The standard phrase of a status code, or "Unknown".
QByteArray reasonPhrase(int status);

} // namespace signalbox
