// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/tabcanvas.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QScrollBar>

#include <algorithm>

namespace signalbox {

namespace {

constexpr int LeastCardWidth = 220;
constexpr int LeastPanelWidth = 400;

} // namespace

TabCanvas::TabCanvas(const Theme &theme, QWidget *parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_ground(new QWidget)
    , m_column(new QVBoxLayout(m_ground))
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    m_column->setContentsMargins(Spacing::Xl, Spacing::L, Spacing::Xl, Spacing::Xl);
    m_column->setSpacing(Spacing::L);
    setWidget(m_ground);
    m_ground->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
}

void TabCanvas::addCards(const QList<QWidget *> &cards)
{
    QList<std::pair<QWidget *, int>> widgets;
    for (QWidget *card : cards)
        widgets.append({card, 1});
    addRow(widgets);
    m_rows.last().isCards = true;
    arrange(m_rows.last());
}

void TabCanvas::addRow(const QList<std::pair<QWidget *, int>> &widgets)
{
    auto *grid = new QGridLayout;
    grid->setSpacing(Spacing::L);
    m_column->addLayout(grid);
    m_rows.append({grid, widgets});
    arrange(m_rows.last());
}

void TabCanvas::finish()
{
    m_column->addStretch(1);
}

int TabCanvas::columnsOf(const Row &row) const
{
    const int count = int(row.widgets.size());
    const int room = viewport()->width() - 2 * Spacing::Xl + Spacing::L;
    const int fitting = room / (m_theme.px(row.isCards ? LeastCardWidth : LeastPanelWidth) + Spacing::L);
    int columns = std::clamp(fitting, 1, count);
    // Eight cards stand in lines of four or two, never in five and three.
    while (row.isCards && columns > 1 && count % columns != 0)
        --columns;
    return columns;
}

void TabCanvas::arrange(Row &row)
{
    const int columns = columnsOf(row);
    if (columns == row.columns)
        return;
    for (int i = 0; i < row.columns; ++i)
        row.grid->setColumnStretch(i, 0);
    row.columns = columns;
    for (const auto &[widget, stretch] : row.widgets)
        row.grid->removeWidget(widget);
    for (int i = 0; i < row.widgets.size(); ++i) {
        row.grid->addWidget(row.widgets.at(i).first, i / columns, i % columns);
        row.grid->setColumnStretch(i % columns, columns == row.widgets.size() ? row.widgets.at(i).second : 1);
    }
}

void TabCanvas::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    for (Row &row : m_rows)
        arrange(row);
}

} // namespace signalbox
