// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inbox/conversation.h"

namespace signalbox {

/// A stretch of the list: a page that was read at least once, or a gap of rows nobody has read.
struct PageSegment
{
    quint32 id = 0;
    int count = 0;
    bool isPage = false;
    bool isOutdated = false; ///< shown, but to be read again when it comes near
    bool hasFailed = false; ///< not asked again until retry
    bool isPassed = false; ///< a gap in which a seek by date met only rows known already: walk it instead

    // How the page is read again once its rows were evicted. Cursors are kept as Latin-1: there may be 10,000
    // of them.
    QByteArray cursor;
    PagePosition::Direction direction = PagePosition::Direction::Next;
    std::optional<Instant> at;
    QByteArray next; ///< empty: the list ends here
    QByteArray previous; ///< empty: the list begins here, or nobody needs to know
    Instant firstDate {}; ///< of its first row
    Instant lastDate {}; ///< of its last row
    QList<Conversation> rows; ///< `count` of them, or none while evicted

    bool isLoaded() const { return isPage && !rows.isEmpty(); }
    PagePosition origin() const;
};

/// A question worth asking now.
struct PageWish
{
    enum class Kind
    {
        First, ///< the list's first page
        After, ///< the page after `segment`
        Before, ///< the page before `segment`
        Seek, ///< a page somewhere in the gap `segment`, about `row`
        Reload, ///< the rows of `segment` again
        Tail, ///< the list's last row, whose date makes seeking possible: asked in the opposite order
    };
    Kind kind = Kind::First;
    quint32 segment = 0;
    int row = 0;
    PagePosition position;
    int limit = 0;

    /// True if one answer serves both, so that a range is asked for once.
    bool isSame(const PageWish &other) const;
};

/// Told before and after rows appear and disappear, in the words of QAbstractItemModel.
class PageWindowObserver
{
public:
    virtual ~PageWindowObserver();
    virtual void aboutToInsert(int first, int last) = 0;
    virtual void inserted() = 0;
    virtual void aboutToRemove(int first, int last) = 0;
    virtual void removed() = 0;
    virtual void changed(int first, int last) = 0;
    virtual void updated(int row) = 0; ///< changed(), because the lead has
};

/// What a page that is about to lie between two others shares with them.
struct PageOverlap
{
    bool touchesBefore = false;
    bool touchesAfter = false;
};

/// Takes from `page` the rows its neighbours have already; either may be null. Evicted neighbours are
/// compared by date if the list is in order of time.
PageOverlap cutOverlap(
    PageSegment &page, const PageSegment *before, const PageSegment *after, InboxSort order);

} // namespace signalbox
