// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/frozenheader.h"

#include "ui/base/icons.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace signalbox {

namespace {

constexpr int ArrowPx = 12;
constexpr int ArrowGap = 2;

} // namespace

FrozenHeader::FrozenHeader(const Theme &theme, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_theme(theme)
{
    setSectionsClickable(true);
    setSectionsMovable(true);
    setHighlightSections(false);
    setSortIndicatorShown(false); // ours is painted only where a sort is possible
    setMinimumSectionSize(theme.px(40));
    setMouseTracking(true);
    connect(this, &QHeaderView::sectionClicked, this, [this](int section) {
        if (isSortable(section))
            Q_EMIT sortRequested(section);
    });
}

void FrozenHeader::setFrozenCount(int count)
{
    m_frozenCount = count;
    viewport()->update();
}

QList<int> FrozenHeader::visibleSections() const
{
    QList<int> sections;
    for (int visual = 0; visual < count(); ++visual) {
        const int section = logicalIndex(visual);
        if (!isSectionHidden(section))
            sections.append(section);
    }
    return sections;
}

QList<int> FrozenHeader::frozenSections() const
{
    QList<int> sections;
    for (int visual = 0; visual < count() && sections.size() < m_frozenCount; ++visual) {
        const int section = logicalIndex(visual);
        if (!isSectionHidden(section))
            sections.append(section);
    }
    return sections;
}

int FrozenHeader::frozenWidth() const
{
    int width = 0;
    const QList<int> sections = frozenSections();
    for (const int section : sections)
        width += sectionSize(section);
    return width;
}

int FrozenHeader::sectionX(int section) const
{
    const int scrolled = sectionViewportPosition(section);
    if (!isFrozen(section))
        return scrolled;
    return isRightToLeft() ? scrolled - offset() : scrolled + offset();
}

bool FrozenHeader::isInFrozenZone(int x) const
{
    return isRightToLeft() ? x >= viewport()->width() - frozenWidth() : x < frozenWidth();
}

int FrozenHeader::unscrolled(int x) const
{
    return isRightToLeft() ? x + offset() : x - offset();
}

int FrozenHeader::sectionAt(int x) const
{
    return logicalIndexAt(isInFrozenZone(x) ? unscrolled(x) : x);
}

void FrozenHeader::setSort(int section, bool isDescending)
{
    m_sortSection = section;
    m_isDescending = isDescending;
    viewport()->update();
}

QSize FrozenHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), m_theme.px(34)};
}

QSize FrozenHeader::sectionSizeFromContents(int section) const
{
    return {titleWidth(section), m_theme.px(34)};
}

int FrozenHeader::arrowWidth() const
{
    return m_theme.px(ArrowPx) + ArrowGap;
}

int FrozenHeader::titleWidth(int section) const
{
    const QString title = model()->headerData(section, orientation()).toString();
    // Of the sorted column it is bold.
    const QFontMetrics usual(m_theme.font(TextStyle::Caption, QFont::Medium));
    const QFontMetrics sorted(m_theme.font(TextStyle::Caption, QFont::Bold));
    const int text = isSortable(section)
        ? std::max(usual.horizontalAdvance(title), sorted.horizontalAdvance(title) + arrowWidth())
        : usual.horizontalAdvance(title);
    return m_theme.px(Spacing::M) + text + m_theme.px(Spacing::S);
}

void FrozenHeader::paintEvent(QPaintEvent *event)
{
    QHeaderView::paintEvent(event);
    QPainter painter(viewport());
    const QList<int> sections = frozenSections();
    for (const int section : sections)
        paintSection(&painter, QRect(sectionX(section), 0, sectionSize(section), height()), section);
    if (sections.isEmpty())
        return;
    const int edge = isRightToLeft() ? viewport()->width() - frozenWidth() : frozenWidth() - 1;
    painter.fillRect(QRect(edge, 0, 1, height()), m_theme.color(ColorRole::BorderStrong));
}

void FrozenHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    painter->save();
    painter->setClipRect(rect);
    painter->fillRect(rect, m_theme.color(ColorRole::Window));
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), m_theme.color(ColorRole::Border));
    const int edge = isRightToLeft() ? rect.left() : rect.right();
    painter->fillRect(QRect(edge, rect.top() + m_theme.px(9), 1, rect.height() - m_theme.px(18)),
        m_theme.color(ColorRole::Border));
    const bool isSorted = section == m_sortSection;
    QRect inner = rect.adjusted(m_theme.px(Spacing::M), 0, -m_theme.px(Spacing::S), 0);
    if (isRightToLeft())
        inner = rect.adjusted(m_theme.px(Spacing::S), 0, -m_theme.px(Spacing::M), 0);
    const int size = m_theme.px(ArrowPx);
    if (isSorted) {
        const QRect place(isRightToLeft() ? inner.left() : inner.right() - size,
            rect.top() + (rect.height() - size) / 2, size, size);
        painter->save();
        painter->translate(QRectF(place).center());
        painter->rotate(m_isDescending ? 0 : 180);
        painter->drawPixmap(-size / 2, -size / 2,
            iconPixmap(IconName::ChevronDown, m_theme.color(ColorRole::Accent), size,
                painter->device()->devicePixelRatioF()));
        painter->restore();
        inner = isRightToLeft() ? inner.adjusted(arrowWidth(), 0, 0, 0)
                                : inner.adjusted(0, 0, -arrowWidth(), 0);
    }
    painter->setFont(m_theme.font(TextStyle::Caption, isSorted ? QFont::Bold : QFont::Medium));
    painter->setPen(m_theme.color(isSorted ? ColorRole::Text : ColorRole::Text2));
    const QString title = model()->headerData(section, orientation()).toString();
    const auto align
        = Qt::Alignment(model()->headerData(section, orientation(), Qt::TextAlignmentRole).toInt());
    painter->drawText(inner, int(QStyle::visualAlignment(layoutDirection(), align | Qt::AlignVCenter)),
        painter->fontMetrics().elidedText(title, Qt::ElideRight, inner.width()));
    painter->restore();
}

bool FrozenHeader::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QHeaderView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int section = sectionAt(help->pos().x());
    QToolTip::showText(help->globalPos(),
        section < 0 ? QString() : model()->headerData(section, orientation(), Qt::ToolTipRole).toString(),
        this);
    return true;
}

/// The frozen section whose end is under the pointer, or -1.
int FrozenHeader::frozenHandleAt(int x) const
{
    const int grip = style()->pixelMetric(QStyle::PM_HeaderGripMargin, nullptr, this);
    const QList<int> sections = frozenSections();
    for (const int section : sections) {
        const int end = isRightToLeft() ? sectionX(section) : sectionX(section) + sectionSize(section);
        if (std::abs(x - end) <= grip)
            return section;
    }
    return -1;
}

// QHeaderView takes no notice of points before its beginning, where a scrolled header has its frozen
// sections. So what a mouse does on those is done here while it is scrolled; to move one, it is first
// scrolled back.
void FrozenHeader::mousePressEvent(QMouseEvent *event)
{
    const int x = event->pos().x();
    if (offset() == 0 || event->button() != Qt::LeftButton || (frozenHandleAt(x) < 0 && !isInFrozenZone(x)))
        return QHeaderView::mousePressEvent(event);
    m_press = Press {.x = x, .handle = frozenHandleAt(x), .section = sectionAt(x), .size = 0};
    if (m_press->handle >= 0)
        m_press->size = sectionSize(m_press->handle);
}

void FrozenHeader::mouseMoveEvent(QMouseEvent *event)
{
    const int x = event->pos().x();
    if (!m_press) {
        QHeaderView::mouseMoveEvent(event);
        if (event->buttons() == Qt::NoButton && offset() > 0 && isInFrozenZone(x))
            setCursor(frozenHandleAt(x) >= 0 ? Qt::SplitHCursor : Qt::ArrowCursor);
        return;
    }
    const int moved = isRightToLeft() ? m_press->x - x : x - m_press->x;
    if (m_press->handle >= 0)
        return resizeSection(m_press->handle, std::max(minimumSectionSize(), m_press->size + moved));
    if (std::abs(moved) < QApplication::startDragDistance())
        return;
    const QPointF from(m_press->x, event->position().y());
    m_press.reset();
    Q_EMIT unscrollRequested();
    QMouseEvent press(QEvent::MouseButtonPress, from, event->globalPosition(), Qt::LeftButton, Qt::LeftButton,
        event->modifiers(), event->pointingDevice());
    QHeaderView::mousePressEvent(&press);
    QHeaderView::mouseMoveEvent(event);
}

void FrozenHeader::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_press)
        return QHeaderView::mouseReleaseEvent(event);
    const Press press = *std::exchange(m_press, std::nullopt);
    if (press.handle < 0 && press.section == sectionAt(event->pos().x()))
        Q_EMIT sectionClicked(press.section);
}

void FrozenHeader::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (offset() == 0 || !isInFrozenZone(event->pos().x()))
        QHeaderView::mouseDoubleClickEvent(event);
}

void FrozenHeader::contextMenuEvent(QContextMenuEvent *event)
{
    const int section = sectionAt(event->pos().x());
    if (section >= 0)
        Q_EMIT menuRequested(section, event->globalPos());
}

} // namespace signalbox
