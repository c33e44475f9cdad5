// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/consolestyle.h"

#include "ui/base/icons.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QStyleOption>

#include <algorithm>

namespace signalbox {

namespace {

QColor mixed(const QColor &a, const QColor &b, qreal share)
{
    return QColor::fromRgbF(a.redF() + float(share) * (b.redF() - a.redF()),
        a.greenF() + float(share) * (b.greenF() - a.greenF()),
        a.blueF() + float(share) * (b.blueF() - a.blueF()));
}

} // namespace

void paintFocusRing(QPainter &painter, const Theme &theme, const QRectF &rect, qreal radius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.color(ColorRole::Focus), 2));
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius);
    painter.restore();
}

void paintBox(QPainter &painter, const QRectF &rect, const QColor &fill, const QColor &border, qreal radius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter.setPen(border.isValid() ? QPen(border, 1) : QPen(Qt::NoPen));
    const qreal inset = border.isValid() ? 0.5 : 0;
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
    painter.restore();
}

ConsoleStyle::ConsoleStyle(const Theme &theme)
    : QProxyStyle(QStringLiteral("fusion"))
    , m_theme(theme)
{ }

void ConsoleStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        return drawButton(option, painter, widget);
    case PE_FrameLineEdit:
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth <= 0)
            return painter->fillRect(option->rect, option->palette.base());
        return drawField(option, painter);
    case PE_FrameFocusRect:
        // Lists draw their current row themselves.
        if (!qobject_cast<const QAbstractItemView *>(widget))
            paintFocusRing(*painter, m_theme, option->rect, 4);
        return;
    case PE_IndicatorCheckBox:
        return drawCheckBox(option, painter);
    case PE_Frame:
        painter->setPen(m_theme.color(ColorRole::Border));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_FrameMenu:
        return;
    case PE_PanelMenu:
        painter->fillRect(option->rect, m_theme.color(ColorRole::Raised));
        painter->setPen(m_theme.color(ColorRole::Border));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, m_theme.color(ColorRole::Raised));
        painter->setPen(m_theme.color(ColorRole::BorderStrong));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void ConsoleStyle::drawControl(
    ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    if (element == CE_Splitter) {
        const bool isVertical = option->rect.height() > option->rect.width();
        const QRect line = isVertical
            ? QRect(option->rect.center().x(), option->rect.top(), 1, option->rect.height())
            : QRect(option->rect.left(), option->rect.center().y(), option->rect.width(), 1);
        painter->fillRect(line, m_theme.color(ColorRole::Border));
        return;
    }
    if (element == CE_HeaderSection) {
        painter->fillRect(option->rect, m_theme.color(ColorRole::Window));
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
            m_theme.color(ColorRole::Border));
        return;
    }
    if (element == CE_HeaderEmptyArea) {
        painter->fillRect(option->rect, m_theme.color(ColorRole::Window));
        return;
    }
    if (element == CE_PushButtonLabel && widget && widget->property("accent").toBool()) {
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton accented(*button);
            if (option->state & State_Enabled)
                accented.palette.setColor(QPalette::ButtonText, m_theme.color(ColorRole::AccentText));
            return QProxyStyle::drawControl(element, &accented, painter, widget);
        }
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void ConsoleStyle::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    if (control == CC_ScrollBar)
        return drawScrollBar(option, painter);
    if (control == CC_ComboBox) {
        const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        if (box && !box->editable)
            return drawComboBox(option, painter);
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

int ConsoleStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return 12;
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_SplitterWidth:
        return 5;
    case PM_ButtonMargin:
        return 12;
    case PM_DefaultFrameWidth:
        if (qobject_cast<const QAbstractScrollArea *>(widget))
            return 1;
        break;
    case PM_FocusFrameHMargin:
        return 7; // what stands around the text of a cell
    case PM_HeaderMargin:
        return 8;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
        return m_theme.px(16);
    case PM_SmallIconSize:
        return m_theme.px(16);
    case PM_MenuHMargin:
    case PM_MenuVMargin:
        return 4;
    default:
        break;
    }
    return QProxyStyle::pixelMetric(metric, option, widget);
}

