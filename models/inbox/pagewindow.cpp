// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inbox/pagewindow.h"

#include <algorithm>

namespace signalbox {

PageWindow::PageWindow(PageWindowObserver &observer)
    : m_observer(observer)
{ }

void PageWindow::reset(InboxSort order)
{
    m_segments.clear();
    m_order = order;
    m_total.reset();
    m_tail.reset();
    restart();
}

int PageWindow::segmentIndexAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return -1;
    const auto behind = std::upper_bound(m_starts.begin(), m_starts.end(), row);
    return static_cast<int>(behind - m_starts.begin()) - 1;
}

int PageWindow::indexOf(quint32 id) const
{
    const auto found
        = std::ranges::find_if(m_segments, [&](const PageSegment &segment) { return segment.id == id; });
    return found == m_segments.end() ? -1 : static_cast<int>(found - m_segments.begin());
}

const PageSegment *PageWindow::pageAt(int index) const
{
    if (index < 0 || index >= static_cast<int>(m_segments.size()))
        return nullptr;
    const PageSegment &segment = m_segments[static_cast<size_t>(index)];
    return segment.isPage ? &segment : nullptr;
}

const Conversation *PageWindow::at(int row) const
{
    const PageSegment *page = pageAt(segmentIndexAt(row));
    if (!page || page->rows.isEmpty())
        return nullptr;
    return &page->rows.at(row - m_starts[static_cast<size_t>(segmentIndexAt(row))]);
}

int PageWindow::rowOf(LeadId lead) const
{
    for (size_t i = 0; i < m_segments.size(); ++i) {
        const QList<Conversation> &rows = m_segments[i].rows;
        for (qsizetype k = 0; k < rows.size(); ++k)
            if (rows.at(k).lead.id == lead)
                return m_starts[i] + static_cast<int>(k);
    }
    return -1;
}

bool PageWindow::hasFailedAt(int row) const
{
    const int index = segmentIndexAt(row);
    return index >= 0 && m_segments[static_cast<size_t>(index)].hasFailed;
}

std::optional<Instant> PageWindow::dateNear(int row) const
{
    if (const Conversation *conversation = at(row))
        return conversation->updatedAt;
    const int index = segmentIndexAt(row);
    if (index < 0)
        return std::nullopt;
    const PageSegment &segment = m_segments[static_cast<size_t>(index)];
    return segment.isPage ? std::optional(segment.firstDate) : estimateDate(index, row);
}

std::optional<Instant> PageWindow::estimateDate(int index, int row) const
{
    if (m_order != InboxSort::Recent && m_order != InboxSort::Oldest)
        return std::nullopt;
    const PageSegment *before = pageAt(index - 1);
    const PageSegment *after = pageAt(index + 1);
    const std::optional<Instant> tail = after ? std::optional(after->firstDate) : m_tail;
    if (!before || !tail)
        return std::nullopt;
    const auto start = static_cast<size_t>(index);
    const double share = (row - m_starts[start] + 0.5) / m_segments[start].count;
    const auto span = *tail - before->lastDate;
    return before->lastDate
        + Instant::duration(static_cast<qint64>(share * static_cast<double>(span.count())));
}

void PageWindow::restart()
{
    m_starts.resize(m_segments.size() + 1);
    int row = 0;
    for (size_t i = 0; i < m_segments.size(); ++i) {
        m_starts[i] = row;
        row += m_segments[i].count;
    }
    m_starts.back() = row;
}

// Two steps, each true to what it announces: first rows that nobody has read appear, or rows disappear, at
// one end of the stretch; then the stretch takes its new content in place.
void PageWindow::splice(int index, int removed, std::vector<PageSegment> added, bool growsAtFront)
{
    const int start = m_starts[static_cast<size_t>(index)];
    const int oldCount = m_starts[static_cast<size_t>(index + removed)] - start;
    int newCount = 0;
    for (const PageSegment &segment : added)
        newCount += segment.count;
    const int end = growsAtFront ? start : start + std::min(oldCount, newCount);
    if (newCount > oldCount) {
        m_observer.aboutToInsert(end, end + newCount - oldCount - 1);
        m_segments.insert(
            m_segments.begin() + (growsAtFront ? index : index + removed), gapSegment(newCount - oldCount));
        ++removed;
        restart();
        m_observer.inserted();
    } else if (newCount < oldCount) {
        m_observer.aboutToRemove(end, end + oldCount - newCount - 1);
        trim(index, removed, oldCount - newCount, growsAtFront);
        m_observer.removed();
    }
    m_segments.erase(m_segments.begin() + index, m_segments.begin() + index + removed);
    m_segments.insert(m_segments.begin() + index, std::make_move_iterator(added.begin()),
        std::make_move_iterator(added.end()));
    restart();
    if (newCount > 0)
        m_observer.changed(start, start + newCount - 1);
}

/// Takes `count` rows from one end of the stretch of `length` segments at `index`; emptied segments stay.
void PageWindow::trim(int index, int length, int count, bool atFront)
{
    for (int i = 0; i < length && count > 0; ++i) {
        PageSegment &segment = m_segments[static_cast<size_t>(atFront ? index + i : index + length - 1 - i)];
        const int taken = std::min(count, segment.count);
        if (!segment.rows.isEmpty())
            segment.rows.remove(atFront ? 0 : segment.rows.size() - taken, taken);
        segment.count -= taken;
        count -= taken;
    }
    restart();
}

