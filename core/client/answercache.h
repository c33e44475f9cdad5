// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <list>
#include <optional>

namespace signalbox {

/// Answers kept under their ETags, least recently used first to go. Memory only (DESIGN D8); cleared when the
/// person changes.
class AnswerCache
{
public:
    struct Entry
    {
        QByteArray etag;
        QByteArray body;
        QByteArray contentType;
    };

    explicit AnswerCache(int maximumEntries = 100, qsizetype maximumBytes = 8 << 20);

    /// Marks it as used.
    std::optional<Entry> find(const QString &key);
    /// An entry larger than a quarter of the whole is not kept.
    void insert(const QString &key, Entry entry);
    void remove(const QString &key);
    void clear();

    qsizetype entries() const { return m_index.size(); }
    qsizetype bytes() const { return m_bytes; }

private:
    using Items = std::list<std::pair<QString, Entry>>;

    static qsizetype sizeOf(const Items::value_type &item);

    int m_maximumEntries;
    qsizetype m_maximumBytes;
    qsizetype m_bytes = 0;
    Items m_items; // most recently used first
    QHash<QString, Items::iterator> m_index;
};

} // namespace signalbox