int ConsoleStyle::styleHint(
    StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *answer) const
{
    switch (hint) {
    case SH_ScrollBar_Transient:
        return 0;
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
        return 0;
    case SH_Widget_Animation_Duration:
        return m_theme.hasMotion() ? 120 : 0;
    case SH_ComboBox_Popup:
        return 0;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    default:
        break;
    }
    return QProxyStyle::styleHint(hint, option, widget, answer);
}

QSize ConsoleStyle::sizeFromContents(
    ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    QSize full = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        full.setWidth(full.width() + m_theme.px(Spacing::M));
        full.setHeight(std::max(full.height(), m_theme.px(30)));
        break;
    case CT_LineEdit:
    case CT_ComboBox:
        full.setHeight(std::max(full.height(), m_theme.px(30)));
        break;
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
            item && item->menuItemType != QStyleOptionMenuItem::Separator)
            full.setHeight(std::max(full.height(), m_theme.px(MinimumTarget)));
        break;
    default:
        break;
    }
    return full;
}

QRect ConsoleStyle::subControlRect(
    ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        // No arrows: the groove is the whole bar.
        const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (!slider)
            return {};
        if (part == SC_ScrollBarAddLine || part == SC_ScrollBarSubLine)
            return {};
        const bool isVertical = slider->orientation == Qt::Vertical;
        const int length = isVertical ? slider->rect.height() : slider->rect.width();
        const qint64 range = qint64(slider->maximum) - slider->minimum;
        int thumb = length;
        if (range > 0) {
            thumb = int(qint64(slider->pageStep) * length / (range + slider->pageStep));
            thumb = std::clamp(thumb, std::min(32, length), length);
        }
        const int start = sliderPositionFromValue(
            slider->minimum, slider->maximum, slider->sliderPosition, length - thumb, slider->upsideDown);
        const auto span = [&](int from, int size) {
            return isVertical ? QRect(0, from, slider->rect.width(), size)
                              : QRect(from, 0, size, slider->rect.height());
        };
        QRect rect;
        switch (part) {
        case SC_ScrollBarGroove:
            rect = span(0, length);
            break;
        case SC_ScrollBarSlider:
            rect = span(start, thumb);
            break;
        case SC_ScrollBarSubPage:
            rect = span(0, start);
            break;
        case SC_ScrollBarAddPage:
            rect = span(start + thumb, length - start - thumb);
            break;
        default:
            return {};
        }
        return visualRect(slider->direction, slider->rect, rect.translated(slider->rect.topLeft()));
    }
    const QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return option->direction == Qt::RightToLeft ? rect.adjusted(0, 0, -5, 0) : rect.adjusted(5, 0, 0, 0);
    return rect;
}

QRect ConsoleStyle::subElementRect(
    SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (element == SE_LineEditContents) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            return rect.adjusted(Spacing::Xs + 1, 0, -Spacing::Xs - 1, 0);
    }
    return rect;
}

void ConsoleStyle::polish(QWidget *widget)
{
    // Hover is part of how these look.
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget)
        || widget->inherits("QScrollBar"))
        widget->setAttribute(Qt::WA_Hover);
    QProxyStyle::polish(widget);
}

void ConsoleStyle::drawButton(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    const bool isEnabled = option->state & State_Enabled;
    const bool isDown = option->state & (State_Sunken | State_On);
    const bool isHovered = (option->state & State_MouseOver) && isEnabled;
    const bool isFlat = button && (button->features & QStyleOptionButton::Flat);
    const bool isAccent = widget && widget->property("accent").toBool();
    const QColor text = m_theme.color(ColorRole::Text);

    QColor fill = option->palette.color(QPalette::Button);
    QColor border = m_theme.color(ColorRole::BorderStrong);
    if (isAccent && isEnabled) {
        fill = m_theme.color(ColorRole::Accent);
        border = fill;
        if (isHovered || isDown)
            fill = mixed(fill, m_theme.color(ColorRole::Window), isDown ? 0.2 : 0.1);
    } else if (isFlat) {
        border = QColor();
        fill = isDown   ? mixed(m_theme.color(ColorRole::Window), text, 0.14)
            : isHovered ? mixed(m_theme.color(ColorRole::Window), text, 0.07)
                        : QColor();
    } else if (isEnabled && (isHovered || isDown)) {
        fill = mixed(fill, text, isDown ? 0.12 : 0.05);
    }
    if (!isEnabled && !isFlat) {
        fill = m_theme.color(ColorRole::Window);
        border = m_theme.color(ColorRole::Border);
    }
    paintBox(*painter, option->rect, fill, border, Radius::Control);
    if (option->state & State_HasFocus && option->state & State_KeyboardFocusChange)
        paintFocusRing(*painter, m_theme, option->rect);
}

