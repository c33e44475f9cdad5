// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// LiveView: mouse and keys.
#include "ui/live/liveview.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace signalbox {

void LiveView::setCurrentRow(int row)
{
    choose(row, m_column);
}

void LiveView::choose(int row, int column)
{
    m_column = column;
    const int chosen = row >= 0 && row < m_model.rowCount() ? row : -1;
    // Who reads a row does not want it carried away; at the end it is where the next one comes.
    if (chosen >= 0 && chosen < m_model.rowCount() - 1)
        noteFollowing(false);
    m_current = chosen;
    if (chosen >= 0) {
        const int height = m_painter.rowHeight();
        const int top = chosen * height;
        if (top < m_offset)
            setOffset(top);
        else if (top + height > m_offset + viewport()->height())
            setOffset(top + height - viewport()->height());
    }
    tellHold();
    viewport()->update();
    Q_EMIT currentChangedTo(chosen);
    if (!QAccessible::isActive() || chosen < 0)
        return;
    QAccessibleEvent event(this, QAccessible::Focus);
    event.setChild(chosen);
    QAccessible::updateAccessibility(&event);
}

bool LiveView::step(int key)
{
    const int last = m_model.rowCount() - 1;
    const int page = std::max(viewport()->height() / m_painter.rowHeight() - 1, 1);
    // From nowhere the keys start at the end that is in sight.
    const int from
        = m_current >= 0 ? m_current : lastVisibleRow() + (key == Qt::Key_Up || key == Qt::Key_K ? 1 : 0);
    switch (key) {
    case Qt::Key_J:
    case Qt::Key_Down:
        choose(std::min(from + (m_current >= 0 ? 1 : 0), last), m_column);
        return true;
    case Qt::Key_K:
    case Qt::Key_Up:
        choose(std::max(from - 1, 0), m_column);
        return true;
    case Qt::Key_PageDown:
        choose(std::min(from + page, last), m_column);
        return true;
    case Qt::Key_PageUp:
        choose(std::max(from - page, 0), m_column);
        return true;
    case Qt::Key_Home:
        choose(0, m_column);
        return true;
    case Qt::Key_End:
        choose(last, m_column);
        setFollowing(true);
        return true;
    default:
        return false;
    }
}

void LiveView::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = !(event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier));
    if (!isPlain || m_model.rowCount() == 0)
        return event->ignore();
    if (step(event->key()))
        return;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const bool isOnward = (event->key() == Qt::Key_Right) != isRightToLeft();
        if (m_current >= 0 && m_model.row(m_current).isGroup)
            m_model.setExpanded(m_current, isOnward);
        else
            choose(m_current, std::clamp(m_column + (isOnward ? 1 : -1), 0, EventFeedModel::ColumnCount - 1));
        return;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0 && m_model.row(m_current).isGroup)
            m_model.setExpanded(m_current, !m_model.row(m_current).isOpen);
        else if (m_current >= 0)
            Q_EMIT opened(m_current);
        return;
    default:
        event->ignore();
    }
}

void LiveView::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (!index.isValid())
        return choose(-1, m_column);
    choose(index.row(), index.column());
    if (event->button() == Qt::LeftButton && m_model.row(index.row()).isGroup)
        m_model.setExpanded(index.row(), !m_model.row(index.row()).isOpen);
}

void LiveView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (index.isValid() && !m_model.row(index.row()).isGroup)
        Q_EMIT opened(index.row());
}

bool LiveView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractItemView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QModelIndex index = indexAt(help->pos());
    if (index.isValid())
        QToolTip::showText(help->globalPos(), m_painter.describe(index.row()), viewport(), visualRect(index));
    else
        QToolTip::hideText();
    return true;
}

void LiveView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event); // the view's would make a row current
    viewport()->update();
}

void LiveView::focusOutEvent(QFocusEvent *event)
{
    QAbstractItemView::focusOutEvent(event);
    viewport()->update();
}

} // namespace signalbox
