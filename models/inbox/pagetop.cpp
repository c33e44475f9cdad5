// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// PageWindow: comparing and replacing the beginning of the list.
#include "models/inbox/pagewindow.h"

#include <algorithm>

namespace signalbox {

namespace {

/// Positions in `values` of a longest increasing subsequence: the rows that kept their order.
std::vector<size_t> longestIncreasing(const std::vector<int> &values)
{
    std::vector<size_t> ends; // ends[n]: where the best sequence of length n + 1 ends
    std::vector<size_t> previous(values.size());
    for (size_t i = 0; i < values.size(); ++i) {
        const auto spot
            = std::ranges::lower_bound(ends, values[i], {}, [&](size_t at) { return values[at]; });
        previous[i] = spot == ends.begin() ? i : *(spot - 1);
        if (spot == ends.end())
            ends.push_back(i);
        else
            *spot = i;
    }
    std::vector<size_t> sequence(ends.size());
    size_t at = ends.empty() ? 0 : ends.back();
    for (size_t n = ends.size(); n-- > 0; at = previous[at])
        sequence[n] = at;
    return sequence;
}

} // namespace

/// Whether a row nobody has seen lies behind those that were read: others left, and it moved up to the page.
bool PageWindow::follows(const QList<Conversation> &old, const Conversation &row) const
{
    const auto isBefore
        = [](const Conversation &a, const Conversation &b) { return a.updatedAt < b.updatedAt; };
    if (old.isEmpty() || (m_order != InboxSort::Recent && m_order != InboxSort::Oldest))
        return false;
    return m_order == InboxSort::Recent ? row.updatedAt < std::ranges::min(old, isBefore).updatedAt
                                        : row.updatedAt > std::ranges::max(old, isBefore).updatedAt;
}

/// How many of the old rows a newer first page stands for, by their dates: up to the first that is not in it
/// and lies behind its end. One before its end that is not in it has left.
int PageWindow::coveredByDate(
    const QList<Conversation> &old, const InboxPage &page, const QSet<LeadId> &fresh) const
{
    if (page.rows.isEmpty())
        return 0;
    const Instant end = page.rows.constLast().updatedAt;
    const auto isBehind = [&](const Conversation &row) {
        const bool isLater = m_order == InboxSort::Recent ? row.updatedAt <= end : row.updatedAt >= end;
        return isLater && !fresh.contains(row.lead.id);
    };
    return static_cast<int>(std::ranges::find_if(old, isBehind) - old.begin());
}

QList<Conversation> PageWindow::leadingRows() const
{
    QList<Conversation> rows;
    for (const PageSegment &segment : m_segments) {
        if (!segment.isLoaded() || rows.size() >= 2 * PageSize)
            break;
        rows += segment.rows;
    }
    return rows;
}

PageWindow::TopChange PageWindow::compareTop(const InboxPage &page) const
{
    const QList<Conversation> old = leadingRows();
    QHash<LeadId, int> oldIndex;
    for (int i = 0; i < static_cast<int>(old.size()); ++i)
        oldIndex.insert(old.at(i).lead.id, i);
    TopChange change;
    QSet<LeadId> fresh;
    std::vector<int> common;
    for (const Conversation &row : page.rows) {
        fresh.insert(row.lead.id);
        if (const auto known = oldIndex.constFind(row.lead.id); known != oldIndex.constEnd())
            common.push_back(*known);
        else if (rowOf(row.lead.id) >= 0)
            ++change.moved;
        else if (!follows(old, row))
            ++change.inserted;
    }
    const std::vector<size_t> kept = longestIncreasing(common);
    change.moved += static_cast<int>(common.size() - kept.size());
    if (m_order == InboxSort::Recent || m_order == InboxSort::Oldest)
        change.covered = coveredByDate(old, page, fresh);
    else if (!kept.empty())
        change.covered = common[kept.back()] + 1;
    if (page.nextCursor.isEmpty())
        change.covered = static_cast<int>(old.size()); // the whole list fits the page
    for (int i = 0; i < change.covered; ++i)
        if (!fresh.contains(old.at(i).lead.id))
            change.left.insert(old.at(i).lead.id);
    return change;
}

void PageWindow::replaceTop(const InboxPage &page)
{
    const TopChange change = compareTop(page);
    const QList<Conversation> old = leadingRows();
    QSet<LeadId> further; // rows of the new page that are known from below what it replaces
    for (const Conversation &row : page.rows)
        further.insert(row.lead.id);
    for (int i = 0; i < change.covered; ++i)
        further.remove(old.at(i).lead.id);
    remove(further);

    std::vector<PageSegment> added;
    added.push_back(pageSegment({}, page));
    const QByteArray next = added.front().next;
    int covered = change.covered;
    int dropped = 0;
    while (dropped < static_cast<int>(m_segments.size()) && covered > 0
        && m_segments[static_cast<size_t>(dropped)].count <= covered)
        covered -= m_segments[static_cast<size_t>(dropped++)].count;
    if (next.isEmpty()) {
        dropped = static_cast<int>(m_segments.size());
    } else if (covered > 0) {
        PageSegment rest = m_segments[static_cast<size_t>(dropped++)];
        rest.rows.remove(0, covered);
        rest.count -= covered;
        rest.cursor = next;
        rest.direction = PagePosition::Direction::Next;
        rest.at.reset();
        cutOverlap(rest, nullptr, nullptr, m_order); // its dates
        added.push_back(std::move(rest));
    } else if (change.covered == 0 && hasFirstPage()) {
        // More came than a page holds: how much lies between is not known yet.
        PageSegment &first = m_segments.front();
        first.at = first.firstDate;
        added.push_back(gapSegment(PageSize));
    }
    splice(0, dropped, std::move(added), true);
    fitToTotal();
}

} // namespace signalbox
