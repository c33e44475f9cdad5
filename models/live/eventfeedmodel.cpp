// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/eventfeedmodel.h"

#include "models/live/leadnames.h"

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace {

qint64 secondOf(const LiveRecord &record)
{
    return floor<seconds>(record.at.time_since_epoch()).count();
}

/// Gaps, resyncs and states are rare and each says something of its own.
bool canBeAggregated(LiveKind kind)
{
    return kind <= LiveKind::Heartbeat;
}

} // namespace

EventFeedModel::EventFeedModel(LeadNames &names, int capacity, QObject *parent)
    : QAbstractTableModel(parent)
    , m_names(names)
    , m_ring(capacity)
{
    m_kinds.set();
    closeGroups();
    m_namesRest.setSingleShot(true);
    m_namesRest.setInterval(300ms);
    connect(&names, &LeadNames::changed, this, &EventFeedModel::onNamesChanged);
    connect(&m_namesRest, &QTimer::timeout, this, &EventFeedModel::refilter);
}

int EventFeedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int EventFeedModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EventFeedModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    return text(m_rows[size_t(index.row())], index.column());
}

QString EventFeedModel::text(const LiveRow &row, int column) const
{
    const LiveRecord &record = m_ring.at(std::max(row.first, m_ring.first()));
    const LeadEvent *lead = record.lead.get();
    switch (column) {
    case Time:
        return toIso(record.at);
    case Kind:
        return wireName(record.kind);
    case Who: {
        if (row.isGroup || !lead)
            return {};
        const QString name = m_names.known(lead->lead);
        return name.isEmpty() ? lead->lead.toString() : name;
    }
    case Change: {
        if (row.isGroup)
            return QString::number(row.count);
        QStringList changes;
        for (const LeadFieldChange &change : changesOf(record))
            changes.append(u"%1: %2 -> %3"_s.arg(change.field, change.before, change.after));
        return changes.isEmpty() ? record.text : changes.join(u"; "_s);
    }
    case Setter:
        return row.isGroup || !lead || !lead->assignedTo ? QString() : m_names.knownUser(*lead->assignedTo);
    case Latency:
        return row.isGroup || !record.latency ? QString() : QString::number(record.latency->count());
    default:
        return {};
    }
}

const LiveRecord *EventFeedModel::record(int row) const
{
    if (row < 0 || row >= rowCount())
        return nullptr;
    const LiveRow &shown = m_rows[size_t(row)];
    return shown.isGroup ? nullptr : &m_ring.at(shown.first);
}

int EventFeedModel::rowOf(quint64 serial) const
{
    // The rows of an open group interleave with later ones: only a single row answers for sure.
    int best = rowCount();
    for (int i = 0; i < rowCount(); ++i) {
        const LiveRow &row = m_rows[size_t(i)];
        if (!row.isGroup && row.first == serial)
            return i;
        if (best == rowCount() && row.last >= serial)
            best = i;
        if (row.first > serial && !row.isChild)
            break;
    }
    return best;
}

bool EventFeedModel::isMatch(const LiveRecord &record) const
{
    return m_kinds.test(size_t(record.kind)) && m_filter.matches(record, m_names);
}

void EventFeedModel::append(std::vector<LiveRecord> records)
{
    if (records.empty())
        return;
    for (LiveRecord &record : records) {
        record.isMatch = isMatch(record);
        m_matches += record.isMatch ? 1 : 0;
        m_held += record.isMatch && m_isPaused ? 1 : 0;
        m_ring.append(std::move(record));
    }
    if (!m_isPaused)
        showUpTo(m_ring.end());
    trim();
    Q_EMIT recorded();
}

void EventFeedModel::clear()
{
    beginResetModel();
    m_ring.clear();
    m_rows.clear();
    m_shownEnd = m_ring.end();
    m_matches = 0;
    m_held = 0;
    m_second = 0;
    m_inSecond = 0;
    m_isAggregating = false;
    m_hold = std::numeric_limits<quint64>::max();
    closeGroups();
    endResetModel();
    Q_EMIT recorded();
}

