// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/analytics/figures.h"
#include "ui/analytics/printedpicture.h"

#include <QWidget>

namespace signalbox {

/// A part of a stacked bar.
struct BarPart
{
    QString name;
    double value = 0;
    int series = 0; ///< colour of the part

    bool operator==(const BarPart &) const = default;
};

/// A horizontal bar with what stands beside it.
struct BarRow
{
    QString label;
    QString definition; ///< in the tooltip
    double value = 0; ///< length of the bar; the longest is full
    QString valueText;
    QString shareText; ///< may be empty
    std::optional<Change> change;
    QList<BarPart> parts; ///< stacked: they add up to `value`; empty: one bar
    int series = 0; ///< colour of the one bar

    bool operator==(const BarRow &) const = default;
};

/// Horizontal bars from zero, with label, value, share and change in columns of their own. Stacked ones have
/// a legend above. Arrow keys go through the rows, which assistive technology is told.
class BarChart final : public QWidget, public PrintedPicture
{
    Q_OBJECT

public:
    explicit BarChart(const Theme &theme, QWidget *parent = nullptr);

    void setRows(const QList<BarRow> &rows);
    const QList<BarRow> &rows() const { return m_rows; }
    int currentRow() const { return m_current; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    QSize pictureSize() const override;
    void paintPicture(QPainter &painter, const QRect &area, ColorScheme scheme) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Columns;
    Columns columnsOf(int width) const;
    void paintRow(QPainter &painter, const BarRow &row, const QRect &line, ColorScheme scheme) const;
    void paintLegend(QPainter &painter, const QRect &line, ColorScheme scheme) const;
    int rowAt(const QPoint &point) const;
    int legendHeight() const;
    int rowHeight() const { return m_theme.px(28); }
    QString describe(int row) const;
    void setCurrent(int row);

    const Theme &m_theme;
    QList<BarRow> m_rows;
    double m_most = 0;
    int m_current = -1;
};

} // namespace signalbox
