// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/liveview.h"

#include "ui/inbox/pillbutton.h"
#include "ui/live/liveaccessible.h"

#include <QAccessible>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

LiveView::LiveView(EventFeedModel &model, LeadNames &names, const Theme &theme, QWidget *parent)
    : QAbstractItemView(parent)
    , m_model(model)
    , m_theme(theme)
    , m_painter(theme, model, names)
    , m_chip(new PillButton(theme, this))
{
    installLiveAccessibility();
    setObjectName(u"liveTable"_s);
    setAccessibleName(tr("Events"));
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(NoSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(
        Qt::ScrollBarAlwaysOn); // its room is there before it: columns keep their place
    viewport()->setAutoFillBackground(false);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    m_chip->setObjectName(u"liveNewChip"_s);
    connect(m_chip, &QAbstractButton::clicked, this, [this] { setFollowing(true); });
    // Before the base class connects itself, so that the place is remembered while the old rows are there.
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &LiveView::rememberPlace);
    connect(&model, &QAbstractItemModel::rowsRemoved, this,
        [this](const QModelIndex &, int first, int last) { onRowsRemoved(first, last); });
    setModel(&model);
    connect(&model, &EventFeedModel::rowsAppended, this, &LiveView::noteNew);
    connect(&model, &EventFeedModel::pausedChanged, this, &LiveView::tellHold);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometries();
        viewport()->update();
    });
    setOffset(maxOffset());
}

LiveView::~LiveView()
{
    m_model.setHold(std::nullopt);
}

int LiveView::maxOffset() const
{
    return std::max(m_model.rowCount() * m_painter.rowHeight() - viewport()->height(), 0);
}

int LiveView::verticalOffset() const
{
    return m_offset;
}

int LiveView::firstVisibleRow() const
{
    return m_offset / m_painter.rowHeight();
}

int LiveView::lastVisibleRow() const
{
    const int last = (m_offset + viewport()->height() - 1) / m_painter.rowHeight();
    return std::clamp(last, 0, std::max(m_model.rowCount() - 1, 0));
}

QRect LiveView::visualRect(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const int height = m_painter.rowHeight();
    return {0, index.row() * height - m_offset, viewport()->width(), height};
}

QModelIndex LiveView::indexAt(const QPoint &point) const
{
    const int row = (m_offset + point.y()) / m_painter.rowHeight();
    if (point.y() < 0 || row >= m_model.rowCount())
        return {};
    const EventColumns columns = EventColumns::of(m_theme, viewport()->width());
    return m_model.index(row, columns.at(point.x(), viewport()->width(), isRightToLeft()));
}

/// Moves what is seen. Whether the end is in sight decides about following.
void LiveView::setOffset(int offset)
{
    m_isSyncing = true;
    QScrollBar *bar = verticalScrollBar();
    bar->setRange(0, maxOffset());
    bar->setPageStep(std::max(viewport()->height(), 1));
    bar->setSingleStep(m_painter.rowHeight());
    const int wanted = std::clamp(offset, 0, maxOffset());
    bar->setValue(wanted);
    m_isSyncing = false;
    const bool isMoved = std::exchange(m_offset, wanted) != wanted;
    viewport()->update();
    if (isMoved)
        Q_EMIT scrolled();
}

/// Rows came or went elsewhere: following goes to the end, else `offset` keeps the pixels still.
void LiveView::holdOffset(int offset)
{
    setOffset(m_isFollowing ? maxOffset() : offset);
    tellHold();
}

void LiveView::updateGeometries()
{
    holdOffset(m_offset);
    placeChip();
}

void LiveView::scrollContentsBy(int, int dy)
{
    if (m_isSyncing)
        return;
    m_offset = verticalScrollBar()->value();
    viewport()->scroll(0, dy);
    noteFollowing(m_offset >= maxOffset());
    tellHold();
    Q_EMIT scrolled();
}

void LiveView::scrollTo(const QModelIndex &index, ScrollHint)
{
    if (!index.isValid())
        return;
    const int height = m_painter.rowHeight();
    const int top = index.row() * height;
    if (top < m_offset)
        setOffset(top);
    else if (top + height > m_offset + viewport()->height())
        setOffset(top + height - viewport()->height());
    noteFollowing(m_isFollowing && m_offset >= maxOffset());
    tellHold();
}

void LiveView::setFollowing(bool isFollowing)
{
    noteFollowing(isFollowing);
    if (isFollowing)
        setOffset(maxOffset());
    tellHold();
}

void LiveView::noteFollowing(bool isFollowing)
{
    if (isFollowing && m_new > 0) {
        m_new = 0;
        placeChip();
    }
    if (m_isFollowing == isFollowing)
        return;
    m_isFollowing = isFollowing;
    Q_EMIT followingChanged(isFollowing);
}