void EventFeedModel::setFilter(const LiveFilter &filter)
{
    m_filter = filter;
    refilter();
}

void EventFeedModel::setKinds(std::bitset<LiveKindCount> kinds)
{
    if (m_kinds == kinds)
        return;
    m_kinds = kinds;
    refilter();
}

void EventFeedModel::onNamesChanged()
{
    if (m_filter.needsNames())
        m_namesRest.start();
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, Who), index(rowCount() - 1, Setter));
}

void EventFeedModel::wantNames()
{
    // The newest alone: more than the names that are remembered would be asked for again and again.
    constexpr quint64 NewestAtMost = 8'000;
    const quint64 end = m_ring.end();
    for (quint64 serial = std::max(m_ring.first(), end - std::min(end, NewestAtMost)); serial < end;
         ++serial) {
        const auto &lead = m_ring.at(serial).lead;
        if (!lead)
            continue;
        m_names.want(lead->lead);
        if (lead->assignedTo)
            m_names.wantUser(*lead->assignedTo);
    }
}

void EventFeedModel::refilter()
{
    if (m_filter.needsNames())
        wantNames();
    beginResetModel();
    m_matches = 0;
    m_held = 0;
    for (quint64 serial = m_ring.first(); serial < m_ring.end(); ++serial) {
        const bool matches = isMatch(m_ring.at(serial));
        m_ring.setMatch(serial, matches);
        m_matches += matches ? 1 : 0;
        m_held += matches && m_isPaused && serial >= m_shownEnd ? 1 : 0;
    }
    const quint64 end = m_isPaused ? m_shownEnd : m_ring.end();
    m_rows.clear();
    m_second = 0;
    m_inSecond = 0;
    m_isAggregating = false;
    closeGroups();
    std::vector<LiveRow> rows;
    int firstGrown = 0;
    for (quint64 serial = m_ring.first(); serial < end; ++serial) {
        if (m_ring.at(serial).isMatch)
            place(serial, rows, firstGrown);
    }
    m_rows.assign(rows.begin(), rows.end());
    m_shownEnd = end;
    endResetModel();
    Q_EMIT recorded();
}

void EventFeedModel::showUpTo(quint64 end)
{
    std::vector<LiveRow> added;
    int firstGrown = rowCount();
    for (quint64 serial = std::max(m_shownEnd, m_ring.first()); serial < end; ++serial) {
        if (m_ring.at(serial).isMatch)
            place(serial, added, firstGrown);
    }
    m_shownEnd = end;
    const int before = rowCount();
    if (!added.empty()) {
        beginInsertRows({}, before, before + int(added.size()) - 1);
        m_rows.insert(m_rows.end(), added.begin(), added.end());
        endInsertRows();
    }
    if (firstGrown < before)
        Q_EMIT dataChanged(index(firstGrown, 0), index(before - 1, ColumnCount - 1));
    Q_EMIT rowsAppended(int(added.size()));
}

void EventFeedModel::beginSecond(qint64 second)
{
    m_isAggregating = m_inSecond > EventsASecond && second <= m_second + 1;
    m_second = second;
    m_inSecond = 0;
    closeGroups();
}

void EventFeedModel::place(quint64 serial, std::vector<LiveRow> &added, int &firstGrown)
{
    const LiveRecord &record = m_ring.at(serial);
    const qint64 second = secondOf(record);
    if (second != m_second)
        beginSecond(second);
    if (++m_inSecond > EventsASecond)
        m_isAggregating = true;
    if (!m_isAggregating || !canBeAggregated(record.kind)) {
        added.push_back({.first = serial, .last = serial});
        return;
    }
    qsizetype &group = m_groups[size_t(record.kind)];
    if (group < 0) {
        group = qsizetype(m_rows.size() + added.size());
        added.push_back({.first = serial, .last = serial, .count = 0, .isGroup = true});
    }
    if (group < qsizetype(m_rows.size()))
        firstGrown = std::min(firstGrown, int(group));
    LiveRow &row = rowAt(group, added);
    row.last = serial;
    ++row.count;
}

