// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/theme.h"

#include <QWidget>

class QPainter;

namespace signalbox {

/// Grey shapes where the content will be, in its final geometry, so that nothing jumps when it arrives (ux
/// §11). It stands still: there is no shimmer to switch off.
class Skeleton final : public QWidget
{
    Q_OBJECT

public:
    enum class Shape
    {
        List,
        Timeline,
        Sidebar,
        Table,
        Page,
        Chart, ///< columns over a base line
        Bars ///< a name, a bar and a number a row
    };

    Skeleton(const Theme &theme, Shape shape, QWidget *parent = nullptr);

    void setShape(Shape shape);

    /// Draws one row of a list, for views that show ranges which are not loaded yet.
    static void paintRow(QPainter &painter, const Theme &theme, const QRect &row, int seed);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    Shape m_shape;
};

} // namespace signalbox
