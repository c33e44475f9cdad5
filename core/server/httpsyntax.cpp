// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/httpsyntax.h"

#include <algorithm>

namespace signalbox {

namespace {

QList<QByteArray> listItems(QByteArrayView list)
{
    QList<QByteArray> items;
    for (const QByteArray &item : list.toByteArray().split(',')) {
        const QByteArray trimmed = item.trimmed();
        if (!trimmed.isEmpty())
            items.append(trimmed);
    }
    return items;
}

/// The q value of `gzip;q=0.5`; 1 when none is given, 0 when it cannot be read.
double quality(const QList<QByteArray> &parameters)
{
    for (const QByteArray &parameter : parameters) {
        const QByteArray text = parameter.trimmed().toLower();
        if (text.startsWith("q="))
            return text.sliced(2).toDouble();
    }
    return 1;
}

} // namespace

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenChar);
}

bool isHost(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(),
        [](char c) { return c > 0x20 && c < 0x7f && !QByteArrayView("/?#@\\\"<>").contains(c); });
}

bool isTarget(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f && c != '#'; });
}

bool isPercentEncoded(QByteArrayView text)
{
    for (qsizetype i = text.indexOf('%'); i >= 0; i = text.indexOf('%', i + 3)) {
        if (i + 2 >= text.size() || !isHexDigit(text[i + 1]) || !isHexDigit(text[i + 2]))
            return false;
    }
    return true;
}

QByteArray percentDecoded(QByteArrayView text, bool plusIsBlank)
{
    QByteArray decoded;
    decoded.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '%' && i + 2 < text.size() && isHexDigit(text[i + 1]) && isHexDigit(text[i + 2])) {
            decoded.append(QByteArray::fromHex(text.sliced(i + 1, 2).toByteArray()));
            i += 2;
        } else {
            decoded.append(c == '+' && plusIsBlank ? ' ' : c);
        }
    }
    return decoded;
}

QList<std::pair<QString, QString>> parseQuery(QByteArrayView query)
{
    QList<std::pair<QString, QString>> pairs;
    qsizetype start = 0;
    while (start < query.size()) {
        qsizetype end = query.indexOf('&', start);
        if (end < 0)
            end = query.size();
        const QByteArrayView item = query.sliced(start, end - start);
        start = end + 1;
        if (item.isEmpty())
            continue;
        const qsizetype equals = item.indexOf('=');
        const QByteArrayView key = equals < 0 ? item : item.first(equals);
        const QByteArrayView value = equals < 0 ? QByteArrayView() : item.sliced(equals + 1);
        pairs.append(
            {QString::fromUtf8(percentDecoded(key, true)), QString::fromUtf8(percentDecoded(value, true))});
    }
    return pairs;
}

bool acceptsCoding(QByteArrayView list, QByteArrayView name)
{
    std::optional<double> named;
    std::optional<double> any;
    for (const QByteArray &item : listItems(list)) {
        QList<QByteArray> parts = item.split(';');
        const QByteArray coding = parts.takeFirst().trimmed().toLower();
        if (coding == name)
            named = quality(parts);
        else if (coding == "*")
            any = quality(parts);
    }
    return named.value_or(any.value_or(0)) > 0;
}

bool matchesEtag(QByteArrayView list, QByteArrayView etag)
{
    if (list.trimmed() == "*")
        return true;
    for (const QByteArray &item : listItems(list)) {
        if ((item.startsWith("W/") ? QByteArrayView(item).sliced(2) : QByteArrayView(item)) == etag)
            return true;
    }
    return false;
}

std::optional<QString> usableRequestId(QByteArrayView value)
{
    const QByteArrayView trimmed = value.trimmed();
    const QByteArrayView id = trimmed.first(std::min<qsizetype>(trimmed.size(), 128));
    const bool isPrintable = std::all_of(id.begin(), id.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
    if (id.isEmpty() || !isPrintable)
        return std::nullopt;
    return QString::fromLatin1(id);
}

} // namespace signalbox
