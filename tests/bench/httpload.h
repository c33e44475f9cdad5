// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <chrono>
#include <functional>
#include <vector>

namespace signalbox {

/// What one stretch of load came to.
struct LoadResult
{
    double requestsPerSecond = 0;
    std::vector<double> micros; ///< of every answer, from its request's first byte to its last
    qint64 failures = 0; ///< answers whose status was not 200
    qint64 answerBytes = 0; ///< head and body of the last answer

    /// `share` 0.99 is the 99th of a hundred. Sorts.
    double percentile(double share);
};

/// One request on a connection of its own; the whole answer.
QByteArray ask(quint16 port, const QByteArray &request);

/// `connections` clients that keep their connection and ask again as soon as they have their answer, on one
/// thread, for that long. `next` makes each request, head and all. Ends the program when it cannot connect.
LoadResult load(quint16 port, int connections, std::chrono::milliseconds duration,
    const std::function<QByteArray()> &next);

} // namespace signalbox
