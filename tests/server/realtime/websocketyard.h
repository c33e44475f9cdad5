// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/server/testservice.h"
#include "tests/support/rawclient.h"

#include <memory>
#include <vector>

namespace signalbox {

/// A service with one WebSocket address, `/ws`, open to all, that keeps the sockets that arrive.
struct WebSocketYard
{
    explicit WebSocketYard(const HttpLimits &limits = {});

    QUrl url() const;
    WebSocketConnection &socket(size_t index) { return *sockets.at(index); }

    TestService service;
    std::vector<std::unique_ptr<WebSocketConnection>> sockets; ///< in the order of arrival; ended ones too
    QByteArrayList texts; ///< of all sockets
    QByteArrayList binaries;
    int ended = 0; ///< sockets that told `closed`
    bool echoes = false; ///< texts go back where they came from
};

/// A frame of the server's as a client read it.
struct ServerFrame
{
    int firstByte = 0;
    QByteArray payload;

    int closeCode() const; ///< 0: not a close frame, or without a code
};

/// A client that sends exactly the bytes it is given, for what no library would send.
class RawWebSocket final
{
public:
    explicit RawWebSocket(quint16 port)
        : m_client(port)
    { }

    /// Connects and asks for the upgrade, with `behind` right after the request. The answer.
    RawAnswer open(const QByteArray &behind = {});
    void send(const QByteArray &bytes) { m_client.send(bytes); }
    /// Waits for the next frame; first byte 0 when the connection ends or time is up first.
    ServerFrame frame();
    RawClient &client() { return m_client; }

private:
    bool takeFrame(ServerFrame &frame);

    RawClient m_client;
    QByteArray m_received;
};

} // namespace signalbox
