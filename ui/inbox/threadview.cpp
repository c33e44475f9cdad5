// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
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

ThreadView::ThreadView(ThreadModel &model, const Theme &theme, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_model(model)
    , m_theme(theme)
{
    setObjectName(u"threadView"_s);
    setAccessibleName(tr("Messages"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    m_fill.setInterval(0);
    connect(&m_fill, &QTimer::timeout, this, &ThreadView::settleSome);
    connect(&model, &QAbstractItemModel::modelReset, this, &ThreadView::rebuild);
    connect(&model, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex &, int first, int last) { onInserted(first, last); });
    connect(&model, &QAbstractItemModel::rowsRemoved, this, [this](const QModelIndex &, int first, int last) {
        m_entries.erase(m_entries.begin() + first, m_entries.begin() + last + 1);
    });
    connect(&model, &QAbstractItemModel::dataChanged, this,
        [this](const QModelIndex &from, const QModelIndex &to) { onChanged(from.row(), to.row()); });
    connect(&model, &ThreadModel::stateChanged, viewport(), qOverload<>(&QWidget::update));
    connect(&theme, &Theme::changed, this, &ThreadView::rebuild);
    rebuild();
}

ThreadView::~ThreadView() = default;

ThreadView::Entry ThreadView::makeEntry(int row) const
{
    Entry entry;
    if (const Message *message = m_model.messageAt(row))
        entry.item = std::make_unique<MessageItem>(m_theme, *message, m_model.textAt(row));
    else
        entry.day = m_model.index(row).data(ThreadModel::DayRole).toDate();
    if (entry.item)
        entry.item->setHighlight(m_words);
    entry.isLaidOut = !entry.item;
    return entry;
}

void ThreadView::rebuild()
{
    m_selecting = nullptr;
    m_focusMessage.reset();
    m_newBelow = 0;
    m_entries.clear();
    for (int row = 0; row < m_model.rowCount(); ++row)
        m_entries.push_back(makeEntry(row));
    guess(0, m_entries.size());
    restack();
    m_opensAtBottom = true;
    scrollToBottom();
    settleVisible();
    scrollToBottom();
    m_fill.start();
    viewport()->update();
}

void ThreadView::onInserted(int first, int last)
{
    const bool wasAtBottom = isAtBottom() || m_entries.empty();
    const bool isPrepended = first == 0 && !m_entries.empty();
    const bool isOpening = m_entries.empty();
    const int fromBottom = m_contentHeight - verticalScrollBar()->value();
    std::vector<Entry> added;
    for (int row = first; row <= last; ++row)
        added.push_back(makeEntry(row));
    m_entries.insert(m_entries.begin() + first, std::make_move_iterator(added.begin()),
        std::make_move_iterator(added.end()));
    if (isPrepended || isOpening)
        guess(static_cast<size_t>(first), static_cast<size_t>(last) + 1);
    else
        layOut(static_cast<size_t>(first), static_cast<size_t>(last) + 1);
    restack();
    if (isPrepended) {
        verticalScrollBar()->setValue(m_contentHeight - fromBottom);
        settleVisible();
        m_fill.start();
    } else if (wasAtBottom) {
        scrollToBottom();
        settleVisible();
        scrollToBottom();
        m_fill.start();
    } else {
        for (int row = first; row <= last; ++row)
            m_newBelow += m_model.messageAt(row) ? 1 : 0; // a day is not a message
        Q_EMIT newBelow(m_newBelow);
    }
    viewport()->update();
}

void ThreadView::onChanged(int first, int last)
{
    for (int row = first; row <= last; ++row)
        if (const Message *message = m_model.messageAt(row))
            m_entries[static_cast<size_t>(row)].item->setText(*message, m_model.textAt(row));
    layOut(static_cast<size_t>(first), static_cast<size_t>(last) + 1);
    restack();
    viewport()->update();
}

int ThreadView::earlierHeight() const
{
    return m_model.hasEarlier() ? m_theme.px(44) : 0;
}

void ThreadView::layOut(size_t first, size_t last)
{
    const int width = viewport()->width() - m_theme.px(2 * Spacing::L);
    const int card = std::clamp(width * 84 / 100, std::min(width, m_theme.px(240)), m_theme.px(680));
    for (size_t i = first; i < last; ++i) {
        Entry &entry = m_entries[i];
        if (!entry.item) {
            entry.height = m_theme.px(36);
            continue;
        }
        entry.item->layOut(std::max(card, 80));
        entry.height = entry.item->size().height() + m_theme.px(Spacing::M);
        entry.isLaidOut = true;
    }
}

void ThreadView::guess(size_t first, size_t last)
{
    for (size_t i = first; i < last; ++i) {
        Entry &entry = m_entries[i];
        entry.isLaidOut = !entry.item;
        if (!entry.item)
            entry.height = m_theme.px(36);
        else if (entry.height == 0)
            entry.height = m_theme.px(80 + 19 * static_cast<int>(entry.item->message().content.size() / 80));
    }
}

/// Lays one card out; what is read stays where it is, whatever the guess was worth.
void ThreadView::settle(size_t index)
{
    QScrollBar *bar = verticalScrollBar();
    const int value = bar->value();
    const int fromBottom = m_contentHeight - value;
    const bool isAbove = m_entries[index].y < value + viewport()->height();
    m_isSettling = true;
    layOut(index, index + 1);
    restack();
    bar->setValue(isAbove ? m_contentHeight - fromBottom : value);
    m_isSettling = false;
}

void ThreadView::settleVisible()
{
    for (;;) {
        const int top = verticalScrollBar()->value();
        const int bottom = top + viewport()->height();
        const auto found = std::find_if(m_entries.rbegin(), m_entries.rend(), [&](const Entry &entry) {
            return !entry.isLaidOut && entry.y < bottom && entry.y + entry.height > top;
        });
        if (found == m_entries.rend())
            return;
        settle(static_cast<size_t>(m_entries.rend() - found) - 1);
    }
}

void ThreadView::settleSome()
{
    constexpr int CardsPerTurn = 12; // about 5 ms
    for (int i = 0; i < CardsPerTurn; ++i) {
        const auto found = std::find_if(
            m_entries.rbegin(), m_entries.rend(), [](const Entry &entry) { return !entry.isLaidOut; });
        if (found == m_entries.rend()) {
            m_fill.stop();
            return;
        }
        settle(static_cast<size_t>(m_entries.rend() - found) - 1);
    }
}

void ThreadView::restack()
{
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    int y = m_theme.px(Spacing::S) + earlierHeight();
    for (Entry &entry : m_entries) {
        entry.y = y;
        y += entry.height;
        if (entry.item) {
            const bool isLeft = entry.item->isInbound() != isMirrored;
            entry.x = isLeft ? m_theme.px(Spacing::L)
                             : viewport()->width() - m_theme.px(Spacing::L) - entry.item->size().width();
        }
    }
    m_contentHeight = y + m_theme.px(Spacing::S);
    verticalScrollBar()->setRange(0, std::max(m_contentHeight - viewport()->height(), 0));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(m_theme.px(32));
}

bool ThreadView::isAtBottom() const
{
    return verticalScrollBar()->value() >= verticalScrollBar()->maximum() - m_theme.px(Spacing::S);
}

void ThreadView::scrollToBottom()
{
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void ThreadView::scrollContentsBy(int, int)
{
    if (!m_isSettling)
        settleVisible();
    viewport()->update();
    if (m_newBelow > 0 && isAtBottom()) {
        m_newBelow = 0;
        Q_EMIT newBelow(0);
    }
}

void ThreadView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    const bool wasAtBottom = isAtBottom() || m_opensAtBottom;
    guess(0, m_entries.size());
    restack();
    if (wasAtBottom)
        scrollToBottom();
    settleVisible();
    if (wasAtBottom)
        scrollToBottom();
    m_fill.start();
    m_opensAtBottom = false;
}

void ThreadView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), m_theme.color(ColorRole::Window));
    const int offset = verticalScrollBar()->value();
    if (m_model.hasEarlier())
        paintEarlier(painter);
    for (const Entry &entry : m_entries) {
        const int y = entry.y - offset;
        if (y + entry.height < event->rect().top() || y > event->rect().bottom())
            continue;
        if (!entry.item) {
            paintDay(painter, entry, y);
            continue;
        }
        wantImages(entry);
        painter.save();
        painter.translate(entry.x, y);
        entry.item->paint(painter, event->rect().translated(-entry.x, -y));
        painter.restore();
    }
    if (m_focusMessage)
        paintFocus(painter);
}

