// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Of LineChart alone: the picture of its data, on the screen and on paper.
#pragma once

#include "ui/analytics/linechart.h"
#include "ui/analytics/thinning.h"

#include <QHash>
#include <QtCharts/QChart>

namespace signalbox {

/// What of the data is looked at.
struct LineView
{
    int first = 0;
    int last = 0;
    QSet<QString> hidden;
    int pointed = -1;
    double top = 0; ///< of the scale

    int count() const { return last - first + 1; }
};

/// The lines to draw, by id; the period before under its id and a "~".
using LinePlotRuns = QHash<QString, LineRuns>;

/// How high a scale must reach for `most`, in four or five round steps; never less than 4.
double scaleTop(double most);
double scaleStep(double top);
LinePlotRuns plotRuns(const LineChartData &data, const LineView &view, int most);

class LinePlot
{
public:
    /// A name that can be clicked, with the place it stands at.
    struct Name
    {
        QString series;
        QRectF rect;
    };

    LinePlot(const Theme &theme, const LineChartData &data, const LineView &view,
        const std::function<QString(double)> &format);

    /// Where the lines go in `area`: names, scale and days take the rest.
    QRectF plotArea(const QRectF &area) const;
    /// Puts the lines into a chart of `area`'s size.
    void fill(QChart &chart, const LinePlotRuns &runs, const QRectF &area, ColorScheme scheme) const;
    /// Four or five hairlines, under the lines.
    void paintGrid(QPainter &painter, const QRectF &area, ColorScheme scheme) const;
    /// All that Qt Charts does not draw as we want it: scale, days, names, the pointer line and its values.
    void paintOver(QPainter &painter, const QRectF &area, ColorScheme scheme) const;
    QList<Name> names(const QRectF &area) const;

private:
    bool isVisible(const LineSeries &series) const { return !m_view.hidden.contains(series.id); }
    bool hasBefore() const;
    double x(const QRectF &plot, double index) const;
    double y(const QRectF &plot, double value) const;
    double endOf(const LineSeries &series, const QRectF &plot) const;
    void addLine(QChart &chart, const QList<QPointF> &run, const QPen &pen) const;
    void addRuns(QChart &chart, const LineRuns &runs, const QPen &pen, bool isDashed) const;
    void paintScale(QPainter &painter, const QRectF &plot, ColorScheme scheme) const;
    void paintDays(QPainter &painter, const QRectF &plot, ColorScheme scheme) const;
    void paintNames(QPainter &painter, const QRectF &area, ColorScheme scheme) const;
    void paintPointer(QPainter &painter, const QRectF &plot, ColorScheme scheme) const;

    const Theme &m_theme;
    const LineChartData &m_data;
    const LineView &m_view;
    const std::function<QString(double)> &m_format;
};

} // namespace signalbox
