// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/realtime/feedposition.h"

#include <QHash>
#include <QString>

namespace signalbox {

/// Where clients stood that went without a word, for those that cannot say so themselves (realtime §3.5): a
/// heartbeat acknowledges all that was sent before the previous one's reply.
///
/// Kept in this process only: after a restart, or on another instance, a stock client reads again, as its
/// SUBSCRIBED asks it to. A client that sends `resume` needs no ledger.
class ResumeLedger
{
public:
    /// Whose position: the client's own id, or its session, with the person. Empty user or name: nobody's.
    struct Key
    {
        QString client;
        QString topic;

        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed = 0)
        {
            return qHashMulti(seed, key.client, key.topic);
        }
    };
    struct Position
    {
        QByteArray epoch;
        FeedPosition at;
    };

    ResumeLedger(const Clock &clock, std::chrono::milliseconds kept)
        : m_clock(clock)
        , m_kept(kept)
    { }

    /// Nothing is kept for an empty client.
    void keep(const Key &key, const Position &position);
    /// The position, once.
    std::optional<Position> take(const Key &key);
    /// Drops what is too old.
    void prune();
    qsizetype size() const { return m_entries.size(); }

private:
    struct Entry
    {
        Position position;
        std::chrono::microseconds keptAt {};
    };
    static constexpr qsizetype MostKept = 100'000;

    bool isOver(const Entry &entry) const { return m_clock.elapsed() - entry.keptAt >= m_kept; }

    const Clock &m_clock;
    std::chrono::milliseconds m_kept;
    QHash<Key, Entry> m_entries;
};

} // namespace signalbox
