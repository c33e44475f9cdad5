// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/tabstrip.h"

#include "ui/base/consolestyle.h"

#include <QPainter>

namespace signalbox {

TabStrip::TabStrip(const Theme &theme, QWidget *parent)
    : QTabBar(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("analyticsTabs"));
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(true);
    setMouseTracking(true);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QSize TabStrip::tabSizeHint(int index) const
{
    const QFontMetrics metrics(m_theme.font(TextStyle::Body, QFont::Medium));
    return {metrics.horizontalAdvance(tabText(index)) + m_theme.px(2 * Spacing::M), m_theme.px(40)};
}

void TabStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QPoint pointer = mapFromGlobal(QCursor::pos());
    for (int i = 0; i < count(); ++i) {
        const QRect tab = tabRect(i);
        const bool isOpen = i == currentIndex();
        if (!isOpen && underMouse() && tab.contains(pointer))
            painter.fillRect(tab.adjusted(2, 6, -2, -6), m_theme.color(ColorRole::Sunken));
        painter.setFont(m_theme.font(TextStyle::Body, isOpen ? QFont::Medium : QFont::Normal));
        painter.setPen(m_theme.color(isOpen ? ColorRole::Text : ColorRole::Text2));
        painter.drawText(tab, Qt::AlignCenter | Qt::TextSingleLine, tabText(i));
        if (isOpen)
            painter.fillRect(QRect(tab.left() + m_theme.px(Spacing::M), tab.bottom() - 1,
                                 tab.width() - 2 * m_theme.px(Spacing::M), 2),
                m_theme.color(ColorRole::Accent));
        if (isOpen && hasFocus())
            paintFocusRing(painter, m_theme, QRectF(tab).adjusted(2, 4, -2, -4));
    }
}

} // namespace signalbox
