// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does with a conversation: pointing, selecting, tabbing through links, folds and attachments.
#include "ui/inbox/threadview.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

ThreadView::Entry *ThreadView::entryAt(const QPoint &point)
{
    const int y = point.y() + verticalScrollBar()->value();
    for (Entry &entry : m_entries)
        if (entry.item && y >= entry.y && y < entry.y + entry.item->size().height() && point.x() >= entry.x
            && point.x() < entry.x + entry.item->size().width())
            return &entry;
    return nullptr;
}

MessageItem::Spot ThreadView::spotAt(const QPoint &point)
{
    const Entry *entry = entryAt(point);
    return entry ? entry->item->spotAt(point - QPoint(entry->x, entry->y - verticalScrollBar()->value()))
                 : MessageItem::Spot();
}

void ThreadView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = event->position().toPoint();
    for (const Entry &entry : m_entries)
        if (entry.item)
            entry.item->clearSelection();
    m_selecting = nullptr;
    if (Entry *entry = entryAt(m_pressed)) {
        m_selecting = entry->item.get();
        m_selectFrom
            = m_selecting->positionAt(m_pressed - QPoint(entry->x, entry->y - verticalScrollBar()->value()));
    }
    viewport()->update();
}

void ThreadView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (event->buttons() & Qt::LeftButton && m_selecting) {
        const auto found = std::ranges::find_if(
            m_entries, [&](const Entry &entry) { return entry.item.get() == m_selecting; });
        if (found != m_entries.end())
            m_selecting->select(m_selectFrom,
                m_selecting->positionAt(point - QPoint(found->x, found->y - verticalScrollBar()->value())));
        viewport()->update();
        return;
    }
    const MessageItem::Spot spot = spotAt(point);
    const bool isOnEarlier
        = m_model.hasEarlier() && point.y() + verticalScrollBar()->value() < earlierHeight();
    viewport()->setCursor(spot.kind != MessageItem::Spot::Kind::None || isOnEarlier ? Qt::PointingHandCursor
            : entryAt(point)                                                        ? Qt::IBeamCursor
                                                                                    : Qt::ArrowCursor);
    const Entry *entry = entryAt(point);
    viewport()->setToolTip(entry
            ? entry->item->hintAt(point - QPoint(entry->x, entry->y - verticalScrollBar()->value()))
            : QString());
}

void ThreadView::mouseReleaseEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (event->button() != Qt::LeftButton || (point - m_pressed).manhattanLength() > 4)
        return;
    if (m_model.hasEarlier() && point.y() + verticalScrollBar()->value() < earlierHeight()) {
        Q_EMIT earlierRequested();
        return;
    }
    if (Entry *entry = entryAt(point))
        activate(*entry, spotAt(point), event->globalPosition().toPoint());
}

void ThreadView::activate(Entry &entry, const MessageItem::Spot &spot, const QPoint &globalPosition)
{
    switch (spot.kind) {
    case MessageItem::Spot::Kind::None:
        return;
    case MessageItem::Spot::Kind::Link:
        Q_EMIT linkChosen(spot.link, globalPosition);
        return;
    case MessageItem::Spot::Kind::Attachment:
        Q_EMIT attachmentChosen(entry.item->message().attachments.at(spot.attachment));
        return;
    case MessageItem::Spot::Kind::Quote: {
        const int value = verticalScrollBar()->value();
        entry.item->setQuoteShown(!entry.item->isQuoteShown());
        const auto index = static_cast<size_t>(&entry - m_entries.data());
        layOut(index, index + 1);
        restack();
        verticalScrollBar()->setValue(value); // what is folded out grows downwards
        viewport()->update();
        return;
    }
    }
}

