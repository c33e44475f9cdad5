// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// InboxListView: what the person does with mouse and keyboard.
#include "ui/inbox/conversationdelegate.h"
#include "ui/inbox/inboxlistview.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

void InboxListView::setCurrentLead(LeadId lead)
{
    if (m_current == lead)
        return;
    m_current = lead;
    clearTicks();
    viewport()->update();
}

void InboxListView::choose(int row, bool isWalking)
{
    const Conversation *conversation = m_model.at(row);
    if (!conversation)
        return;
    m_current = conversation->lead.id;
    m_extendFrom = m_current;
    clearTicks();
    scrollTo(m_model.index(row));
    viewport()->update();
    tellAccessibility();
    Q_EMIT leadChosen(m_current, isWalking);
}

void InboxListView::step(int by)
{
    const int current = currentRow();
    if (current < 0) {
        choose(std::min(firstVisibleRow() + (m_offset % rowHeight() ? 1 : 0), m_model.rowCount() - 1), true);
        return;
    }
    int row = current;
    const int direction = by > 0 ? 1 : -1;
    for (int left = std::abs(by); left > 0;) {
        row += direction;
        if (row < 0 || row >= m_model.rowCount())
            break;
        if (m_model.rowState(row) != RowState::Ghost)
            --left;
    }
    row = std::clamp(row, 0, m_model.rowCount() - 1);
    if (m_model.at(row) && m_model.rowState(row) != RowState::Ghost)
        choose(row, true);
    else
        scrollTo(m_model.index(row)); // not here yet: coming near asks for it
}

QModelIndex InboxListView::moveCursor(CursorAction, Qt::KeyboardModifiers)
{
    return {}; // the keys are handled below: the current row is a lead, not an index
}

void InboxListView::keyPressEvent(QKeyEvent *event)
{
    const int page = std::max(viewport()->height() / rowHeight() - 1, 1);
    const bool extends = event->modifiers() & Qt::ShiftModifier;
    const int current = currentRow();
    if (event->matches(QKeySequence::SelectAll)) {
        selectLoaded();
        return;
    }
    if (event->matches(QKeySequence::Copy)) {
        QApplication::clipboard()->setText(selectionAsText());
        return;
    }
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up: {
        const int by = event->key() == Qt::Key_Down ? 1 : -1;
        if (extends && current >= 0)
            extendTo(current + by);
        else
            step(by);
        return;
    }
    case Qt::Key_PageDown:
    case Qt::Key_PageUp: {
        const int by = event->key() == Qt::Key_PageDown ? page : -page;
        if (current < 0)
            setOffset(m_offset + static_cast<qint64>(by) * rowHeight());
        else
            step(by);
        return;
    }
    case Qt::Key_Home:
        setOffset(0);
        choose(0, true);
        return;
    case Qt::Key_End:
        setOffset(contentHeight());
        choose(m_model.rowCount() - 1, true);
        return;
    case Qt::Key_Space:
        if (current >= 0)
            tick(current);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (current >= 0)
            Q_EMIT leadOpened(m_current);
        return;
    default:
        event->ignore();
    }
}

void InboxListView::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (!index.isValid() || !m_model.at(index.row()))
        return;
    if (event->button() == Qt::RightButton) {
        if (!selectedLeads().contains(m_model.at(index.row())->lead.id))
            choose(index.row(), false);
        return;
    }
    if (event->button() != Qt::LeftButton)
        return;
    if (event->modifiers() & Qt::ControlModifier)
        tick(index.row());
    else if (event->modifiers() & Qt::ShiftModifier && currentRow() >= 0)
        extendTo(index.row());
    else
        choose(index.row(), false);
}

void InboxListView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index.isValid() && m_model.at(index.row()))
        Q_EMIT leadOpened(m_model.at(index.row())->lead.id);
}

void InboxListView::tick(int row)
{
    const Conversation *conversation = m_model.at(row);
    if (!conversation)
        return;
    const LeadId lead = conversation->lead.id;
    if (m_allMatching) {
        if (!m_exceptions.remove(lead))
            m_exceptions.insert(lead);
        return tellTicks();
    }
    if (m_ticked.isEmpty() && !m_current.isNull())
        m_ticked.insert(m_current);
    if (!m_ticked.remove(lead))
        m_ticked.insert(lead);
    tellTicks();
}

