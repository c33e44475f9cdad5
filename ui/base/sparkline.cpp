// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/sparkline.h"

#include <QPainter>

#include <algorithm>

namespace signalbox {

namespace {

/// Where a value stands: three pixels of air above and below for the dot.
class SparkScale
{
public:
    SparkScale(const QRectF &area, const std::vector<int> &values)
        : m_area(area)
        , m_most(std::max(values.empty() ? 0 : *std::ranges::max_element(values), 1))
    { }

    double y(int value) const
    {
        return m_area.bottom() - 3 - (m_area.height() - 6) * double(value) / double(m_most);
    }

private:
    QRectF m_area;
    int m_most;
};

void paintExtremes(QPainter &painter, const QRectF &area, const std::vector<int> &values,
    const SparkScale &scale, ColorScheme scheme)
{
    const auto most = std::ranges::max_element(values);
    int least = *most;
    for (const int value : values) {
        if (value >= 0)
            least = std::min(least, value);
    }
    painter.setPen(QPen(themeColor(scheme, ColorRole::Border), 1, Qt::DotLine));
    for (const int value : {*most, least})
        painter.drawLine(QPointF(area.left(), scale.y(value)), QPointF(area.right(), scale.y(value)));
}

void paintLine(QPainter &painter, const QRectF &area, const std::vector<int> &values, const SparkShape &shape,
    ColorScheme scheme)
{
    const SparkScale scale(area, values);
    const QColor color = seriesColor(scheme, shape.series);
    const double step = (area.width() - 6) / double(values.size() - 1);
    // Heartbeats are half a minute apart: what lies between two seconds that are known is not drawn as zero.
    QPolygonF run;
    for (size_t i = 0; i < values.size(); ++i) {
        if (values[i] >= 0)
            run.append(QPointF(area.left() + 2 + step * double(i), scale.y(values[i])));
    }
    if (run.isEmpty())
        return;
    QPen pen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter.setPen(pen);
    const QPointF last = run.last();
    if (shape.isLastPartial && run.size() > 1) {
        const QPointF before = run.at(run.size() - 2);
        run.removeLast();
        pen.setDashPattern({1, 2});
        painter.setPen(pen);
        painter.drawLine(before, last);
        pen.setStyle(Qt::SolidLine);
        painter.setPen(pen);
    }
    if (run.size() == 1)
        painter.drawPoint(run.first());
    else
        painter.drawPolyline(run);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(last, 2.5, 2.5);
}

void paintBars(QPainter &painter, const QRectF &area, const std::vector<int> &values, ColorScheme scheme)
{
    const SparkScale scale(area, values);
    const double step = area.width() / double(values.size());
    painter.setPen(Qt::NoPen);
    painter.setBrush(seriesColor(scheme, 0));
    for (size_t i = 0; i < values.size(); ++i) {
        if (values[i] <= 0)
            continue;
        const double top = std::min(scale.y(values[i]), area.bottom() - 5.0);
        painter.drawRect(
            QRectF(area.left() + step * double(i), top, std::max(step - 1, 1.0), area.bottom() - 3 - top));
    }
}

} // namespace

void paintSparkline(QPainter &painter, const QRectF &area, const std::vector<int> &values,
    const SparkShape &shape, ColorScheme scheme)
{
    if (values.size() < 2)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (shape.hasExtremes)
        paintExtremes(painter, area, values, SparkScale(area, values), scheme);
    if (shape.kind == SparkShape::Kind::Line)
        paintLine(painter, area, values, shape, scheme);
    else
        paintBars(painter, area, values, scheme);
    painter.restore();
}

Sparkline::Sparkline(const Theme &theme, Shape shape, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_shape({.kind = shape})
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
    update();
}

QSize Sparkline::sizeHint() const
{
    return {m_theme.px(120), m_theme.px(32)};
}

void Sparkline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.color(ColorRole::Border), 1));
    painter.drawLine(QPointF(0, height() - 2.5), QPointF(width(), height() - 2.5));
    paintSparkline(painter, rect(), m_values, m_shape, m_theme.scheme());
}

} // namespace signalbox
