// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/categorybutton.h"

#include "ui/base/presenter.h"

#include <QPainter>

namespace signalbox {

using namespace Qt::StringLiterals;

CategoryButton::CategoryButton(const Theme &theme, InboxCategory category, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_category(category)
{
    setObjectName(u"category_"_s + wireName(category));
    setText(presentCategory(category).text);
    setToolTip(text());
    setCheckable(true);
    setAutoExclusive(false);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCount(std::nullopt);
}

void CategoryButton::setCount(std::optional<qint64> count)
{
    m_count = count;
    setAccessibleName(count ? text() + u", "_s + presentCount(*count, QLocale()) : text());
    update();
}

QSize CategoryButton::sizeHint() const
{
    return {m_theme.px(200), m_theme.px(32)};
}

void CategoryButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (isChecked())
        painter.setBrush(m_theme.color(ColorRole::AccentSoft));
    else if (underMouse())
        painter.setBrush(m_theme.color(ColorRole::Sunken));
    if (isChecked() || underMouse())
        painter.drawRoundedRect(rect(), Radius::Control, Radius::Control);
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.color(ColorRole::Focus), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(rect().adjusted(1, 1, -1, -1), Radius::Control, Radius::Control);
    }
    int right = width() - m_theme.px(Spacing::S);
    if (m_count && *m_count > 0) {
        const QString figure = presentCount(*m_count, QLocale(), true);
        const bool isUrgent = m_category == InboxCategory::Attention;
        const bool isAmber
            = m_category == InboxCategory::AiReview || m_category == InboxCategory::PreviousAttention;
        painter.setFont(m_theme.font(TextStyle::Caption, isUrgent ? QFont::Bold : QFont::Medium));
        const int width = painter.fontMetrics().horizontalAdvance(figure) + m_theme.px(2 * 6);
        const QRect badge(right - width, (height() - m_theme.px(20)) / 2, width, m_theme.px(20));
        if (isUrgent || isAmber) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_theme.color(isUrgent ? ColorRole::DangerSoft : ColorRole::WarnSoft));
            painter.drawRoundedRect(badge, m_theme.px(10), m_theme.px(10));
        }
        painter.setPen(m_theme.color(isUrgent ? ColorRole::Danger
                : isAmber                     ? ColorRole::Warn
                                              : ColorRole::Text2));
        painter.drawText(badge, Qt::AlignCenter, figure);
        right = badge.left() - m_theme.px(Spacing::Xs);
    }
    painter.setFont(m_theme.font(TextStyle::Body, isChecked() ? QFont::Bold : QFont::Normal));
    painter.setPen(m_theme.color(isChecked() ? ColorRole::Accent : ColorRole::Text));
    const QRect text(m_theme.px(Spacing::S), 0, right - m_theme.px(Spacing::S), height());
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
        painter.fontMetrics().elidedText(this->text(), Qt::ElideRight, text.width()));
}

} // namespace signalbox
