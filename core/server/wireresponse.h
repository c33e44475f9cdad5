// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace signalbox {

/// An answer as it goes out.
struct WireResponse
{
    int status = 0;
    QByteArray head; ///< status line and headers with the empty line
    QByteArray body; ///< empty for HEAD, 204 and 304
    bool closes = false; ///< `Connection: close` was said
};

} // namespace signalbox
