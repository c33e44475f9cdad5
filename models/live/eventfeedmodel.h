// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/live/livefilter.h"
#include "models/live/livering.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <array>
#include <bitset>
#include <functional>
#include <limits>

namespace signalbox {

/// A row of the event table: one record, or the records of one kind in one second when there are too many to
/// read.
struct LiveRow
{
    quint64 first = 0;
    quint64 last = 0;
    int count = 1; ///< records behind it, also those that have left the recording since
    bool isGroup = false;
    bool isOpen = false; ///< a group whose records are listed under it
    bool isChild = false;
};

/// The recording as a table, oldest first (ux §12.3): new rows come at its end, the oldest leave at its
/// front, and nothing between them moves.
///
/// More than 200 matching events in a second are one row a kind from there on (ux §10 L10). Paused, rows
/// wait; the recording goes on. What is being read (setHold) stays until twice the capacity has come.
class EventFeedModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        Time,
        Kind,
        Who,
        Change,
        Setter,
        Latency,
        ColumnCount
    };

    static constexpr int EventsASecond = 200; ///< above, rows are aggregated

    explicit EventFeedModel(
        LeadNames &names, int capacity = LiveRing::DefaultCapacity, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    /// DisplayRole: the values by their wire names, for tests and assistive tools; views ask row().
    QVariant data(const QModelIndex &index, int role) const override;

    const LiveRing &ring() const { return m_ring; }
    const LiveRow &row(int row) const { return m_rows[size_t(row)]; }
    /// The record of a row; null for a group.
    const LiveRecord *record(int row) const;
    /// The first row that shows `serial` or a later record; rowCount() if none does.
    int rowOf(quint64 serial) const;

    /// One transaction, however many there are.
    void append(std::vector<LiveRecord> records);
    void clear();

    void setFilter(const LiveFilter &filter);
    void setKinds(std::bitset<LiveKindCount> kinds);
    std::bitset<LiveKindCount> kinds() const { return m_kinds; }
    /// Records that match, shown or held.
    int matchCount() const { return m_matches; }
    bool isFiltering() const { return !m_filter.isEmpty() || !m_kinds.all(); }
    /// Calls `take(serial, record)` for each that matches, oldest first.
    void forEachMatch(const std::function<void(quint64, const LiveRecord &)> &take) const;

    void setPaused(bool isPaused);
    bool isPaused() const { return m_isPaused; }
    int held() const { return m_held; } ///< matching records that came during the pause

    /// The first record being read; what comes after it is kept longer. None: nobody reads.
    void setHold(std::optional<quint64> serial);
    void setExpanded(int row, bool isExpanded);

Q_SIGNALS:
    void recorded(); ///< figures and the recording moved, also when no row did
    void rowsAppended(int count); ///< at the end; 0 when only groups grew
    void pausedChanged();

private:
    struct Run
    {
        int first = 0;
        int count = 0;
    };

    bool isMatch(const LiveRecord &record) const;
    void wantNames();
    void refilter();
    void onNamesChanged();
    void showUpTo(quint64 end);
    void beginSecond(qint64 second);
    void place(quint64 serial, std::vector<LiveRow> &rows, int &firstGrown);
    LiveRow &rowAt(qsizetype row, std::vector<LiveRow> &added);
    void closeGroups() { m_groups.fill(-1); }
    void trim();
    std::vector<Run> expiredRuns(quint64 first) const;
    QString text(const LiveRow &row, int column) const;

    LeadNames &m_names;
    LiveRing m_ring;
    LiveFilter m_filter;
    std::bitset<LiveKindCount> m_kinds;
    std::deque<LiveRow> m_rows;
    quint64 m_shownEnd = 1; ///< the first record that has not been looked at for a row
    std::array<qsizetype, LiveKindCount> m_groups; ///< rows that still grow; -1: none
    qint64 m_second = 0;
    int m_inSecond = 0;
    bool m_isAggregating = false;
    int m_matches = 0;
    int m_held = 0;
    bool m_isPaused = false;
    quint64 m_hold = std::numeric_limits<quint64>::max();
    QTimer m_namesRest; ///< names come in a row: one look for all
};

} // namespace signalbox
