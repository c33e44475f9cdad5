// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/responsewriter.h"

#include "core/server/httpsyntax.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

/// `Sun, 06 Nov 1994 08:49:37 GMT`. Formatted once a second.
QByteArray httpDate(Instant now)
{
    thread_local qint64 formattedSecond = -1;
    thread_local QByteArray formatted;
    const qint64 second = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
    if (second != formattedSecond) {
        formattedSecond = second;
        formatted = QLocale::c()
                        .toString(QDateTime::fromSecsSinceEpoch(second, QTimeZone::utc()),
                            u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s)
                        .toLatin1();
    }
    return formatted;
}

QByteArray milliseconds(std::chrono::microseconds duration)
{
    return QByteArray::number(static_cast<double>(duration.count()) / 1000.0, 'f', 2);
}

/// The same content in another coding is another representation, so a strong tag must differ (RFC 9110
/// §8.8.1).
QByteArray gzipEtag(const QByteArray &etag)
{
    return etag.chopped(1) + "-gz\"";
}

QByteArray cacheStatus(CacheSource source, std::optional<std::chrono::seconds> staleAge)
{
    // Not `fwd=stale`: that is for what went on to the origin (RFC 9211 §2.2). No freshness is left: below
    // zero.
    if (staleAge)
        return "signalbox; hit; ttl=-" + QByteArray::number(qint64(std::max(staleAge->count(), 1L)));
    if (source == CacheSource::Hit)
        return "signalbox; hit";
    if (source == CacheSource::Miss)
        return "signalbox; fwd=miss";
    if (source == CacheSource::Live)
        return "signalbox; fwd=bypass; detail=live";
    return "signalbox; fwd=miss; detail=" + QByteArray(wireName(source).data());
}

void add(QByteArray &head, QByteArrayView name, QByteArrayView value)
{
    // A line break in a value would begin another header: never let one through.
    const bool isSafe = !value.contains('\r') && !value.contains('\n');
    if (!isSafe)
        return;
    head.append(name).append(": ").append(value).append("\r\n");
}

QByteArray cacheControl(const HttpResponse &response, const AnswerFacts &facts)
{
    if (facts.route && !facts.isReadEnabled)
        return "private, max-age=0, must-revalidate"; // domain §4.1, flag off
    if (facts.route && facts.route->isTenantRead && (response.status < 300 || response.status == 304))
        return "private, no-cache";
    return "private, no-store";
}

void addReadHeaders(QByteArray &head, const HttpResponse &response, const AnswerFacts &facts)
{
    add(head, "x-zrg-read-api-enabled", facts.isReadEnabled ? "1" : "0");
    add(head, "x-zrg-read-api-reason", facts.isReadEnabled ? "enabled" : "disabled_by_flag");
    add(head, "x-zrg-duration-ms", milliseconds(facts.duration));
    if (response.cache != CacheSource::None)
        add(head, "x-zrg-cache", wireName(response.cache).data());
    if (response.staleAge)
        add(head, "x-zrg-stale", "1");
}

QByteArray serverTiming(const HttpResponse &response, const AnswerFacts &facts)
{
    QByteArray timing = "total;dur=" + milliseconds(facts.duration);
    for (const TimingEntry &entry : response.timings)
        timing += ", " + entry.name + ";dur=" + milliseconds(entry.duration);
    if (response.cache != CacheSource::None)
        timing += ", cache;desc=" + QByteArray(wireName(response.cache).data());
    return timing;
}

} // namespace

bool wantsGzip(const HttpRequest &request, const HttpResponse &response)
{
    const bool isText = response.contentType.startsWith("application/json")
        || response.contentType.startsWith("text/")
        || response.contentType.startsWith("application/problem+json");
    return response.body.size() >= CompressFromBytes && isText
        && acceptsCoding(request.header("accept-encoding"), "gzip");
}

bool isUnchanged(const HttpRequest &request, const HttpResponse &response)
{
    const QByteArray known = request.header("if-none-match");
    return response.status == 200 && !response.etag.isEmpty() && !known.isEmpty()
        && (matchesEtag(known, response.etag) || matchesEtag(known, gzipEtag(response.etag)));
}

WireResponse writeResponse(const HttpRequest &request, const HttpResponse &response, const AnswerFacts &facts)
{
    const bool isNotModified = isUnchanged(request, response);
    const bool isGzip = !facts.gzippedBody.isEmpty() && !isNotModified;
    const QByteArray &body = isGzip ? facts.gzippedBody : response.body;
    const int status = isNotModified ? 304 : response.status;
    const bool hasContent = status != 204 && status != 304;

    WireResponse wire;
    wire.status = status;
    QByteArray &head = wire.head;
    head.reserve(768);
    head.append("HTTP/1.1 ")
        .append(QByteArray::number(status))
        .append(' ')
        .append(reasonPhrase(status))
        .append("\r\n");
    add(head, "Date", httpDate(facts.now));
    if (hasContent) {
        if (!response.contentType.isEmpty())
            add(head, "Content-Type", response.contentType);
        add(head, "Content-Length",
            QByteArray::number(response.source ? response.source->size() : body.size()));
    }
    add(head, "X-Request-Id", request.requestId.toLatin1());
    add(head, "Server-Timing", serverTiming(response, facts));
    add(head, "X-Content-Type-Options", "nosniff");
    add(head, "Cache-Control", cacheControl(response, facts));
    if (facts.route && !facts.route->readFlag.isEmpty())
        addReadHeaders(head, response, facts);
    if (response.cache != CacheSource::None)
        add(head, "Cache-Status", cacheStatus(response.cache, response.staleAge));
    if (response.staleAge)
        add(head, "Age", QByteArray::number(qint64(response.staleAge->count())));
    if (!response.etag.isEmpty())
        // A 304 names what a 200 would have sent, or a cache could not tell which copy it is about (RFC 9110
        // §15.4.5).
        add(head, "ETag",
            isGzip || (isNotModified && wantsGzip(request, response)) ? gzipEtag(response.etag)
                                                                      : response.etag);
    add(head, "Vary", "Authorization, apikey, Accept-Encoding");
    if (isGzip)
        add(head, "Content-Encoding", "gzip");
    for (const auto &[name, value] : response.headers)
        add(head, name, value);
    if (facts.closes)
        add(head, "Connection", "close");
    else if (request.hasHeader("connection"))
        add(head, "Connection", "keep-alive"); // HTTP/1.0 clients wait for it
    head.append("\r\n");
    if (hasContent && request.method != HttpMethod::Head) {
        wire.body = body;
        wire.source = response.source;
    }
    wire.closes = facts.closes;
    return wire;
}

} // namespace signalbox
