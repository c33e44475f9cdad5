// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/pillbutton.h"

#include <QPainter>

namespace signalbox {

PillButton::PillButton(const Theme &theme, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    hide();
}

QSize PillButton::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(TextStyle::Caption, QFont::Bold));
    return {metrics.horizontalAdvance(text()) + m_theme.px(2 * Spacing::L), m_theme.px(28)};
}

void PillButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(
        hasFocus() ? QPen(m_theme.color(ColorRole::Focus), 2) : QPen(m_theme.color(ColorRole::Surface), 1));
    painter.setBrush(m_theme.color(ColorRole::Accent));
    const QRectF box = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2);
    painter.setFont(m_theme.font(TextStyle::Caption, QFont::Bold));
    painter.setPen(m_theme.color(ColorRole::AccentText));
    painter.drawText(rect(), Qt::AlignCenter, text());
}

} // namespace signalbox
