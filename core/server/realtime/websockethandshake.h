// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/httprequest.h"

namespace signalbox {

/// Whether a request for an upgrade can become a WebSocket (RFC 6455 §4.2.1): else Invalid, with code
/// `WEBSOCKET_VERSION` (to be answered 426) or `WEBSOCKET_KEY` (400).
Result<void> checkHandshake(const HttpRequest &request);
/// The 101 answer. Extensions and subprotocols that the client offers are declined by not naming them.
QByteArray handshakeAnswer(const HttpRequest &request);

} // namespace signalbox
