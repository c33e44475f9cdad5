// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace signalbox {

// The servers of P7. Each prints `ready PORT` and takes any number of WebSockets. On the text
// `start RATE MILLISECONDS` it broadcasts for that long, so many messages a second to all clients together:
// texts of 1,024 bytes that begin with 20 digits, the nanoseconds of the steady clock at which they were due
// (late ones are sent late, not left out). Any other text goes back to its sender.

/// Ours: HttpServer with its gate and WebSocketConnection.
int serveOwn(QCoreApplication &application);
/// Qt's QWebSocketServer, on sockets with TCP_NODELAY (realtime §5.2 a).
int serveQt(QCoreApplication &application);

} // namespace signalbox
