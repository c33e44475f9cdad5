// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analytics/crmpages.h"

#include <QSet>

#include <algorithm>

namespace signalbox {

void CrmPages::clear()
{
    m_pages.clear();
    m_starts = {0};
}

int CrmPages::pageOf(int row) const
{
    if (row < 0 || row >= rowCount())
        return -1;
    const auto behind = std::upper_bound(m_starts.begin(), m_starts.end(), row);
    return static_cast<int>(behind - m_starts.begin()) - 1;
}

const CrmRow *CrmPages::at(int row) const
{
    const int page = pageOf(row);
    if (page < 0)
        return nullptr;
    const QList<CrmRow> &rows = m_pages[static_cast<size_t>(page)].rows;
    const int index = row - firstRow(page);
    return index < rows.size() ? &rows.at(index) : nullptr;
}

int CrmPages::rowOf(const QUuid &id) const
{
    for (int page = 0; page < pageCount(); ++page) {
        const QList<CrmRow> &rows = m_pages[static_cast<size_t>(page)].rows;
        const auto found = std::ranges::find(rows, id, &CrmRow::id);
        if (found != rows.cend())
            return firstRow(page) + static_cast<int>(found - rows.cbegin());
    }
    return -1;
}

int CrmPages::loadedRows() const
{
    int count = 0;
    for (const Page &page : m_pages)
        count += static_cast<int>(page.rows.size());
    return count;
}

QList<CrmRow> CrmPages::newRows(const QList<CrmRow> &rows) const
{
    QSet<QUuid> known;
    // A row can only have moved past the place where one reads: the pages before are the nearest.
    for (auto page = m_pages.rbegin(); page != m_pages.rend() && known.size() < 4 * PageSize; ++page) {
        for (const CrmRow &row : page->rows)
            known.insert(row.id);
    }
    QList<CrmRow> fresh;
    for (const CrmRow &row : rows) {
        if (!known.contains(row.id))
            fresh.append(row);
    }
    return fresh;
}

void CrmPages::append(const QString &cursor, const QList<CrmRow> &rows)
{
    if (rows.isEmpty())
        return;
    m_pages.push_back({cursor, rows.first().id, true, rows});
    m_starts.push_back(rowCount() + static_cast<int>(rows.size()));
}

QList<CrmRow> CrmPages::rowsBeforeNext(int page, const QList<CrmRow> &rows) const
{
    if (page + 1 >= pageCount())
        return rows;
    const QUuid next = m_pages[static_cast<size_t>(page) + 1].first;
    const auto begin = std::ranges::find(rows, next, &CrmRow::id);
    return rows.first(begin - rows.cbegin());
}

void CrmPages::shift(int page, int by)
{
    for (size_t i = static_cast<size_t>(page) + 1; i < m_starts.size(); ++i)
        m_starts[i] += by;
}

void CrmPages::resize(int page, int count)
{
    QList<CrmRow> &rows = m_pages[static_cast<size_t>(page)].rows;
    shift(page, count - rowsOf(page));
    if (rows.size() > count)
        rows.resize(count);
}

void CrmPages::refill(int page, const QList<CrmRow> &rows)
{
    Page &filled = m_pages[static_cast<size_t>(page)];
    filled.isLoaded = true;
    filled.rows = rows;
    if (!rows.isEmpty())
        filled.first = rows.first().id;
}

void CrmPages::replace(int row, const CrmRow &value)
{
    const int page = pageOf(row);
    m_pages[static_cast<size_t>(page)].rows[row - firstRow(page)] = value;
}

std::optional<std::pair<int, int>> CrmPages::evictFarFrom(int first, int last)
{
    std::vector<std::pair<int, int>> loaded; // distance in rows, page
    for (int page = 0; page < pageCount(); ++page) {
        if (isLoaded(page))
            loaded.emplace_back(
                std::max({firstRow(page) - last, first - m_starts[size_t(page) + 1] + 1, 0}), page);
    }
    std::ranges::sort(loaded);
    std::optional<std::pair<int, int>> range;
    for (size_t i = MaxLoadedPages; i < loaded.size(); ++i) {
        const int page = loaded[i].second;
        m_pages[static_cast<size_t>(page)].rows = {};
        m_pages[static_cast<size_t>(page)].isLoaded = false;
        const int begin = firstRow(page);
        const int end = begin + rowsOf(page) - 1;
        range = std::pair(
            range ? std::min(range->first, begin) : begin, range ? std::max(range->second, end) : end);
    }
    return range;
}

int CrmPages::missingPage(int first, int last) const
{
    const int middle = pageOf(std::clamp((first + last) / 2, 0, std::max(rowCount() - 1, 0)));
    const int from = pageOf(std::clamp(first, 0, std::max(rowCount() - 1, 0)));
    const int to = pageOf(std::clamp(last, 0, std::max(rowCount() - 1, 0)));
    if (middle < 0)
        return -1;
    for (int distance = 0; distance <= std::max(middle - from, to - middle); ++distance) {
        for (const int page : {middle + distance, middle - distance}) {
            if (page >= from && page <= to && !isLoaded(page))
                return page;
        }
    }
    return -1;
}

} // namespace signalbox
