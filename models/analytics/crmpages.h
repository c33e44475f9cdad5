// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/crm.h"

#include <vector>

namespace signalbox {

/// The pages of a CRM list read so far, in order, of which only those near the view hold their rows.
///
/// A page that is far away keeps its cursor and its length, some 150 bytes, and is read again when the view
/// comes back: a million rows cost a megabyte of places and at most MaxLoadedPages pages of rows (some 10
/// MB).
class CrmPages
{
public:
    static constexpr int PageSize = DefaultCrmLimit;
    static constexpr int MaxLoadedPages = 24;

    void clear();
    int rowCount() const { return m_starts.back(); }
    int pageCount() const { return static_cast<int>(m_pages.size()); }
    const CrmRow *at(int row) const; ///< null: its page is not here
    int rowOf(const QUuid &id) const; ///< -1: not among the rows in memory
    int pageOf(int row) const; ///< -1: no such row
    int firstRow(int page) const { return m_starts[static_cast<size_t>(page)]; }
    /// In memory; none when the page is not here.
    const QList<CrmRow> &rowsIn(int page) const { return m_pages[static_cast<size_t>(page)].rows; }
    int rowsOf(int page) const { return m_starts[static_cast<size_t>(page) + 1] - firstRow(page); }
    const QString &cursorOf(int page) const { return m_pages[static_cast<size_t>(page)].cursor; }
    bool isLoaded(int page) const { return m_pages[static_cast<size_t>(page)].isLoaded; }
    int loadedRows() const;

    /// What of a new last page has not been read yet: rows that moved while one scrolled are there once.
    QList<CrmRow> newRows(const QList<CrmRow> &rows) const;
    void append(const QString &cursor, const QList<CrmRow> &rows);
    /// What a page read again has, up to where the next one begins.
    QList<CrmRow> rowsBeforeNext(int page, const QList<CrmRow> &rows) const;
    /// Makes a page longer or shorter at its end; new places are empty until refill().
    void resize(int page, int count);
    void refill(int page, const QList<CrmRow> &rows);
    void replace(int row, const CrmRow &value);
    /// Drops the rows of the pages farthest from the given rows; the first and last of the places that lost
    /// theirs are told, or none.
    std::optional<std::pair<int, int>> evictFarFrom(int first, int last);
    /// The page nearest to the middle of these rows that is not here; -1: all are.
    int missingPage(int first, int last) const;

private:
    struct Page
    {
        QString cursor; ///< it was read with
        QUuid first; ///< id of its first row
        bool isLoaded = false;
        QList<CrmRow> rows;
    };

    void shift(int page, int by);

    std::vector<Page> m_pages;
    std::vector<int> m_starts {0}; ///< first row of each page, and the row count behind the last
};

} // namespace signalbox