LiveRow &EventFeedModel::rowAt(qsizetype row, std::vector<LiveRow> &added)
{
    const auto shown = qsizetype(m_rows.size());
    return row < shown ? m_rows[size_t(row)] : added[size_t(row - shown)];
}

void EventFeedModel::forEachMatch(const std::function<void(quint64, const LiveRecord &)> &take) const
{
    for (quint64 serial = m_ring.first(); serial < m_ring.end(); ++serial) {
        if (const LiveRecord &record = m_ring.at(serial); record.isMatch)
            take(serial, record);
    }
}

void EventFeedModel::setPaused(bool isPaused)
{
    if (m_isPaused == isPaused)
        return;
    m_isPaused = isPaused;
    m_held = 0;
    if (!isPaused)
        showUpTo(m_ring.end());
    Q_EMIT pausedChanged();
    Q_EMIT recorded();
}

void EventFeedModel::setHold(std::optional<quint64> serial)
{
    m_hold = serial.value_or(std::numeric_limits<quint64>::max());
}

void EventFeedModel::setExpanded(int row, bool isExpanded)
{
    if (row < 0 || row >= rowCount() || !m_rows[size_t(row)].isGroup
        || m_rows[size_t(row)].isOpen == isExpanded)
        return;
    closeGroups(); // rows behind it move: what comes next begins groups of its own
    LiveRow &group = m_rows[size_t(row)];
    const auto begin = m_rows.begin() + row + 1;
    if (!isExpanded) {
        const auto end = std::find_if(begin, m_rows.end(), [](const LiveRow &one) { return !one.isChild; });
        group.isOpen = false;
        if (const auto count = end - begin; count > 0) {
            beginRemoveRows({}, row + 1, row + int(count));
            m_rows.erase(begin, end);
            endRemoveRows();
        }
    } else {
        std::vector<LiveRow> children;
        const quint64 first = std::max(group.first, m_ring.first());
        const LiveKind kind = m_ring.at(std::max(group.last, first)).kind;
        for (quint64 serial = first; serial <= group.last; ++serial) {
            const LiveRecord &record = m_ring.at(serial);
            if (record.isMatch && record.kind == kind)
                children.push_back({.first = serial, .last = serial, .isChild = true});
        }
        group.isOpen = true;
        if (!children.empty()) {
            beginInsertRows({}, row + 1, row + int(children.size()));
            m_rows.insert(begin, children.begin(), children.end());
            endInsertRows();
        }
    }
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void EventFeedModel::trim()
{
    const quint64 first = m_ring.trimTarget(m_hold);
    if (first == m_ring.first())
        return;
    for (quint64 serial = m_ring.first(); serial < first; ++serial) {
        const bool matched = m_ring.at(serial).isMatch;
        m_matches -= matched ? 1 : 0;
        m_held -= matched && m_isPaused && serial >= m_shownEnd ? 1 : 0;
    }
    // From the back, so that the runs before stay where they are.
    const std::vector<Run> runs = expiredRuns(first);
    for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
        beginRemoveRows({}, run->first, run->first + run->count - 1);
        const auto begin = m_rows.begin() + run->first;
        m_rows.erase(begin, begin + run->count);
        for (qsizetype &group : m_groups) {
            if (group >= run->first + run->count)
                group -= run->count;
            else if (group >= run->first)
                group = -1;
        }
        endRemoveRows();
    }
    m_ring.trimTo(first);
    m_shownEnd = std::max(m_shownEnd, first);
}

std::vector<EventFeedModel::Run> EventFeedModel::expiredRuns(quint64 first) const
{
    std::vector<Run> runs;
    for (int i = 0; i < rowCount(); ++i) {
        const LiveRow &row = m_rows[size_t(i)];
        if (row.first >= first && !row.isChild)
            break;
        if (row.last >= first)
            continue;
        if (!runs.empty() && runs.back().first + runs.back().count == i)
            ++runs.back().count;
        else
            runs.push_back({i, 1});
    }
    return runs;
}

} // namespace signalbox
