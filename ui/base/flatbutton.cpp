// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/flatbutton.h"

#include "ui/base/consolestyle.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace signalbox {

FlatButton::FlatButton(const Theme &theme, IconName icon, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_icon(icon)
{
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::ArrowCursor);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void FlatButton::setIconName(IconName icon)
{
    m_icon = icon;
    update();
}

void FlatButton::setTones(ColorRole normal, ColorRole checked)
{
    m_normal = normal;
    m_checked = checked;
    update();
}

void FlatButton::setTextStyle(TextStyle style, QFont::Weight weight)
{
    m_style = style;
    m_weight = weight;
    updateGeometry();
}

void FlatButton::setHasChevron(bool hasChevron)
{
    m_hasChevron = hasChevron;
    updateGeometry();
}

void FlatButton::setIconSizePx(int pixels)
{
    m_iconPx = pixels;
    updateGeometry();
}

void FlatButton::setBadge(int badge)
{
    m_badge = badge;
    update();
}

QSize FlatButton::sizeHint() const
{
    const int pad = m_theme.px(Spacing::S);
    int width = 2 * pad;
    if (m_icon != IconName::None)
        width += m_theme.px(m_iconPx);
    if (!text().isEmpty()) {
        width
            += QFontMetrics(m_theme.font(m_style, m_weight)).horizontalAdvance(text()) + 2; // it rounds down
        if (m_icon != IconName::None)
            width += pad;
    }
    if (m_hasChevron)
        width += m_theme.px(14) + m_theme.px(Spacing::Xs);
    const int height = m_theme.px(32);
    return {std::max(width, height), height};
}

QSize FlatButton::minimumSizeHint() const
{
    const int side = m_theme.px(MinimumTarget);
    return {side, side};
}

bool FlatButton::event(QEvent *event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave)
        update();
    return QAbstractButton::event(event);
}

void FlatButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool isOver = isEnabled() && underMouse();
    QColor ink = m_theme.color(isChecked() ? m_checked : m_normal);
    if (!isEnabled())
        ink = m_theme.color(ColorRole::BorderStrong);
    else if (isOver && !isChecked() && m_normal == ColorRole::Text2)
        ink = m_theme.color(ColorRole::Text);
    QColor ground;
    if (isChecked() && m_checked == ColorRole::Accent)
        ground = m_theme.color(ColorRole::AccentSoft);
    else if (isOver || isDown()) {
        ground = m_theme.color(ColorRole::Text);
        ground.setAlphaF(isDown() ? 0.12F : 0.06F);
    }
    if (ground.isValid())
        paintBox(painter, rect(), ground, {}, Radius::Control);

    const int pad = m_theme.px(Spacing::S);
    const int iconSize = m_icon == IconName::None ? 0 : m_theme.px(m_iconPx);
    const int chevron = m_hasChevron ? m_theme.px(14) : 0;
    const bool isRtl = layoutDirection() == Qt::RightToLeft;
    QRect inner = rect().adjusted(pad, 0, -pad, 0);
    const auto place = [&](int width) {
        const QRect box(
            isRtl ? inner.right() - width + 1 : inner.left(), (height() - width) / 2, width, width);
        return box;
    };
    if (iconSize > 0) {
        const QRect box = text().isEmpty() && !m_hasChevron
            ? QRect((width() - iconSize) / 2, (height() - iconSize) / 2, iconSize, iconSize)
            : place(iconSize);
        painter.drawPixmap(box.topLeft(), iconPixmap(m_icon, ink, iconSize, devicePixelRatioF()));
        const int step = iconSize + pad;
        inner = isRtl ? inner.adjusted(0, 0, -step, 0) : inner.adjusted(step, 0, 0, 0);
        if (m_badge > 0) {
            const qreal side = m_theme.px(8);
            paintBox(painter, QRectF(box.right() - side / 2, box.top() - side / 2, side, side),
                m_theme.color(ColorRole::Danger), {}, side / 2);
        }
    }
    if (chevron > 0) {
        const int left = isRtl ? inner.left() : inner.right() - chevron + 1;
        painter.drawPixmap(QPoint(left, (height() - chevron) / 2 + 1),
            iconPixmap(IconName::ChevronDown, m_theme.color(ColorRole::Text3), chevron, devicePixelRatioF()));
        const int step = chevron + m_theme.px(Spacing::Xs);
        inner = isRtl ? inner.adjusted(step, 0, 0, 0) : inner.adjusted(0, 0, -step, 0);
    }
    if (!text().isEmpty()) {
        painter.setFont(m_theme.font(m_style, m_weight));
        painter.setPen(ink);
        const QString shown = painter.fontMetrics().elidedText(text(), Qt::ElideRight, inner.width());
        painter.drawText(inner, int(Qt::AlignVCenter | (isRtl ? Qt::AlignRight : Qt::AlignLeft)), shown);
    }
    if (hasFocus())
        paintFocusRing(painter, m_theme, rect());
}

} // namespace signalbox
