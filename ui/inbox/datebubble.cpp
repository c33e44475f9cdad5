// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/datebubble.h"

#include <QDateTime>
#include <QLocale>
#include <QPainter>
#include <QScrollBar>

namespace signalbox {

DateBubble::DateBubble(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("dateBubble"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void DateBubble::showDate(Instant date, const QScrollBar *bar)
{
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(date.time_since_epoch());
    m_text = QLocale().toString(
        QDateTime::fromMSecsSinceEpoch(ms.count()).date(), QStringLiteral("ddd d MMM yyyy"));
    const QFontMetrics metrics(m_theme.font(TextStyle::Body, QFont::Medium));
    resize(metrics.horizontalAdvance(m_text) + m_theme.px(2 * Spacing::M), m_theme.px(28));
    const int span = std::max(bar->maximum() - bar->minimum(), 1);
    const double share = static_cast<double>(bar->value() - bar->minimum()) / span;
    const int y = static_cast<int>(share * (parentWidget()->height() - height()));
    move(parentWidget()->width() - bar->width() - width() - m_theme.px(Spacing::S), y);
    raise();
    show();
    update();
}

void DateBubble::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(ColorRole::Text));
    painter.drawRoundedRect(rect(), Radius::Control, Radius::Control);
    painter.setFont(m_theme.font(TextStyle::Body, QFont::Medium));
    painter.setPen(m_theme.color(ColorRole::Surface));
    painter.drawText(rect(), Qt::AlignCenter, m_text);
}

} // namespace signalbox
