// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/sparkline.h"

#include <QPainter>

#include <algorithm>

namespace signalbox {

Sparkline::Sparkline(const Theme &theme, Shape shape, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_shape(shape)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void Sparkline::setValues(std::vector<int> values)
{
    if (m_values == values)
        return;
    m_values = std::move(values);
    m_most = m_values.empty() ? 0 : *std::ranges::max_element(m_values);
    update();
}

QSize Sparkline::sizeHint() const
{
    return {m_theme.px(120), m_theme.px(32)};
}

double Sparkline::heightOf(int value) const
{
    const double room = height() - 6;
    return height() - 3 - room * double(value) / std::max(m_most, 1);
}

void Sparkline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.color(ColorRole::Border), 1));
    painter.drawLine(QPointF(0, height() - 2.5), QPointF(width(), height() - 2.5));
    if (m_values.size() < 2)
        return;
    if (m_shape == Shape::Line)
        paintLine(painter);
    else
        paintBars(painter);
}

void Sparkline::paintLine(QPainter &painter) const
{
    const QColor color = seriesColor(m_theme.scheme(), 1);
    const double step = double(width() - 6) / double(m_values.size() - 1);
    QPolygonF run;
    QPointF last;
    const auto draw = [&] {
        painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        if (run.size() == 1)
            painter.drawPoint(run.first());
        else
            painter.drawPolyline(run);
        run.clear();
    };
    for (size_t i = 0; i < m_values.size(); ++i) {
        // Heartbeats are half a minute apart: what lies between two seconds that are known is not drawn as
        // zero.
        if (m_values[i] < 0)
            continue;
        last = QPointF(2 + step * double(i), heightOf(m_values[i]));
        run.append(last);
    }
    if (run.isEmpty())
        return;
    draw();
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(last, 2.5, 2.5);
}

void Sparkline::paintBars(QPainter &painter) const
{
    const double step = double(width()) / double(m_values.size());
    painter.setPen(Qt::NoPen);
    painter.setBrush(seriesColor(m_theme.scheme(), 0));
    for (size_t i = 0; i < m_values.size(); ++i) {
        if (m_values[i] <= 0)
            continue;
        const double top = std::min(heightOf(m_values[i]), height() - 5.0);
        painter.drawRect(QRectF(step * double(i), top, std::max(step - 1, 1.0), height() - 3 - top));
    }
}

} // namespace signalbox
