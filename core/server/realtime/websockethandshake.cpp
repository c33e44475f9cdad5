// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/realtime/websockethandshake.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

constexpr qsizetype KeyBytes = 16;

QByteArray acceptKey(const QByteArray &key)
{
    return QCryptographicHash::hash(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11", QCryptographicHash::Sha1)
        .toBase64(); // RFC 6455 §1.3
}

} // namespace

Result<void> checkHandshake(const HttpRequest &request)
{
    if (request.header("sec-websocket-version") != "13")
        return Error {.kind = Error::Kind::Invalid, .code = u"WEBSOCKET_VERSION"_s};
    const auto key = QByteArray::fromBase64Encoding(
        request.header("sec-websocket-key"), QByteArray::AbortOnBase64DecodingErrors);
    if (!key || key.decoded.size() != KeyBytes)
        return Error {.kind = Error::Kind::Invalid, .code = u"WEBSOCKET_KEY"_s};
    return {};
}

QByteArray handshakeAnswer(const HttpRequest &request)
{
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
           "Sec-WebSocket-Accept: "
        + acceptKey(request.header("sec-websocket-key")) + "\r\nX-Request-Id: " + request.requestId.toLatin1()
        + "\r\n\r\n";
}

} // namespace signalbox
