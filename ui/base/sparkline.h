// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/theme.h"

#include <QWidget>

#include <vector>

namespace signalbox {

/// Sixty seconds in one line: 1.5 px, a dot on the newest, no axes (ux §14). What it says is also its
/// accessible description.
class Sparkline final : public QWidget
{
    Q_OBJECT

public:
    enum class Shape
    {
        Line,
        Bars
    };

    Sparkline(const Theme &theme, Shape shape, QWidget *parent = nullptr);

    /// Below zero: nothing is known of that second, a gap in the line.
    void setValues(std::vector<int> values);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintLine(QPainter &painter) const;
    void paintBars(QPainter &painter) const;
    double heightOf(int value) const;

    const Theme &m_theme;
    Shape m_shape;
    std::vector<int> m_values;
    int m_most = 0;
};

} // namespace signalbox