void LiveView::noteNew(int count)
{
    if (m_isFollowing || count == 0)
        return;
    const bool isFirst = m_new == 0;
    m_new += count;
    placeChip();
    if (!isFirst)
        return;
    QAccessibleEvent event(m_chip, QAccessible::Alert); // once, not with each event (ux §10 L14)
    QAccessible::updateAccessibility(&event);
}

void LiveView::placeChip()
{
    m_chip->setVisible(m_new > 0);
    if (m_new == 0)
        return;
    m_chip->setText(tr("%1 new ↓").arg(QLocale().toString(m_new)));
    m_chip->setAccessibleName(tr("Show the newest events"));
    m_chip->adjustSize();
    m_chip->move(
        (width() - m_chip->width()) / 2, viewport()->geometry().bottom() - m_chip->height() - Spacing::M);
    m_chip->raise();
}

void LiveView::tellHold()
{
    const bool isReading = (!m_isFollowing || m_model.isPaused()) && m_model.rowCount() > 0;
    const int first = std::min(firstVisibleRow(), m_model.rowCount() - 1);
    m_model.setHold(isReading ? std::optional(m_model.row(first).first) : std::nullopt);
}

void LiveView::rowsInserted(const QModelIndex &, int first, int last)
{
    const int count = last - first + 1;
    if (m_current >= first)
        m_current += count;
    const int height = m_painter.rowHeight();
    holdOffset(first * height < m_offset ? m_offset + count * height : m_offset);
}

void LiveView::onRowsRemoved(int first, int last)
{
    const int count = last - first + 1;
    if (m_current > last) {
        m_current -= count;
    } else if (m_current >= first) {
        m_current = -1;
        Q_EMIT currentChangedTo(-1);
    }
    const int height = m_painter.rowHeight();
    const int top = firstVisibleRow();
    if (last < top)
        holdOffset(m_offset - count * height);
    else
        holdOffset(first <= top ? first * height : m_offset);
}

void LiveView::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &)
{
    if (topLeft.row() <= lastVisibleRow() && bottomRight.row() >= firstVisibleRow())
        viewport()->update();
}

void LiveView::rememberPlace()
{
    m_topSerial = 0;
    m_currentSerial = 0;
    if (m_model.rowCount() == 0)
        return;
    const int top = std::min(firstVisibleRow(), m_model.rowCount() - 1);
    m_topSerial = m_model.row(top).first;
    m_topPixel = top * m_painter.rowHeight() - m_offset;
    if (m_current >= 0)
        m_currentSerial = m_model.row(m_current).first;
}

void LiveView::reset()
{
    QAbstractItemView::reset();
    m_new = 0;
    m_current = -1;
    if (m_currentSerial > 0) {
        const int row = m_model.rowOf(m_currentSerial);
        if (row < m_model.rowCount() && m_model.row(row).first == m_currentSerial)
            m_current = row;
    }
    holdOffset(m_model.rowOf(m_topSerial) * m_painter.rowHeight() - m_topPixel);
    placeChip();
    viewport()->update();
    if (m_current < 0)
        Q_EMIT currentChangedTo(-1);
}

void LiveView::showMoment(Instant at)
{
    const int row = m_model.rowOf(m_model.ring().serialAt(at));
    noteFollowing(false);
    setOffset(row * m_painter.rowHeight());
    noteFollowing(m_offset >= maxOffset());
    tellHold();
}

std::optional<std::pair<Instant, Instant>> LiveView::visibleSpan() const
{
    if (m_model.rowCount() == 0)
        return std::nullopt;
    const LiveRing &ring = m_model.ring();
    const auto at
        = [&](quint64 serial) { return ring.at(std::clamp(serial, ring.first(), ring.end() - 1)).at; };
    return std::pair(at(m_model.row(std::min(firstVisibleRow(), m_model.rowCount() - 1)).first),
        at(m_model.row(lastVisibleRow()).last));
}

void LiveView::resizeEvent(QResizeEvent *event)
{
    const int top = m_current * m_painter.rowHeight();
    const bool wasInSight
        = m_current >= 0 && top >= m_offset && top < m_offset + std::max(event->oldSize().height(), 0);
    QAbstractItemView::resizeEvent(event);
    updateGeometries();
    // The detail pane opens over the row it is about.
    if (wasInSight)
        scrollTo(m_model.index(m_current, 0));
}

void LiveView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const int height = m_painter.rowHeight();
    const int bottom = event->rect().bottom();
    int row = (m_offset + event->rect().top()) / height;
    int y = row * height - m_offset;
    for (; y <= bottom && row < m_model.rowCount(); ++row, y += height) {
        const bool isCurrent = row == m_current;
        m_painter.paint(painter, QRect(0, y, viewport()->width(), height), row,
            {isCurrent, m_column, hasFocus(), isRightToLeft()});
    }
    if (y <= bottom)
        painter.fillRect(QRect(0, y, viewport()->width(), bottom - y + 1), m_theme.color(ColorRole::Surface));
}

} // namespace signalbox
