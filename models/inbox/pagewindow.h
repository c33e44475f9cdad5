// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/inbox/pagesegment.h"

#include <QSet>

namespace signalbox {

/// The rows of a list of any length of which only some pages are in memory (ux §12.1, DESIGN §8.11).
///
/// Pages that follow each other by cursor lie side by side; what was never read is a gap whose length is an
/// estimate made from the server's total. Far pages lose their rows and keep their cursor. A row is in the
/// window once: the newest answer wins.
class PageWindow
{
public:
    static constexpr int PageSize = 100;
    static constexpr int MaxLoadedPages = 12;

    explicit PageWindow(PageWindowObserver &observer);

    /// Forgets everything, silently: for use inside a model reset. By name and score a list cannot be sought
    /// by date.
    void reset(InboxSort order);
    int rowCount() const { return m_starts.back(); }
    const Conversation *at(int row) const; ///< null: not here
    int rowOf(LeadId lead) const; ///< −1: not among the loaded rows
    bool hasFailedAt(int row) const;
    bool hasFirstPage() const { return !m_segments.empty() && m_segments.front().isPage; }
    /// When a row moved last: its own date, or for one that is not here a guess from its neighbours.
    std::optional<Instant> dateNear(int row) const;

    /// The rows the list should have; none: unknown, it grows page by page.
    void setTotal(std::optional<int> total);
    /// What to ask for so that the rows `first`…`last`, and two pages on in `direction`, are here. Most
    /// urgent first.
    QList<PageWish> wishes(int first, int last, int direction) const;
    /// The loaded pages that meet the given rows, as questions.
    QList<PageWish> pagesAt(int first, int last) const;
    /// Puts an answer where its question wanted it. A Seek into an empty window makes room for a remembered
    /// place.
    void place(const PageWish &wish, const InboxPage &page);
    void markFailed(const PageWish &wish);
    void clearFailures();
    /// Drops the rows of the pages farthest from the given rows, above MaxLoadedPages; never those of the
    /// first page.
    void evictFarFrom(int first, int last);

    /// How a newer first page differs from the rows known so far.
    struct TopChange
    {
        int inserted = 0; ///< rows nobody has seen
        int moved = 0; ///< rows known from further down
        QSet<LeadId> left; ///< rows that were among the first and are no more
        int covered = 0; ///< how many of the old rows the new page stands for; 0: the two do not touch
    };
    TopChange compareTop(const InboxPage &page) const;
    /// Replaces the beginning of the list by a newer first page.
    void replaceTop(const InboxPage &page);
    /// Takes newer values of rows that are here, in place.
    void update(const QList<Conversation> &rows);
    void remove(const QSet<LeadId> &leads);

private:
    int segmentIndexAt(int row) const;
    int indexOf(quint32 id) const;
    const PageSegment *pageAt(int index) const;
    PageSegment pageSegment(const PagePosition &origin, const InboxPage &page);
    PageSegment gapSegment(int count);
    void splice(int index, int removed, std::vector<PageSegment> added, bool growsAtFront = false);
    void trim(int index, int length, int count, bool atFront);
    void restart();
    void placeInGap(int index, const PageWish &wish, PageSegment page);
    void placeReload(int index, PageSegment page);
    void removeDuplicatesOf(const PageSegment &page, int exceptIndex);
    void fitToTotal();
    void resizeGap(int index, int count);
    std::optional<PageWish> gapWish(int index, int first, int last, bool isVisible) const;
    std::optional<Instant> estimateDate(int index, int row) const;
    QList<Conversation> leadingRows() const;
    bool follows(const QList<Conversation> &old, const Conversation &row) const;
    int coveredByDate(const QList<Conversation> &old, const InboxPage &page, const QSet<LeadId> &fresh) const;

    PageWindowObserver &m_observer;
    std::vector<PageSegment> m_segments;
    std::vector<int> m_starts {0}; ///< first row of each segment, and the row count behind the last
    quint32 m_nextId = 1;
    InboxSort m_order = InboxSort::Recent;
    std::optional<int> m_total;
    std::optional<Instant> m_tail; ///< the date at the list's end, once asked
};

} // namespace signalbox
