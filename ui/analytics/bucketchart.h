// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/analytics/printedpicture.h"

#include <QWidget>

#include <optional>

namespace signalbox {

/// An upright bar: the rate of one bucket.
struct BucketBar
{
    QString label;
    QString definition; ///< of the bucket, in the tooltip
    std::optional<double> rate; ///< 0…1; none: "—" in its place
    std::optional<double> rateBefore; ///< of the period compared with: a dotted line across
    qint64 samples = 0; ///< what the rate rests on
    QString details; ///< further lines of the tooltip

    bool operator==(const BucketBar &) const = default;
};

/// Something that lies between the buckets: the median.
struct BucketMark
{
    double position = 0; ///< in bars from the first one's beginning
    QString label; ///< "median 8m"

    bool operator==(const BucketMark &) const = default;
};

struct BucketChartData
{
    QList<BucketBar> bars;
    QList<BucketMark> marks;
    QString beforeName; ///< "previous 30 days"; empty: no comparison
    int series = 0; ///< colour

    bool operator==(const BucketChartData &) const = default;
};

/// Rates by bucket, upright from zero, with how many leads each rests on; marks stand between the buckets (ux
/// §12.2). A rate of fewer leads than say something is drawn pale. Arrow keys go through the bars.
class BucketChart final : public QWidget, public PrintedPicture
{
    Q_OBJECT

public:
    explicit BucketChart(const Theme &theme, QWidget *parent = nullptr);

    void setData(const BucketChartData &data);
    const BucketChartData &data() const { return m_data; }
    int currentBar() const { return m_current; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    QSize pictureSize() const override;
    void paintPicture(QPainter &painter, const QRect &area, ColorScheme scheme) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Plot;
    Plot plotOf(const QRect &area) const;
    void paintGrid(QPainter &painter, const Plot &plot, ColorScheme scheme) const;
    void paintBar(QPainter &painter, const Plot &plot, int bar, ColorScheme scheme) const;
    void paintRate(QPainter &painter, const Plot &plot, int bar, ColorScheme scheme) const;
    void paintMarks(QPainter &painter, const Plot &plot, ColorScheme scheme) const;
    QString describe(int bar) const;
    int barAt(const QPoint &point) const;

    const Theme &m_theme;
    BucketChartData m_data;
    int m_current = -1;
};

} // namespace signalbox
