// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace signalbox {

/// Of upgraded connections.
struct WebSocketLimits
{
    qint64 messageBytes = 64 * 1024; ///< a longer message closes the socket with 1009
    std::chrono::milliseconds closeTimeout {5'000}; ///< for the client's side of a close
    std::chrono::milliseconds silenceTimeout {
        60'000}; ///< without a byte from the client (its heartbeat: 25 s)
};

/// What one client, and all of them together, may take (DESIGN D6).
struct HttpLimits
{
    qsizetype headBytes = 16 * 1024;
    int headerCount = 100;
    qint64 bodyBytes = 1 << 20; ///< of a route that does not say otherwise
    qint64 bufferedBodyBytes = 256 << 20; ///< of all unfinished requests together; above it 503
    int connections = 8192; ///< WebSockets among them
    int connectionsPerAddress = 0; ///< 0: no limit of its own

    std::chrono::milliseconds headTimeout {
        10'000}; ///< from the first byte (or the connection) to the end of the head
    std::chrono::milliseconds idleTimeout {75'000}; ///< between two requests
    std::chrono::milliseconds bodyTimeout {
        20'000}; ///< for a body, plus a second for every `slowestBytesPerSecond`
    std::chrono::milliseconds writeTimeout {20'000}; ///< for an answer, plus the same
    std::chrono::milliseconds lingerTimeout {
        2'000}; ///< to read on after a refusal, so that it arrives before a reset
    std::chrono::milliseconds abandonTimeout {
        1'000}; ///< how long a client that stopped sending still gets its answer
    qint64 slowestBytesPerSecond = 16 * 1024;

    WebSocketLimits webSocket;
};

} // namespace signalbox
