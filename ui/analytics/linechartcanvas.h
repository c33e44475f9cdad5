// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Of LineChart alone: its view, with what a person does to it.
#pragma once

#include "core/base/async.h"
#include "ui/analytics/lineplot.h"

#include <QtCharts/QChartView>

namespace signalbox {

class LineChart::Canvas final : public QChartView
{
public:
    Canvas(LineChart *chart, const Theme &theme);

    /// Scale and lines again, after anything that they depend on.
    void rebuild();
    void setRange(int first, int last);
    void pointAt(int index);
    void toggle(const QString &series);
    void zoomBy(double factor);
    LinePlot plot() const { return {m_theme, data, view, format}; }
    QString describe(int index) const;

    LineChartData data;
    LineView view;
    LinePlotRuns runs;
    std::function<QString(double)> format;

protected:
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void updateTop();
    void refill();
    QRectF area() const { return QRectF(QPointF(0, 0), QSizeF(viewport()->size())); }
    int indexAt(double x) const;
    const LineSeries *nameAt(const QPointF &point) const;

    LineChart *m_chart;
    const Theme &m_theme;
    Pending<LinePlotRuns> m_thinning;
    std::optional<double> m_pressedAt;
    double m_draggedTo = 0;
};

} // namespace signalbox
