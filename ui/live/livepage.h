// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/live/livememory.h"
#include "ui/shell/linkwatch.h"
#include "ui/shell/page.h"

#include <QTimer>

class QSplitter;

namespace signalbox {

class ErrorBanner;
class LiveBar;
class LiveDetail;
class LiveSidebar;
class LiveView;
class Preferences;
class ReplayStrip;
class StatePanel;

/// What the page works with beside its context. All of it outlives every page.
struct LiveServices
{
    LiveMemory &memory;
    ServiceConnection &connection;
    Preferences &preferences;
};

/// The live feed (ux §12.3): what changes, as it changes, with pause, filter, detail and a look back.
class LivePage final : public Page
{
    Q_OBJECT

public:
    LivePage(const PageContext &context, const LiveServices &services, QWidget *parent = nullptr);
    ~LivePage() override;

    PageState state() const override;
    void restoreState(const PageState &state) override;
    QByteArray saveLayout() const override;
    void restoreLayout(const QByteArray &layout) override;
    void focusSearch() override;
    void refresh() override;
    bool stepBack() override;
    QList<QWidget *> panes() const override;
    Freshness freshness() const override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildPanes();
    void connectPanes();
    void bindCommands();
    void showCurrent(int row);
    void openLead(int row);
    void filterByValue();
    QString wordOf(int row, int column) const;
    void setPaused(bool isPaused);
    void updateState();
    void updateStrip();
    void onLinkChanged();
    void clearFilter();
    void exportMatches(bool isCsv);
    void applyMask();

    LiveMemory &m_memory;
    Preferences &m_preferences;
    LinkWatch m_link;
    ErrorBanner *m_banner = nullptr;
    LiveSidebar *m_sidebar = nullptr;
    LiveBar *m_bar = nullptr;
    LiveView *m_view = nullptr;
    LiveDetail *m_detail = nullptr;
    ReplayStrip *m_strip = nullptr;
    StatePanel *m_panel = nullptr;
    QSplitter *m_splitter = nullptr;
    QTimer m_second; ///< ages and figures, while visible
    QTimer m_soon; ///< one look at the figures for many events
    LinkStatus::State m_linkState = LinkStatus::State::Connected;
};

/// How the shell knows the page: the third of ux §9.
PageSpec livePageSpec(const LiveServices &services);

} // namespace signalbox
