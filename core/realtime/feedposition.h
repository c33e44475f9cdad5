// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <compare>
#include <optional>

namespace signalbox {

/// Where a change stands in the feed: the end of its commit in the write-ahead log, and its place in that
/// commit (realtime §3.5). The same on every instance that reads one database.
struct FeedPosition
{
    quint64 lsn = 0;
    quint32 ordinal = 0;

    auto operator<=>(const FeedPosition &) const = default;

    /// `00000000016b3748.00000003`: of fixed width, so that texts compare as the positions do.
    QByteArray toText() const;
    /// Exactly that form, in lower case.
    static std::optional<FeedPosition> parse(QByteArrayView text);
};

} // namespace signalbox
