// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analytics/fetchedreading.h"
#include "ui/analytics/analyticstab.h"
#include "ui/analytics/chartqueue.h"
#include "ui/shell/page.h"

namespace signalbox {

class BarChart;
class ChartFrame;
class ErrorBanner;
class KpiCard;
class LineChart;
class PanelTable;
class TabCanvas;

/// The first look: eight numbers, what happened a day, and what it is made of (domain §12.5).
///
/// The numbers are one small request and are painted first; the rest is asked for only then (domain §7.4).
class OverviewTab final : public AnalyticsTab
{
    Q_OBJECT

public:
    OverviewTab(const PageContext &context, AnalyticsSession &session, QWidget *parent = nullptr);
    ~OverviewTab() override;

    void activate() override;
    void deactivate() override;
    QList<PrintedSection> printedSections() const override;
    QList<Panel *> panels() const override;
    bool stepBack() override;
    void finishPictures() override { m_queue.finish(); }
    std::optional<Instant> computedAt() const override;
    void updateAges() override;

private:
    void buildCards();
    void buildPanels();
    Panel *addPanel(const QString &id, const QString &title, const QString &definition);
    ChartFrame *addChart(Panel *panel);
    PanelTable *addTable(Panel *panel);
    void ask();
    void onCoreChanged();
    void onBreakdownsChanged();
    void askBreakdowns();
    void askBreakdownsAfterPaint();
    void tellAccess(const std::optional<Error> &error);
    PanelStatus coreStatus() const;
    PanelStatus breakdownStatus(bool isEmpty, const QString &part) const;
    void showCards();
    void showActivity();
    void showBreakdowns();
    void showBars();
    void showTables();

    const PageContext m_context;
    FetchedReading<OverviewData> m_core;
    FetchedReading<OverviewData> m_breakdowns;
    ChartQueue m_queue;
    TabCanvas *m_canvas;
    ErrorBanner *m_banner;
    QList<KpiCard *> m_cards;
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
    bool m_isActive = false;
    bool m_breakdownsAreDue = false;
    bool m_chartsAreMade = false;
};

} // namespace signalbox
