// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>

namespace signalbox {

/// A body too large to be held: read piece by piece while it is sent, on the event thread.
class BodySource
{
public:
    virtual ~BodySource() = default;

    /// Of all of it; never changes.
    virtual qint64 size() const = 0;
    /// The next piece, at most that long; empty at the end, and before it when it cannot be read any more.
    virtual QByteArray read(qint64 most) = 0;
};

/// An answer as it goes out.
struct WireResponse
{
    int status = 0;
    QByteArray head; ///< status line and headers with the empty line
    QByteArray body; ///< empty for HEAD, 204 and 304
    std::shared_ptr<BodySource> source; ///< instead of `body`
    bool closes = false; ///< `Connection: close` was said
};

} // namespace signalbox
