// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/inboxlistview.h"

#include "ui/inbox/conversationdelegate.h"
#include "ui/inbox/datebubble.h"
#include "ui/inbox/inboxlistaccessible.h"

#include <QHelpEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace signalbox {

namespace {

constexpr qint64 MaxScrollBar
    = 1'000'000'000; // a scroll bar counts in int; above, one step is several pixels

} // namespace

InboxListView::InboxListView(InboxModel &model, const Theme &theme, const Clock &clock, QWidget *parent)
    : QAbstractItemView(parent)
    , m_model(model)
    , m_theme(theme)
    , m_delegate(new ConversationDelegate(model, theme, clock, this))
    , m_bubble(new DateBubble(theme, this))
{
    installInboxListAccessibility();
    setObjectName(QStringLiteral("inboxList"));
    setAccessibleName(tr("Conversations"));
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(NoSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setItemDelegate(m_delegate);
    viewport()->setAutoFillBackground(false);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    m_rangeTimer.setSingleShot(true);
    connect(&m_rangeTimer, &QTimer::timeout, this, &InboxListView::announceRange);
    // Before the model's own views hear of it: the anchor is taken while the old rows are still where they
    // are.
    connect(&model, &QAbstractItemModel::rowsAboutToBeInserted, this, &InboxListView::takeAnchor);
    connect(&model, &QAbstractItemModel::rowsRemoved, this,
        [this](const QModelIndex &, int first, int last) { holdAnchor(first, first - last - 1); });
    setModel(&model);
    connect(&model, &InboxModel::aboutToRearrange, this, &InboxListView::takeAnchor);
    connect(&model, &InboxModel::rowUpdated, this, &InboxListView::tint);
    connect(verticalScrollBar(), &QScrollBar::sliderMoved, this, &InboxListView::updateBubble);
    connect(verticalScrollBar(), &QScrollBar::sliderReleased, this, [this] {
        m_bubble->hide();
        announceRange();
    });
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometries();
        viewport()->update();
    });
}

int InboxListView::rowHeight() const
{
    return m_theme.listRowHeight();
}

qint64 InboxListView::contentHeight() const
{
    return static_cast<qint64>(m_model.rowCount()) * rowHeight();
}

int InboxListView::verticalOffset() const
{
    return static_cast<int>(std::min(m_offset, MaxScrollBar));
}

int InboxListView::firstVisibleRow() const
{
    return static_cast<int>(m_offset / rowHeight());
}

int InboxListView::lastVisibleRow() const
{
    const qint64 last = (m_offset + viewport()->height() - 1) / rowHeight();
    return static_cast<int>(std::clamp<qint64>(last, 0, std::max(m_model.rowCount() - 1, 0)));
}

QRect InboxListView::visualRect(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const qint64 y = static_cast<qint64>(index.row()) * rowHeight() - m_offset;
    if (y < -rowHeight() || y > viewport()->height())
        return {}; // outside, and perhaps outside of what a QRect can say
    return {0, static_cast<int>(y), viewport()->width(), rowHeight()};
}

QModelIndex InboxListView::indexAt(const QPoint &point) const
{
    const qint64 row = (m_offset + point.y()) / rowHeight();
    if (point.y() < 0 || row >= m_model.rowCount())
        return {};
    return m_model.index(static_cast<int>(row));
}

void InboxListView::setOffset(qint64 offset)
{
    const qint64 last = std::max<qint64>(contentHeight() - viewport()->height(), 0);
    offset = std::clamp<qint64>(offset, 0, last);
    if (offset == m_offset)
        return;
    m_offset = offset;
    syncScrollBar();
    viewport()->update();
    m_rangeTimer.start(0);
    Q_EMIT scrolled();
}

void InboxListView::syncScrollBar()
{
    m_isSyncing = true;
    const qint64 last = std::max<qint64>(contentHeight() - viewport()->height(), 0);
    m_scale = std::max(1.0, static_cast<double>(last) / static_cast<double>(MaxScrollBar));
    QScrollBar *bar = verticalScrollBar();
    bar->setRange(0, static_cast<int>(static_cast<double>(last) / m_scale));
    bar->setPageStep(std::max(viewport()->height(), 1));
    bar->setSingleStep(rowHeight() / 2);
    bar->setValue(static_cast<int>(static_cast<double>(m_offset) / m_scale));
    m_isSyncing = false;
}

