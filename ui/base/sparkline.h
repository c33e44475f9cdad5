// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/theme.h"

#include <QWidget>

#include <vector>

namespace signalbox {

/// The course of one number in one line: 1.5 px, a dot on the newest, no axes (ux §14).
struct SparkShape
{
    enum class Kind
    {
        Line,
        Bars
    };

    Kind kind = Kind::Line;
    int series = 1; ///< its colour
    bool hasExtremes = false; ///< the highest and the lowest value get a faint line
    bool isLastPartial = false; ///< what the last value counts is not over: dotted

    bool operator==(const SparkShape &) const = default;
};

/// Draws `values` into `area`. Below zero: nothing is known there, a gap in the line.
void paintSparkline(QPainter &painter, const QRectF &area, const std::vector<int> &values,
    const SparkShape &shape, ColorScheme scheme);

/// Sixty seconds in one line, with a base line. What it says is also its accessible description.
class Sparkline final : public QWidget
{
    Q_OBJECT

public:
    using Shape = SparkShape::Kind;

    Sparkline(const Theme &theme, Shape shape, QWidget *parent = nullptr);

    void setValues(std::vector<int> values);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    SparkShape m_shape;
    std::vector<int> m_values;
};

} // namespace signalbox
