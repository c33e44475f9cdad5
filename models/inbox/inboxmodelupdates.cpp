// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// InboxModel: what is newer, what waits, what left.
#include "models/inbox/inboxmodel.h"

#include <algorithm>
#include <utility>

namespace signalbox {

std::optional<Departure> InboxModel::departure(LeadId lead) const
{
    const auto ghost = m_ghosts.constFind(lead);
    return ghost == m_ghosts.constEnd() ? std::nullopt : std::optional(*ghost);
}

bool InboxModel::poll()
{
    if (m_state == LoadState::Idle)
        return true;
    if (m_state == LoadState::Loading || m_top.isPending())
        return false;
    m_showsTop = false;
    askTop();
    touchVisible();
    return true;
}

void InboxModel::refresh()
{
    if (m_state == LoadState::Idle || m_state == LoadState::Loading)
        return;
    if (m_window.rowCount() == 0 && !m_readAt) {
        retry();
        return;
    }
    m_showsTop = true;
    setState(LoadState::Refreshing);
    m_window.clearFailures();
    askTop();
    touchVisible();
}

void InboxModel::askTop()
{
    m_top = m_gateway.fetchPage(m_query, {}, PageWindow::PageSize);
    deliver(m_top, this, [this](const Result<InboxPage> &answer) { onTop(answer); });
}

void InboxModel::onTop(const Result<InboxPage> &answer)
{
    m_top.cancel();
    if (!answer) {
        setState(LoadState::Failed, answer.error());
        return;
    }
    m_readAt = answer->readAt;
    const PageWindow::TopChange change = m_window.compareTop(*answer);
    m_window.update(answer->rows);
    for (const Conversation &row : answer->rows) {
        m_rows.forget(row.lead.id);
        if (m_ghosts.remove(row.lead.id))
            changed(m_window.rowOf(row.lead.id), m_window.rowOf(row.lead.id));
    }
    m_waitingTop = *answer;
    const Waiting waiting {change.inserted, change.moved};
    depart(change.left, {});
    // Nothing to wait for: the first page is new as a whole, or nothing in it moved.
    if (m_showsTop || !m_window.hasFirstPage() || (waiting.isEmpty() && m_ghosts.isEmpty()))
        showWaiting();
    else
        setWaiting(waiting);
    setState(LoadState::Ready);
    askWanted();
    readNoted();
}

void InboxModel::showWaiting(bool keepsGhosts)
{
    if (!m_waitingTop) {
        if (!keepsGhosts)
            clearGhosts();
        return;
    }
    Q_EMIT aboutToRearrange();
    InboxPage page = *std::exchange(m_waitingTop, std::nullopt);
    if (keepsGhosts)
        page = withGhosts(std::move(page));
    else
        clearGhosts();
    if (m_window.hasFirstPage())
        m_window.replaceTop(page);
    else
        m_window.place({.kind = PageWish::Kind::First}, page);
    m_version = page.version;
    m_window.setTotal(m_total);
    setWaiting({});
    askWanted();
}

/// The page with the ghosts among the rows it stands for put back to where their dates, or else their old
/// neighbours, have them.
InboxPage InboxModel::withGhosts(InboxPage page) const
{
    const bool isByDate = m_query.sort == InboxSort::Recent || m_query.sort == InboxSort::Oldest;
    const int covered = m_window.compareTop(page).covered;
    for (int row = 0; row < covered; ++row) {
        const Conversation *ghost = at(row);
        if (!ghost || !m_ghosts.contains(ghost->lead.id))
            continue;
        const auto isBehind = [&](const Conversation &other) {
            if (isByDate)
                return m_query.sort == InboxSort::Recent ? other.updatedAt < ghost->updatedAt
                                                         : other.updatedAt > ghost->updatedAt;
            return m_window.rowOf(other.lead.id) > row;
        };
        page.rows.insert(std::ranges::find_if(page.rows, isBehind), *ghost);
    }
    return page;
}

bool InboxModel::clearGhosts()
{
    const QHash<LeadId, Departure> ghosts = std::exchange(m_ghosts, {});
    for (auto ghost = ghosts.keyBegin(); ghost != ghosts.keyEnd(); ++ghost)
        m_rows.forget(*ghost);
    m_window.remove(QSet<LeadId>(ghosts.keyBegin(), ghosts.keyEnd()));
    return !ghosts.isEmpty();
}

void InboxModel::depart(const QSet<LeadId> &leads, const Departure &departure)
{
    for (const LeadId &lead : leads) {
        const int row = m_window.rowOf(lead);
        const auto known = m_ghosts.constFind(lead);
        // What was read about it says more than that it is not there.
        const bool isNews = known == m_ghosts.constEnd()
            || (departure.why != Departure::Why::Unknown && *known != departure);
        if (row < 0 || !isNews)
            continue;
        m_ghosts.insert(lead, departure);
        if (departure.why == Departure::Why::Unknown)
            m_rows.note(lead); // to learn where it went
        changed(row, row);
    }
}

void InboxModel::note(const QList<LeadEvent> &events)
{
    QSet<LeadId> left;
    for (const LeadEvent &event : events) {
        if (event.kind == LeadEvent::Kind::Left)
            left.insert(event.lead);
        else if (m_window.rowOf(event.lead) >= 0)
            m_rows.note(event.lead);
    }
    depart(left, {Departure::Why::Scope});
}

void InboxModel::readNoted()
{
    if (m_rows.isEmpty() || m_top.isPending())
        return; // the first page may say it all
    QList<LeadId> visible;
    for (int row = m_firstVisible; row <= m_lastVisible; ++row)
        if (const Conversation *conversation = at(row))
            visible.append(conversation->lead.id);
    m_rows.read(visible);
}

void InboxModel::onRow(LeadId lead, const std::optional<Conversation> &row)
{
    const auto departure = row ? departureFrom(m_query, *row, m_readAt.value_or(Instant {}))
                               : std::optional(Departure {Departure::Why::Scope});
    if (departure) {
        depart({lead}, *departure);
        return;
    }
    if (m_ghosts.remove(lead))
        changed(m_window.rowOf(lead), m_window.rowOf(lead));
    m_window.update({*row});
}

void InboxModel::touchVisible()
{
    for (const PageWish &wish : m_window.pagesAt(m_firstVisible, m_lastVisible)) {
        if (wish.row == 0)
            continue; // the top itself
        m_touch = m_gateway.fetchPage(m_query, wish.position, wish.limit);
        deliver(m_touch, this, [this, wish](const Result<InboxPage> &answer) { onTouched(wish, answer); });
        return; // one page: what is on screen
    }
}

void InboxModel::onTouched(const PageWish &wish, const Result<InboxPage> &answer)
{
    if (!answer)
        return; // the top's answer says what is wrong
    m_window.update(answer->rows);
    const QList<PageWish> pages = m_window.pagesAt(wish.row, wish.row);
    if (pages.isEmpty() || pages.constFirst().segment != wish.segment)
        return;
    QSet<LeadId> present;
    for (const Conversation &row : answer->rows)
        present.insert(row.lead.id);
    // A page of the same length may end later than before; only rows before its last known one can be said
    // to be elsewhere: up in the list, or gone from it. Reading them again tells.
    for (int row = wish.row; row < wish.row + wish.limit; ++row) {
        const Conversation *old = at(row);
        if (!old || present.contains(old->lead.id) || m_ghosts.contains(old->lead.id))
            continue;
        const bool isCovered = answer->nextCursor.isEmpty()
            || (!answer->rows.isEmpty() && m_window.rowOf(answer->rows.constLast().lead.id) > row);
        if (isCovered)
            m_rows.note(old->lead.id);
    }
    readNoted();
}

} // namespace signalbox