void ThreadView::wantImages(const Entry &entry)
{
    for (const Attachment &image : entry.item->inlineImages())
        Q_EMIT inlineImageWanted(entry.item->message().id, image);
}

void ThreadView::setInlineImage(MessageId message, const QString &contentId, const QByteArray &bytes)
{
    const bool wasAtBottom = isAtBottom();
    for (size_t i = 0; i < m_entries.size(); ++i) {
        Entry &entry = m_entries[i];
        if (!entry.item || entry.item->message().id != message)
            continue;
        const int before = entry.height;
        entry.item->setInlineImage(contentId, bytes);
        layOut(i, i + 1);
        const int value = verticalScrollBar()->value();
        const bool isAbove = entry.y < value;
        restack();
        if (wasAtBottom)
            scrollToBottom();
        else if (isAbove)
            verticalScrollBar()->setValue(value + entry.height - before);
        viewport()->update();
    }
}

void ThreadView::paintEarlier(QPainter &painter) const
{
    painter.setFont(m_theme.font(TextStyle::Body, QFont::Medium));
    painter.setPen(m_theme.color(m_model.isLoadingEarlier() ? ColorRole::Text3 : ColorRole::Accent));
    const QRect rect(
        0, m_theme.px(Spacing::S) - verticalScrollBar()->value(), viewport()->width(), m_theme.px(36));
    painter.drawText(rect, Qt::AlignCenter,
        m_model.isLoadingEarlier() ? tr("Loading earlier messages…") : tr("Load earlier messages"));
}

void ThreadView::paintDay(QPainter &painter, const Entry &entry, int y) const
{
    const QString text = QLocale().toString(entry.day, u"dddd d MMMM yyyy"_s);
    painter.setFont(m_theme.font(TextStyle::Caption, QFont::Medium));
    const int width = painter.fontMetrics().horizontalAdvance(text) + m_theme.px(2 * Spacing::M);
    const int middle = y + m_theme.px(18);
    const int centre = viewport()->width() / 2;
    painter.setPen(QPen(m_theme.color(ColorRole::Border), 1));
    painter.drawLine(m_theme.px(Spacing::L), middle, centre - width / 2, middle);
    painter.drawLine(centre + width / 2, middle, viewport()->width() - m_theme.px(Spacing::L), middle);
    painter.setPen(m_theme.color(ColorRole::Text3));
    painter.drawText(QRect(centre - width / 2, y, width, m_theme.px(36)), Qt::AlignCenter, text);
}

} // namespace signalbox
