// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/skeleton.h"

#include <QPainter>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

QColor boneColor(const Theme &theme)
{
    return theme.color(theme.isDark() ? ColorRole::Raised : ColorRole::Sunken);
}

void bone(QPainter &painter, qreal x, qreal y, qreal width, qreal height)
{
    painter.drawRoundedRect(
        QRectF(x, y, width, height), height / 2 > 6 ? 6 : height / 2, height / 2 > 6 ? 6 : height / 2);
}

void paintList(QPainter &painter, const Theme &theme, const QRect &area)
{
    const int height = theme.listRowHeight();
    for (int y = area.top(), row = 0; y < area.bottom(); y += height, ++row)
        Skeleton::paintRow(painter, theme, QRect(area.left(), y, area.width(), height), row);
}

void paintTimeline(QPainter &painter, const Theme &theme, const QRect &area)
{
    const int pad = theme.px(Spacing::L);
    int y = area.top() + pad;
    for (int row = 0; y < area.bottom(); ++row) {
        const qreal width = area.width() * (0.45 + 0.08 * (row % 3));
        const int height = theme.px(64 + 22 * (row % 3));
        const qreal x = row % 2 ? area.right() - pad - width : area.left() + pad;
        painter.drawRoundedRect(QRectF(x, y, width, height), Radius::Card, Radius::Card);
        y += height + pad;
    }
}

void paintLines(QPainter &painter, const Theme &theme, const QRect &area, int step)
{
    const int pad = theme.px(Spacing::L);
    for (int y = area.top() + pad, row = 0; y < area.bottom(); y += step, ++row)
        bone(painter, area.left() + pad, y, (area.width() - 2 * pad) * (0.86 - 0.11 * ((row * 7) % 4)),
            theme.px(10));
}

void paintPage(QPainter &painter, const Theme &theme, const QRect &area)
{
    const int sidebar = qMin(theme.px(216), area.width() / 4);
    const int list = qMin(theme.px(384), area.width() / 3);
    paintLines(painter, theme, QRect(area.left(), area.top(), sidebar, qMin(area.height(), theme.px(260))),
        theme.px(30));
    paintList(painter, theme, QRect(area.left() + sidebar, area.top(), list, area.height()));
    paintTimeline(painter, theme, area.adjusted(sidebar + list, 0, 0, 0));
}

void paintChart(QPainter &painter, const Theme &theme, const QRect &area)
{
    const int pad = theme.px(Spacing::L);
    const QRect plot = area.adjusted(pad, pad, -pad, -pad);
    const int step = theme.px(28);
    for (int x = plot.left(), column = 0; x + step <= plot.right(); x += step, ++column) {
        const int height = plot.height() * (30 + 23 * ((column * 5) % 3) + 6 * (column % 4)) / 100;
        painter.drawRoundedRect(QRectF(x, plot.bottom() - height, step - theme.px(Spacing::S), height), 3, 3);
    }
}

void paintBars(QPainter &painter, const Theme &theme, const QRect &area)
{
    const int pad = theme.px(Spacing::L);
    const int step = theme.px(28);
    const qreal name = area.width() * 0.28;
    for (int y = area.top() + pad, row = 0; y + step < area.bottom(); y += step, ++row) {
        bone(painter, area.left() + pad, y, name * (0.9 - 0.15 * (row % 3)), theme.px(10));
        bone(painter, area.left() + 2 * pad + name, y, (area.width() - name) * 0.6 / (1 + 0.5 * row),
            theme.px(10));
        bone(painter, area.right() - pad - theme.px(36), y, theme.px(36), theme.px(10));
    }
}

} // namespace

Skeleton::Skeleton(const Theme &theme, Shape shape, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_shape(shape)
{
    setObjectName(u"skeleton"_s);
    setAccessibleName(tr("Loading"));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Skeleton::setShape(Shape shape)
{
    m_shape = shape;
    update();
}

void Skeleton::paintRow(QPainter &painter, const Theme &theme, const QRect &row, int seed)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(boneColor(theme));
    const int pad = theme.px(Spacing::M);
    const qreal width = row.width() - 2 * pad;
    const bool isCompact = theme.density() == Theme::Density::Compact;
    bone(painter, row.left() + pad, row.top() + theme.px(10), width * (0.34 + 0.07 * (seed % 3)),
        theme.px(11));
    bone(painter, row.right() - pad - theme.px(36), row.top() + theme.px(10), theme.px(36), theme.px(11));
    bone(painter, row.left() + pad, row.top() + theme.px(30), width * (0.82 - 0.09 * (seed % 4)),
        theme.px(10));
    if (!isCompact)
        bone(painter, row.left() + pad, row.top() + theme.px(52), width * (0.28 + 0.05 * (seed % 3)),
            theme.px(12));
    painter.restore();
}

void Skeleton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorRole::Surface));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(boneColor(m_theme));
    if (isRightToLeft()) {
        painter.translate(width(), 0);
        painter.scale(-1, 1);
    }
    switch (m_shape) {
    case Shape::List:
        return paintList(painter, m_theme, rect());
    case Shape::Timeline:
        return paintTimeline(painter, m_theme, rect());
    case Shape::Sidebar:
        return paintLines(painter, m_theme, rect(), m_theme.px(30));
    case Shape::Table:
        return paintLines(painter, m_theme, rect(), m_theme.tableRowHeight());
    case Shape::Page:
        return paintPage(painter, m_theme, rect());
    case Shape::Chart:
        return paintChart(painter, m_theme, rect());
    case Shape::Bars:
        return paintBars(painter, m_theme, rect());
    }
}

} // namespace signalbox
