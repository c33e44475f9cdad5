// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <utility>

namespace signalbox {

// The small grammar of HTTP: RFC 9110 §5.6, RFC 3986 §2.

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
constexpr bool isHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
constexpr bool isControl(char c)
{
    return (c >= 0 && c < 0x20) || c == 0x7f;
}
constexpr bool isTokenChar(char c)
{
    if (isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
        return true;
    for (const char mark : "!#$%&'*+-.^_`|~") {
        if (c == mark && mark != '\0')
            return true;
    }
    return false;
}

/// One or more token characters.
bool isToken(QByteArrayView text);
/// Whether this can stand in a Host header (RFC 9112 §3.2): empty, or host and port without blanks and
/// without what begins a user, path, query or fragment.
bool isHost(QByteArrayView text);
/// Visible ASCII without `#`: what may stand in a request line.
bool isTarget(QByteArrayView text);
/// Every `%` is followed by two hex digits.
bool isPercentEncoded(QByteArrayView text);
/// Decodes `%XX`; what only looks like it stays as it is. `+` becomes a blank in forms and queries.
QByteArray percentDecoded(QByteArrayView text, bool plusIsBlank);
/// `a=1&b` in order, decoded as UTF-8. A key without `=` has an empty value.
QList<std::pair<QString, QString>> parseQuery(QByteArrayView query);
/// Whether a list like `gzip;q=0.8, *` (RFC 9110 §12.4) accepts `name`.
bool acceptsCoding(QByteArrayView list, QByteArrayView name);
/// Whether `If-None-Match` names the strong `etag`, by weak comparison (RFC 9110 §13.1.2).
bool matchesEtag(QByteArrayView list, QByteArrayView etag);
/// The client's request id if it can be used: trimmed, cut to 128 characters, printable ASCII only (domain
/// §4.1).
std::optional<QString> usableRequestId(QByteArrayView value);

} // namespace signalbox
