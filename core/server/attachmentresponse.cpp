// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/attachmentresponse.h"

#include "core/server/httpsyntax.h"

namespace signalbox {

namespace {

/// `type/subtype` without parameters, or the type of what nobody knows.
QByteArray safeType(const QString &type)
{
    const QByteArray text = type.section(QLatin1Char(';'), 0, 0).trimmed().toLatin1().toLower();
    const qsizetype slash = text.indexOf('/');
    if (slash < 0 || !isToken(QByteArrayView(text).first(slash))
        || !isToken(QByteArrayView(text).sliced(slash + 1)))
        return "application/octet-stream";
    return text;
}

/// The last part of the name only: it must not choose a directory (RFC 6266 §4.3).
QString safeName(const QString &name)
{
    const qsizetype separator
        = std::max(name.lastIndexOf(QLatin1Char('/')), name.lastIndexOf(QLatin1Char('\\')));
    const QString last = name.sliced(separator + 1);
    return last.isEmpty() ? QStringLiteral("attachment") : last;
}

} // namespace

HttpResponse attachmentResponse(QUuid id, const AttachmentContent &content)
{
    HttpResponse response;
    response.contentType = safeType(content.contentType);
    response.body = content.bytes;
    response.etag = '"' + id.toByteArray(QUuid::Id128) + '"'; // content never changes under an id
    response.cache = CacheSource::Live;
    response.addHeader("Content-Disposition",
        "attachment; filename*=UTF-8''" + safeName(content.name).toUtf8().toPercentEncoding());
    response.addHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    return response;
}

} // namespace signalbox
