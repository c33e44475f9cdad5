// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/theme.h"

#include <QProxyStyle>

class QPainter;

namespace signalbox {

/// Fusion with our edges: flat controls of radius 6, one focus ring, thin scroll bars, hairline splitters.
///
/// A style, not a style sheet: a change of theme costs a palette (0.2–6 ms for 240 widgets against 11–37 ms,
/// ux §15.2). A QPushButton with the property `accent` is the one thing to do in its place.
class ConsoleStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    explicit ConsoleStyle(const Theme &theme);

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
        const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
        QStyleHintReturn *answer) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
        const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
        const QWidget *widget) const override;
    QRect subElementRect(
        SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    void polish(QWidget *widget) override;
    using QProxyStyle::polish;

private:
    void drawButton(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawField(const QStyleOption *option, QPainter *painter) const;
    void drawScrollBar(const QStyleOptionComplex *option, QPainter *painter) const;
    void drawComboBox(const QStyleOptionComplex *option, QPainter *painter) const;
    void drawCheckBox(const QStyleOption *option, QPainter *painter) const;

    const Theme &m_theme;
};

/// The ring of the focus: 2 px, drawn inside `rect` where there is no room outside.
void paintFocusRing(
    QPainter &painter, const Theme &theme, const QRectF &rect, qreal radius = Radius::Control);

/// A rounded box with an even border of one device pixel.
void paintBox(QPainter &painter, const QRectF &rect, const QColor &fill, const QColor &border, qreal radius);

} // namespace signalbox
