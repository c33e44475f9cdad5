// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analytics/analyticssession.h"
#include "ui/analytics/analyticstab.h"
#include "ui/shell/page.h"

#include <QTimer>

class QStackedWidget;

namespace signalbox {

class AnalyticsHead;
class ErrorBanner;
class ExportCenter;
class ExportTransfers;
class Preferences;
class RealtimeFeed;
class StatePanel;
class TabStrip;

/// What the page works with beside its context. All of it outlives every page.
struct AnalyticsServices
{
    AnalyticsGateway &gateway;
    AnalyticsMemory &memory;
    ExportTransfers &exports;
    RealtimeFeed *feed = nullptr; ///< tells that numbers may have changed; null: nobody does
};

/// A tab as the page knows it before it is built.
struct AnalyticsTabSpec
{
    QString id; ///< in links and exports
    std::function<QString()> title;
    std::function<AnalyticsTab *(const PageContext &, AnalyticsSession &, QWidget *)> create;
};

/// The tabs of the console in their order. Without `preferences` nothing of them is remembered.
QList<AnalyticsTabSpec> analyticsTabs(Preferences *preferences = nullptr);

/// The numbers of a workspace (ux §12.2, domain §12.5): one head for all tabs, each of which asks for itself.
class AnalyticsPage final : public Page
{
    Q_OBJECT

public:
    AnalyticsPage(const PageContext &context, const AnalyticsServices &services,
        const QList<AnalyticsTabSpec> &tabs, QWidget *parent = nullptr);
    ~AnalyticsPage() override;

    PageState state() const override;
    void restoreState(const PageState &state) override;
    void focusSearch() override;
    void refresh() override;
    bool stepBack() override;
    QList<QWidget *> panes() const override;
    Freshness freshness() const override;

    AnalyticsSession &session() { return m_session; }
    /// The tab that is open; it is built when it is first opened.
    AnalyticsTab *tab() const;
    QString tabId() const;
    void openTab(const QString &id);
    /// Writes the open tab as PDF to a place that is asked for.
    void exportPdf();

Q_SIGNALS:
    /// Everything behind the open tab is to be written.
    void exportRequested(signalbox::ExportFormat format);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildFrame(ExportTransfers &exports);
    void connectHead();
    void bindCommands();
    void showTab(int index);
    AnalyticsTab *build(int index);
    void stepTab(int step);
    void cycleCompare();
    void turnChart();
    void fillPictures(QMenu &menu);
    void onTabFreshness();
    void onAccessLost();
    void onPeriodChanged();
    void updateStrip();

    AnalyticsSession m_session;
    QList<AnalyticsTabSpec> m_specs;
    QHash<QString, AnalyticsTab *> m_tabs;
    TabStrip *m_strip = nullptr;
    AnalyticsHead *m_head = nullptr;
    ErrorBanner *m_banner = nullptr;
    StatePanel *m_panel = nullptr;
    QStackedWidget *m_stack = nullptr;
    ExportCenter *m_exports = nullptr;
    QTimer m_halfMinute; ///< ages
    bool m_isRestoring = false;
    bool m_isForbidden = false;
};

/// How the shell knows the page: the second of ux §9. Everybody but a client's own people may use it.
PageSpec analyticsPageSpec(
    const AnalyticsServices &services, const QList<AnalyticsTabSpec> &tabs = analyticsTabs());

} // namespace signalbox
