// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/realtime/websocketyard.h"

#include "tests/support/waitlimit.h"

#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace signalbox {

WebSocketYard::WebSocketYard(const HttpLimits &limits)
    : service(limits)
{
    service.routes.addUpgrade(u"/ws"_s, [](const HttpRequest &) { return Reply<bool>::ready(true); });
    QObject::connect(&service.server, &HttpServer::webSocketArrived, &service.server, [this] {
        sockets.push_back(service.server.takeWebSocket().socket);
        WebSocketConnection *socket = sockets.back().get();
        QObject::connect(
            socket, &RealtimeSocket::textReceived, socket, [this, socket](const QByteArray &text) {
                texts.append(text);
                if (echoes)
                    socket->send(WireFrame::text(text));
            });
        QObject::connect(socket, &RealtimeSocket::binaryReceived, socket,
            [this](const QByteArray &bytes) { binaries.append(bytes); });
        QObject::connect(socket, &RealtimeSocket::closed, socket, [this] { ++ended; });
    });
    service.start();
}

QUrl WebSocketYard::url() const
{
    return QUrl(u"ws://127.0.0.1:%1/ws"_s.arg(service.port));
}

int ServerFrame::closeCode() const
{
    return firstByte == 0x88 && payload.size() >= 2 ? uchar(payload[0]) << 8 | uchar(payload[1]) : 0;
}

RawAnswer RawWebSocket::open(const QByteArray &behind)
{
    if (!m_client.connectToServer())
        return {};
    m_client.send("GET /ws HTTP/1.1\r\nHost: test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                  "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
        + behind);
    return m_client.answer();
}

bool RawWebSocket::takeFrame(ServerFrame &frame)
{
    m_received += m_client.takeUnread();
    if (m_received.size() < 2)
        return false;
    const int mark = uchar(m_received[1]);
    const int lengthBytes = mark == 126 ? 2 : mark == 127 ? 8 : 0;
    if (m_received.size() < 2 + lengthBytes)
        return false;
    qint64 size = lengthBytes == 0 ? mark : 0;
    for (int i = 0; i < lengthBytes; ++i)
        size = size << 8 | uchar(m_received[2 + i]);
    if (m_received.size() < 2 + lengthBytes + size)
        return false;
    frame = {uchar(m_received[0]), m_received.sliced(2 + lengthBytes, size)};
    m_received.remove(0, 2 + lengthBytes + size);
    return true;
}

ServerFrame RawWebSocket::frame()
{
    ServerFrame frame;
    const bool isThere = QTest::qWaitFor([&] { return takeFrame(frame) || !m_client.isOpen(); }, WaitLimit);
    if (isThere && frame.firstByte == 0)
        takeFrame(frame); // it came with the end
    return frame;
}

} // namespace signalbox
