// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QByteArray>
#include <QHash>

#include <list>
#include <optional>

namespace signalbox {

/// Bodies by key, the least recently used thrown out above `maximumBytes`. Event thread only.
class MemoryCache
{
public:
    MemoryCache(const Clock &clock, qint64 maximumBytes);

    /// None when it is not there or has run out.
    std::optional<QByteArray> find(const QByteArray &key);
    void store(const QByteArray &key, const QByteArray &value, std::chrono::milliseconds timeToLive);

    qint64 bytes() const { return m_bytes; }
    qsizetype count() const { return m_index.size(); }

private:
    struct Entry
    {
        QByteArray key;
        QByteArray value;
        std::chrono::microseconds expiresAt {};

        qint64 bytes() const { return key.size() + value.size() + 128; }
    };
    using Entries = std::list<Entry>; // most recently used first

    void drop(Entries::iterator entry);

    const Clock &m_clock;
    qint64 m_maximumBytes;
    qint64 m_bytes = 0;
    Entries m_entries;
    QHash<QByteArray, Entries::iterator> m_index;
};

} // namespace signalbox