PageSegment PageWindow::pageSegment(const PagePosition &origin, const InboxPage &page)
{
    PageSegment segment;
    segment.id = m_nextId++;
    segment.isPage = true;
    segment.cursor = origin.cursor.toLatin1();
    segment.direction = origin.direction;
    segment.at = origin.at;
    segment.next = page.nextCursor.toLatin1();
    segment.previous = page.prevCursor.toLatin1();
    segment.rows = page.rows;
    cutOverlap(segment, nullptr, nullptr, m_order); // counts and dates
    return segment;
}

PageSegment PageWindow::gapSegment(int count)
{
    PageSegment segment;
    segment.id = m_nextId++;
    segment.count = count;
    return segment;
}

void PageWindow::setTotal(std::optional<int> total)
{
    const bool byDate = m_order == InboxSort::Recent || m_order == InboxSort::Oldest;
    m_total = byDate ? total : std::nullopt; // a place nobody can jump to is no use on a scroll bar
    fitToTotal();
}

void PageWindow::resizeGap(int index, int count)
{
    PageSegment resized = m_segments[static_cast<size_t>(index)];
    if (resized.count == count)
        return;
    resized.count = count;
    splice(index, 1, {std::move(resized)});
}

void PageWindow::fitToTotal()
{
    if (m_segments.empty())
        return;
    if (m_segments.back().isPage && !m_segments.back().next.isEmpty())
        splice(static_cast<int>(m_segments.size()), 0, {gapSegment(1)});
    int widest
        = -1; // the gap behind the last page, else the widest: where the error of an estimate hurts least
    for (int i = 0; i < static_cast<int>(m_segments.size()); ++i) {
        const PageSegment &segment = m_segments[static_cast<size_t>(i)];
        const bool isLast = i + 1 == static_cast<int>(m_segments.size());
        if (!segment.isPage
            && (isLast || widest < 0 || segment.count > m_segments[static_cast<size_t>(widest)].count))
            widest = i;
    }
    if (widest < 0)
        return;
    const int known = rowCount() - m_segments[static_cast<size_t>(widest)].count;
    const bool isTrailing = widest + 1 == static_cast<int>(m_segments.size());
    if (m_total)
        resizeGap(widest, std::max(*m_total - known, 1));
    else if (isTrailing)
        resizeGap(widest, PageSize);
}

void PageWindow::markFailed(const PageWish &wish)
{
    int index = indexOf(wish.segment);
    if (wish.kind == PageWish::Kind::After)
        ++index;
    else if (wish.kind == PageWish::Kind::Before)
        --index;
    else if (wish.kind == PageWish::Kind::Tail || index < 0)
        return;
    if (index < 0 || index >= static_cast<int>(m_segments.size()))
        return;
    m_segments[static_cast<size_t>(index)].hasFailed = true;
    const auto at = static_cast<size_t>(index);
    if (m_segments[at].count > 0)
        m_observer.changed(m_starts[at], m_starts[at + 1] - 1);
}

void PageWindow::clearFailures()
{
    for (size_t i = 0; i < m_segments.size(); ++i) {
        if (!m_segments[i].hasFailed)
            continue;
        m_segments[i].hasFailed = false;
        if (m_segments[i].count > 0)
            m_observer.changed(m_starts[i], m_starts[i + 1] - 1);
    }
}

void PageWindow::evictFarFrom(int first, int last)
{
    std::vector<std::pair<int, size_t>> loaded; // distance in rows, index
    for (size_t i = 1; i < m_segments.size(); ++i) {
        if (!m_segments[i].isLoaded())
            continue;
        const int distance = std::max({m_starts[i] - last, first - m_starts[i + 1] + 1, 0});
        loaded.emplace_back(distance, i);
    }
    std::ranges::sort(loaded);
    int kept = 0; // in rows: pages that were split are many and small
    for (const auto &[distance, i] : loaded) {
        kept += m_segments[i].count;
        // What is wanted ahead must stay, or it would be read again at once.
        if (kept <= MaxLoadedPages * PageSize || distance <= 2 * PageSize)
            continue;
        m_segments[i].rows = {};
        m_observer.changed(m_starts[i], m_starts[i + 1] - 1);
    }
}

void PageWindow::update(const QList<Conversation> &rows)
{
    for (const Conversation &row : rows) {
        const int at = rowOf(row.lead.id);
        if (at < 0 || *this->at(at) == row)
            continue;
        const auto index = static_cast<size_t>(segmentIndexAt(at));
        m_segments[index].rows[at - m_starts[index]] = row;
        m_observer.updated(at);
    }
}

void PageWindow::remove(const QSet<LeadId> &leads)
{
    for (const LeadId &lead : leads) {
        const int row = rowOf(lead);
        if (row < 0)
            continue;
        const auto index = static_cast<size_t>(segmentIndexAt(row));
        m_observer.aboutToRemove(row, row);
        // An emptied page stays: its cursors still join its neighbours.
        m_segments[index].rows.removeAt(row - m_starts[index]);
        --m_segments[index].count;
        restart();
        m_observer.removed();
    }
}

} // namespace signalbox