bool ThreadView::focusNextPrevChild(bool next)
{
    QList<std::pair<size_t, MessageItem::Spot>> stops;
    qsizetype at = -1;
    for (size_t i = 0; i < m_entries.size(); ++i) {
        if (!m_entries[i].item)
            continue;
        layOut(i, i + 1); // where a link is, is known once its card is laid out
        const QList<MessageItem::Spot> spots = m_entries[i].item->spots();
        for (const MessageItem::Spot &spot : spots) {
            if (m_focusMessage == m_entries[i].item->message().id && spot == m_focusSpot)
                at = stops.size();
            stops.append({i, spot});
        }
    }
    restack();
    const qsizetype to = at < 0 ? (next ? 0 : stops.size() - 1) : at + (next ? 1 : -1);
    if (to < 0 || to >= stops.size() || !hasFocus()) {
        m_focusMessage.reset();
        return QAbstractScrollArea::focusNextPrevChild(next);
    }
    const Entry &entry = m_entries[stops.at(to).first];
    m_focusMessage = entry.item->message().id;
    m_focusSpot = stops.at(to).second;
    const QRect rect = entry.item->rectOf(m_focusSpot).translated(entry.x, entry.y);
    QScrollBar *bar = verticalScrollBar();
    const int margin = m_theme.px(Spacing::L);
    if (rect.top() < bar->value() + margin)
        bar->setValue(rect.top() - margin);
    else if (rect.bottom() > bar->value() + viewport()->height() - margin)
        bar->setValue(rect.bottom() + margin - viewport()->height());
    viewport()->update();
    return true;
}

void ThreadView::activateFocused()
{
    const auto found = std::ranges::find_if(m_entries,
        [this](const Entry &entry) { return entry.item && m_focusMessage == entry.item->message().id; });
    if (found == m_entries.end())
        return;
    const QRect rect
        = found->item->rectOf(m_focusSpot).translated(found->x, found->y - verticalScrollBar()->value());
    activate(*found, m_focusSpot, viewport()->mapToGlobal(rect.bottomLeft()));
}

void ThreadView::paintFocus(QPainter &painter) const
{
    const auto found = std::ranges::find_if(m_entries,
        [this](const Entry &entry) { return entry.item && m_focusMessage == entry.item->message().id; });
    if (found == m_entries.end() || !hasFocus())
        return;
    const QRect rect
        = found->item->rectOf(m_focusSpot).translated(found->x, found->y - verticalScrollBar()->value());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.color(ColorRole::Focus), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect.adjusted(-2, -2, 2, 2), Radius::Control, Radius::Control);
}

void ThreadView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void ThreadView::setHighlight(const QString &search)
{
    m_words = search.split(u' ', Qt::SkipEmptyParts);
    for (const Entry &entry : m_entries)
        if (entry.item)
            entry.item->setHighlight(m_words);
    viewport()->update();
}

void ThreadView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (Entry *entry = entryAt(point)) {
        m_selecting = entry->item.get();
        m_selecting->selectWord(
            m_selecting->positionAt(point - QPoint(entry->x, entry->y - verticalScrollBar()->value())));
        viewport()->update();
    }
}

QString ThreadView::selectedText() const
{
    return m_selecting ? m_selecting->selectedText() : QString();
}

void ThreadView::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *bar = verticalScrollBar();
    if (event->matches(QKeySequence::Copy) && !selectedText().isEmpty()) {
        QApplication::clipboard()->setText(selectedText());
    } else if (event->matches(QKeySequence::SelectAll) && m_selecting) {
        m_selecting->selectAll();
        viewport()->update();
    } else if (m_focusMessage && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        activateFocused();
    } else if (event->key() == Qt::Key_Home) {
        bar->setValue(0);
    } else if (event->key() == Qt::Key_End) {
        bar->setValue(bar->maximum());
    } else if (event->key() == Qt::Key_Space) {
        bar->triggerAction(QScrollBar::SliderPageStepAdd);
    } else {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

int ThreadView::cardCount() const
{
    return static_cast<int>(
        std::ranges::count_if(m_entries, [](const Entry &entry) { return entry.item != nullptr; }));
}

QString ThreadView::visibleText() const
{
    QStringList lines;
    const int top = verticalScrollBar()->value();
    for (const Entry &entry : m_entries)
        if (entry.item && entry.y + entry.height > top && entry.y < top + viewport()->height())
            lines.append(entry.item->message().content);
    return lines.join(u'\n');
}

} // namespace signalbox
