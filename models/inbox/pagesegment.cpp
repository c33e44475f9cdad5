// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inbox/pagesegment.h"

#include <algorithm>
#include <cstdlib>

namespace signalbox {

namespace {

/// True if a row dated `a` comes strictly before one dated `b`.
bool precedes(Instant a, Instant b, InboxSort order)
{
    if (order == InboxSort::Recent)
        return a > b;
    return order == InboxSort::Oldest && a < b;
}

qsizetype indexOfLead(const QList<Conversation> &rows, LeadId lead)
{
    const auto found
        = std::ranges::find_if(rows, [&](const Conversation &row) { return row.lead.id == lead; });
    return found == rows.end() ? -1 : found - rows.begin();
}

} // namespace

PageWindowObserver::~PageWindowObserver() = default;

PagePosition PageSegment::origin() const
{
    return {.cursor = QString::fromLatin1(cursor), .at = at, .direction = direction};
}

bool PageWish::isSame(const PageWish &other) const
{
    constexpr int SameSeek = 50; // a thumb that moved half a page still gets what it asked for
    return kind == other.kind && segment == other.segment
        && (kind != Kind::Seek || std::abs(row - other.row) <= SameSeek)
        && (kind != Kind::Reload
            || position == other.position); // its neighbour may have moved where it begins
}

PageOverlap cutOverlap(
    PageSegment &page, const PageSegment *before, const PageSegment *after, InboxSort order)
{
    PageOverlap overlap;
    if (before) {
        qsizetype cut = 0;
        if (before->isLoaded())
            cut = indexOfLead(page.rows, before->rows.constLast().lead.id) + 1;
        else
            while (cut < page.rows.size() && precedes(page.rows.at(cut).updatedAt, before->lastDate, order))
                ++cut;
        overlap.touchesBefore = cut > 0;
        page.rows.remove(0, cut);
    }
    if (after) {
        qsizetype keep = page.rows.size();
        if (after->isLoaded()) {
            const qsizetype met = indexOfLead(page.rows, after->rows.constFirst().lead.id);
            keep = met < 0 ? keep : met;
        } else {
            while (keep > 0 && precedes(after->firstDate, page.rows.at(keep - 1).updatedAt, order))
                --keep;
        }
        overlap.touchesAfter = keep < page.rows.size();
        page.rows.resize(keep);
    }
    page.count = static_cast<int>(page.rows.size());
    if (page.count > 0) {
        page.firstDate = page.rows.constFirst().updatedAt;
        page.lastDate = page.rows.constLast().updatedAt;
    }
    return overlap;
}

} // namespace signalbox
