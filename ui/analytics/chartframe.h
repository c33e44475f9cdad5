// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/analytics/paneltable.h"
#include "ui/analytics/printedpicture.h"
#include "ui/shell/page.h"

#include <QStackedWidget>

namespace signalbox {

/// The content of a panel with a chart: the chart, and the same numbers as a table behind it (T). Gives the
/// panel a menu to turn to the table, to copy it, and to save the picture as PNG or SVG.
///
/// The chart may come later (ChartQueue); until then its place is empty.
class ChartFrame final : public QStackedWidget
{
    Q_OBJECT

public:
    /// Becomes the content of `panel`.
    ChartFrame(signalbox::Panel &panel, const PageContext &context);

    /// A widget that is also a PrintedPicture, made as a child of this: from another window it would bring a
    /// focus chain of its own, which Qt does not join with this one's.
    template <typename Chart> void setChart(Chart *chart)
    {
        m_picture = chart;
        takeChart(chart);
    }
    QWidget *chart() const { return m_chart; }
    const PrintedPicture *picture() const { return m_picture; }
    PanelTable &table() const { return *m_table; }

    bool isTable() const { return currentWidget() == m_table; }
    void turn(); ///< to the table, or back to the chart
    /// Asks where to, and writes it. `suffix`: png or svg.
    void save(const QString &suffix);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void turned();

private:
    void takeChart(QWidget *chart);
    void fillMenu(QMenu &menu);

    signalbox::Panel &m_panel;
    const PageContext m_context;
    QWidget *m_place; ///< holds the chart
    QWidget *m_chart = nullptr;
    const PrintedPicture *m_picture = nullptr;
    PanelTable *m_table;
};

} // namespace signalbox
