// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/analytics/printedpicture.h"

#include <QSet>
#include <QStringList>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

namespace signalbox {

/// A line of a chart; `values` has a place for each label of the chart.
struct LineSeries
{
    QString id; ///< stable: what is hidden stays hidden
    QString name;
    int series = 0; ///< its colour
    QList<std::optional<double>> values; ///< none: a gap in the line
    QList<std::optional<double>> before; ///< the period compared with, dotted; may be empty

    bool operator==(const LineSeries &) const = default;
};

struct LineChartData
{
    QStringList labels; ///< below the axis: as many as fit are shown
    QStringList exactLabels; ///< beside the pointer; empty: `labels`
    QList<LineSeries> series;
    QString beforeName; ///< "previous 30 days"
    bool isFirstPartial = false; ///< what the first values count began before: dashed
    bool isLastPartial = false; ///< what the last values count is not over: dashed

    bool operator==(const LineChartData &) const = default;
};

/// Lines over a row of days, on Qt Charts (ux §14): from zero, with four or five grid lines, names at the
/// ends of the lines instead of a legend.
///
/// Pointing shows the values, dragging zooms, a double click undoes it, a click on a name hides its line.
/// With the focus: arrows move the pointer line, + and − zoom, 0 shows all. New data keep all of that. Where
/// there are more points than pixels they are thinned on another thread.
class LineChart final : public QWidget, public PrintedPicture
{
    Q_OBJECT

public:
    explicit LineChart(const Theme &theme, QWidget *parent = nullptr);
    ~LineChart() override;

    void setData(const LineChartData &data);
    const LineChartData &data() const;
    /// How a value is written; by default grouped, without decimals.
    void setFormat(std::function<QString(double)> format);

    bool isZoomed() const;
    /// First and last index that are shown.
    std::pair<int, int> range() const;
    void setRange(int first, int last);
    void resetZoom();
    QSet<QString> hiddenSeries() const;
    void setHidden(const QString &series, bool isHidden);
    /// Where the pointer line stands; -1: nowhere.
    int pointedAt() const;
    void pointAt(int index);
    /// Points of a series that are drawn, for the test of the thinning.
    qsizetype drawnPoints(const QString &series) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    QSize pictureSize() const override;
    void paintPicture(QPainter &painter, const QRect &area, ColorScheme scheme) const override;

Q_SIGNALS:
    void rangeChanged();
    void hiddenChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    class Canvas;
    std::unique_ptr<Canvas> m_canvas;
    const Theme &m_theme;
};

} // namespace signalbox