void InboxListView::updateGeometries()
{
    const qint64 last = std::max<qint64>(contentHeight() - viewport()->height(), 0);
    m_offset = std::clamp<qint64>(m_offset, 0, last);
    syncScrollBar();
    m_rangeTimer.start(0);
}

void InboxListView::scrollContentsBy(int, int dy)
{
    if (m_isSyncing)
        return;
    m_anchors.clear();
    m_wanted.reset();
    const int value = verticalScrollBar()->value();
    m_offset = m_scale > 1 ? static_cast<qint64>(value * m_scale) : value;
    if (m_scale <= 1 && std::abs(dy) < viewport()->height() && !m_bubble->isVisible())
        viewport()->scroll(0, dy);
    else
        viewport()->update();
    // A thumb on its way passes rows nobody wants: they are asked for when it rests.
    constexpr int ThumbRestMs = 80;
    m_rangeTimer.start(verticalScrollBar()->isSliderDown() ? ThumbRestMs : 0);
    Q_EMIT scrolled();
}

void InboxListView::scrollTo(const QModelIndex &index, ScrollHint)
{
    if (!index.isValid())
        return;
    const qint64 top = static_cast<qint64>(index.row()) * rowHeight();
    if (top < m_offset)
        setOffset(top);
    else if (top + rowHeight() > m_offset + viewport()->height())
        setOffset(top + rowHeight() - viewport()->height());
}

void InboxListView::scrollToTop()
{
    m_anchors.clear();
    setOffset(0);
}

void InboxListView::goToRow(int row)
{
    m_anchors.clear();
    setOffset(static_cast<qint64>(row) * rowHeight());
}

ListPlace InboxListView::place() const
{
    const int row = static_cast<int>((m_offset + rowHeight() - 1) / rowHeight());
    const Conversation *conversation = m_model.at(row);
    if (!conversation)
        return {};
    return {.lead = conversation->lead.id,
        .row = row,
        .date = conversation->updatedAt,
        .offset = static_cast<int>(static_cast<qint64>(row) * rowHeight() - m_offset)};
}

void InboxListView::setPlace(const ListPlace &place)
{
    m_wanted = place;
}

void InboxListView::takeAnchor()
{
    if (!m_anchors.empty() || m_model.rowCount() == 0)
        return;
    const int first = firstVisibleRow();
    const auto note = [&](int row) {
        if (const Conversation *conversation = m_model.at(row))
            m_anchors.push_back({conversation->lead.id, static_cast<qint64>(row) * rowHeight() - m_offset});
    };
    const int current = currentRow();
    if (current >= first && current <= lastVisibleRow())
        note(current);
    else if (m_followsTop && m_offset == 0)
        return;
    // First the rows in full view, from the top; each stands in for those before it, should they leave.
    for (int row = first + (m_offset % rowHeight() ? 1 : 0); row <= lastVisibleRow(); ++row)
        note(row);
    note(first);
    QTimer::singleShot(0, this, [this] {
        m_anchors.clear();
        m_followsTop = false;
    });
}

void InboxListView::holdAnchor(int changedRow, int delta)
{
    qint64 offset = m_offset;
    const auto kept = std::ranges::find_if(
        m_anchors, [&](const Anchor &anchor) { return m_model.rowOf(anchor.lead) >= 0; });
    if (kept != m_anchors.end())
        offset = static_cast<qint64>(m_model.rowOf(kept->lead)) * rowHeight() - kept->y;
    else if (changedRow < firstVisibleRow() && !m_followsTop)
        offset += static_cast<qint64>(delta) * rowHeight();
    m_offset = std::clamp<qint64>(offset, 0, std::max<qint64>(contentHeight() - viewport()->height(), 0));
    updateGeometries();
    viewport()->update();
}

void InboxListView::rowsInserted(const QModelIndex &, int first, int last)
{
    holdAnchor(first, last - first + 1);
}

// Not the base class's: it would make a neighbour current when the current row goes.
void InboxListView::rowsAboutToBeRemoved(const QModelIndex &, int, int)
{
    takeAnchor();
}

