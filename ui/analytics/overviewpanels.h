// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Of OverviewTab alone: what stands below its cards.
#pragma once

#include "ui/analytics/analyticstab.h"
#include "ui/analytics/chartqueue.h"
#include "ui/analytics/linechart.h"
#include "ui/analytics/overviewwords.h"
#include "ui/analytics/panel.h"
#include "ui/shell/page.h"

namespace signalbox {

class BarChart;
class ChartFrame;
class TabCanvas;

/// The panels of the overview: what happened a day, and what the numbers are made of (domain §12.5).
class OverviewPanels final : public QObject
{
    Q_OBJECT

public:
    /// What a panel of the breakdowns says of itself when it has nothing, or when the service left its part
    /// out.
    using StatusOf = std::function<PanelStatus(bool isEmpty, const QString &part)>;

    OverviewPanels(const PageContext &context, TabCanvas &canvas, QWidget *parent);
    ~OverviewPanels() override;

    QList<Panel *> all() const; ///< in their order, without a hidden one

    /// `now` null: nothing was read yet; `before`: of the period compared with, null: none.
    void showActivity(const OverviewCore *now, const OverviewCore *before, const QString &beforeName,
        const PanelStatus &status);
    void showBreakdowns(
        const OverviewBreakdowns *now, const OverviewBreakdowns *before, const StatusOf &statusOf);

    void finishPictures() { m_queue.finish(); }
    bool resetZoom(); ///< false: there was none
    QList<PrintedSection> printedSections() const;

Q_SIGNALS:
    void retryRequested();
    void cancelRequested();
    void rangeChanged(); ///< of the chart of the days

private:
    Panel *addPanel(const QString &id, const QString &title, const QString &definition);
    ChartFrame *addChart(Panel *panel);
    BarChart *addBars(Panel *panel);
    PanelTable *addTable(Panel *panel);
    void buildDays();
    void buildAnswers();
    void buildOrigins();
    void showBars(const OverviewBreakdowns &now, const OverviewBreakdowns *before, const StatusOf &statusOf);
    void showTables(
        const OverviewBreakdowns &now, const OverviewBreakdowns *before, const StatusOf &statusOf);

    const PageContext m_context;
    QWidget *m_parent;
    ChartQueue m_queue;
    LineChartData m_days;
    Panel *m_activity = nullptr;
    Panel *m_sentiments = nullptr;
    Panel *m_channels = nullptr;
    Panel *m_statuses = nullptr;
    Panel *m_setters = nullptr;
    Panel *m_subClients = nullptr;
    Panel *m_clients = nullptr;
    LineChart *m_line = nullptr;
    BarChart *m_sentimentBars = nullptr;
    BarChart *m_channelBars = nullptr;
    BarChart *m_statusBars = nullptr;
    PanelTable *m_setterTable = nullptr;
    PanelTable *m_subClientTable = nullptr;
    PanelTable *m_clientTable = nullptr;
    bool m_lineIsMade = false;
};

} // namespace signalbox
