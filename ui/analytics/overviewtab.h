// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analytics/fetchedreading.h"
#include "ui/analytics/analyticstab.h"
#include "ui/shell/page.h"

namespace signalbox {

class ErrorBanner;
class KpiCard;
class OverviewPanels;
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
    void finishPictures() override;
    std::optional<Instant> computedAt() const override;
    void updateAges() override;

private:
    void buildCards();
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

    const PageContext m_context;
    FetchedReading<OverviewData> m_core;
    FetchedReading<OverviewData> m_breakdowns;
    TabCanvas *m_canvas;
    ErrorBanner *m_banner;
    QList<KpiCard *> m_cards;
    OverviewPanels *m_panels = nullptr;
    bool m_isActive = false;
    bool m_breakdownsAreDue = false;
};

} // namespace signalbox