void InboxListView::dataChanged(
    const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &)
{
    if (m_wanted && m_model.rowOf(m_wanted->lead) >= 0) {
        const ListPlace place = *m_wanted;
        m_offset = -1; // whatever it is now, it is another one
        setOffset(static_cast<qint64>(m_model.rowOf(place.lead)) * rowHeight() - place.offset);
        m_wanted.reset();
    }
    if (!m_anchors.empty()) // rows found their place among others: the anchor may be another row now
        holdAnchor(topLeft.row(), 0);
    if (topLeft.row() <= lastVisibleRow() && bottomRight.row() >= firstVisibleRow())
        viewport()->update();
}

void InboxListView::reset()
{
    QAbstractItemView::reset();
    m_anchors.clear();
    m_wanted.reset();
    clearTicks();
    m_extendFrom = {};
    m_offset = 0;
    updateGeometries();
    viewport()->update();
}

void InboxListView::announceRange()
{
    if (m_model.rowCount() > 0)
        m_model.setVisibleRange(firstVisibleRow(), lastVisibleRow());
}

void InboxListView::resizeEvent(QResizeEvent *event)
{
    QAbstractItemView::resizeEvent(event);
    updateGeometries();
}

void InboxListView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const int top = event->rect().top();
    const int bottom = event->rect().bottom();
    const qint64 firstRow = (m_offset + top) / rowHeight();
    int y = static_cast<int>(firstRow * rowHeight() - m_offset);
    for (qint64 row = firstRow; y <= bottom && row < m_model.rowCount(); ++row, y += rowHeight()) {
        option.rect = QRect(0, y, viewport()->width(), rowHeight());
        const Conversation *conversation = m_model.at(static_cast<int>(row));
        const bool isSelected
            = conversation && (conversation->lead.id == m_current || isTicked(conversation->lead.id));
        option.state.setFlag(QStyle::State_Selected, isSelected);
        m_delegate->paint(&painter, option, m_model.index(static_cast<int>(row)));
        if (conversation && m_tinted.contains(conversation->lead.id)) {
            QColor wash = m_theme.color(ColorRole::Accent);
            wash.setAlphaF(0.12F);
            painter.fillRect(option.rect, wash);
        }
        if (hasFocus() && conversation && conversation->lead.id == m_current) {
            painter.setPen(QPen(m_theme.color(ColorRole::Focus), 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(option.rect.adjusted(1, 1, -1, -2));
        }
    }
    if (y <= bottom)
        painter.fillRect(QRect(0, y, viewport()->width(), bottom - y + 1), m_theme.color(ColorRole::Surface));
}

bool InboxListView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractItemView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QModelIndex index = indexAt(help->pos());
    const Conversation *row = index.isValid() ? m_model.at(index.row()) : nullptr;
    if (row)
        QToolTip::showText(
            help->globalPos(), m_delegate->describe(index.row()), viewport(), visualRect(index));
    else
        QToolTip::hideText();
    return true;
}

void InboxListView::tint(int row)
{
    const Conversation *conversation = m_model.at(row);
    if (!m_theme.hasMotion() || !conversation || row < firstVisibleRow() || row > lastVisibleRow())
        return;
    const LeadId lead = conversation->lead.id;
    if (m_tinted.contains(lead))
        return; // one tint, however often it changes meanwhile
    m_tinted.insert(lead);
    viewport()->update(visualRect(m_model.index(row)));
    constexpr std::chrono::milliseconds TintLasts {600};
    QTimer::singleShot(TintLasts, this, [this, lead] {
        m_tinted.remove(lead);
        viewport()->update();
    });
}

void InboxListView::updateBubble()
{
    auto *bubble = static_cast<DateBubble *>(m_bubble);
    const int row = firstVisibleRow();
    const auto date = m_model.window().dateNear(row);
    if (!date) {
        bubble->hide();
        return;
    }
    bubble->showDate(*date, verticalScrollBar());
}

void InboxListView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event); // the view's would make a row current
    viewport()->update();
    tellAccessibility();
}

void InboxListView::focusOutEvent(QFocusEvent *event)
{
    QAbstractItemView::focusOutEvent(event);
    viewport()->update();
}

} // namespace signalbox
