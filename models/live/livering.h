// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/live/liverecord.h"

#include <QHash>
#include <QSet>

#include <deque>
#include <vector>

namespace signalbox {

/// The recording: the newest records, each under a number that is never used again, and how many there were
/// in each second.
///
/// Texts that repeat (status, sentiment) are kept once. A record knows the event before it of its lead while
/// that is in the recording.
class LiveRing
{
public:
    struct Second
    {
        qint64 second = 0; ///< since 1970
        int count = 0;
    };

    static constexpr int DefaultCapacity = 50'000;

    explicit LiveRing(int capacity = DefaultCapacity);

    int capacity() const { return m_capacity; }
    int size() const { return int(m_records.size()); }
    qint64 bytes() const { return m_bytes; }
    quint64 first() const { return m_first; }
    quint64 end() const { return m_first + m_records.size(); }
    const LiveRecord &at(quint64 serial) const;
    /// Sets what the model keeps on a record. True: it was the other way.
    bool setMatch(quint64 serial, bool isMatch);

    void append(LiveRecord record);
    /// The first record that may stay: all but the newest `capacity` go, those from `hold` on only once twice
    /// as many are here.
    quint64 trimTarget(quint64 hold) const;
    void trimTo(quint64 first);
    void clear();

    /// The first record that arrived at `at` or later; end() if none did.
    quint64 serialAt(Instant at) const;
    /// In order; seconds without a record are left out.
    const std::deque<Second> &seconds() const { return m_seconds; }

private:
    QString shared(const QString &text);

    int m_capacity;
    qint64 m_bytes = 0;
    quint64 m_first = 1;
    std::deque<LiveRecord> m_records;
    std::deque<Second> m_seconds;
    QHash<LeadId, std::shared_ptr<const LeadEvent>> m_newest;
    QSet<QString> m_texts;
};

} // namespace signalbox