void InboxListView::extendTo(int row)
{
    row = std::clamp(row, 0, m_model.rowCount() - 1);
    const int from = m_extendFrom.isNull() ? currentRow() : m_model.rowOf(m_extendFrom);
    if (from < 0 || !m_model.at(row))
        return;
    clearTicks();
    for (int i = std::min(from, row); i <= std::max(from, row); ++i)
        if (const Conversation *conversation = m_model.at(i))
            m_ticked.insert(conversation->lead.id);
    const LeadId start = m_model.at(from)->lead.id;
    m_current = m_model.at(row)->lead.id;
    m_extendFrom = start;
    scrollTo(m_model.index(row));
    tellTicks();
    tellAccessibility();
}

void InboxListView::selectLoaded()
{
    QSet<LeadId> loaded;
    for (int row = 0; row < m_model.rowCount(); ++row)
        if (const Conversation *conversation = m_model.at(row))
            loaded.insert(conversation->lead.id);
    if (loaded == m_ticked && !loaded.isEmpty()) // the second time
        return tickAllMatching();
    clearTicks();
    m_ticked = loaded;
    tellTicks();
}

void InboxListView::tickAllMatching()
{
    m_allMatching = true;
    m_exceptions.clear();
    tellTicks();
}

void InboxListView::clearTicks()
{
    if (m_ticked.isEmpty() && !m_allMatching)
        return;
    m_ticked.clear();
    m_exceptions.clear();
    m_allMatching = false;
    tellTicks();
}

bool InboxListView::isTicked(LeadId lead) const
{
    return m_allMatching ? !m_exceptions.contains(lead) : m_ticked.contains(lead);
}

LeadSelection InboxListView::selection() const
{
    LeadSelection selection;
    if (m_allMatching) {
        selection.allOf = m_model.query();
        selection.leads = m_exceptions.values();
    } else {
        selection.leads = selectedLeads();
    }
    return selection;
}

qint64 InboxListView::tickedCount() const
{
    return m_allMatching ? m_model.rowCount() - m_exceptions.size() : m_ticked.size();
}

void InboxListView::tellTicks()
{
    viewport()->update();
    Q_EMIT ticksChanged();
}

QList<LeadId> InboxListView::selectedLeads() const
{
    if (m_allMatching) { // those that are here
        QList<LeadId> here;
        for (int row = 0; row < m_model.rowCount(); ++row)
            if (const Conversation *conversation = m_model.at(row);
                conversation && isTicked(conversation->lead.id))
                here.append(conversation->lead.id);
        return here;
    }
    if (m_ticked.isEmpty())
        return m_current.isNull() ? QList<LeadId>() : QList<LeadId> {m_current};
    QList<std::pair<int, LeadId>> rows;
    for (const LeadId &lead : m_ticked)
        rows.append({m_model.rowOf(lead), lead});
    std::ranges::sort(rows);
    QList<LeadId> leads;
    for (const auto &[row, lead] : std::as_const(rows))
        leads.append(lead);
    return leads;
}

QString InboxListView::selectionAsText() const
{
    QStringList lines {u"Name\tCompany\tEmail\tPhone\tSentiment\tScore\tLast message\tSubject\tText"_s};
    for (const LeadId &lead : selectedLeads()) {
        const Conversation *row = m_model.at(m_model.rowOf(lead));
        if (!row)
            continue;
        const QString score = row->lead.overallScore ? QString::number(*row->lead.overallScore) : QString();
        QStringList cells {row->lead.name(), row->lead.companyName, row->lead.email, row->lead.phone,
            row->sentimentTag, score, toIso(row->lastMessageTime), row->lastSubject, row->lastMessage};
        for (QString &cell : cells)
            cell = cell.simplified(); // a tab or a line break would be another cell
        lines.append(cells.join(u'\t'));
    }
    return lines.size() > 1 ? lines.join(u'\n') + u'\n' : QString();
}

void InboxListView::tellAccessibility()
{
    if (!QAccessible::isActive())
        return;
    QAccessibleEvent focus(this, QAccessible::Focus);
    focus.setChild(currentRow());
    QAccessible::updateAccessibility(&focus);
}

} // namespace signalbox