void ConsoleStyle::drawField(const QStyleOption *option, QPainter *painter) const
{
    const bool hasFocus = option->state & State_HasFocus;
    paintBox(*painter, option->rect, option->palette.color(QPalette::Base),
        m_theme.color(ColorRole::BorderStrong), Radius::Control);
    if (hasFocus)
        paintFocusRing(*painter, m_theme, option->rect);
}

void ConsoleStyle::drawScrollBar(const QStyleOptionComplex *option, QPainter *painter) const
{
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (!slider || slider->maximum <= slider->minimum)
        return;
    const bool isActive = option->activeSubControls & SC_ScrollBarSlider || option->state & State_Sunken;
    QRectF thumb = subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, nullptr);
    const qreal inset = isActive ? 2.5 : 3.5;
    thumb = slider->orientation == Qt::Vertical ? thumb.adjusted(inset, 2, -inset, -2)
                                                : thumb.adjusted(2, inset, -2, -inset);
    const QColor color = isActive
        ? m_theme.color(ColorRole::BorderStrong)
        : mixed(m_theme.color(ColorRole::Border), m_theme.color(ColorRole::BorderStrong), 0.4);
    paintBox(*painter, thumb, color, {}, std::min(thumb.width(), thumb.height()) / 2);
}

void ConsoleStyle::drawComboBox(const QStyleOptionComplex *option, QPainter *painter) const
{
    const bool isEnabled = option->state & State_Enabled;
    QColor fill = option->palette.color(QPalette::Button);
    if (isEnabled && option->state & State_MouseOver)
        fill = mixed(fill, m_theme.color(ColorRole::Text), 0.05);
    const QColor border = m_theme.color(isEnabled ? ColorRole::BorderStrong : ColorRole::Border);
    paintBox(
        *painter, option->rect, isEnabled ? fill : m_theme.color(ColorRole::Window), border, Radius::Control);
    const int size = m_theme.px(14);
    const QRect arrow = visualRect(option->direction, option->rect,
        QRect(option->rect.right() - size - 8, option->rect.center().y() - size / 2 + 1, size, size));
    const QColor color = m_theme.color(isEnabled ? ColorRole::Text2 : ColorRole::BorderStrong);
    painter->drawPixmap(arrow.topLeft(),
        iconPixmap(IconName::ChevronDown, color, size, painter->device()->devicePixelRatioF()));
    if (option->state & State_HasFocus && option->state & State_KeyboardFocusChange)
        paintFocusRing(*painter, m_theme, option->rect);
}

void ConsoleStyle::drawCheckBox(const QStyleOption *option, QPainter *painter) const
{
    const bool isOn = option->state & State_On;
    const bool isEnabled = option->state & State_Enabled;
    const QColor accent = m_theme.color(isEnabled ? ColorRole::Accent : ColorRole::BorderStrong);
    paintBox(*painter, option->rect, isOn ? accent : m_theme.color(ColorRole::Surface),
        isOn ? accent : m_theme.color(isEnabled ? ColorRole::BorderStrong : ColorRole::Border), 4);
    if (isOn) {
        const int size = option->rect.width() - 2;
        painter->drawPixmap(option->rect.topLeft() + QPoint(1, 1),
            iconPixmap(IconName::Check, m_theme.color(ColorRole::AccentText), size,
                painter->device()->devicePixelRatioF()));
    }
}

} // namespace signalbox
