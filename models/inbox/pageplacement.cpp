// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// PageWindow: what to ask for, and where the answers go.
#include "models/inbox/pagewindow.h"

#include <algorithm>

namespace signalbox {

QList<PageWish> PageWindow::wishes(int first, int last, int direction) const
{
    if (m_segments.empty())
        return {{.kind = PageWish::Kind::First, .limit = PageSize}};
    const int ahead = 2 * PageSize;
    const int from = std::max(first - (direction < 0 ? ahead : 0), 0);
    const int to = std::min(last + (direction > 0 ? ahead : 0), rowCount() - 1);
    QList<PageWish> visible;
    QList<PageWish> near;
    for (int i = std::max(segmentIndexAt(from), 0); i < static_cast<int>(m_segments.size()); ++i) {
        const PageSegment &segment = m_segments[static_cast<size_t>(i)];
        const int start = m_starts[static_cast<size_t>(i)];
        if (start > to)
            break;
        if (segment.count == 0 || segment.hasFailed)
            continue;
        const int end = start + segment.count - 1;
        const bool isVisible = start <= last && end >= first;
        QList<PageWish> &wanted = isVisible ? visible : near;
        if (!segment.isPage) {
            const int low = std::max(start, isVisible ? first : from);
            const int high = std::min(end, isVisible ? last : to);
            if (const auto wish = gapWish(i, low, high, isVisible))
                wanted.append(*wish);
        } else if (!segment.isLoaded() || segment.isOutdated) {
            wanted.append({.kind = PageWish::Kind::Reload,
                .segment = segment.id,
                .row = start,
                .position = segment.origin(),
                .limit = segment.count});
        }
    }
    return visible + near;
}

QList<PageWish> PageWindow::pagesAt(int first, int last) const
{
    QList<PageWish> pages;
    for (int i = std::max(segmentIndexAt(first), 0);
         i < static_cast<int>(m_segments.size()) && m_starts[static_cast<size_t>(i)] <= last; ++i) {
        const PageSegment &segment = m_segments[static_cast<size_t>(i)];
        if (segment.isLoaded())
            pages.append({.kind = PageWish::Kind::Reload,
                .segment = segment.id,
                .row = m_starts[static_cast<size_t>(i)],
                .position = segment.origin(),
                .limit = segment.count});
    }
    return pages;
}

std::optional<PageWish> PageWindow::gapWish(int index, int first, int last, bool isVisible) const
{
    const PageSegment &gap = m_segments[static_cast<size_t>(index)];
    const int start = m_starts[static_cast<size_t>(index)];
    const int end = start + gap.count - 1;
    const PageSegment *before = pageAt(index - 1);
    const PageSegment *after = pageAt(index + 1);
    const int near = 2 * PageSize;
    PageWish wish {.segment = gap.id, .row = first, .limit = PageSize};
    const auto pageAfter = [&] {
        wish.kind = PageWish::Kind::After;
        wish.segment = before->id;
        wish.position.cursor = QString::fromLatin1(before->next);
        return wish;
    };
    const bool canFollow = before && !before->next.isEmpty();
    const bool canPrecede = after && !after->previous.isEmpty();
    if (canFollow && first - start < near)
        return pageAfter();
    if (canPrecede && end - last < near) {
        wish.kind = PageWish::Kind::Before;
        wish.segment = after->id;
        wish.position = {
            .cursor = QString::fromLatin1(after->previous), .direction = PagePosition::Direction::Previous};
        return wish;
    }
    if (!before) {
        wish.kind = PageWish::Kind::First;
        return wish;
    }
    if (const auto date = estimateDate(index, first); date && !gap.isPassed) {
        if (!isVisible)
            return std::nullopt; // far rows are read when they are seen
        wish.kind = PageWish::Kind::Seek;
        wish.position.at = date;
        return wish;
    }
    const bool byDate = m_order == InboxSort::Recent || m_order == InboxSort::Oldest;
    if (byDate && !gap.isPassed && !m_tail) {
        wish.kind = PageWish::Kind::Tail;
        wish.limit = 1;
        return wish;
    }
    return canFollow ? std::optional(pageAfter()) : std::nullopt;
}

void PageWindow::place(const PageWish &wish, const InboxPage &page)
{
    using Kind = PageWish::Kind;
    if (wish.kind == Kind::Tail) {
        m_tail = page.rows.isEmpty() ? Instant {} : page.rows.constFirst().updatedAt;
        return;
    }
    if (m_segments.empty()) {
        PageSegment first = pageSegment(wish.position, page);
        std::vector<PageSegment> added;
        // A remembered place: what lies before it is unknown, its length was remembered with it.
        if (wish.kind == Kind::Seek && !first.previous.isEmpty() && wish.row > 0)
            added.push_back(gapSegment(wish.row));
        added.push_back(std::move(first));
        splice(0, 0, std::move(added));
    } else if (wish.kind == Kind::First) {
        if (hasFirstPage())
            replaceTop(page);
        else
            placeInGap(0, wish, pageSegment(wish.position, page));
    } else if (const int index = indexOf(wish.segment); index >= 0) {
        const int target = wish.kind == Kind::After ? index + 1
            : wish.kind == Kind::Before             ? index - 1
                                                    : index;
        const bool exists = target >= 0 && target < static_cast<int>(m_segments.size());
        if (exists && wish.kind == Kind::Reload) {
            if (wish.position == m_segments[static_cast<size_t>(target)].origin())
                placeReload(target, pageSegment(wish.position, page));
        } else if (exists && !m_segments[static_cast<size_t>(target)].isPage)
            placeInGap(target, wish, pageSegment(wish.position, page));
    }
    fitToTotal();
}

void PageWindow::removeDuplicatesOf(const PageSegment &page, int exceptIndex)
{
    QSet<LeadId> ids;
    for (const Conversation &row : page.rows)
        ids.insert(row.lead.id);
    QSet<LeadId> elsewhere;
    for (int i = 0; i < static_cast<int>(m_segments.size()); ++i) {
        if (i == exceptIndex)
            continue;
        for (const Conversation &row : m_segments[static_cast<size_t>(i)].rows)
            if (ids.contains(row.lead.id))
                elsewhere.insert(row.lead.id);
    }
    remove(elsewhere);
}

void PageWindow::placeInGap(int index, const PageWish &wish, PageSegment page)
{
    using Kind = PageWish::Kind;
    const PageSegment *before = pageAt(index - 1);
    const PageSegment *after = pageAt(index + 1);
    const bool wasEmpty = page.rows.isEmpty();
    const PageOverlap overlap = cutOverlap(page, before, after, m_order);
    removeDuplicatesOf(page, index);
    before = pageAt(index - 1);
    const int room = m_segments[static_cast<size_t>(index)].count - page.count;
    const bool endsList = page.next.isEmpty() && wish.kind != Kind::Before;
    const bool beginsList = page.previous.isEmpty() && !before && wish.kind != Kind::After;
    const bool joinsBefore
        = wish.kind == Kind::After || wish.kind == Kind::First || overlap.touchesBefore || beginsList;
    const bool joinsAfter = wish.kind == Kind::Before || overlap.touchesAfter || endsList;
    if (page.rows.isEmpty() && wish.kind == Kind::Seek && (!wasEmpty || before)) {
        m_segments[static_cast<size_t>(index)].isPassed = true;
        return;
    }
    if (joinsBefore && before && !before->next.isEmpty()) {
        page.cursor = before->next;
        page.direction = PagePosition::Direction::Next;
        page.at.reset();
    }
    int lead = 0;
    if (!joinsBefore)
        lead = std::max(1,
            joinsAfter ? room
                       : std::clamp(wish.row - m_starts[static_cast<size_t>(index)], 1, std::max(room, 1)));
    const int trail = joinsAfter ? 0 : std::max(1, room - lead);
    std::vector<PageSegment> added;
    if (lead > 0)
        added.push_back(gapSegment(lead));
    if (!page.rows.isEmpty())
        added.push_back(std::move(page));
    if (trail > 0)
        added.push_back(gapSegment(trail));
    // Towards the front a gap that was too small grows before what is read, so that nothing read moves.
    splice(index, 1, std::move(added), wish.kind == Kind::Before);
}

void PageWindow::placeReload(int index, PageSegment page)
{
    const PageSegment *before = pageAt(index - 1);
    const PageSegment *after = pageAt(index + 1);
    const PageSegment old = m_segments[static_cast<size_t>(index)];
    const PageOverlap overlap = cutOverlap(page, before && before->isLoaded() ? before : nullptr,
        after && after->isLoaded() ? after : nullptr, m_order);
    removeDuplicatesOf(page, index);
    page.id = old.id;
    if (page.previous.isEmpty())
        page.previous = old.previous;
    if (after && !overlap.touchesAfter) {
        PageSegment &follower = m_segments[static_cast<size_t>(index) + 1];
        if (follower.direction == PagePosition::Direction::Next && !follower.at && !page.next.isEmpty())
            follower.cursor = page.next;
        // Rows may have slipped in between: the follower is read again before it is trusted.
        follower.isOutdated = follower.isOutdated || page.lastDate != old.lastDate;
    }
    if (page.rows.isEmpty())
        page.count = 0;
    splice(index, 1, {std::move(page)});
}

} // namespace signalbox
